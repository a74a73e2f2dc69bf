"""Reading what WeCom counts of links."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class CountLinks(Job, frozen=True):
    """Read the clicks and new customers that WeCom counts: of one link, or of all of a corp."""

    name = "links.count"
    queue = "sync"
    corp_id: int
    channel_id: int | None = None

    @override
    def lock(self) -> str:
        """Two readings at once would only do the work twice."""
        return f"links.count:{self.corp_id}"
