"""Yutang and WeCom, and a phone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.act.loop import Loop, open_loop
from tests.yutang.portal.phone import Phone, open_phone


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Yutang and the emulator, read once."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


@pytest.fixture
async def phone(loop: Loop) -> AsyncIterator[Phone]:
    """A phone that nobody is signed in with."""
    async with open_phone(loop) as phone:
        yield phone
