"""What a reading shows and what became of it: the words of absorbing."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, NamedTuple

from . import truth


class Sighting(NamedTuple):
    """One relation as a reading shows it, with its person.

    `added_at` is in unix seconds; `asked_at` the moment before WeCom was asked: a tag that it got
    from us since then it need not show.
    """

    account: str
    external_id: str
    name: str
    avatar: str
    gender: int
    platform: str
    company: str
    unionid: str | None
    added_at: int
    add_way: int | None
    channel: str | None
    remark: str
    description: str
    operator: str | None
    phones: tuple[str, ...]
    wecom_tag_ids: tuple[str, ...]
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that was not here as WeCom shows it; `before` and `after` name no person."""

    kind: Literal["relation_missing", "relation", "tags", "profile"]
    customer_id: int
    staff_id: int | None
    before: dict[str, object]
    after: dict[str, object]


@dataclass(slots=True)
class Absorbed:
    """What a call wrote; `differences` only where it was asked to tell them."""

    relations: int = 0
    new_customers: int = 0
    changed_customers: int = 0
    differences: list[Difference] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    """(customer id, staff id) of every relation that was shown."""

    def with_more(self, other: "Absorbed") -> "Absorbed":
        """Both together."""
        return Absorbed(
            relations=self.relations + other.relations,
            new_customers=self.new_customers + other.new_customers,
            changed_customers=self.changed_customers + other.changed_customers,
            differences=[*self.differences, *other.differences],
            pairs=[*self.pairs, *other.pairs],
        )


@dataclass(slots=True)
class Library:
    """What is kept from one call to the next: our ids of tags and of members never change."""

    tag_ids: dict[str, int] = field(default_factory=dict)
    """By WeCom's; those that the library of tags does not hold yet are not here."""
    staff_ids: dict[str, int] = field(default_factory=dict)
    """By account as given."""
    unknown: bool = False
    """Most persons of the last call were new, so that those of the next one will be."""
    related_to: int = 1
    """WeCom knows everybody with a number below this one, unless there are strangers."""
    strangers: bool = False
    """Somebody may be known by another id alone, whom a reading may find under WeCom's."""

    def copy(self) -> "Library":
        """One that may be filled without filling this one."""
        return replace(self, tag_ids=dict(self.tag_ids), staff_ids=dict(self.staff_ids))


@dataclass(slots=True)
class Chunk:
    """The relations of one call by the ids that they have here."""

    sightings: list[Sighting]
    """Each pair once, the last word of it."""
    library: Library
    ids: dict[str, int] = field(default_factory=dict)

    def of(self, sightings: Iterable[Sighting]) -> "Chunk":
        """A part of it."""
        return Chunk(list(sightings), self.library, self.ids)

    def pair(self, one: Sighting) -> tuple[int, int]:
        """(customer id, staff id)."""
        return self.ids[one.external_id], self.library.staff_ids[one.account]

    def tags(self, one: Sighting) -> list[int]:
        """Ours, of those the library holds."""
        known = self.library.tag_ids
        return sorted({known[wecom_id] for wecom_id in one.wecom_tag_ids if wecom_id in known})

    def persons(self) -> dict[int, list[Sighting]]:
        """All that was seen of each person, by id; the last is the last word on him.

        In the order of ids: who locks rows in one order never waits in a ring.
        """
        ids = self.ids
        found: dict[int, list[Sighting]] = {}
        for one in self.sightings:
            found.setdefault(ids[one.external_id], []).append(one)
        return dict(sorted(found.items()))


def true_adds(seen: Iterable[Sighting]) -> tuple[Sighting, Sighting] | None:
    """The earliest and the newest, if any: shares and assignments are none."""
    first = last = None
    for one in seen:
        if truth.owner_change(one.add_way) is not None:
            continue
        if first is None or last is None:
            first = last = one
        elif one.added_at < first.added_at:
            first = one
        elif one.added_at > last.added_at:
            last = one
    return None if first is None or last is None else (first, last)


def remarks(seen: Iterable[Sighting]) -> list[str]:
    """What his members call a person."""
    return [one.remark for one in seen if one.remark]
