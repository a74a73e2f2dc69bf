"""A company whose member hands over."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from .stage import Stage, open_stage


@pytest.fixture
async def stage(dsn: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """A giver and three takers, nobody of theirs yet."""
    async with open_stage(dsn, tmp_path) as stage:
        yield stage
