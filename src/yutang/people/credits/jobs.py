"""Filling in credits."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class FillCredits(Job, frozen=True):
    """Make credits of persons who were added before anybody kept them."""

    name = "credits.fill"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only do the work twice."""
        return f"credits:{self.corp_id}"
