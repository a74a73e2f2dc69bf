"""The board of a company with two regions."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.world import PASSWORD, open_world
from yutang.kernel.access import service as access

from .stage import STAGE, Board, signed_in


@pytest.fixture
async def board(dsn: str, tmp_path: Path) -> AsyncIterator[Board]:
    """Two departments and a store, a leader with an account."""
    async with open_world(dsn, tmp_path) as world:
        async with world.runtime.database.owner() as session:
            for statement in STAGE:
                await session.execute(text(statement), {"corp": world.corp_id})
            user = await access.add_user(
                session,
                world.corp_id,
                login="leader",
                name="陈主管",
                role="manager",
                password=PASSWORD,
            )
            user.staff_id = 1
        await world.sign_in()
        async with signed_in(world, "leader") as leader:
            yield Board(world, leader, world.runtime.clock())
