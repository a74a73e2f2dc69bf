"""What happens to people by kept segments."""

from typing import ClassVar

from yutang.kernel.events import Event


class SegmentEntered(Event, frozen=True):
    """A refresh found him among those who are in it, the one before did not."""

    kind: ClassVar[str] = "segment.entered"
    segment_id: int
    run: int


class SegmentLeft(Event, frozen=True):
    """A refresh found him no longer."""

    kind: ClassVar[str] = "segment.left"
    segment_id: int
    run: int
