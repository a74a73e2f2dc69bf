"""Pages of several batches of members at once, while the former ones are being written."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from yutang.kernel.clock import Clock
from yutang.people.customers.service import Sighting
from yutang.people.visits.schemas import channel_of
from yutang.sense.translating import relation_facts
from yutang.wecom.client import WeCom
from yutang.wecom.customers import CustomerDetail, Follow
from yutang.wecom.errors import InvalidParameterError
from yutang.wecom.relation_rows import RelationRow

PAGE: Final = 100
BATCH: Final = 100
"""Members whose customers one call reads."""
AT_ONCE: Final = 6
"""Batches that are read at the same time; each is a cursor of its own."""
PAGES_AHEAD: Final = 48
PATH: Final = "/cgi-bin/externalcontact/batch/get_by_user"
DEAD_CURSOR: Final = 50100
CURSOR_TRIES: Final = 3
IDLE_SECONDS: Final = 1.0
"""What was read is written when no page comes for so long, as while the quota is used up."""
_WECOM_PLATFORM: Final = 2


@dataclass(frozen=True, slots=True)
class PageRead:
    """One page of one batch; the batch is read to its end with the `last` one."""

    batch: Sequence[str]
    sightings: list[Sighting]
    last: bool
    began_at: datetime
    """When the batch was begun."""
    unlicensed: frozenset[str] = frozenset()
    """With the last page: who of the batch has no licence, so that nothing of his was shown."""


async def read_chunks(
    client: WeCom, clock: Clock, batches: Sequence[Sequence[str]], rows: Callable[[], int]
) -> AsyncGenerator[list[PageRead], None]:
    """Pages of all batches, as many at a time as hold at least `rows()` relations.

    What was read before an error is given out first, then it is raised: NoQuotaError, what else
    WeCom says, and whatever broke on our own side.
    """
    pages: asyncio.Queue[PageRead | Exception | None] = asyncio.Queue(PAGES_AHEAD)
    turn = iter(batches)
    readers = [
        asyncio.create_task(_read_batches(client, clock, turn, pages))
        for _ in range(min(AT_ONCE, len(batches)))
    ]
    reading = len(readers)
    chunk: list[PageRead] = []
    size = 0
    error: Exception | None = None
    try:
        while reading and error is None:
            idle = False
            try:
                # Unlike wait_for, this never takes a cancellation for an answer.
                async with asyncio.timeout(IDLE_SECONDS):
                    page = await pages.get()
            except TimeoutError:
                idle = True
            else:
                if isinstance(page, PageRead):
                    chunk.append(page)
                    size += len(page.sightings)
                elif page is None:
                    reading -= 1
                else:
                    error = page
            if chunk and (size >= rows() or idle):
                yield chunk
                chunk, size = [], 0
        if chunk:
            yield chunk
        if error is not None:
            raise error
    finally:
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)


async def _read_batches(
    client: WeCom,
    clock: Clock,
    batches: Iterator[Sequence[str]],
    pages: "asyncio.Queue[PageRead | Exception | None]",
) -> None:
    try:
        for batch in batches:
            await _read_batch(client, clock, batch, pages)
    except Exception as error:  # noqa: BLE001 - it is raised where the pages are taken
        # A reader that died without a word would be waited for for ever.
        await pages.put(error)
    else:
        await pages.put(None)


async def _read_batch(
    client: WeCom,
    clock: Clock,
    batch: Sequence[str],
    pages: "asyncio.Queue[PageRead | Exception | None]",
) -> None:
    """All pages of a batch; a cursor that died has it read from its beginning."""
    for tries in range(1, CURSOR_TRIES + 1):
        asked_at = began_at = clock()
        unlicensed: set[str] = set()
        try:
            async with contextlib.aclosing(client.relations.pages(batch)) as read:
                async for page in read:
                    sightings = [sighting(row, asked_at) for row in page.rows]
                    unlicensed.update(page.unlicensed)
                    told = frozenset() if page.more else frozenset(unlicensed)
                    await pages.put(PageRead(batch, sightings, not page.more, began_at, told))
                    asked_at = clock()
        except InvalidParameterError as error:
            if error.errcode != DEAD_CURSOR or tries == CURSOR_TRIES:
                raise
        else:
            return


def sighting(row: RelationRow, asked_at: datetime) -> Sighting:
    """One relation of a page in our own words."""
    return Sighting(
        row.userid,
        row.external_userid,
        row.name,
        row.avatar,
        row.gender,
        "wecom" if row.type == _WECOM_PLATFORM else "wechat",
        row.corp_name,
        row.unionid or None,
        row.createtime,
        row.add_way,
        channel_of(row.state),
        row.remark,
        row.description,
        row.oper_userid or None,
        row.remark_mobiles,
        row.tag_id,
        asked_at,
    )


def sightings_of(detail: CustomerDetail, asked_at: datetime) -> list[Sighting]:
    """All relations of one customer."""
    contact = detail.external_contact
    return [
        Sighting(
            follow.userid,
            contact.external_userid,
            contact.name,
            contact.avatar,
            contact.gender,
            "wecom" if contact.type == _WECOM_PLATFORM else "wechat",
            contact.corp_name,
            contact.unionid or None,
            follow.createtime,
            follow.add_way,
            channel_of(follow.state),
            follow.remark,
            follow.description,
            follow.oper_userid or None,
            follow.remark_mobiles,
            _corp_tags(follow),
            asked_at,
        )
        for follow in detail.follow_user
    ]


def _corp_tags(follow: Follow) -> tuple[str, ...]:
    return relation_facts(follow).wecom_tag_ids
