"""Reckoning classes."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ReckonRfm(Job, frozen=True):
    """Bring the unfinished reckoning of a corp to its end; without one there is nothing to do."""

    name = "rfm.reckon"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only wait for each other."""
        return f"rfm:{self.corp_id}"
