"""The staging table of one import: outside row-level security, the owner's only, never logged."""

from collections.abc import AsyncIterator, Mapping, Sequence

from psycopg import AsyncConnection
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from .cleaning import RowProblem, problems_as_csv
from .schemas import IDENTITIES

DELETED_AT_ONCE = 20_000


class Staging:
    """One import's rows on their way in."""

    def __init__(self, corp_id: int, import_id: int) -> None:
        self.corp_id = corp_id
        self.import_id = import_id
        # Both are numbers of ours: the name can be put into statements.
        self.table = f"staging.import_{corp_id:d}_{import_id:d}"

    async def create(
        self, session: AsyncSession, columns: Mapping[str, str], indexed: str | None
    ) -> None:
        """Make it anew, empty; `columns` are names and types, `indexed` those that find rows."""
        await self.drop(session)
        listed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        await session.execute(
            text(f"create unlogged table {self.table} (row bigint primary key, {listed})")
        )
        if indexed is not None:
            # Now, while it is empty: of all the rows it would take too long in one go.
            await session.execute(text(f"create index on {self.table} ({indexed})"))

    async def drop(self, session: AsyncSession) -> None:
        """Forget the rows."""
        await session.execute(text(f"drop table if exists {self.table}"))

    async def holds(self, session: AsyncSession, after: int) -> bool:
        """Whether it is there with rows above `after`: a crash of the server empties it."""
        found = await session.scalar(text("select to_regclass(:name)"), {"name": self.table})
        if found is None:
            return False
        any_row = await session.scalar(
            text(f"select exists (select from {self.table} where row > :after)"),  # noqa: S608
            {"after": after},
        )
        return bool(any_row)

    async def add(
        self,
        session: AsyncSession,
        columns: Sequence[str],
        rows: bytes,
        problems: Sequence[RowProblem],
    ) -> None:
        """Copy a batch in, and what is wrong with the rows left out of it."""
        await _copy(
            session, f"copy {self.table} ({', '.join(columns)}) from stdin (format csv)", rows
        )
        if problems:
            await self.tell(session, problems)

    async def tell(self, session: AsyncSession, problems: Sequence[RowProblem]) -> None:
        """Write down what is wrong."""
        await _copy(
            session,
            "copy import_errors (corp_id, import_id, row, field, code, value, detail)"
            " from stdin (format csv)",
            problems_as_csv(self.corp_id, self.import_id, problems),
        )

    async def analyze(self, session: AsyncSession) -> None:
        """Let the planner know how many rows there are; a sample of one column tells it."""
        await session.execute(text(f"analyze {self.table} (row)"))

    async def doubles(self, runtime: Runtime) -> AsyncIterator[list[tuple[int, str, int]]]:
        """Rows that name somebody whom an earlier row named: row, by what, the earlier row.

        Exact, and in the server's sorted files however large the import. It reads only, so it may
        last: a transaction without an xid holds no reader of events back.
        """
        for kind in IDENTITIES:
            async with runtime.database.owner() as session:
                await self.take_time(session)
                # Names of ours, no input.
                query = (
                    f"select row, first from (select row, min(row) over (partition by {kind})"  # noqa: S608
                    f" as first from {self.table} where {kind} is not null) t where row > first"
                )
                found = await session.stream(text(query))
                async for part in found.partitions(DELETED_AT_ONCE):
                    yield [(row.row, kind, row.first) for row in part]

    async def take_time(self, session: AsyncSession) -> None:
        """Let a transaction that only reads last: it holds nobody back."""
        await session.execute(
            text(
                "select set_config(name, '0', true) from pg_settings where name in"
                " ('transaction_timeout', 'idle_in_transaction_session_timeout',"
                " 'statement_timeout')"
            )
        )
        await session.execute(text("set local work_mem = '64MB'"))

    async def remove(self, session: AsyncSession, rows: Sequence[int]) -> int:
        """Leave rows out after all; how many were still in."""
        gone = await session.execute(
            text(f"delete from {self.table} where row = any(:rows)"),  # noqa: S608
            {"rows": list(rows)},
        )
        return int(getattr(gone, "rowcount", 0))


async def _copy(session: AsyncSession, statement: str, data: bytes) -> None:
    raw = await (await session.connection()).get_raw_connection()
    connection = raw.driver_connection
    if not isinstance(connection, AsyncConnection):
        message = f"COPY needs psycopg, not {type(connection).__name__}"
        raise TypeError(message)
    async with connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        await copy.write(data)
