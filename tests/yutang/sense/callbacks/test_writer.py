"""What the database refuses is kept as a dead letter, and spoils nobody else's callback."""

import asyncio
import secrets
from datetime import UTC, datetime

import psycopg
import pytest

from tests.yutang.world import World
from yutang.sense.callbacks.writer import InboxWriter, Incoming

LONG = secrets.token_hex(4000)
"""More than a B-tree takes, and nothing that compresses."""


def incoming(world: World, **changes: object) -> Incoming:
    row: dict[str, object] = {
        "corp_id": world.corp_id,
        "agent_id": world.app.agent_id,
        "key": secrets.token_bytes(32),
        "event": "change_external_contact",
        "change_type": "add_external_contact",
        "subject": "wm1",
        "occurred_at": datetime.now(UTC),
        "xml": "<xml/>",
        "account": "ann",
        "external_id": "wm1",
    }
    return Incoming(**(row | changes))  # type: ignore[arg-type] # changed by name


@pytest.mark.parametrize("unfit", [{"subject": LONG}, {"xml": "<xml>\0</xml>"}])
async def test_one_row_that_does_not_fit_is_a_dead_letter(
    world: World, unfit: dict[str, object]
) -> None:
    writer = InboxWriter(world.runtime.database.url)
    rows = [incoming(world), incoming(world, **unfit), incoming(world)]
    work = asyncio.create_task(writer.run())
    try:
        await asyncio.gather(*(writer.put(row) for row in rows))
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
    async with await psycopg.AsyncConnection.connect(world.runtime.database.url) as connection:
        found = await connection.execute("select key, status, reason from inbox")
        told = {key: (status, reason) for key, status, reason in await found.fetchall()}
    assert {key: told[key][0] for key in told} == {
        rows[0].key: "waiting",
        rows[1].key: "dead",
        rows[2].key: "waiting",
    }
    assert told[rows[1].key][1].startswith("does not fit the database")
