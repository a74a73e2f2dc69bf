"""Work on segments."""

from typing import Literal

from typing_extensions import override

from yutang.kernel.jobs import Job

Why = Literal["made", "listed", "clock", "asked", "used", "frozen", "settled"]


class RefreshSegment(Job, frozen=True):
    """Ask anew who is in a segment, switch to that, tell who entered and left."""

    name = "segments.refresh"
    queue = "segments"
    corp_id: int
    segment_id: int
    why: Why = "asked"
    by: str = "system"

    @override
    def lock(self) -> str:
        """A second refresh would find the first one's changes untold."""
        return f"segment:{self.corp_id}:{self.segment_id}"
