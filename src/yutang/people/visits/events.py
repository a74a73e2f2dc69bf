"""What happens between a link and who opens it."""

from yutang.kernel.events import Event


class VisitAdded(Event, frozen=True):
    """Who opened one of our pages or links became a customer."""

    kind = "visit.added"
    staff_id: int
    channel: str
    visit: str


class LinkStepped(Event, frozen=True):
    """Somebody saw the member's card through a link, or asked to be friends; who is not known."""

    kind = "link.stepped"
    link_id: str
    step: str


class LinkLost(Event, frozen=True):
    """Nobody behind a link can be added any more, or somebody deleted it at WeCom."""

    kind = "link.lost"
    link_id: str
    change: str


class LinkQuotaChanged(Event, frozen=True):
    """The quota of links is low, used up, there again, or a part of it lapses soon."""

    kind = "link.quota_changed"
    change: str
    count: int | None = None
    ends_at: int | None = None
