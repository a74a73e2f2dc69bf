"""A stage for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.people.deeds.stage import Stage, open_stage


@pytest.fixture
async def stage(dsn: str, tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(dsn, tmp_path) as stage:
        yield stage
