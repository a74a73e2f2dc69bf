"""Work on many customers."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class CarryOn(Job, frozen=True):
    """Plan or run an act from where it stands."""

    name = "bulk.carry_on"
    queue = "bulk"
    corp_id: int
    act_id: int

    @override
    def lock(self) -> str:
        """Two workers on one act would only wait for each other's chunks."""
        return f"bulk:{self.corp_id}:{self.act_id}"
