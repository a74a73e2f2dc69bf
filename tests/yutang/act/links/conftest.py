"""The world of these tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.act.loop import Loop, open_loop


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop
