"""What happens to tags on relations."""

from yutang.kernel.events import Event


class TagAdded(Event, frozen=True):
    """A tag was put on a relation, or one of our own on the person."""

    kind = "tag.added"
    staff_id: int | None
    """The relation's member; None for one of our own tags, which sits on the person."""
    tag_id: int
    by: str
    """`channel:<id>`, `wecom` (somebody in WeCom), `user:<id>`, `staff:<id>` or `bulk:<id>`."""


class TagRemoved(Event, frozen=True):
    """A tag was taken off a relation, or one of our own off the person."""

    kind = "tag.removed"
    staff_id: int | None
    tag_id: int
    by: str
