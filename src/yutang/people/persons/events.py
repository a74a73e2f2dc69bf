"""What happens to people as such."""

from typing import Literal

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


class PersonDecided(Event, frozen=True):
    """An operator said whose an id is that messages call two people's; told of both."""

    kind = "person.decided"
    conflict_id: int
    outcome: Literal["own", "other", "shared"]
    """This person's, the other one's, or both have it and it ties nobody."""


class PersonUndecided(Event, frozen=True):
    """That was taken back; told of both."""

    kind = "person.undecided"
    conflict_id: int
