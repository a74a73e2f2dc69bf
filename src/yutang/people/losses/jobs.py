"""Reckoning losses; telling members of them."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ReckonLosses(Job, frozen=True):
    """Read all histories with an end through and reckon their losses anew."""

    name = "losses.reckon"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only do the work twice."""
        return f"losses:{self.corp_id}"


class TellLosses(Job, frozen=True):
    """Tell the members of a corp whom customers deleted in hours that are over."""

    name = "losses.tell"
    corp_id: int

    @override
    def lock(self) -> str:
        """One hour is told once."""
        return f"losses.tell:{self.corp_id}"
