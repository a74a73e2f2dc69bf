"""Work on groups."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ReckonPhases(Job, frozen=True):
    """Reckon the phases of a corp's groups anew."""

    name = "groups.reckon_phases"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would tell one change twice."""
        return f"groups.phases:{self.corp_id}"
