"""Persons and relations as a corp sees them: derived where nothing changed, kept where it did."""

from array import array
from bisect import bisect_left
from collections.abc import (
    Collection,
    ItemsView,
    Iterator,
    KeysView,
    ValuesView,
)
from itertools import islice
from typing import Any
from weakref import WeakValueDictionary

from typing_extensions import override

from wecom_emulator.derivation import Derivation
from wecom_emulator.state import SHOWN, Corp, Person, Relation

from .company import DAY, Company
from .rows import Rows


class _RoomyRelation(Relation):
    """A relation with room for its home; made as quickly as an ordinary one."""

    __slots__ = ("__weakref__", "_home")
    _home: Corp | None


class DerivedRelation(_RoomyRelation):
    """One that was computed: the corp keeps it as soon as something of it is set."""

    __slots__ = ()

    @override
    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        home = self._home
        if home is not None:
            object.__setattr__(self, "_home", None)
            home.keep(self)


class _RoomyPerson(Person):
    """A person with room for his home; made as quickly as an ordinary one."""

    __slots__ = ("__weakref__", "_home")
    _home: "Persons | None"


class DerivedPerson(_RoomyPerson):
    """The same of a person."""

    __slots__ = ()

    @override
    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        home = self._home
        if home is not None:
            object.__setattr__(self, "_home", None)
            home[self.external_userid] = self


class Persons(dict[str, Person]):
    """By external_userid: the dictionary itself holds those kept, others are made when asked for.

    Written to a file it is what is kept. It is as long as there are people; going through all of
    them takes seconds for every million.
    """

    def __init__(self, rows: Rows, kept: dict[str, Person]) -> None:
        super().__init__(kept)
        self._rows = rows
        self._alive: WeakValueDictionary[str, _RoomyPerson] = WeakValueDictionary()
        self._new = sum(rows.number(id_) is None for id_ in kept)

    def __missing__(self, key: str) -> Person:
        found = self._alive.get(key)
        if found is None:
            n = self._rows.number(key)
            if n is None:
                raise KeyError(key)
            made = self._rows.person(n, key, _RoomyPerson)
            # Only from here on is a change a change.
            made._home = self  # noqa: SLF001 - its maker
            made.__class__ = DerivedPerson
            self._alive[key] = found = made
        return found

    @override
    def get(self, key: str, default: Any = None) -> Any:
        try:
            return self[key]
        except KeyError:
            return default

    @override
    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (
            super().__contains__(key) or self._rows.number(key) is not None
        )

    @override
    def __len__(self) -> int:
        return self._rows.company.customers + self._new

    def __bool__(self) -> bool:
        return len(self) > 0

    @override
    def __setitem__(self, key: str, person: Person) -> None:
        if not super().__contains__(key) and self._rows.number(key) is None:
            self._new += 1
        super().__setitem__(key, person)

    @override
    def setdefault(self, key: str, default: Any = None) -> Any:
        if key not in self:
            self[key] = default
        return self[key]

    @override
    def pop(self, key: str, *default: Any) -> Any:
        """Only somebody new can go again."""
        if super().__contains__(key) and self._rows.number(key) is None:
            self._new -= 1
            return super().pop(key)
        if default:
            return default[0]
        raise KeyError(key)

    @override
    def popitem(self) -> tuple[str, Person]:
        for key in self._new_ones():
            return key, self.pop(key)
        message = "nobody is new"
        raise KeyError(message)

    def _new_ones(self) -> Iterator[str]:
        """Those who were not generated, the newest first."""
        return (key for key in super().__reversed__() if self._rows.number(key) is None)

    @override
    def __iter__(self) -> Iterator[str]:
        yield from (self._rows.external(n) for n in range(self._rows.company.customers))
        yield from reversed(list(self._new_ones()))

    @override
    def __reversed__(self) -> Iterator[str]:
        yield from self._new_ones()
        yield from (self._rows.external(n) for n in reversed(range(self._rows.company.customers)))

    @override
    def keys(self) -> Any:
        return KeysView(self)

    @override
    def items(self) -> Any:
        return ItemsView(self)

    @override
    def values(self) -> Any:
        return _People(self)


class _People(ValuesView[Person]):
    """All persons, from either end."""

    def __init__(self, persons: Persons) -> None:
        super().__init__(persons)
        self._persons = persons

    def __reversed__(self) -> Iterator[Person]:
        return (self._persons[key] for key in reversed(self._persons))


