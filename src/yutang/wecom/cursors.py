"""Lists that come in pages, read to their end by cursor."""

from collections.abc import AsyncIterator, Mapping
from typing import Any, TypeVar

from yutang.wecom.answers import Answer
from yutang.wecom.errors import UnreadableAnswerError
from yutang.wecom.transport import Repeat, Transport


class Page(Answer):
    """A part of a list; an empty ``next_cursor`` ends it, a short page does not."""

    next_cursor: str = ""


P = TypeVar("P", bound=Page)


async def read_pages(
    transport: Transport, path: str, page: type[P], body: Mapping[str, Any]
) -> AsyncIterator[P]:
    """Yield every page; raises UnreadableAnswerError for a cursor that does not move on.

    A cursor lives for this one walk: a later one starts anew (50100 is InvalidParameterError).
    """
    cursor = ""
    while True:
        asked = {**body, "cursor": cursor} if cursor else body
        found = await transport.post(path, page, asked, repeat=Repeat.READ)
        yield found
        if not found.next_cursor:
            return
        if found.next_cursor == cursor:
            raise UnreadableAnswerError(path, "the cursor stands still")
        cursor = found.next_cursor
