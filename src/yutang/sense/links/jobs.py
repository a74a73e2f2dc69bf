"""Reading the customers of all links."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class ReadLinkCustomers(Job, frozen=True):
    """Read of each customer of a link whether he ever wrote, then judge who is silent."""

    name = "links.customers"
    queue = "sync"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two readings at once would only do the work twice."""
        return f"links:{self.corp_id}"
