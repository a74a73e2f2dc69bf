"""The world of these tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.world import World, open_world
from yutang.kernel.fetching import fetcher_of


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One corp, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        yield world
        await fetcher_of(world.runtime).close()
