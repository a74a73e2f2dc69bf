"""What happens to people as such."""

from yutang.kernel.events import Event


class PersonMerged(Event, frozen=True):
    """Somebody turned out to be this person: what was known of him is this person's now."""

    kind = "person.merged"
    from_id: int
    merge_id: int


class PersonUnmerged(Event, frozen=True):
    """Two who had been taken for one are two again; told of both."""

    kind = "person.unmerged"
    from_id: int
    merge_id: int
