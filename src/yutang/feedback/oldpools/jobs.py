"""Making codes and tags of old pools."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class MakePools(Job, frozen=True):
    """Make the code and the tag of each old pool of a corp that has none."""

    name = "old_pools.make"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two at once would only wait for each other."""
        return f"old_pools:{self.corp_id}"
