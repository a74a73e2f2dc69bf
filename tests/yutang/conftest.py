"""A world for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.world import World, open_world


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One running Yutang, nobody signed in, WeCom out of reach."""
    async with open_world(dsn, tmp_path) as world:
        yield world
