"""What happens to tags on relations."""

from yutang.kernel.events import Event


class TagAdded(Event, frozen=True):
    """A tag was put on a relation."""

    kind = "tag.added"
    staff_id: int
    tag_id: int
    by: str
    """`channel:<id>`, `wecom` (put there by somebody in WeCom) or `user:<id>`."""


class TagRemoved(Event, frozen=True):
    """A tag was taken off a relation."""

    kind = "tag.removed"
    staff_id: int
    tag_id: int
    by: str
