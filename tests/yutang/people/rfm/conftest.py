"""The engine, and its store alone."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from tests.yutang.audience import audience, fresh_store

if TYPE_CHECKING:
    from yutang.people.audience.store import Store

__all__ = ("audience",)


@pytest.fixture
async def store() -> AsyncIterator["Store"]:
    """Nothing feeds it: tests write what they need."""
    store = fresh_store()
    await store.open()
    yield store
    await store.drop()
    await store.close()
