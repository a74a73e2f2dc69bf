"""Who did something so often within a window: from bitmaps of whole days, added up.

A day that is over changes no more, and of the running one little is to be read again. So each day
of a kind is kept as numbers in bitmaps (`tallies`), by the company's own midnights; the parts of
days at a window's ends are asked of the store.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import itemgetter
from typing import Any, Final

import structlog
from clickhouse_connect.driver.exceptions import ClickHouseError
from pyroaring import BitMap

from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Did, Leaf, Scene

from . import bits, tallies
from .errors import AudienceTimeoutError
from .keeping import Entry, Kept
from .store import Store
from .tallies import Tally

log = structlog.get_logger(__name__)

DAYS: Final = 400
"""Of longer windows the store is asked as a whole."""
ALIASES: Final = 100_000
"""Where more people were merged than that, too."""
_DIGITS: Final = (8, 16)
"""Most do nothing more often than 255 times on a day; more than 65,535 are not counted quickly."""
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_BY_DAY: Final = """
select day, {numbers}, max(n) from (
  select toInt64(roundDown(toUnixTimestamp64Micro(at), {begins:Array(Int64)})) as day, customer_id,
         count() as n
  from events where corp_id = {corp_id:UInt32} and kind = {kind:String} and ({spans})
  group by day, customer_id
) group by day
"""
_HOW_MANY: Final = """
select count() from events where corp_id = {corp_id:UInt32} and kind = {kind:String}
  and at >= fromUnixTimestamp64Micro({since:Int64}, 'UTC')
  and at < fromUnixTimestamp64Micro({until:Int64}, 'UTC')
"""
_AT_ONCE: Final = 3_000_000
"""Events of one reading of days: who asks does not wait for more."""
_MERGED: Final = "select from_id, to_id from aliases final where corp_id = {corp_id:UInt32}"


Span = tuple[datetime, datetime | None]
"""From and before."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a leaf is answered: the beginnings of its whole days, where the last ends, its parts."""

    leaf: Did
    zone: str
    """By whose midnights."""
    begins: tuple[datetime, ...]
    ends: datetime
    parts: tuple[Span, ...]

    @property
    def is_open(self) -> bool:
        """Whether the last part has no end."""
        return bool(self.parts) and self.parts[-1][1] is None


def plan(leaf: Leaf, scene: Scene) -> Plan | None:
    """None where the store has to be asked as a whole."""
    if not isinstance(leaf, Did) or leaf.where or leaf.measure not in {"count", "days"}:
        return None
    ends = conditions.bounds(leaf.window, scene)
    if ends.since is None:
        return None
    # What was told of days to come counts as well.
    today = scene.now.astimezone(scene.zone).date() + timedelta(days=1)
    last = ends.until or conditions.start_of(today, scene.zone)
    if last - ends.since > timedelta(days=DAYS):
        return None
    starts = _midnights(ends.since, last, scene)
    if len(starts) <= 1:
        return None
    parts: list[Span] = []
    if ends.since < starts[0]:
        parts.append((ends.since, starts[0]))
    if ends.until is None or starts[-1] < ends.until:
        parts.append((starts[-1], ends.until))
    return Plan(leaf, scene.zone.key, tuple(starts[:-1]), starts[-1], tuple(parts))


def _midnights(since: datetime, until: datetime, scene: Scene) -> list[datetime]:
    """Where days begin, from `since` to `until`, both included."""
    day = since.astimezone(scene.zone).date()
    found = []
    while (start := conditions.start_of(day, scene.zone)) <= until:
        if start >= since:
            found.append(start)
        day += timedelta(days=1)
    return found


