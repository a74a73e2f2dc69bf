"""A connection for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.sense.connection.roads import Connected, open_connected


@pytest.fixture
async def connected(dsn: str, tmp_path: Path) -> AsyncIterator[Connected]:
    """One whose owner is signed in, and where all is well."""
    async with open_connected(dsn, tmp_path) as found:
        yield found
