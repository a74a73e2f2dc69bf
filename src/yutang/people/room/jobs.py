"""Counting what is used of WeCom's ceilings."""

from typing import Literal

from typing_extensions import override

from yutang.kernel.jobs import Job

RoomKind = Literal["customers", "codes", "tags", "links"]


class CountRoom(Job, frozen=True):
    """Count a corp's customers and tags; ask WeCom for its codes and the quota of its links."""

    name = "room.count"
    queue = "sync"
    corp_id: int
    kinds: tuple[RoomKind, ...] = ("customers", "codes", "tags", "links")

    @override
    def lock(self) -> str:
        """Two counts at once would only do the work twice."""
        return f"room:{self.corp_id}"


class CountLoads(Job, frozen=True):
    """Count the customers of every member of a corp anew."""

    name = "room.loads"
    corp_id: int

    @override
    def lock(self) -> str:
        """As above."""
        return f"loads:{self.corp_id}"
