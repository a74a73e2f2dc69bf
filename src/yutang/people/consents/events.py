"""What a person allows and refuses. Why stands in the audit: it is in his own words."""

from yutang.kernel.events import Event


class MarketingRefused(Event, frozen=True):
    """The person wants no marketing."""

    kind = "marketing.refused"
    by: str


class MarketingAllowed(Event, frozen=True):
    """A refusal was taken back."""

    kind = "marketing.allowed"
    by: str
