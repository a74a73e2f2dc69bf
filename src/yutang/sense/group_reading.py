"""Ask WeCom for groups."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from yutang.kernel.clock import Clock
from yutang.people.groups.service import GoneFacts, GroupFacts, ListedGroup
from yutang.wecom.client import WeCom
from yutang.wecom.errors import ForbiddenError, UnknownGroupError, UnknownStaffError

from .group_translating import STATES, group_facts

NO_GROUPS_OF_CUSTOMERS: Final = frozenset({90501, 90509})
"""It is there, but its owner may not have customers: nothing says that it ended."""


async def read_group(client: WeCom, chat_id: str, asked_at: datetime) -> GroupFacts | GoneFacts:
    """One group; raises what WeCom refuses but for a group that is no more."""
    try:
        return group_facts(await client.groups.get(chat_id), asked_at)
    except UnknownGroupError as error:
        return GoneFacts(chat_id, asked_at, error.errcode not in NO_GROUPS_OF_CUSTOMERS)


async def read_groups(
    client: WeCom, clock: Clock, chat_ids: Sequence[str], at_once: int
) -> list[GroupFacts | GoneFacts | None]:
    """Some groups; one that the app may not see is None. Raises what WeCom refuses else."""
    turn = asyncio.Semaphore(at_once)

    async def one(chat_id: str) -> GroupFacts | GoneFacts | None:
        async with turn:
            try:
                return await read_group(client, chat_id, clock())
            except ForbiddenError:
                return None

    tasks = [asyncio.create_task(one(chat_id)) for chat_id in chat_ids]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()


async def list_groups_of(client: WeCom, owners: Sequence[str]) -> tuple[list[ListedGroup], int]:
    """The groups of up to 100 owners, and how many calls it took.

    Of an owner whom WeCom knows no more, or hides, nothing is listed; halves find who it is.
    """
    try:
        rows = [
            ListedGroup(row.chat_id, STATES.get(row.status, "normal"))
            async for row in client.groups.list(owners)
        ]
    except (UnknownStaffError, ForbiddenError):
        if len(owners) == 1:
            return [], 1
        half = len(owners) // 2
        first, calls = await list_groups_of(client, owners[:half])
        rest, more = await list_groups_of(client, owners[half:])
        return [*first, *rest], 1 + calls + more
    return rows, 1 + len(rows) // 1000
