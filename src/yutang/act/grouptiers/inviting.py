"""Begin a round of inviting, stop it, let it go on."""

import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings.schemas import NAME_PLACE
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.corps import service as corps
from yutang.people.stores import service as stores
from yutang.wecom.join_ways import MAX_GROUPS

from .errors import (
    BadGroupsError,
    NamelessTextError,
    NoRoomError,
    NotNowError,
    UnknownInvitationError,
)
from .jobs import AskInvitees, ChooseInvitees, MakeJoinWays
from .models import GroupInvitation, GroupInvitationWay
from .schemas import Asked, EntryRule, NewInvitation

_GROUPS = text(
    """
    select g.id, g.tier, g.owner_staff_id, g.people + g.staff as there, g.state
    from group_chats g
    where g.corp_id = :corp_id and g.id = any(cast(:ids as bigint[]))
    order by g.id
    """
)
STATE_MARK: Final = "gi"
"""Beginning of the states of these codes, so that other codes' are never taken for them."""


async def create(
    session: AsyncSession,
    corp_id: int,
    new: NewInvitation,
    rule: EntryRule,
    asked: Asked,
    actor: str,
    now: datetime,
) -> int:
    """Write it and have its codes made; returns its id. It is `preparing` until people are chosen.

    Raises BadGroupsError, NoRoomError, NamelessTextError.
    """
    if NAME_PLACE in new.text and not new.text_nameless:
        raise NamelessTextError
    ids = list(dict.fromkeys(new.group_ids))
    groups = await open_groups(session, corp_id, ids, new.tier)
    if all(row.there >= new.full_at for row in groups):
        raise NoRoomError
    invitation = GroupInvitation(
        corp_id=corp_id,
        name=new.name,
        tier=new.tier,
        who=new.who,
        filters=rule.model_dump(mode="json"),
        wanted=asked.rule.model_dump(mode="json"),
        group_ids=ids,
        text=new.text,
        text_nameless=new.text_nameless,
        day_cap=new.day_cap,
        again_days=new.again_days,
        back_after_days=asked.back_after_days,
        full_at=new.full_at,
        same_store=new.same_store,
        agent_id=await corps.first_agent_id(session, corp_id),
        created_by=actor,
        created_at=now,
    )
    session.add(invitation)
    await session.flush()
    owners = {row.owner_staff_id for row in groups if row.owner_staff_id is not None}
    places = await stores.stores_of(session, corp_id, owners) if new.same_store else {}
    for part, (store_id, chosen) in enumerate(_parts(groups, places), start=1):
        session.add(
            GroupInvitationWay(
                corp_id=corp_id,
                invitation_id=invitation.id,
                part=part,
                group_ids=chosen,
                store_id=store_id,
                code_state=STATE_MARK + secrets.token_hex(10),
            )
        )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_invitation.started",
        target=f"group_invitation:{invitation.id}",
        after=new.model_dump(mode="json"),
    )
    await enqueue(session, MakeJoinWays(corp_id=corp_id, invitation_id=invitation.id))
    return invitation.id


async def open_groups(
    session: AsyncSession, corp_id: int, ids: Sequence[int], tier: str | None
) -> Sequence[Row[tuple[object, ...]]]:
    """These groups with who is there; raises BadGroupsError unless all may be joined."""
    rows = (await session.execute(_GROUPS, {"corp_id": corp_id, "ids": list(ids)})).all()
    fit = {
        row.id
        for row in rows
        if row.state != "dismissed" and (tier is None or row.tier in {tier, None})
    }
    if bad := [one for one in ids if one not in fit]:
        raise BadGroupsError(bad)
    return rows


def _parts(
    groups: Sequence[Row[tuple[object, ...]]], places: dict[int, int]
) -> Iterator[tuple[int | None, list[int]]]:
    """Five groups to a code, those of one store together."""
    by_store: dict[int | None, list[int]] = {}
    for row in groups:
        by_store.setdefault(places.get(row.owner_staff_id), []).append(row.id)
    for store_id, ids in by_store.items():
        for at in range(0, len(ids), MAX_GROUPS):
            yield store_id, ids[at : at + MAX_GROUPS]


async def stop(session: AsyncSession, corp_id: int, invitation_id: int, actor: str) -> None:
    """Ask no more members; whom they were asked for is followed on.

    Raises UnknownInvitationError, NotNowError.
    """
    invitation = await _locked(session, corp_id, invitation_id)
    if invitation.state not in {"preparing", "running"}:
        raise NotNowError(invitation.state)
    await _turn(session, invitation, "stopped", actor)


async def resume(session: AsyncSession, corp_id: int, invitation_id: int, actor: str) -> None:
    """Go on from where it stands: codes, choosing, asking.

    Raises UnknownInvitationError, NotNowError.
    """
    invitation = await _locked(session, corp_id, invitation_id)
    if invitation.state not in {"stopped", "failed"}:
        raise NotNowError(invitation.state)
    ready = invitation.chosen_at is not None
    await _turn(session, invitation, "running" if ready else "preparing", actor)
    keys = {"corp_id": corp_id, "invitation_id": invitation_id}
    await enqueue(session, AskInvitees(**keys) if ready else MakeJoinWays(**keys))


async def _turn(session: AsyncSession, invitation: GroupInvitation, state: str, actor: str) -> None:
    before = invitation.state
    invitation.state, invitation.problem, invitation.said = state, None, ""
    invitation.version += 1
    await audit.record(
        session,
        invitation.corp_id,
        actor=actor,
        action="group_invitation.stopped" if state == "stopped" else "group_invitation.resumed",
        target=f"group_invitation:{invitation.id}",
        before={"state": before},
        after={"state": state},
    )


async def _locked(session: AsyncSession, corp_id: int, invitation_id: int) -> GroupInvitation:
    found = await session.get(GroupInvitation, (corp_id, invitation_id), with_for_update=True)
    if found is None:
        raise UnknownInvitationError(invitation_id)
    return found


def choose_job(invitation: GroupInvitation) -> ChooseInvitees:
    """What follows when its codes are there."""
    return ChooseInvitees(corp_id=invitation.corp_id, invitation_id=invitation.id)
