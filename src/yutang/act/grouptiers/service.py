"""Tiers of groups and inviting people into them: the front door."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef

from . import weighing
from .board import kept_tier, read_board, set_rule, set_shares
from .errors import NoRuleError
from .handing import own_invitations
from .inviting import create, open_groups, resume, stop
from .reading import demand, list_invitations, list_people, read_invitation, write_file
from .schemas import (
    FULL_AT,
    Asked,
    EntryRule,
    InvitationCandidates,
    InvitationPreview,
    InvitationShare,
    LeftOutCount,
    NewInvitation,
)
from .weighing import count

__all__ = (
    "count",
    "create",
    "demand",
    "kept_tier",
    "list_invitations",
    "list_people",
    "own_invitations",
    "preview",
    "read_board",
    "read_invitation",
    "resume",
    "rule_of",
    "set_rule",
    "set_shares",
    "stop",
    "write_file",
)

MEMBERS = 50
_ROOM = text(
    """
    select coalesce(sum(greatest(0, :full_at - g.people - g.staff)), 0)
    from group_chats g
    where g.corp_id = :corp_id and g.id = any(cast(:ids as bigint[])) and g.state <> 'dismissed'
    """
)


async def rule_of(
    session: AsyncSession, corp_id: int, asked: InvitationCandidates
) -> tuple[EntryRule, int]:
    """The rule that was sent, else the tier's; and after how many days who left is asked back.

    Raises NoRuleError.
    """
    kept, back_after_days = None, 0
    if asked.tier is not None:
        kept, back_after_days = await kept_tier(session, corp_id, asked.tier)
    rule = asked.rule or kept
    if rule is None:
        raise NoRuleError
    return rule, back_after_days


async def preview(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    new: InvitationCandidates,
    asked: Asked,
    now: datetime,
) -> InvitationPreview:
    """A dry run: who would be invited and why not the others; nothing is kept.

    Raises BadGroupsError, TooBroadError.
    """
    await open_groups(session, corp_id, new.group_ids, new.tier)
    found = await weighing.find(session, vault, corp_id, asked.rule)
    weighed = await weighing.weigh(session, corp_id, found, asked, now)
    looked = await weighing.look(session, corp_id, weighed.rest, now)
    most = looked.members.most_common(MEMBERS)
    known = {
        one.id: one for one in await staff.staff_by_ids(session, corp_id, [one for one, _ in most])
    }
    full_at = new.full_at if isinstance(new, NewInvitation) else FULL_AT
    room = {"corp_id": corp_id, "ids": new.group_ids, "full_at": full_at}
    return InvitationPreview(
        found=len(weighed.about),
        invited=looked.members.total(),
        left_out=[
            LeftOutCount(reason=reason, count=count_)
            for reason, count_ in (weighed.left_out | dict(looked.left_out)).items()
        ],
        members=[
            InvitationShare(
                staff=StaffRef(id=one, name=known[one].name, account=known[one].account),
                count=count_,
            )
            for one, count_ in most
            if one in known
        ],
        member_count=len(looked.members),
        room=await session.scalar(_ROOM, room) or 0,
        exact=found.exact and looked.looked_at == len(weighed.rest),
        looked_at=looked.looked_at,
        samples=await weighing.samples(session, corp_id, found, looked.fitting),
        as_of=now,
    )
