"""Where a chunk of a reading stands inside the database while it is compared with what is here.

The tables are temporary, of one connection, and empty again when the transaction ends.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import driver_of

PERSONS = "seen_persons"
RELATIONS = "seen_relations"
NAMES = "seen_names"

_TYPES = {
    PERSONS: (
        "customer_id bigint, unionid text, name text, avatar text, gender smallint, platform text,"
        " company text, first_at bigint, first_staff_id bigint, first_way smallint,"
        " first_channel text"
    ),
    RELATIONS: (
        "customer_id bigint, staff_id bigint, fresh boolean, at bigint, add_way smallint,"
        " channel text, remark text, description text, operator text, tags bigint[],"
        " asked_at timestamptz"
    ),
    NAMES: "customer_id bigint, name_sort text, grams text[]",
}
COLUMNS = {
    table: ", ".join(column.split()[0] for column in columns.split(", "))
    for table, columns in _TYPES.items()
}
"""Of each table, in the order in which its rows are written."""
PROBING = (
    "select set_config('enable_hashjoin', 'off', true),"
    " set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true),"
    " set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)"
)
"""For a transaction that looks each of its rows up by key.

Nothing knows how many rows a temporary table has, those beside it grow from none to ten million
in one reading, and a plan is kept meanwhile: only a look at each row's key is ever right.
"""
_MADE = "; ".join(
    [
        "set local client_min_messages = 'warning'",
        *(
            f"create temporary table if not exists {table} ({columns}) on commit delete rows"
            for table, columns in _TYPES.items()
        ),
        *(
            f"create index if not exists {table}_customer on {table} (customer_id)"
            for table in (RELATIONS, NAMES)
        ),
        f"{PROBING}, set_config('synchronous_commit', 'off', true)",
    ]
).encode()


async def prepare(session: AsyncSession) -> None:
    """Make the tables where this connection has none yet, and fit the planner to them.

    A crash of the server may forget the last half second of chunks, together with their places.
    """
    await (await driver_of(session)).execute(_MADE)
