"""Who is whose: the n-th member, customer and relation, each from its number alone.

Member t was given the customers of one range of numbers; those are his first. An eighth of all
customers has a second follower and a fortieth a third: the k-th of them is at the k-th place of a
permutation, and the places are dealt to the members in ranges again. So both sides can be asked:
whose is a customer, and whom has a member. Where the two of one relation would meet twice, the
later one does not exist: a hole in the member's list.

A relation has a serial number: that of the customer for his first, and so on upwards. All that is
told of it comes from its serial number.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from wecom_emulator.derivation import Plan

from .mixing import Ids, Permutation, mix
from .words import CITIES

DAY = 24 * 3600
SPAN = 1000 * DAY
"""How long it grew before the plan's moment."""
SECONDS, THIRDS = 8, 40
"""One customer in so many has a second, a third follower."""
STORE = 10
"""Members of a store."""
_LEAST, _RANGE = 300, 1401
"""Shares of customers lie between 0.3 and 1.7 of the average."""
_SLOTS = 4
_CHANCE = 1 << 16


@dataclass(frozen=True, slots=True)
class Salts:
    """What keeps the draws of one number apart."""

    person: int
    relation: int
    time: int
    group: int
    share: int


class Company:
    """Counting and finding; `names.py` and `rows.py` say what the found ones are like."""

    def __init__(self, corpid: str, plan: Plan) -> None:
        digest = hashlib.sha512(f"company|{corpid}|{plan.seed}".encode()).digest()
        key, base = digest[:16], int.from_bytes(digest[16:24], "big")
        head = hashlib.sha256(digest).hexdigest()[:8]
        self.plan, self.key, self.base = plan, key, base
        self.people = Ids(key, b"person", f"wm{head}")
        self.partner_head = f"wo{head}"
        self.unionids = Ids(key, b"union", f"o{head[:5]}")
        self.chats = Ids(key, b"chat", f"wr{head}")
        self.tags = Ids(key, b"tag", f"et{head}")
        self.salts = Salts(*(mix(base + place) for place in range(5)))
        self.customers = plan.customers if plan.staff else 0
        self.staff = plan.staff
        self.starts = self._starts()
        self.second = Permutation(self.customers, base + 10)
        self.third = Permutation(self.customers, base + 12)
        self.seconds = self.customers // SECONDS if self.staff > 1 else 0
        # With two members a third follower is one of the two again.
        self.thirds = self.customers // THIRDS if self.staff > 2 else 0  # noqa: PLR2004
        self.begin = plan.until - SPAN
        self.slots = [Permutation(plan.tags, base + 20 + 2 * slot) for slot in range(_SLOTS)]
        self._lines = [(slot.step, slot.shift) for slot in self.slots]

    def _starts(self) -> list[int]:
        salt = self.salts.share
        shares = [_LEAST + mix(t ^ salt) % _RANGE for t in range(self.staff)]
        whole = sum(shares)
        return [0, *(self.customers * part // whole for part in accumulate(shares))]

    def owner(self, n: int) -> int:
        """The first follower of customer n."""
        return bisect_right(self.starts, n) - 1

    def _dealt(self, k: int, places: int) -> int:
        """Whose the k-th of so many places is."""
        return ((k + 1) * self.staff - 1) // places

    def _second(self, n: int, first: int) -> int | None:
        k = self.second.place(n)
        if k >= self.seconds:
            return None
        member = self._dealt(k, self.seconds)
        return member if member != first else None

    def bonds(self, n: int) -> list[tuple[int, int]]:
        """The followers of customer n with the serial numbers of the relations, first one first."""
        first = self.owner(n)
        found = [(first, n)]
        second = self._second(n, first)
        if second is not None:
            found.append((second, self.customers + self.second.place(n)))
        k = self.third.place(n)
        if k < self.thirds:
            member = self._dealt(k, self.thirds)
            if member not in {first, second}:
                found.append((member, self.customers + self.seconds + k))
        return found

    def _ranges(self, t: int) -> list[tuple[int, int]]:
        """The serial numbers of a member's relations, holes included: three ranges."""
        n, two, three = self.customers, self.seconds, self.thirds
        return [
            (self.starts[t], self.starts[t + 1]),
            (n + two * t // self.staff, n + two * (t + 1) // self.staff),
            (n + two + three * t // self.staff, n + two + three * (t + 1) // self.staff),
        ]

    def places(self, t: int) -> int:
        """How many places a member's list has, holes included."""
        return sum(end - start for start, end in self._ranges(t))

    def serial(self, t: int, place: int) -> int:
        """The serial number at a place of a member's list."""
        for start, end in self._ranges(t):
            if place < end - start:
                return start + place
            place -= end - start
        raise IndexError(place)

    def place(self, t: int, serial: int) -> int:
        """The other way round."""
        before = 0
        for start, end in self._ranges(t):
            if start <= serial < end:
                return before + serial - start
            before += end - start
        raise ValueError(serial)

    def customer(self, t: int, serial: int) -> int | None:
        """The customer of a member's relation; None is a hole."""
        if serial < self.customers:
            return serial
        k = serial - self.customers
        if k < self.seconds:
            n = self.second.at(k)
            return n if self.owner(n) != t else None
        n = self.third.at(k - self.seconds)
        first = self.owner(n)
        return n if t not in {first, self._second(n, first)} else None

    def serials(self, t: int, start: int = 0) -> Iterator[tuple[int, int, int]]:
        """(place, serial, customer) of a member's list from a place on, without the holes."""
        before = 0
        for begin, end in self._ranges(t):
            for serial in range(begin + max(0, start - before), end):
                n = self.customer(t, serial)
                if n is not None:
                    yield before + serial - begin, serial, n
            before += end - begin

    def added_at(self, t: int, serial: int, n: int) -> int:
        """When a relation began: the first ones of a member one after the other, as they stand."""
        chance = mix(serial ^ self.salts.time)
        if serial < self.customers:
            start, end = self.starts[t], self.starts[t + 1]
            slot = (serial - start) * _CHANCE + chance % _CHANCE
            return self.begin + slot * SPAN // ((end - start) * _CHANCE)
        met = self.added_at(self.owner(n), n, n)
        return met + 1 + chance % max(1, self.plan.until - met - 1)

    def firsts_before(self, t: int, moment: int) -> int:
        """How many first relations of a member began before a moment."""
        start, end = self.starts[t], self.starts[t + 1]
        return bisect_left(
            range(start, end), moment, key=lambda serial: self.added_at(t, serial, serial)
        )

    def later_adds(self, t: int) -> list[int]:
        """When the second and third relations of a member began, sorted."""
        place = self.starts[t + 1] - self.starts[t]
        return sorted(self.added_at(t, serial, n) for _, serial, n in self.serials(t, place))

    def tag_numbers(self, serial: int, chance: int) -> list[int]:
        """The numbers of the tags on a relation: none to four."""
        every = self.plan.tags
        if not every:
            return []
        lines = self._lines[: chance % (_SLOTS + 1)]
        found = [(serial * step + shift) % every for step, shift in lines]
        return found if len(found) <= 1 else list(dict.fromkeys(found))

    def carrying(self, t: int, tag: int) -> Iterator[tuple[int, int]]:
        """(serial, customer) of a member's relations that have a tag at one of the slots at all.

        Whether it is really there depends on how many of the slots the relation uses.
        """
        every = self.plan.tags
        for slot in self.slots:
            first = slot.place(tag)
            for start, end in self._ranges(t):
                for serial in range(start + (first - start) % every, end, every):
                    n = self.customer(t, serial)
                    if n is not None:
                        yield serial, n

    def city(self, t: int) -> str:
        """Where a member works."""
        return CITIES[t // STORE % len(CITIES)]
