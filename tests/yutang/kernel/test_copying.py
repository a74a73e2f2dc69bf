"""Rows by COPY: what is spelled is what is read again; a cancelled COPY leaves nothing behind."""

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from psycopg.pq import TransactionStatus
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.yutang.world import World
from yutang.kernel.copying import array_text, copy_in, moment, number, spelled
from yutang.kernel.db import took_too_long

MADE = "create temporary table copied (n bigint, name text, words text[], at timestamptz)"
COLUMNS = "n, name, words, at"
ODD = ["", "a\tb", "\\N", "\\", "重\r\n庆", '"', "{,}", "null", "\u2028", "'", " "]


async def test_what_is_spelled_is_read_again(world: World) -> None:
    rows = [
        f"{number(at)}\t{spelled(word)}\t{spelled(array_text([word, *ODD]))}\t{moment(at)}"
        for at, word in enumerate(ODD * 50)
    ]
    async with world.runtime.database.owner() as session:
        await session.execute(text(MADE))
        await copy_in(session, "copied", COLUMNS, [])
        await copy_in(session, "copied", COLUMNS, rows)
        nobody = "\t".join((number(None), spelled(None), array_text([]), moment(10**13)))
        await copy_in(session, "copied", COLUMNS, [nobody])
        found = [tuple(row) for row in await session.execute(text("select * from copied"))]
    assert found == [
        *(
            (at, word, [word, *ODD], datetime.fromtimestamp(at, UTC))
            for at, word in enumerate(ODD * 50)
        ),
        (None, None, [], datetime(9999, 12, 31, tzinfo=UTC)),
    ]


async def test_a_copy_that_outlives_its_transaction_is_told_as_a_statement_is(
    world: World,
) -> None:
    def slowly() -> Iterator[str]:
        for at in range(1000):
            time.sleep(0.001)
            yield f"{at}\t\t{{}}\t2026-01-01"

    async def write() -> None:
        async with world.runtime.database.owner() as session:
            await session.execute(text(MADE))
            # One that runs already keeps its end.
            for limit in ("0", "200ms"):
                await session.execute(text(f"set local transaction_timeout = '{limit}'"))
            await copy_in(session, "copied", COLUMNS, slowly())

    with pytest.raises(DBAPIError) as told:
        await write()
    assert took_too_long(told.value)


async def test_a_row_that_is_there_already_is_told_as_a_statement_does(world: World) -> None:
    async with world.runtime.database.owner() as session:
        with pytest.raises(IntegrityError):
            await copy_in(session, "corps", "corpid, name", ["ww-twice\t", "ww-twice\t"])


async def test_a_copy_cancelled_as_it_begins_ends_with_its_connection(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = psycopg.AsyncConnection.wait

    async def cut(self: psycopg.AsyncConnection[Any], *a: Any, **named: Any) -> Any:
        found = await wait(self, *a, **named)
        if self.info.transaction_status is TransactionStatus.ACTIVE:
            raise asyncio.CancelledError
        return found

    database = world.runtime.database

    async def write() -> None:
        async with database.owner() as session:
            await session.execute(text("insert into corps (corpid, name) values ('ww-cut', '')"))
            async with session.begin_nested():
                await session.execute(text(MADE))
                monkeypatch.setattr(psycopg.AsyncConnection, "wait", cut)
                await copy_in(session, "copied", COLUMNS, ["1\t\t{}\t2026-01-01"])

    with pytest.raises(asyncio.CancelledError):
        await write()
    monkeypatch.undo()
    async with database.owner() as session:
        assert await session.scalar(text("select 1 from corps where corpid = 'ww-cut'")) is None