class Deeds:
    """Answers plans; the days lie with everything else that is kept."""

    def __init__(self, store: Store, kept: Kept) -> None:
        self._store = store
        self._kept = kept
        self._heavy: dict[tuple[int, str], int] = {}
        """Of a kind so many days were too much to keep."""
        self._reading: dict[tuple[int, str], asyncio.Task[None]] = {}

    async def answer(self, corp_id: int, asked: Plan) -> BitMap | None:
        """Whom the SELECT of the compiled leaf would name; None where it must be asked."""
        if len(asked.begins) >= self._heavy.get((corp_id, asked.leaf.kind), DAYS + 2):
            return None
        now = await self._merged(corp_id)
        if now is None:
            return None
        known: list[Tally] = []
        missing: list[datetime] = []
        for begin in asked.begins:
            if (entry := self._kept.find(corp_id, _key(asked, begin), 0)) is not None:
                known.append(list(entry.digits))
            else:
                missing.append(begin)
        step = await self._days_at_once(corp_id, asked, missing)
        if len(missing) > step:
            # As a whole it is answered sooner; the next time the days are there.
            self._begin(corp_id, asked, missing, step)
            return None
        # What is known is added up while the store is asked for the rest.
        adding = asyncio.create_task(asyncio.to_thread(_add_up, asked.leaf, [], known, now))
        try:
            rows = await self._read(corp_id, asked, missing, asked.parts)
        finally:
            total = await adding
        if rows is None:
            return None
        parts = [rows.get(_micros(since), []) for since, _ in asked.parts]
        if asked.leaf.measure == "days" and asked.is_open and parts[-1]:
            # The days to come are not told apart.
            return None
        rest = [*(rows.get(_micros(day), []) for day in missing), *parts]
        return await asyncio.to_thread(_judge, asked.leaf, total, rest, now)

    async def settle(self) -> None:
        """Wait until nothing is read beside the questions any more."""
        while self._reading:
            await asyncio.gather(*self._reading.values(), return_exceptions=True)

    async def close(self) -> None:
        """Read no more."""
        for task in self._reading.values():
            task.cancel()
        await self.settle()

    def _begin(self, corp_id: int, asked: Plan, missing: Sequence[datetime], step: int) -> None:
        """Read days of a kind beside the questions, one reading at a time."""
        which = (corp_id, asked.leaf.kind)
        if which in self._reading:
            return

        async def read() -> None:
            try:
                for place in range(0, len(missing), step):
                    # Who began may have looked for them before another reading ended.
                    some = self._unknown(corp_id, asked, missing[place : place + step])
                    if not some:
                        continue
                    if await self._read(corp_id, asked, some, ()) is None or which in self._heavy:
                        return
            except (ClickHouseError, AudienceTimeoutError):
                # The next question tries again, and is told what is wrong.
                log.exception("audience.days_unread", corp_id=corp_id, kind=asked.leaf.kind)
            finally:
                self._reading.pop(which, None)

        self._reading[which] = asyncio.create_task(read())

    def _unknown(self, corp_id: int, asked: Plan, days: Sequence[datetime]) -> list[datetime]:
        return [one for one in days if self._kept.find(corp_id, _key(asked, one), 0) is None]

    async def _read(
        self, corp_id: int, asked: Plan, missing: Sequence[datetime], parts: Sequence[Span]
    ) -> dict[int, Tally] | None:
        """Read days and keep them, and parts of days; None where it cannot be."""
        touched = {
            day: self._kept.epochs(corp_id, _touches(asked, day), ("all",)) for day in missing
        }
        rows = await self._rows(corp_id, asked, missing, parts)
        if rows is None:
            return None
        found = {day: rows.get(_micros(day), []) for day in missing}
        weights = {day: sum(map(bits.weight, tally)) + 64 for day, tally in found.items()}
        # As many of such days as are asked for.
        weight = sum(weights.values()) * len(asked.begins) // max(len(missing), 1)
        if weight > self._kept.budget_bytes // 2:
            self._heavy[corp_id, asked.leaf.kind] = len(asked.begins)
            return rows
        for day, tally in found.items():
            entry = Entry(BitMap(), weights[day], touched=touched[day], digits=tuple(tally))
            self._kept.keep(corp_id, _key(asked, day), entry)
        return rows

    async def _days_at_once(self, corp_id: int, asked: Plan, missing: Sequence[datetime]) -> int:
        """How many of them are read soon enough."""
        if len(missing) <= 1:
            return 1
        found = await self._store.query(
            _HOW_MANY,
            {
                "corp_id": corp_id,
                "kind": asked.leaf.kind,
                "since": _micros(missing[0]),
                "until": _micros(asked.ends),
            },
        )
        days = sum(begin >= missing[0] for begin in asked.begins)
        return max(1, _AT_ONCE * days // max(int(found[0][0]), 1))

    async def _rows(
        self, corp_id: int, asked: Plan, missing: Sequence[datetime], parts: Sequence[Span]
    ) -> dict[int, Tally] | None:
        """How often who did it, by what begins when; None where a number has too many digits."""
        after = dict(zip(asked.begins, (*asked.begins[1:], asked.ends), strict=True))
        wanted: list[Span] = [*((day, after[day]) for day in missing), *parts]
        if not wanted:
            return {}
        spans: list[Span] = []
        for since, until in sorted(wanted, key=itemgetter(0)):
            if spans and spans[-1][1] == since:
                spans[-1] = (spans[-1][0], until)
            else:
                spans.append((since, until))
        begins = sorted([*missing, *(since for since, _ in parts)])
        params: dict[str, Any] = {
            "corp_id": corp_id,
            "kind": asked.leaf.kind,
            "begins": [_micros(one) for one in begins],
        }
        told = []
        for place, (since, until) in enumerate(spans):
            params[f"since{place}"] = _micros(since)
            span = f"at >= fromUnixTimestamp64Micro({{since{place}:Int64}}, 'UTC')"
            if until is not None:
                params[f"until{place}"] = _micros(until)
                span += f" and at < fromUnixTimestamp64Micro({{until{place}:Int64}}, 'UTC')"
            told.append(f"({span})")
        sql = _BY_DAY.replace("{spans}", " or ".join(told))
        for digits in _DIGITS:
            numbers = ", ".join(
                f"groupBitmapStateIf(customer_id, bitTest(n, {digit}))" for digit in range(digits)
            )
            rows = _decode(await self._store.raw(sql.replace("{numbers}", numbers), params), digits)
            if rows is not None:
                return rows
        return None

    async def _merged(self, corp_id: int) -> Mapping[int, int] | None:
        """Who is whom now; None where they are too many."""
        entry = self._kept.find(corp_id, "aliases", 0)
        if entry is None:
            touched = self._kept.epochs(corp_id, ())
            rows = await self._store.query(_MERGED, {"corp_id": corp_id})
            now = {int(one): int(other) for one, other in rows if one != other}
            entry = Entry(BitMap(), 100 * len(now) + 64, touched=touched, names=now)
            self._kept.keep(corp_id, "aliases", entry)
        return entry.names if len(entry.names) <= ALIASES else None


def _key(asked: Plan, begin: datetime) -> str:
    """A day of another zone is another one."""
    return f"day:{asked.zone}:{asked.leaf.kind}:{int(begin.timestamp())}"


def _touches(asked: Plan, begin: datetime) -> list[str]:
    """What makes it another: news of the days of UTC that it may touch, or what goes by age."""
    kind = asked.leaf.kind
    days = {(begin + timedelta(hours=hours)).date() for hours in (0, 12, 26)}
    return [f"expired:{kind}", *(day_touched(kind, day.isoformat()) for day in days)]


def day_touched(kind: str, day: str) -> str:
    """News of a kind on a day of UTC."""
    return f"day:{kind}:{day}"


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _decode(told: bytes, digits: int) -> dict[int, Tally] | None:
    """Rows of (Int64, states, UInt64); None where a number has more digits."""
    found: dict[int, Tally] = {}
    place = 0
    while place < len(told):
        key = int.from_bytes(told[place : place + 8], "little", signed=True)
        place += 8
        tally: Tally = []
        for _ in range(digits):
            ids, place = bits.take(told, place)
            tally.append(ids)
        most = int.from_bytes(told[place : place + 8], "little").bit_length()
        place += 8
        if most > digits:
            return None
        found[key] = tally[:most]
    return found


def _add_up(leaf: Did, total: Tally, days: Iterable[Tally], now: Mapping[int, int]) -> Tally:
    """What was counted on these days too; who did it at all, where that is asked."""
    for day in days:
        if leaf.compare is None:
            total = [tallies.all_of([*total, *day])]
        elif leaf.measure == "days":
            tallies.add(total, tallies.renamed(tallies.all_of(day), now))
        else:
            for digit, ids in enumerate(day):
                tallies.add(total, ids, digit)
    return total


def _judge(leaf: Did, total: Tally, rest: Iterable[Tally], now: Mapping[int, int]) -> BitMap:
    """As `compile_event` tells whom to name, of those who did it at all."""
    total = _add_up(leaf, total, rest, now)
    if leaf.compare is None:
        return tallies.renamed(tallies.all_of(total), now)
    if leaf.measure == "count":
        tallies.rename(total, now)
    found = tallies.fitting(total, leaf.compare)
    return tallies.all_of(total) - found if leaf.compare.holds(0) else found
