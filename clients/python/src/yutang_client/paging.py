"""Lists from their first page to their last."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

Item_co = TypeVar("Item_co", covariant=True)


class Page(Protocol[Item_co]):
    """An answer of a list."""

    @property
    def items(self) -> Sequence[Item_co]:
        """Of this page."""

    @property
    def next_(self) -> Any:
        """What leads to the next one; nothing at the end."""


def iterate(fetch: Callable[..., Page[Item_co] | None], **query: Any) -> Iterator[Item_co]:
    """All items, one page at a time: `iterate(list_customers.sync, client=client, limit=200)`."""
    while (page := fetch(**query)) is not None:
        yield from page.items
        if not page.next_:
            return
        query["after"] = page.next_


async def aiterate(
    fetch: Callable[..., Awaitable[Page[Item_co] | None]], **query: Any
) -> AsyncIterator[Item_co]:
    """All items, for who does not wait: `aiterate(list_customers.asyncio, client=client)`."""
    while (page := await fetch(**query)) is not None:
        for item in page.items:
            yield item
        if not page.next_:
            return
        query["after"] = page.next_
