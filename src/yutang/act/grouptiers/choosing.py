"""Write down whom an invitation is for, chunk by chunk; a killed worker's job goes on."""

from datetime import datetime
from typing import Final

from pyroaring import BitMap
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime

from . import weighing
from .jobs import AskInvitees
from .models import GroupInvitation
from .schemas import Asked, RuleFilter

CHUNK: Final = 2_000
_WRITE = text(
    """
    insert into group_invitees (corp_id, invitation_id, customer_id, staff_id, state, reason)
    select :corp_id, :id, v.customer_id, v.staff_id,
           case when v.reason is null then 'waiting' else 'skipped' end, v.reason
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]), cast(:reasons as text[]))
      as v(customer_id, staff_id, reason)
    on conflict do nothing
    """
)


async def choose(runtime: Runtime, corp_id: int, invitation_id: int) -> None:
    """Choose everybody above the last who was looked at; stops where it was stopped."""
    async with runtime.database.owner() as session:
        seen = await session.get(GroupInvitation, (corp_id, invitation_id))
    if seen is None or seen.state != "preparing" or seen.chosen_at is not None:
        return
    asked = asked_of(seen)
    found = await weighing.find_all(runtime, corp_id, asked.rule)
    async with runtime.database.corp(corp_id) as session:
        weighed = await weighing.weigh(
            session, corp_id, found, asked, runtime.clock(), but=invitation_id
        )
    await _write_all(runtime, seen, weighed.rest)


async def _write_all(runtime: Runtime, seen: GroupInvitation, ids: BitMap) -> None:
    key = (seen.corp_id, seen.id)
    for chunk in weighing.chunks(ids, CHUNK, seen.chosen_through):
        async with runtime.database.owner() as session:
            invitation = await session.get(GroupInvitation, key, with_for_update=True)
            if invitation is None or invitation.state != "preparing":
                return
            await _write(session, invitation, chunk, runtime.clock())
            invitation.chosen_through = chunk[-1]
    async with runtime.database.owner() as session:
        invitation = await session.get(GroupInvitation, key, with_for_update=True)
        if invitation is None or invitation.state != "preparing":
            return
        invitation.state, invitation.chosen_at = "running", runtime.clock()
        await enqueue(session, AskInvitees(corp_id=seen.corp_id, invitation_id=seen.id))


async def _write(
    session: AsyncSession, invitation: GroupInvitation, chunk: list[int], now: datetime
) -> None:
    rows = await weighing.known_by(session, invitation.corp_id, chunk, now)
    await session.execute(
        _WRITE,
        {
            "corp_id": invitation.corp_id,
            "id": invitation.id,
            "customers": [one for one, _, _ in rows],
            "members": [staff_id for _, staff_id, _ in rows],
            "reasons": [reason for _, _, reason in rows],
        },
    )


def asked_of(invitation: GroupInvitation) -> Asked:
    """What was asked for, as it was kept."""
    return Asked(
        tier=invitation.tier,  # type: ignore[arg-type] # the table checks the words
        who=invitation.who,  # type: ignore[arg-type]
        rule=RuleFilter.model_validate(invitation.wanted),
        group_ids=tuple(invitation.group_ids),
        again_days=invitation.again_days,
        back_after_days=invitation.back_after_days,
    )
