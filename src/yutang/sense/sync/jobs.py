"""Reading a whole corp."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class SyncCorp(Job, frozen=True):
    """Read departments, staff, tags and customers of a corp."""

    name = "sync.corp"
    queue = "sync"
    corp_id: int
    full: bool = False
    """Also end what WeCom shows no longer, and keep what differed."""
    asked_by: str = "system"

    @override
    def lock(self) -> str:
        """Two readings of one corp at once would only do the work twice."""
        return f"sync:{self.corp_id}"


class ReadGroups(Job, frozen=True):
    """Read a corp's groups: after its customers, whose names they need not bring."""

    name = "sync.groups"
    queue = "sync"
    corp_id: int
    full: bool = False
    """Also those that were read within the day."""
    asked_by: str = "system"

    @override
    def lock(self) -> str:
        """Customers and groups of one corp take turns."""
        return f"sync:{self.corp_id}"


class ReconcileCorp(Job, frozen=True):
    """Compare the ids on members' lists with ours; read what differs."""

    name = "sync.reconcile"
    queue = "sync"
    corp_id: int
    asked_by: str = "system"

    @override
    def lock(self) -> str:
        """Beside a reading there is nothing to compare."""
        return f"sync:{self.corp_id}"
