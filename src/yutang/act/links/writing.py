"""Make, change, retry and delete links; the channel that each is does most of it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.errors import UnknownStaffError
from yutang.act.acquisition.schemas import STAFF_OF_A_LINK, ChannelUpdate
from yutang.kernel import audit
from yutang.people.staff import service as staff

from . import repository
from .errors import (
    NobodyBehindError,
    NoPriorityMembersError,
    TooManyBehindError,
    UnknownDepartmentError,
    UnknownLinkError,
)
from .models import LinkFacts
from .repository import LinkRepository
from .schemas import LinkCreate, LinkUpdate


async def create_link(session: AsyncSession, corp_id: int, new: LinkCreate, actor: str) -> int:
    """Write a link and ask WeCom for it; returns the id of its channel.

    Raises what `_check` raises, and what a channel is refused for.
    """
    await _check(session, corp_id, new)
    channel_id = await acquisition.create_channel(session, corp_id, new, actor, kind="link")
    session.add(
        LinkFacts(
            corp_id=corp_id,
            channel_id=channel_id,
            department_ids=sorted(set(new.department_ids)),
            priority=new.priority,
            priority_staff_ids=_named(new),
        )
    )
    return channel_id


async def update_link(
    session: AsyncSession, corp_id: int, channel_id: int, change: LinkUpdate, actor: str
) -> None:
    """Make a link what `change` says. Raises UnknownLinkError and as above, and who came first."""
    link = await _find(session, corp_id, channel_id)
    await _check(session, corp_id, change)
    after = (sorted(set(change.department_ids)), change.priority, _named(change))
    before = (link.department_ids, link.priority, link.priority_staff_ids)
    link.department_ids, link.priority, link.priority_staff_ids = after
    plain = ChannelUpdate.model_construct(
        **{name: getattr(change, name) for name in ChannelUpdate.model_fields}
    )
    await acquisition.update_channel(
        session, corp_id, channel_id, plain, actor, kind="link", moved=after != before
    )
    if after != before:
        names = ("department_ids", "priority", "priority_staff_ids")
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="link.range_changed",
            target=f"channel:{channel_id}",
            before=dict(zip(names, before, strict=True)),
            after=dict(zip(names, after, strict=True)),
        )


async def retry_link(session: AsyncSession, corp_id: int, channel_id: int, actor: str) -> None:
    """Ask WeCom once more for what failed. Raises UnknownLinkError, NothingToRetryError."""
    await _find(session, corp_id, channel_id)
    await acquisition.retry_channel(session, corp_id, channel_id, actor)


async def delete_link(session: AsyncSession, corp_id: int, channel_id: int, actor: str) -> None:
    """Have WeCom forget the link; its customers stay. Raises UnknownLinkError."""
    await _find(session, corp_id, channel_id)
    await acquisition.delete_channel(session, corp_id, channel_id, actor)


async def set_price(
    session: AsyncSession, corp_id: int, cents: int | None, actor: str, now: datetime
) -> None:
    """Say what one use of the quota costs; None: nobody says."""
    before = await LinkRepository(session, corp_id).price()
    if before == cents:
        return
    statement = repository.DROP_PRICE if cents is None else repository.KEEP_PRICE
    asked = {"corp_id": corp_id, "cents": cents, "by": actor, "now": now}
    await session.execute(statement, asked)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="link.price_set",
        target="links",
        before={"cents": before},
        after={"cents": cents},
    )


async def _find(session: AsyncSession, corp_id: int, channel_id: int) -> LinkFacts:
    link = await LinkRepository(session, corp_id).find(channel_id, lock=True)
    if link is None:
        raise UnknownLinkError(channel_id)
    return link


def _named(wish: LinkCreate) -> list[int]:
    return sorted(set(wish.priority_staff_ids)) if wish.priority == "list" else []


async def _check(session: AsyncSession, corp_id: int, wish: LinkCreate) -> None:
    """Refuse what WeCom would refuse.

    Raises NobodyBehindError, UnknownDepartmentError, TooManyBehindError, NoPriorityMembersError,
    UnknownStaffError.
    """
    if not wish.staff_ids and not wish.department_ids:
        raise NobodyBehindError
    if wish.department_ids:
        known = {one.id for one in await staff.list_departments(session, corp_id)}
        if missing := sorted(set(wish.department_ids) - known):
            raise UnknownDepartmentError(missing)
        count = await LinkRepository(session, corp_id).behind(wish.staff_ids, wish.department_ids)
        if count > STAFF_OF_A_LINK:
            raise TooManyBehindError(count, STAFF_OF_A_LINK)
    named = _named(wish)
    if wish.priority == "list" and not named:
        raise NoPriorityMembersError
    here = {one.id for one in await staff.staff_by_ids(session, corp_id, named)}
    if missing := [one for one in named if one not in here]:
        message = f"these members are not here: {missing}; take others"
        raise UnknownStaffError(message)
