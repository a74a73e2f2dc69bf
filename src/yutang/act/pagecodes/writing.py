"""Make and change page codes: a channel, and the rule of its page."""

import secrets
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.jobs import SettlePageCode
from yutang.act.acquisition.schemas import ChannelCreate, ChannelUpdate
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.staff import service as staff

from . import repository
from .errors import BadFallbackError, NoRoomForWaysError, StrangeMemberError, UnknownPageCodeError
from .models import PageCode
from .schemas import PageCodeCreate, PageCodeMade, PageCodeUpdate, PageRule

_LETTERS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""None that is taken for another when somebody types the address from a print."""
SLUG_LETTERS: Final = 10
PATH: Final = "/c/"


async def create_page_code(
    session: AsyncSession, corp_id: int, new: PageCodeCreate, actor: str, address: str
) -> PageCodeMade:
    """Write the channel and its page; the page can be opened at once, its ways are made by jobs.

    Raises what a channel's creation raises, StrangeMemberError, BadFallbackError,
    NoRoomForWaysError.
    """
    await _check_rule(session, corp_id, new.rule, new.staff_ids)
    needed = {*new.staff_ids, new.rule.fallback_staff_id}
    await _check_room(session, corp_id, len(needed))
    slug = "".join(secrets.choice(_LETTERS) for _ in range(SLUG_LETTERS))
    url = f"{address}{PATH}{slug}"
    channel = ChannelCreate.model_validate(new.model_dump(exclude={"rule"}))
    channel_id = await acquisition.create_channel(
        session, corp_id, channel, actor, kind="page", page=url
    )
    session.add(PageCode(corp_id=corp_id, channel_id=channel_id, slug=slug, rule=_kept(new.rule)))
    await session.flush()
    await _put_members(session, corp_id, channel_id, new.rule)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="page_code.created",
        target=f"channel:{channel_id}",
        after={"rule": new.rule.model_dump(mode="json")},
    )
    return PageCodeMade(channel_id=channel_id, url=url)


async def update_page_code(
    session: AsyncSession, corp_id: int, channel_id: int, change: PageCodeUpdate, actor: str
) -> None:
    """Make a page code what `change` says; its print stays valid, the rule counts at once.

    Raises UnknownPageCodeError and what `create_page_code` and a channel's change raise.
    """
    page = await find(session, corp_id, channel_id, lock=True)
    await _check_rule(session, corp_id, change.rule, change.staff_ids)
    have = {*await acquisition.staff_of(session, corp_id, channel_id), fallback_of(page)}
    needed = {*change.staff_ids, change.rule.fallback_staff_id}
    await _check_room(session, corp_id, len(needed - have))
    before = await read_rule(session, page)
    channel = ChannelUpdate.model_validate(change.model_dump(exclude={"rule"}))
    await acquisition.update_channel(session, corp_id, channel_id, channel, actor, kind="page")
    if before == change.rule:
        return
    page.rule = _kept(change.rule)
    await acquisition.count_edit(session, corp_id, channel_id, change.version)
    await _put_members(session, corp_id, channel_id, change.rule)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="page_code.rule_changed",
        target=f"channel:{channel_id}",
        before=_differing(before, change.rule),
        after=_differing(change.rule, before),
    )
    if before.fallback_staff_id != change.rule.fallback_staff_id:
        await enqueue(session, SettlePageCode(corp_id=corp_id, channel_id=channel_id))


async def find(
    session: AsyncSession, corp_id: int, channel_id: int, *, lock: bool = False
) -> PageCode:
    """The page of a living channel. Raises UnknownPageCodeError."""
    wanted = select(PageCode).where(PageCode.corp_id == corp_id, PageCode.channel_id == channel_id)
    found = await session.scalar(wanted.with_for_update() if lock else wanted)
    if found is None or not await acquisition.is_living(session, corp_id, channel_id):
        raise UnknownPageCodeError(channel_id)
    return found


def fallback_of(page: PageCode) -> int:
    """Who answers when nobody is free."""
    return int(page.rule["fallback_staff_id"])


async def read_rule(session: AsyncSession, page: PageCode) -> PageRule:
    """The rule with what it says of members who differ from the usual."""
    asked = {"corp_id": page.corp_id, "channel_id": page.channel_id}
    rows = (await session.execute(repository.RULED, asked)).mappings()
    return PageRule.model_validate(page.rule | {"members": [dict(row) for row in rows]})


def _kept(rule: PageRule) -> dict[str, Any]:
    return rule.model_dump(mode="json", exclude={"members"})


def _differing(rule: PageRule, other: PageRule) -> dict[str, Any]:
    told, known = rule.model_dump(mode="json"), other.model_dump(mode="json")
    return {name: value for name, value in told.items() if value != known[name]}


async def _check_rule(
    session: AsyncSession, corp_id: int, rule: PageRule, staff_ids: list[int]
) -> None:
    if strange := sorted({one.staff_id for one in rule.members} - set(staff_ids)):
        raise StrangeMemberError(strange)
    found = await staff.staff_by_ids(session, corp_id, [rule.fallback_staff_id])
    if not found or found[0].status == "left":
        raise BadFallbackError


async def _check_room(session: AsyncSession, corp_id: int, needed: int) -> None:
    left = await acquisition.ways_left(session, corp_id) if needed else None
    # None: WeCom's codes were never counted; then its own refusal is what tells.
    if left is not None and needed > left:
        raise NoRoomForWaysError(needed, left)


async def _put_members(
    session: AsyncSession, corp_id: int, channel_id: int, rule: PageRule
) -> None:
    told = {one.staff_id: one for one in rule.members}
    await session.execute(
        repository.PUT_MEMBERS,
        {
            "corp_id": corp_id,
            "channel_id": channel_id,
            "staff": list(told),
            "weights": [one.weight for one in told.values()],
            "caps": [one.daily_cap or 0 for one in told.values()],
        },
    )
