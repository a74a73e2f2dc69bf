"""Small corps that are treated as large ones."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.people.customers.crowd import fill
from tests.yutang.world import World, open_world
from yutang.people.customers import indexing, paging, solving


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """What at full size happens with thousands happens here with a handful."""
    monkeypatch.setattr(paging, "SORTED_AT_ONCE", 6)
    monkeypatch.setattr(paging, "LOOKED_FOR", 20)
    monkeypatch.setattr(solving, "FEW", 5)
    monkeypatch.setattr(solving, "LONGEST_NAMES", 30)
    monkeypatch.setattr(solving, "MANY_FACETS", 3)
    monkeypatch.setattr(indexing, "READ_AT_ONCE", 70)


@pytest.fixture
async def company(dsn: str, tmp_path: Path, small_steps: None) -> AsyncIterator[World]:
    """300 people of 9 members in 3 departments, with tags, channels, stages and gaps."""
    del small_steps
    async with open_world(dsn, tmp_path) as world:
        await fill(world, random.Random(6))
        async with world.runtime.database.owner() as session:
            await session.execute(text("analyze"))
        yield world
