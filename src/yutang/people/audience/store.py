"""ClickHouse, in this process or on a server: the same client and the same SQL.

A session serialises its callers, so each thread of a small pool has one of its own. Every query has
its limits: nothing may hold the processors or the memory for ever.
"""

import asyncio
import contextlib
import fcntl
import os
import shutil
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import clickhouse_connect
import structlog
from clickhouse_connect.driver.exceptions import ClickHouseError, DatabaseError
from prometheus_client import Counter, Histogram
from pyroaring import BitMap

from . import bits, ddl, settling
from .errors import AudienceTimeoutError, StoreHeldError, StoreTornError

log = structlog.get_logger(__name__)
T = TypeVar("T")

THREADS: Final = 4
"""With fewer, one long question holds up the short ones; more were no better on two cores."""
QUERY_SECONDS: Final = 30
_KILL_SECONDS: Final = 1.5
SCHEME: Final = "chdb://"
_SLOW: Final = frozenset({159, 160, 241, 394})
"""Out of time, would be out of time, out of memory, killed."""
TORN: Final = frozenset({27, 33, 40, 49, 74, 107, 117, 226, 228, 231, 246, 271, 740})
"""What ClickHouse says of parts that it cannot read."""
DISK_FULL: Final = frozenset({243, 1001})
_SIZES: Final = (
    "select table, sum(rows) as rows, sum(bytes_on_disk) as bytes from system.parts"
    " where database = {database:String} and active group by table"
)

QUERIES = Counter("yutang_audience_queries_total", "Queries to the store", ["how"])
SECONDS = Histogram("yutang_audience_query_seconds", "How long a query to the store took")


def code_of(error: BaseException) -> int:
    """ClickHouse's number of an error; 0 where it has none."""
    return int(getattr(error, "code", 0) or 0)


@dataclass(slots=True)
class Limits:
    """Of each query."""

    seconds: float = QUERY_SECONDS
    memory_bytes: int = 1 << 30

    def settings(self) -> dict[str, Any]:
        """As ClickHouse calls them. What does not fit is sorted and grouped on the disk."""
        return {
            "max_execution_time": self.seconds,
            "max_memory_usage": self.memory_bytes,
            "max_bytes_before_external_group_by": self.memory_bytes // 2,
            "max_bytes_before_external_sort": self.memory_bytes // 2,
            "max_query_size": 8 << 20,
            "do_not_merge_across_partitions_select_final": 0,
        }


@dataclass(slots=True)
class _Thread(threading.local):
    client: Any = None
    life: int = -1


