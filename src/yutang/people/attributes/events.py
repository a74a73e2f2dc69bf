"""What happens to values."""

from typing import Any

from yutang.kernel.events import Event


class AttributeChanged(Event, frozen=True):
    """A person's value of a field was written, changed or taken away.

    `told` is false for sensitive fields and for free text, which may hold a name: of those
    neither value stands in the log.
    """

    kind = "attribute.changed"
    field_id: int
    by: str
    told: bool
    before: Any = None
    after: Any = None
