"""A company with one code."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.act.gifts.stage import add_channel
from tests.yutang.world import World, open_world


@pytest.fixture
async def shop(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """Its owner is signed in."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        await add_channel(world, "台卡", "yt1")
        yield world