@dataclass(slots=True)
class Store:
    """One database of ClickHouse."""

    dsn: str
    database: str = "yutang"
    limits: Limits = field(default_factory=Limits)
    id: str = ""
    """Made with the store: another store is another projection."""
    torn: bool = False
    """A query met files that cannot be read."""
    _pool: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, thread_name_prefix="audience")
    )
    _mine: _Thread = field(default_factory=_Thread)
    _clients: list[Any] = field(default_factory=list)
    _life: int = 0
    """Raised when all clients are closed: each thread opens another."""

    @property
    def path(self) -> Path | None:
        """The folder of a store in this process."""
        return Path(self.dsn.removeprefix(SCHEME)) if self.dsn.startswith(SCHEME) else None

    async def open(self) -> None:
        """Find or make the database. One that is torn, newer than we are, or not ours is set aside.

        Raises ClickHouseError where there is no reaching it, StoreHeldError where it is another's.
        """
        if self.path is not None:
            await asyncio.to_thread(_hold, self.path)
        if (mark := self._torn_mark()) is not None and await asyncio.to_thread(mark.exists):
            await self.set_aside("torn")
        try:
            await self._run(self._prepare, "")
        except StoreTornError as error:
            await self.set_aside(str(error))
            await self._run(self._prepare, "")

    async def set_aside(self, why: str) -> None:
        """Keep what is there under another name, once, and begin anew."""
        log.error("audience.store_set_aside", why=why, database=self.database)
        try:
            await self._run(self._rename, "")
        except (ClickHouseError, StoreTornError):
            if self.path is None:
                raise
            await self._close_clients()
            await asyncio.to_thread(_move_aside, self.path)
        if (mark := self._torn_mark()) is not None:
            await asyncio.to_thread(mark.unlink, missing_ok=True)
        self.torn = False

    async def query(
        self, sql: str, params: Mapping[str, Any] | None = None, **limits: Any
    ) -> list[tuple[Any, ...]]:
        """Rows."""
        return await self._run(
            lambda client: [
                tuple(row)
                for row in client.query(
                    sql, parameters=dict(params or {}), settings=limits
                ).result_rows
            ],
            "query",
        )

    async def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows by the names of their columns."""
        return await self._run(
            lambda client: list(client.query(sql, parameters=dict(params or {})).named_results()),
            "query",
        )

    async def raw(self, sql: str, params: Mapping[str, Any] | None = None) -> bytes:
        """Rows in RowBinary."""
        return await self._run(
            lambda client: bytes(
                client.raw_query(sql, parameters=dict(params or {}), fmt="RowBinary")
            ),
            "bitmap",
        )

    async def bitmap(self, sql: str, params: Mapping[str, Any] | None = None) -> BitMap:
        """The one `groupBitmapState` that the statement selects."""
        told = await self.raw(sql, params)
        return bits.decode(told) if told else BitMap()

    async def families(
        self, sql: str, params: Mapping[str, Any] | None = None
    ) -> dict[int, BitMap]:
        """Rows of (UInt32, `groupBitmapState`)."""
        return bits.families(await self.raw(sql, params))

    async def command(
        self, sql: str, params: Mapping[str, Any] | None = None, **limits: Any
    ) -> Any:
        """Anything that has no rows."""
        return await self._run(
            lambda client: client.command(sql, parameters=dict(params or {}), settings=limits),
            "command",
        )

    async def insert(
        self, table: str, rows: bytes, *, fmt: str = "JSONEachRow", columns: Any = None
    ) -> None:
        """Rows in one of ClickHouse's formats; acknowledged when it returns."""
        if rows:
            await self._run(
                lambda client: client.raw_insert(
                    table, column_names=columns, insert_block=rows, fmt=fmt
                ),
                "insert",
            )

    async def insert_arrow(self, table: str, rows: Any) -> None:
        """The same, of a table of Arrow."""
        await self._run(lambda client: client.insert_arrow(table, rows), "insert")

    async def sizes(self) -> dict[str, tuple[int, int]]:
        """Rows and bytes by table."""
        rows = await self.query(_SIZES, {"database": self.database})
        return {str(name): (int(count), int(size)) for name, count, size in rows}

    async def drop(self) -> None:
        """Take the database away whole."""
        await self._run(
            lambda client: client.command(f"drop database if exists `{self.database}` sync"),
            "command",
        )

    async def check(self) -> list[str]:
        """Read every part of every table; what is wrong, by table."""
        wrong = []
        for table in ddl.TABLES:
            try:
                if await self.query(f"select count() from {table}") == [(0,)]:  # noqa: S608 - ours
                    continue
                rows = await self.query(f"check table {table}", max_execution_time=0)
            except ClickHouseError as error:
                wrong.append(f"{table}: {str(error)[:200]}")
                continue
            if not all(row[0] for row in rows):
                wrong.append(f"{table}: parts of it cannot be read")
        return wrong

    async def close(self) -> None:
        """End running queries, then the clients: a running one would hold the process."""
        with contextlib.suppress(Exception):
            async with asyncio.timeout(_KILL_SECONDS):
                await asyncio.to_thread(self._kill)
        await self._close_clients()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _kill(self) -> None:
        client = self._connect(self.database)
        try:
            client.command(
                "kill query where current_database = {database:String}"
                " and query not ilike 'kill%' async",
                parameters={"database": self.database},
            )
        finally:
            client.close()

    async def _close_clients(self) -> None:
        self._life += 1
        clients, self._clients = self._clients, []
        for client in clients:
            with contextlib.suppress(Exception):
                await asyncio.to_thread(client.close)

    def _connect(self, database: str | None) -> Any:
        more: dict[str, Any] = {}
        if self.path is None:
            more = {"compress": False, "autogenerate_session_id": False}
        else:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        return clickhouse_connect.get_client(
            dsn=self.dsn,
            database=database,
            settings=self.limits.settings(),
            tz_mode="aware",
            **more,
        )

    def _client(self) -> Any:
        mine = self._mine
        if mine.client is None or mine.life != self._life:
            mine.client, mine.life = self._connect(self.database), self._life
            self._clients.append(mine.client)
        return mine.client

    async def _run(self, work: Callable[[Any], T], how: str) -> T:
        """In a thread of the pool. Raises AudienceTimeoutError, ClickHouseError."""

        def act() -> T:
            return work(self._client() if how else None)

        began = time.monotonic()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, act)
        except DatabaseError as error:
            if how in {"query", "bitmap"} and code_of(error) in _SLOW:
                raise AudienceTimeoutError from error
            if how and code_of(error) in TORN:
                await self._note_torn(error)
            raise
        finally:
            if how:
                QUERIES.labels(how).inc()
                SECONDS.observe(time.monotonic() - began)

    async def _note_torn(self, error: DatabaseError) -> None:
        """The next start sets the store aside."""
        log.error("audience.store_torn", code=code_of(error), error=str(error)[:300])
        self.torn = True
        if (mark := self._torn_mark()) is not None:
            await asyncio.to_thread(mark.touch)

    def _torn_mark(self) -> Path | None:
        return None if self.path is None else self.path.with_name(self.path.name + ".torn")

    def _prepare(self, _: object) -> None:
        """In a thread. Raises StoreTornError, ForeignStoreError."""
        try:
            client = self._connect(None)
        except ClickHouseError as error:
            if self.path is None:
                raise
            raise StoreTornError(str(error)[:200]) from error
        try:
            self.id = settling.settle(client, self.database, ours=self.path is not None)
        finally:
            client.close()

    def _rename(self, _: object) -> None:
        """In a thread."""
        client = self._connect(None)
        try:
            settling.set_aside(client, self.database)
        finally:
            client.close()


_LOCKS: Final[dict[Path, int]] = {}
"""Folders that this process owns, for as long as it lives: the engine in it never lets go."""


def _hold(path: Path) -> None:
    """Own a folder. Its engine must not be asked: a second one's errors look like torn files."""
    path = path.resolve()
    if path in _LOCKS:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(held)
        raise StoreHeldError(path) from error
    _LOCKS[path] = held


def _move_aside(path: Path) -> None:
    aside = path.with_name(path.name + ".aside")
    shutil.rmtree(aside, ignore_errors=True)
    path.rename(aside)
