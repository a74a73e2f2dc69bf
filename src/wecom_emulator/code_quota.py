"""The quota that contact ways and codes into groups fill together."""

from dataclasses import dataclass, field

from .state import Corp


@dataclass(slots=True)
class CodeQuota:
    """What is known of the codes beside the contact ways that the corp keeps itself."""

    temporary: dict[str, float] = field(default_factory=dict)
    """When each temporary contact way expires, by config_id: they take nothing of the quota."""
    joining: int = 0
    """Codes into groups."""


def taken(corp: Corp) -> int:
    """How much of the quota is used."""
    quota = corp.of(CodeQuota)
    return len(corp.contact_ways) - len(quota.temporary) + quota.joining
