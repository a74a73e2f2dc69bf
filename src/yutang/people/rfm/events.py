"""What happens to a buyer's class."""

from typing import ClassVar

from yutang.kernel.events import Event


class RfmMoved(Event, frozen=True):
    """A reckoning put him into another class than the one before it; None: into or out of none."""

    kind: ClassVar[str] = "rfm.moved"
    before: str | None
    after: str | None
    run: int
