"""Customer groups: their heads are made at once, who is in one each time it is asked for."""

from collections import OrderedDict
from collections.abc import ItemsView, Iterator, KeysView, ValuesView
from typing import Any

from typing_extensions import override

from wecom_emulator.state import Group

from .company import DAY, SPAN
from .mixing import Permutation, mix
from .rows import Rows
from .words import GROUP_NAMES

_LEAST, _RANGE = 20, 131
"""A group has 20 to 150 draws of customers; who is drawn twice is in it once."""
_STRANGERS = 8
"""One draw in so many is of all customers, the others are of the owner's own."""
_SEATS = (_LEAST + _RANGE) // _STRANGERS
"""Places in the order of all customers that a group may draw from: no two groups the same."""


_REMEMBERED = 100
"""Of how many people it is remembered in which groups they are."""


class Members(dict[str, int]):  # noqa: PLW1641 - as little to be hashed as any dictionary
    """Who is in a group since when; computed until somebody comes or goes."""

    def __init__(self, seats: "Seats", number: int) -> None:
        super().__init__()
        self._seats: Seats | None = seats
        self._number = number
        self._group: DerivedGroup | None = None

    def watch(self, group: "DerivedGroup") -> None:
        """Whose they are: a change of one is a change of the other."""
        self._group = group

    def settle(self) -> None:
        """Hold them from now on."""
        if self._seats is not None:
            found, self._seats = self._all(), None
            super().update(found)

    def _all(self) -> dict[str, int]:
        return dict(super().items()) if self._seats is None else self._seats.of(self._number)

    def _change(self) -> None:
        self.settle()
        if self._group is not None:
            self._group.keep()

    @override
    def __getitem__(self, key: str) -> int:
        return self._all()[key]

    @override
    def get(self, key: str, default: Any = None) -> Any:
        return self._all().get(key, default)

    @override
    def __contains__(self, key: object) -> bool:
        if self._seats is None:
            return super().__contains__(key)
        return isinstance(key, str) and self._seats.has(self._number, key)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    @override
    def __reversed__(self) -> Iterator[str]:
        return reversed(self._all())

    @override
    def __len__(self) -> int:
        return super().__len__() if self._seats is None else self._seats.count(self._number)

    def __bool__(self) -> bool:
        return len(self) > 0

    @override
    def keys(self) -> Any:
        return KeysView(self._all())

    @override
    def items(self) -> Any:
        return ItemsView(self._all())

    @override
    def values(self) -> Any:
        if self._seats is not None:
            return self._seats.times(self._number)
        return ValuesView(self._all())

    @override
    def __setitem__(self, key: str, joined_at: int) -> None:
        self._change()
        super().__setitem__(key, joined_at)

    @override
    def __delitem__(self, key: str) -> None:
        self._change()
        super().__delitem__(key)

    @override
    def pop(self, key: str, *default: Any) -> Any:
        self._change()
        return super().pop(key, *default)

    @override
    def setdefault(self, key: str, default: Any = 0) -> Any:
        self._change()
        return super().setdefault(key, default)

    @override
    def update(self, *more: Any, **named: int) -> None:
        self._change()
        super().update(*more, **named)

    @override
    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, Members) else other)

    @override
    def copy(self) -> dict[str, int]:
        return self._all()

    @override
    def __or__(self, other: Any) -> Any:
        return self._all() | dict(other)


class DerivedGroup(Group):
    """One that was computed: it is kept as soon as something of it changes."""

    __slots__ = ("_home",)

    @override
    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        self.keep()

    def watch(self, home: "Groups") -> None:
        """Changes from now on are kept there."""
        object.__setattr__(self, "_home", home)

    def keep(self) -> None:
        """Something of it changed."""
        home = getattr(self, "_home", None)
        if home is None:
            return
        object.__setattr__(self, "_home", None)
        if isinstance(self.members, Members):
            self.members.settle()
        home[self.chat_id] = self


