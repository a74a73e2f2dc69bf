"""Telling how far targets are."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class TellTargets(Job, frozen=True):
    """Tell a corp's leaders, once a day."""

    name = "targets.tell"
    corp_id: int

    @override
    def lock(self) -> str:
        """A day is told once."""
        return f"targets:{self.corp_id}"
