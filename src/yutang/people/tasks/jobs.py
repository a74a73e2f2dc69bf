"""Looking after tasks that are late, and after those whose member left."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class MindTasks(Job, frozen=True):
    """Hand a corp's leavers' tasks to their leaders' pools; show leaders what is late."""

    name = "tasks.mind"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only do the work twice."""
        return f"tasks:{self.corp_id}"
