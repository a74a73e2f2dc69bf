"""The world of these tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.yutang.act.loop import Loop, open_loop


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_loop(
    module_dsn: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Loop]:
    """One for all tests of a file; they leave it as they found it, in whatever order."""
    async with open_loop(module_dsn, tmp_path_factory.mktemp("loop")) as loop, loop.working():
        yield loop
