"""A client that speaks to a WeCom in miniature."""

from collections.abc import AsyncIterator

import pytest

from tests.yutang.wecom.miniature import Miniature, connected
from yutang.wecom.client import WeCom


@pytest.fixture
def server() -> Miniature:
    return Miniature()


@pytest.fixture
async def wecom(server: Miniature) -> AsyncIterator[WeCom]:
    async with connected(server) as transport:
        yield WeCom(transport)
