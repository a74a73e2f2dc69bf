"""Scores of all buyers of a corp, as sets in ClickHouse: one pass over orders, a few over buyers.

A score is one more than how many bins lie wholly below: with n bins of N buyers it is
1 + floor(n × those with strictly less / N), so that equals share the lower bin, and nobody is put
above another who has as much. Of days more is less.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

from pyroaring import BitMap

from .schemas import (
    CLASSES,
    DIMENSIONS,
    ByMean,
    ByQuantile,
    ClassKey,
    Dimension,
    OfEvents,
    OfOrders,
    RfmCellRead,
    RfmCuts,
    RfmScale,
    RfmSettings,
    bins_of,
)

_DAY: Final = 86_400_000_000
SECONDS: Final = 600
"""So long a statement over everybody may take: nobody waits for it at a page."""
_COLUMN: Final[dict[Dimension, str]] = {"r": "days", "f": "orders", "m": "amount_fen"}


class Queries(Protocol):
    """What the owner of the store offers."""

    async def query(
        self, sql: str, params: Mapping[str, Any] | None = None, **limits: Any
    ) -> list[tuple[Any, ...]]:
        """Rows."""

    async def command(
        self, sql: str, params: Mapping[str, Any] | None = None, **limits: Any
    ) -> Any:
        """Do it."""

    async def families(
        self, sql: str, params: Mapping[str, Any] | None = None
    ) -> dict[int, BitMap]:
        """Rows of (UInt32, `groupBitmapState`)."""


@dataclass(frozen=True, slots=True)
class Buyers:
    """What was gathered: a table of this name, with this many people and sums."""

    table: str
    people: int
    orders: int
    amount_fen: int


def base_name(corp_id: int, mark: str) -> str:
    """Where buyers are gathered; `mark` keeps a preview and a run apart."""
    return f"rfm_base_{int(corp_id)}_{mark}"


async def gather(
    store: Queries, corp_id: int, settings: RfmSettings, now: datetime, table: str
) -> Buyers:
    """Who bought: days since the last order, how often, for how much. Replaces `table`."""
    await store.command(f"drop table if exists {table}")
    await store.command(
        f"create table {table} (id UInt32, days UInt32, orders UInt32, amount_fen Int64)"
        " engine = MergeTree order by tuple()"
    )
    kinds = settings.frequency.kinds if isinstance(settings.frequency, OfEvents) else []
    await store.command(
        _gathering(table, settings),
        {
            "corp": corp_id,
            "now": _micros(now),
            "since": _micros(now) - settings.days * _DAY,
            "statuses": list(settings.statuses),
            **({"least": settings.least_fen} if settings.least_fen else {}),
            **({"kinds": kinds} if kinds else {}),
        },
        max_execution_time=SECONDS,
    )
    return await count(store, table)


async def count(store: Queries, table: str) -> Buyers:
    """What a table of buyers holds."""
    rows = await store.query(f"select count(), sum(orders), sum(amount_fen) from {table}")  # noqa: S608 - a name of ours
    people, orders, amount = rows[0]
    return Buyers(table, int(people), int(orders), int(amount))


def _micros(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)


def _gathering(table: str, settings: RfmSettings) -> str:
    paid = "amount_fen - refunded_fen" if settings.net else "amount_fen"
    more = " and (refunded_fen < amount_fen or amount_fen = 0)" if settings.net else ""
    if settings.least_fen:
        more += f" and {paid} >= {{least:Int64}}"
    buyers = f"""
        select transform(customer_id, moved.1, moved.2, customer_id) as id,
               toUInt32(intDiv(greatest(
                 {{now:Int64}} - max(toUnixTimestamp64Micro(assumeNotNull(bought_at))), 0), {_DAY}
               )) as days,
               toUInt32(count()) as times, sum({paid}) as amount
        from orders final
        where corp_id = {{corp:UInt32}} and customer_id > 0 and isNotNull(bought_at)
          and bought_at >= fromUnixTimestamp64Micro({{since:Int64}})
          and status in {{statuses:Array(String)}}{more}
        group by id
        having bitmapContains(living, id)
    """  # noqa: S608 - its parts are constants
    moved = """
        (select (groupArray(from_id), groupArray(to_id)) from aliases final
         where corp_id = {corp:UInt32}) as moved,
        (select groupBitmapState(id) from people final
         where corp_id = {corp:UInt32}) as living
    """
    if isinstance(settings.frequency, OfOrders):
        return f"insert into {table} with {moved} select id, days, times, amount from ({buyers})"  # noqa: S608 - its parts are constants
    return f"""
        insert into {table}
        with {moved}
        select b.id, b.days, toUInt32(e.times), b.amount
        from ({buyers}) b
        left join (
          select transform(customer_id, moved.1, moved.2, customer_id) as id, count() as times
          from events
          where corp_id = {{corp:UInt32}} and kind in {{kinds:Array(String)}}
            and at >= fromUnixTimestamp64Micro({{since:Int64}})
          group by id
        ) e on e.id = b.id
    """  # noqa: S608 - its parts are constants


async def scale(store: Queries, buyers: Buyers, settings: RfmSettings) -> RfmScale | None:
    """Where the bins lie, and from which score on it is high; None where nobody bought."""
    if not buyers.people:
        return None
    bounds = await _bounds(store, buyers, settings)
    sums = ", ".join(f"sum({_score(one, bounds[one])})" for one in DIMENSIONS)
    rows = await store.query(f"select {sums} from {buyers.table}")  # noqa: S608 - numbers and names of ours
    cuts: dict[str, RfmCuts] = {}
    for dimension, total in zip(DIMENSIONS, rows[0], strict=True):
        high = -(-int(total) // buyers.people)
        if not isinstance(settings.threshold, ByMean):
            given = settings.threshold
            high = {"r": given.r, "f": given.f, "m": given.m}[dimension]
        cuts[dimension] = RfmCuts(
            bins=bins_of(settings.binning(dimension)),
            bounds=bounds[dimension],
            mean=int(total) / buyers.people,
            high=high,
        )
    return RfmScale(**cuts)


async def _bounds(
    store: Queries, buyers: Buyers, settings: RfmSettings
) -> dict[Dimension, list[int]]:
    bounds: dict[Dimension, list[int]] = {}
    asked: dict[Dimension, str] = {}
    for dimension in DIMENSIONS:
        binning = settings.binning(dimension)
        if isinstance(binning, ByQuantile):
            levels = ", ".join(map(repr, _levels(dimension, binning.bins, buyers.people)))
            asked[dimension] = f"quantilesExact({levels})({_COLUMN[dimension]})"
        else:
            bounds[dimension] = list(binning.bounds)
    if asked:
        rows = await store.query(f"select {', '.join(asked.values())} from {buyers.table}")  # noqa: S608 - numbers and names of ours
        for dimension, cuts in zip(asked, rows[0], strict=True):
            step = -1 if dimension == "r" else 1
            bounds[dimension] = [int(cut) + step for cut in cuts]
    return bounds


def _levels(dimension: Dimension, bins: int, people: int) -> list[float]:
    """Where the last of each bin stands, as a share; of the last bin nobody asks."""
    places = [-(-k * people // bins) - 1 for k in range(1, bins)]
    if dimension == "r":
        # From the far end: more days are less.
        places = [people - 1 - place for place in reversed(places)]
    # In the midst between two places, so that rounding finds the one that is meant.
    return [(place + 0.5) / people for place in places]


def _score(dimension: Dimension, bounds: list[int]) -> str:
    column, sign = f"toInt64({_COLUMN[dimension]})", "<=" if dimension == "r" else ">="
    return " + ".join(["1", *(f"({column} {sign} {int(bound)})" for bound in bounds)])


def _class(scale: RfmScale) -> str:
    names = ", ".join(f"'{key}'" for key in CLASSES)
    return (
        f"arrayElement([{names}], 1 + 4 * (m < {scale.m.high}) + 2 * (r < {scale.r.high})"
        f" + (f < {scale.f.high}))"
    )


def cuts_of(scale: RfmScale) -> tuple[tuple[Dimension, RfmCuts], ...]:
    """The three with their letters."""
    return (("r", scale.r), ("f", scale.f), ("m", scale.m))


def _scored(buyers: Buyers, scale: RfmScale) -> str:
    scores = ", ".join(
        f"toUInt8({_score(one, cuts.bounds)}) as {one}" for one, cuts in cuts_of(scale)
    )
    return f"select id, days, orders, amount_fen, {scores} from {buyers.table}"  # noqa: S608 - numbers and names of ours


async def cells(store: Queries, buyers: Buyers, scale: RfmScale) -> list[RfmCellRead]:
    """How many share scores; at most 125."""
    rows = await store.query(
        f"select r, f, m, {_class(scale)} as class, count(), sum(orders), sum(amount_fen)"  # noqa: S608 - numbers and names of ours
        f" from ({_scored(buyers, scale)}) group by r, f, m, class order by r, f, m"
    )
    return cells_of(rows)


CELLS_OF_RUN: Final = (
    "select r, f, m, class, count(), sum(orders), sum(amount_fen) from rfm"
    " where corp_id = {corp:UInt32} and run = {run:UInt64} group by r, f, m, class order by r, f, m"
)


def cells_of(rows: list[tuple[Any, ...]]) -> list[RfmCellRead]:
    """Rows of r, f, m, class, people, orders, amount."""
    return [
        RfmCellRead(r=r, f=f, m=m, key=key, people=people, orders=orders, amount_fen=amount)
        for r, f, m, key, people, orders, amount in rows
    ]


async def write(store: Queries, corp_id: int, run: int, buyers: Buyers, scale: RfmScale) -> None:
    """Put the rows of a run where leaves and lists read them; again without doubling them."""
    await forget(store, corp_id, run)
    await store.command(
        "insert into rfm (corp_id, id, run, r, f, m, class, days, orders, amount_fen)"  # noqa: S608 - numbers and names of ours
        f" select {{corp:UInt32}}, id, {{run:UInt64}}, r, f, m, {_class(scale)}, days, orders,"
        f" amount_fen from ({_scored(buyers, scale)})",
        {"corp": corp_id, "run": run},
        max_execution_time=SECONDS,
    )


async def forget(store: Queries, corp_id: int, run: int) -> None:
    """Drop the rows of a run."""
    await store.command(f"alter table rfm drop partition ({int(corp_id)}, {int(run)})")


async def members(store: Queries, corp_id: int, run: int) -> dict[ClassKey, BitMap]:
    """Who is in each class of a run."""
    found = await store.families(
        "select toUInt32(indexOf({keys:Array(String)}, toString(class))) as place,"
        " groupBitmapState(id) from rfm where corp_id = {corp:UInt32} and run = {run:UInt64}"
        " group by place",
        {"corp": corp_id, "run": run, "keys": list(CLASSES)},
    )
    return {key: found.get(place, BitMap()) for place, key in enumerate(CLASSES, 1)}


async def tidy(store: Queries, corp_id: int, runs: Sequence[int]) -> None:
    """Of a corp keep the rows of these runs alone, and nothing that was gathered for it."""
    known = await store.query(
        "select distinct run from rfm where corp_id = {corp:UInt32}", {"corp": corp_id}
    )
    for (run,) in known:
        if run not in runs:
            await forget(store, corp_id, run)
    tables = await store.query(
        "select name, metadata_modification_time < now() - interval 1 hour from system.tables"
        " where database = currentDatabase() and startsWith(name, {name:String})",
        {"name": base_name(corp_id, "")},
    )
    for name, old in tables:
        # A preview may be under way; one that was killed is not.
        if old or str(name).removeprefix(base_name(corp_id, "")).isdigit():
            await store.command(f"drop table if exists {name}")
