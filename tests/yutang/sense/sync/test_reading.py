"""Readers of pages: none is waited for in vain."""

from collections.abc import AsyncGenerator, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from yutang.kernel.clock import utc_now
from yutang.sense.sync.reading import read_chunks
from yutang.wecom.relation_rows import RelationsRead

if TYPE_CHECKING:
    from yutang.wecom.client import WeCom


class OurOwnError(Exception):
    """Something that is none of WeCom's refusals, such as a database that went away."""


@pytest.mark.timeout(20)
async def test_what_breaks_on_our_side_is_raised_after_what_was_read() -> None:
    async def pages(_: Sequence[str]) -> AsyncGenerator[RelationsRead, None]:
        yield RelationsRead([], more=True)
        raise OurOwnError

    client = cast("WeCom", SimpleNamespace(relations=SimpleNamespace(pages=pages)))
    chunks = read_chunks(client, utc_now, [["anna"]], lambda: 100)
    assert [page.last for page in await anext(chunks)] == [False]
    with pytest.raises(OurOwnError):
        await anext(chunks)
