"""Work on handovers."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class CarryOn(Job, frozen=True):
    """Ask WeCom for what is planned, read how what was asked stands."""

    name = "handovers.carry_on"
    queue = "bulk"
    corp_id: int
    handover_id: int

    @override
    def lock(self) -> str:
        """Two workers on one handover would ask for the same people."""
        return f"handover:{self.corp_id}:{self.handover_id}"


class ReadLeavers(Job, frozen=True):
    """Read WeCom's list of customers whose member left."""

    name = "handovers.read_leavers"
    queue = "sync"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only do the work twice."""
        return f"leavers:{self.corp_id}"
