"""Runs of rules over many."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class RunRule(Job, frozen=True):
    """Carry one run on until it is through."""

    name = "autotags.run"
    corp_id: int
    run_id: int

    @override
    def lock(self) -> str:
        """Its place is one row."""
        return f"autotags.run:{self.corp_id}:{self.run_id}"


class UndoRun(Job, frozen=True):
    """Take back what one run changed."""

    name = "autotags.undo"
    corp_id: int
    run_id: int

    @override
    def lock(self) -> str:
        """As of a run."""
        return f"autotags.undo:{self.corp_id}:{self.run_id}"