class Groups(dict[str, Group]):
    """By chat_id: the dictionary itself holds the changed and the new ones, as a file shall."""

    def __init__(self, rows: Rows, kept: dict[str, Group]) -> None:
        super().__init__(kept)
        self._known: OrderedDict[str, list[str]] = OrderedDict()
        seats = Seats(rows)
        heads = (seats.head(number) for number in range(seats.groups))
        self._all: dict[str, Group] = {head.chat_id: head for head in heads} | kept
        for head in self._all.values():
            if isinstance(head, DerivedGroup):
                head.watch(self)

    def holding(self, who: str) -> list[Group]:
        """The groups somebody is in; of those that never changed it is worked out once."""
        known = self._known.get(who)
        if known is None:
            rest = (key for key in self._all if not super(Groups, self).__contains__(key))
            known = self._known[who] = [key for key in rest if who in self._all[key].members]
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        unchanged = [self._all[key] for key in known if not super(Groups, self).__contains__(key)]
        return unchanged + [group for group in super().values() if who in group.members]

    @override
    def __getitem__(self, key: str) -> Group:
        return self._all[key]

    @override
    def get(self, key: str, default: Any = None) -> Any:
        return self._all.get(key, default)

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._all

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    @override
    def __reversed__(self) -> Iterator[str]:
        return reversed(self._all)

    @override
    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return bool(self._all)

    @override
    def keys(self) -> Any:
        return self._all.keys()

    @override
    def items(self) -> Any:
        return self._all.items()

    @override
    def values(self) -> Any:
        return self._all.values()

    @override
    def __setitem__(self, key: str, group: Group) -> None:
        self._all[key] = group
        super().__setitem__(key, group)


class Seats:
    """Who sits in which group."""

    def __init__(self, rows: Rows) -> None:
        self._rows, self._company = rows, rows.company
        # Where nobody works nobody owns a group.
        self.groups = self._company.plan.groups if self._company.staff else 0
        self._order = Permutation(self._company.customers, self._company.salts.group + 1)

    def _chance(self, number: int) -> int:
        return mix(number ^ self._company.salts.group)

    def _owner(self, number: int) -> int:
        return (self._chance(number) >> 32) % self._company.staff

    def _opened_at(self, number: int) -> int:
        return self._company.plan.until - DAY - (self._chance(number) >> 8) % (SPAN - 2 * DAY)

    def head(self, number: int) -> DerivedGroup:
        """A group with all but its members."""
        chance, t = self._chance(number), self._owner(number)
        topic = GROUP_NAMES[chance % len(GROUP_NAMES)]
        members = Members(self, number)
        made = DerivedGroup(
            self._company.chats.of(number),
            f"{self._company.city(t)}{topic} {number + 1} 群",
            self._rows.userids[t],
            self._opened_at(number),
            members,
            version=f"{mix(chance):016x}{mix(chance + 1):016x}",
        )
        members.watch(made)
        return made

    def _draws(self, number: int) -> tuple[int, int]:
        """How many customers of the owner, and how many of all, are drawn."""
        if not self._company.customers:
            return 0, 0
        draws = _LEAST + (self._chance(number) >> 24) % _RANGE
        return draws - draws // _STRANGERS, draws // _STRANGERS

    def _people(self, number: int) -> dict[int, int]:
        """The customers in a group with when they came."""
        company, chance, t = self._company, self._chance(number), self._owner(number)
        start, mine = company.starts[t], company.starts[t + 1] - company.starts[t]
        own, strangers = self._draws(number)
        found = [start + (mix(chance + at) >> 20) % mine for at in range(own if mine else 0)]
        found += [self._order.at(number * _SEATS + at) for at in range(strangers)]
        opened = self._opened_at(number)
        open_for = company.plan.until - opened
        return {n: opened + mix(chance ^ n) % open_for for n in found}

    def _colleagues(self, number: int) -> dict[str, int]:
        """The owner and a colleague of his."""
        t, opened, names = self._owner(number), self._opened_at(number), self._rows.userids
        return {names[t]: opened, names[(t + 1) % len(names)]: opened}

    def of(self, number: int) -> dict[str, int]:
        """All of a group, the owner first."""
        people = self._people(number)
        externals = self._rows.externals(list(people))
        return self._colleagues(number) | dict(zip(externals, people.values(), strict=True))

    def has(self, number: int, who: str) -> bool:
        """Whether somebody is one of them; who is no customer of the owner is found at once."""
        n = self._rows.number(who)
        if n is None:
            return who in self._colleagues(number)
        t, starts = self._owner(number), self._company.starts
        if starts[t] <= n < starts[t + 1]:
            return n in self._people(number)
        _, strangers = self._draws(number)
        return (self._order.place(n) - number * _SEATS) % self._order.size < strangers

    def count(self, number: int) -> int:
        """How many they are."""
        return len(self._colleagues(number)) + len(self._people(number))

    def times(self, number: int) -> list[int]:
        """When they came, in the same order."""
        return [*self._colleagues(number).values(), *self._people(number).values()]
