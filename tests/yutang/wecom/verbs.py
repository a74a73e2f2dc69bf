"""A verb of the client and the one call it must make."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest

from tests.yutang.wecom.miniature import Miniature
from yutang.wecom.client import WeCom
from yutang.wecom.errors import BusyError, InvalidRequestError, refusal

T = TypeVar("T")
Act = Callable[[WeCom], Awaitable[object]]
READ = WRITE = 3
NEVER = 1


async def collect(items: AsyncIterator[T]) -> list[T]:
    return [item async for item in items]


@dataclass(frozen=True)
class Verb:
    """What to do, the call that follows, and how often WeCom is asked while it is busy."""

    act: Act
    path: str
    tries: int
    body: dict[str, Any] | None = None
    query: dict[str, str] = field(default_factory=dict)

    async def sends(self, server: Miniature, wecom: WeCom) -> None:
        """Do it and compare the one call, method, query and body."""
        await self.act(wecom)
        (request,) = server.calls(self.path)
        assert request.query.pop("access_token") in server.valid_tokens
        assert request.query == self.query
        if self.body is None:
            assert (request.method, request.body) == ("GET", b"")
        else:
            assert request.method == "POST"
            assert request.json() == self.body
            assert request.headers["content-type"] == "application/json; charset=utf-8"

    async def asks_again(self, server: Miniature, wecom: WeCom) -> None:
        """Do it while WeCom is busy; a call that may not be made twice is made once."""
        server.answer(self.path, {"errcode": -1, "errmsg": "system busy"})
        with pytest.raises(BusyError):
            await self.act(wecom)
        assert len(server.calls(self.path)) == self.tries


async def refused_by_wecom(
    server: Miniature, wecom: WeCom, act: Act, path: str, errcode: int
) -> type[Exception]:
    """Do it, have WeCom refuse, and return the error's class."""
    server.answer(path, {"errcode": errcode, "errmsg": "no, hint: [7_1_a], more info"})
    family = type(refusal(errcode, "", ""))
    with pytest.raises(family) as refused:
        await act(wecom)
    assert type(refused.value) is family
    assert (refused.value.errcode, refused.value.path) == (errcode, path)
    return family


async def refused_here(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    """Do it; it is refused before anything is sent."""
    with pytest.raises(family) as refused:
        await act(wecom)
    assert type(refused.value) is family
    assert server.requests == []