class Population(Derivation):
    """The people of one generated corp."""

    def __init__(self, corp: Corp, rows: Rows) -> None:
        self.rows = rows
        self.company: Company = rows.company
        self._corp = corp
        self._alive: WeakValueDictionary[tuple[str, str], _RoomyRelation] = WeakValueDictionary()
        self._later: dict[int, array[int]] = {}

    @override
    def people(self) -> int:
        return self.company.customers

    @override
    def external(self, n: int) -> str:
        return self.rows.external(n)

    @override
    def knows(self, external_userid: str) -> bool:
        return self.rows.number(external_userid) is not None

    def _derived(self, t: int, serial: int, n: int, external: str) -> Relation:
        key = self.rows.userids[t], external
        found = self._alive.get(key)
        if found is None:
            made = self.rows.relation(t, serial, n, external, _RoomyRelation)
            # Only from here on is a change a change.
            made._home = self._corp  # noqa: SLF001 - its maker
            made.__class__ = DerivedRelation
            self._alive[key] = found = made
        return found

    @override
    def between(self, external_userid: str) -> dict[str, Relation]:
        n = self.rows.number(external_userid)
        if n is None:
            return {}
        kept = self._corp.relations.get(external_userid, {})
        return {
            userid: self._derived(t, serial, n, external_userid)
            for t, serial in self.company.bonds(n)
            if (userid := self.rows.userids[t]) not in kept
        }

    @override
    def by_member(self, userid: str) -> Iterator[Relation]:
        t = self.rows.members.get(userid)
        if t is None:
            return
        kept = self._corp.kept_by(userid)
        found = list(self.company.serials(t))
        externals = self.rows.externals([n for _, _, n in found])
        for (_, serial, n), external in zip(found, externals, strict=True):
            if external not in kept:
                yield self._derived(t, serial, n, external)

    @override
    def tagged(self, userid: str, tags: Collection[str]) -> Iterator[Relation]:
        t = self.rows.members.get(userid)
        if t is None:
            return
        kept = self._corp.kept_by(userid)
        told: set[int] = set()
        for tag in tags:
            number = self.company.tags.number(tag)
            if number is None or number >= len(self.rows.tags):
                continue
            for serial, n in self.company.carrying(t, number):
                carried = self.rows.tags_of(serial, self.rows.chance_of(serial))
                external = self.rows.external(n)
                if tag in carried and serial not in told and external not in kept:
                    told.add(serial)
                    yield self._derived(t, serial, n, external)

    @override
    def page(self, userid: str, offset: int, size: int) -> tuple[list[Relation], int | None] | None:
        t = self.rows.members.get(userid)
        if t is None:
            return None
        kept = self._corp.kept_by(userid)
        found: list[tuple[int, Relation]] = []
        end = self.company.places(t)
        place = offset
        while place < end and len(found) <= size:
            part = list(islice(self.company.serials(t, place), size + 1 - len(found)))
            if not part:
                break
            externals = self.rows.externals([n for _, _, n in part])
            for (at, serial, n), external in zip(part, externals, strict=True):
                mine = kept.get(external) if kept else None
                if mine is None:
                    found.append((at, self.rows.relation(t, serial, n, external, Relation)))
                elif mine.state in SHOWN:
                    found.append((at, mine))
            place = part[-1][0] + 1
        if len(found) <= size:
            found += [row for row in self._new_rows(userid, end) if row[0] >= offset]
        rows = [relation for _, relation in found[:size]]
        return rows, (found[size][0] if len(found) > size else None)

    def _new_rows(self, userid: str, place: int) -> list[tuple[int, Relation]]:
        """A member's relations that were not generated, each with its place in his list."""
        new = [r for r in self._corp.kept_by(userid).values() if self._place_of(r) is None]
        return [(place + at, r) for at, r in enumerate(new) if r.state in SHOWN]

    def _place_of(self, relation: Relation) -> tuple[int, int, int] | None:
        """(member, serial, customer) of a pair that was generated."""
        n = self.rows.number(relation.external_userid)
        t = self.rows.members.get(relation.userid)
        if n is None or t is None:
            return None
        found = next((serial for mine, serial in self.company.bonds(n) if mine == t), None)
        return (t, found, n) if found is not None else None

    @override
    def load(self, userid: str) -> int:
        count = 0
        t = self.rows.members.get(userid)
        if t is not None:
            count = self.company.starts[t + 1] - self.company.starts[t] + len(self._later_of(t))
        for relation in self._corp.kept_by(userid).values():
            was, now = self._place_of(relation) is not None, relation.state in SHOWN
            count += now - was
        return count

    def _later_of(self, t: int) -> "array[int]":
        if t not in self._later:
            self._later[t] = array("Q", self.company.later_adds(t))
        return self._later[t]

    @override
    def adds(self, userid: str, days: range) -> dict[int, int]:
        t = self.rows.members.get(userid)
        if t is None:
            return {}
        later, company = self._later_of(t), self.company

        def before(moment: int) -> int:
            return company.firsts_before(t, moment) + bisect_left(later, moment)

        found = {day: before(day + DAY) - before(day) for day in days}
        for relation in self._corp.kept_by(userid).values():
            place = self._place_of(relation)
            if place is None:
                continue
            began = company.added_at(*place)
            for day in days:
                found[day] -= day <= began < day + DAY
        return found

    @override
    def of_unionid(self, unionid: str) -> str | None:
        n = self.rows.of_unionid(unionid)
        return self.rows.external(n) if n is not None else None

    @override
    def having_followers(self) -> int:
        count = self.company.customers
        for external in self._corp.relations:
            has = any(r.state in SHOWN for r in self._corp.between(external).values())
            count += has - (self.rows.number(external) is not None)
        return count

    @override
    def drop_tags(self, gone: Collection[str]) -> None:
        plan, known = self.company.plan, set(self.rows.tags)
        plan.gone_tags += sorted((known & set(gone)) - self.rows.gone)
        self.rows.gone = set(plan.gone_tags)
