"""A crowd for segments: people with tags and attributes, and what they did, by hashes of a seed.

It is made inside ClickHouse, in the very tables of the audience, so that ten million stand there in
a minute; PostgreSQL gets the same rows by COPY, in the shape in which it is fastest: tags as an
array under GIN with `intarray`'s operators, B-trees over attributes, and a covering index over
(kind, time) of what happened.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import psycopg

CORP: Final = 1
TAGS: Final = 2_000
CITIES: Final = 300
POINTS: Final = 10_000
CITY_FIELD, POINTS_FIELD = 1, 2
KINDS: Final = (
    "page.viewed", "product.seen", "cart.added", "order.paid", "coupon.received",
    "coupon.used", "page.clicked", "membership.joined", "service.asked", "link.opened",
)  # fmt: skip
DAYS: Final = 180
NOW: Final = datetime(2026, 11, 20, tzinfo=UTC)
"""When all of it ends."""
BLOCK: Final = 1_000_000
EVENT_BLOCK: Final = 5_000_000

# Some tags are worn by a twentieth of all, most by one in a thousand: the cube of an even number.
_PEOPLE: Final = f"""
insert into people (corp_id, id, ver, gone, state, stage, gender, platform, created_at,
  first_added_at, tags, rel_staff, rel_state, rel_added, rel_changed, rel_way, rel_channel,
  f_word, f_number)
select {CORP}, number + 1 as n, 1, 0, 'friend',
  ['potential', 'intent', 'deal', 'repeat'][1 + cityHash64(n, 1) % 4], cityHash64(n, 2) % 3,
  'wechat', added, added,
  arraySort(arrayDistinct(arrayMap(
    place -> toUInt32(1 + floor({TAGS} * pow(cityHash64(n, 3, place) / 18446744073709551616., 3))),
    range(2 + cityHash64(n, 4) % 8)))),
  [toUInt32(1 + cityHash64(n, 5) % 5000)], ['friend'], [added], [added], [toInt16(1)],
  [concat('yt', toString(1 + cityHash64(n, 6) % 300))],
  map(toUInt32({CITY_FIELD}), concat('city', toString(cityHash64(n, 7) % {CITIES}))),
  map(toUInt32({POINTS_FIELD}), toInt64(cityHash64(n, 8) % {POINTS}))
from (
  select number, toDateTime64({{now:String}}, 6, 'UTC')
    - toIntervalSecond(cityHash64(number + 1, 9) % (1095 * 86400)) as added
  from numbers({{first:UInt64}}, {{many:UInt64}})
)
"""  # noqa: S608 - of our own words
_EVENTS: Final = f"""
insert into events (corp_id, kind, at, customer_id, id, batch, props)
select {CORP}, {list(KINDS)}[1 + toUInt32(floor(
    {len(KINDS)} * pow(cityHash64(number, 21) / 18446744073709551616., 2)))],
  toDateTime64({{now:String}}, 6, 'UTC')
    - toIntervalSecond(1 + cityHash64(number, 22) % ({DAYS} * 86400 - 1)),
  1 + toUInt32(floor({{people:UInt64}} * pow(cityHash64(number, 23) / 18446744073709551616., 1.5))),
  number + 1, 1, '{{}}'
from numbers({{first:UInt64}}, {{many:UInt64}})
"""  # noqa: S608 - of our own words
_TAKE_PEOPLE: Final = f"""
select id, concat('{{', arrayStringConcat(tags, ','), '}}'), gender, f_word[{CITY_FIELD}],
  f_number[{POINTS_FIELD}], formatDateTime(first_added_at, '%F %T+00', 'UTC')
from people where id between {{first:UInt64}} and {{last:UInt64}} order by id format TSV
"""  # noqa: S608 - of our own words
_TAKE_EVENTS: Final = f"""
select indexOf({list(KINDS)}, kind), formatDateTime(at, '%F %T+00', 'UTC'), customer_id
from events where toYYYYMMDD(at) = {{day:UInt32}} format TSV
"""  # noqa: S608 - of our own words
_SHAPE: Final = """
create extension if not exists intarray;
create unlogged table bench_people (
  id int4 not null, tags int4[] not null, gender int2 not null, city text not null,
  points int4 not null, added timestamptz not null);
create unlogged table bench_events (
  kind int2 not null, at timestamptz not null, customer_id int4 not null);
"""
_INDEXES: Final = (
    "alter table bench_people add primary key (id)",
    "create index on bench_people using gin (tags gin__int_ops)",
    "create index on bench_people (city)",
    "create index on bench_people (points)",
    "create index on bench_people (added)",
    "create index on bench_events (kind, at) include (customer_id)",
    "vacuum (analyze) bench_people",
    "vacuum (analyze) bench_events",
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many people, and how many things that they did."""

    people: int
    events: int


def fill(client: Any, size: Size) -> None:
    """Make the crowd in the audience's own tables; `client` is one of clickhouse-connect."""
    now = f"{NOW:%F %T}"
    for first, many in _blocks(size.people, BLOCK):
        client.command(_PEOPLE, parameters={"now": now, "first": first, "many": many})
    for first, many in _blocks(size.events, EVENT_BLOCK):
        asked = {"now": now, "first": first, "many": many, "people": size.people}
        client.command(_EVENTS, parameters=asked)
    for table in ("people", "events"):
        client.command(f"optimize table {table} final")


def _blocks(many: int, block: int) -> Iterator[tuple[int, int]]:
    for first in range(0, many, block):
        yield first, min(block, many - first)


def copy(client: Any, dsn: str, size: Size) -> None:
    """The same rows in PostgreSQL, with its best indexes."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        for name, value in (("maintenance_work_mem", "1GB"), ("transaction_timeout", "0")):
            connection.execute("select set_config(%s, %s, false)", (name, value))
        connection.execute(_SHAPE)
        _take(connection, "bench_people", people_rows(client, size))
        _take(connection, "bench_events", _days(client))
        for statement in _INDEXES:
            connection.execute(statement.encode())


def _take(connection: psycopg.Connection[Any], table: str, blocks: Iterable[bytes]) -> None:
    copying = connection.cursor().copy(f"copy {table} from stdin".encode())
    with copying as pipe:
        for block in blocks:
            pipe.write(block)


def people_rows(client: Any, size: Size) -> Iterator[bytes]:
    """All people in blocks, as COPY reads them: id, {tags}, gender, city, points, time added."""
    for first, many in _blocks(size.people, BLOCK):
        asked = {"first": first + 1, "last": first + many}
        yield bytes(client.raw_query(_TAKE_PEOPLE, parameters=asked))


def _days(client: Any) -> Iterator[bytes]:
    for back in range(DAYS + 1):
        day = NOW - timedelta(days=back)
        yield bytes(client.raw_query(_TAKE_EVENTS, parameters={"day": int(f"{day:%Y%m%d}")}))
