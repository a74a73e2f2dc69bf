"""Reading a whole corp."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class SyncCorp(Job, frozen=True):
    """Read departments, staff, tags and customers of a corp."""

    name = "sync.corp"
    queue = "sync"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two readings of one corp at once would only do the work twice."""
        return f"sync:{self.corp_id}"
