"""A world for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from tests.yutang.audience import audience  # noqa: F401 - a fixture
from tests.yutang.world import World, open_world
from yutang.kernel import db
from yutang.kernel.access import passwords


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Argon2 as in life but for its cost: half a second of processor for each world otherwise."""
    quick = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "hasher", quick)
        yield


@pytest.fixture(scope="session", autouse=True)
def _patient_transactions() -> Iterator[None]:
    """A machine that stands still for five seconds decides no test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db, "TRANSACTION_TIMEOUT", "60s")
        yield


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One running Yutang, nobody signed in, WeCom out of reach."""
    async with open_world(dsn, tmp_path) as world:
        yield world
