"""Work on watched groups."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class WatchGroups(Job, frozen=True):
    """Look after a corp's groups: silence, doubles, renewals."""

    name = "groupwatch.watch"
    corp_id: int

    @override
    def lock(self) -> str:
        """One look at a time: two would tell one silence twice."""
        return f"groupwatch:{self.corp_id}"
