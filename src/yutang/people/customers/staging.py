"""Where a chunk of a reading stands inside the database while it is compared with what is here.

The tables are temporary, of one connection, and empty again when the transaction ends. COPY is
the cheapest way in: a row costs three microseconds of this process.
"""

from collections.abc import Iterable, Sequence
from typing import Any, cast

import psycopg
from sqlalchemy.ext.asyncio import AsyncSession

PERSONS = "seen_persons"
RELATIONS = "seen_relations"
NAMES = "seen_names"

_COLUMNS = {
    PERSONS: (
        "customer_id bigint, fresh boolean, external_id text, unionid text, name text,"
        " name_sort text, grams text[],"
        " avatar text, gender smallint, platform text, company text, first_at bigint,"
        " first_staff_id bigint, first_way smallint, first_channel text"
    ),
    RELATIONS: (
        "customer_id bigint, staff_id bigint, fresh boolean, at bigint, add_way smallint,"
        " channel text, remark text, description text, operator text, tags bigint[],"
        " asked_at timestamptz"
    ),
    NAMES: "customer_id bigint, name_sort text, grams text[]",
}
_INDEXES = tuple(
    f"create index if not exists {table}_customer on {table} (customer_id)"
    for table in (RELATIONS, NAMES)
)
PROBING = (
    "select set_config('enable_hashjoin', 'off', true),"
    " set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true),"
    " set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)"
)
"""For a transaction that looks each of its rows up by key.

Nothing knows how many rows a temporary table has, those beside it grow from none to ten million
in one reading, and a plan is kept meanwhile: only a look at each row's key is ever right.
"""
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"'})


async def prepare(session: AsyncSession) -> None:
    """Make the tables where this connection has none yet, and fit the planner to them.

    A crash of the server may forget the last half second of chunks, together with their places.
    """
    driver = await _driver(session)
    for table, columns in _COLUMNS.items():
        made = f"create temporary table if not exists {table} ({columns}) on commit delete rows"
        await driver.execute(made.encode())
    for index in _INDEXES:
        await driver.execute(index.encode())
    await driver.execute(f"{PROBING}, set_config('synchronous_commit', 'off', true)".encode())


async def stage(session: AsyncSession, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Write rows of str, int, bool and None; arrays as `array_text` writes them."""
    driver = await _driver(session)
    async with (
        driver.cursor() as cursor,
        cursor.copy(f"copy {table} from stdin".encode()) as copy,
    ):
        for row in rows:
            await copy.write_row(row)


def array_text(values: Sequence[str]) -> str:
    """PostgreSQL's own writing of an array of texts."""
    if not values:
        return "{}"
    joined = '","'.join(values)
    # Hardly anybody has a quotation mark in his name.
    if "\\" in joined or joined.count('"') != 2 * len(values) - 2:
        joined = '","'.join([value.translate(_QUOTED) for value in values])
    return '{"' + joined + '"}'


async def _driver(session: AsyncSession) -> psycopg.AsyncConnection[Any]:
    raw = await (await session.connection()).get_raw_connection()
    return cast("psycopg.AsyncConnection[Any]", raw.driver_connection)
