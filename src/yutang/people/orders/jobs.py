"""Files of orders; reckoning by night."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class WriteOrders(Job, frozen=True):
    """Write the file of a registered export of orders."""

    name = "orders.write"
    queue = "imports"
    corp_id: int
    export_id: int

    @override
    def lock(self) -> str:
        """One file is written by one."""
        return f"export:{self.corp_id}:{self.export_id}"


class ReckonGoods(Job, frozen=True):
    """Count which goods go together and how soon they are bought again."""

    name = "orders.reckon"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would count everything twice."""
        return f"orders.reckon:{self.corp_id}"
