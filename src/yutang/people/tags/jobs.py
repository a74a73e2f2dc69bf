"""Long work on tags."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class MirrorTags(Job, frozen=True):
    """Tell WeCom, with the quota that is over, of what was tagged in bulk."""

    name = "tags.mirror"
    queue = "tags"
    corp_id: int

    @override
    def lock(self) -> str:
        """One run of a corp at a time: it takes rows without leases."""
        return f"tags.mirror:{self.corp_id}"


class MergeTag(Job, frozen=True):
    """Put one tag in the place of another, on everybody who wears it."""

    name = "tags.merge"
    queue = "tags"
    corp_id: int
    tag_id: int

    @override
    def lock(self) -> str:
        """Its place is one row."""
        return f"tags.merge:{self.corp_id}:{self.tag_id}"


class CountTags(Job, frozen=True):
    """Count who wears what."""

    name = "tags.count"
    queue = "tags"
    corp_id: int

    @override
    def lock(self) -> str:
        """Two counts at once would only do the work twice."""
        return f"tags.count:{self.corp_id}"
