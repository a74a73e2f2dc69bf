"""Reckoning adds and welcomes by day."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ReckonGrowth(Job, frozen=True):
    """Read all histories through and sum all days anew."""

    name = "growth.reckon"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only do the work twice."""
        return f"growth:{self.corp_id}"


class SumWelcomes(Job, frozen=True):
    """Sum the welcomes of the days that are over."""

    name = "growth.welcomes"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would write the same rows."""
        return f"growth.welcomes:{self.corp_id}"
