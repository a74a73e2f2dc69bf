"""What is asked of the queue."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ReleaseEvents(Job, frozen=True):
    """Judge a heap of the quarantine again, so that the collector can write it; or delete it."""

    name = "kinds.release"
    corp_id: int
    reason: str
    said: str | None = None
    kind: str | None = None
    property: str | None = None
    deletes: bool = False

    @override
    def lock(self) -> str:
        """Two at once would only wait for each other."""
        return f"kinds.release:{self.corp_id}"
