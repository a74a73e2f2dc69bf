"""Codes and groups on both sides."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.act.groupcodes.stage import Codes, open_codes


@pytest.fixture
async def codes(dsn: str, tmp_path: Path) -> AsyncIterator[Codes]:
    """Furnished, its owner signed in."""
    async with open_codes(dsn, tmp_path) as stage:
        yield stage
