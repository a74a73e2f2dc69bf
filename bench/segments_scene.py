"""The engine of the audience over a crowd, in this process, with PostgreSQL beside it."""

import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import clickhouse_connect
import psycopg

from yutang.bootstrap import build_runtime
from yutang.kernel.settings import Settings
from yutang.people.audience.engine import Engine
from yutang.people.audience.store import Limits, Store

from .crowd import CITY_FIELD, CORP, NOW, POINTS_FIELD, Size, copy, fill
from .servers import database
from .showing import CONSOLE

BUDGET_BYTES: Final = 1 << 30
QUERY_BYTES: Final = 4 << 30
IN_MEMORY: Final = 1_000_000
"""Fewer people are kept where memory is the disk, if there is such a place."""
_COMPANY: Final = f"""
insert into corps (corpid, name) values ('ww1', 'bench');
insert into fields (corp_id, id, name, kind, seen_by, edited_by, created_by)
overriding system value values
  ({CORP}, {CITY_FIELD}, 'city', 'text', '{{}}', '{{}}', 'bench'),
  ({CORP}, {POINTS_FIELD}, 'points', 'number', '{{}}', '{{}}', 'bench');
"""  # noqa: S608 - of our own numbers
_BUILT: Final = (
    "insert into audience_states (corp_id, store, era, since, built_at)"
    " select %s, %s, era, now(), now() from installation"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is asked: our engine, the same store without it, PostgreSQL; and where they lie."""

    engine: Engine
    client: Any
    dsn: str
    shelf: str | None


@asynccontextmanager
async def crowd_of(size: Size, *, peer: bool = True) -> AsyncIterator[Scene]:
    """Make the crowd, in PostgreSQL too where there is a `peer`, and open the engine over it."""
    shelf = "/dev/shm" if size.people <= IN_MEMORY and Path("/dev/shm").is_dir() else None  # noqa: S108
    with tempfile.TemporaryDirectory(prefix="yutang-segments-", dir=shelf) as name:
        home = Path(name)
        # As root the server runs as another user, who must be able to enter the folder.
        home.chmod(0o755)
        async with database(home) as dsn:
            built = build_runtime(Settings(home=home, database_url=dsn))
            runtime = replace(built, clock=lambda: NOW)
            store = Store(f"chdb://{home}/audience", limits=Limits(memory_bytes=QUERY_BYTES))
            engine = Engine(store, runtime, budget_bytes=BUDGET_BYTES)
            await engine.open()
            with psycopg.connect(dsn, autocommit=True) as connection:
                connection.execute(_COMPANY.encode())
                connection.execute(_BUILT, (CORP, store.id))
            client = clickhouse_connect.get_client(dsn=store.dsn, database=store.database)
            try:
                _fill(client, dsn, size, peer=peer)
                yield Scene(engine, client, dsn, shelf)
            finally:
                client.close()
                await engine.close()
                await runtime.close()


def _fill(client: Any, dsn: str, size: Size, *, peer: bool) -> None:
    began = time.monotonic()
    fill(client, size)
    CONSOLE.print(
        f"{size.people:,} people and {size.events:,} events in ClickHouse"
        f" in {time.monotonic() - began:.0f} s; they end at {NOW:%F}",
        style="dim",
    )
    if peer:
        began = time.monotonic()
        copy(client, dsn, size)
        CONSOLE.print(f"in PostgreSQL in {time.monotonic() - began:.0f} s", style="dim")
