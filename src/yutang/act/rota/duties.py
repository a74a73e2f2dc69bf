"""Who takes no new customers now: said by an operator, or by the member himself."""

from datetime import datetime

from sqlalchemy import case, delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.kernel.events import NewEvent, append
from yutang.people.staff import service as staff

from .errors import PastMomentError, UnknownMemberError
from .events import DutyChanged
from .models import StaffDuty
from .schemas import DutyList, DutyRead, DutyWish, MemberDuty

LISTED = 500
_CODES = text(
    """
    select count(*) from (
      select m.channel_id from channel_staff m
      join channels c on c.corp_id = m.corp_id and c.id = m.channel_id
                     and c.status not in ('deleting', 'deleted')
      where m.corp_id = :corp_id and m.staff_id = :staff_id
      union
      select i.channel_id from rota_stand_ins i
      join channels c on c.corp_id = i.corp_id and c.id = i.channel_id
                     and c.status not in ('deleting', 'deleted')
      where i.corp_id = :corp_id and i.staff_id = :staff_id) codes
    """
)


async def list_off(session: AsyncSession, corp_id: int, now: datetime) -> DutyList:
    """Members off duty now whom one sees, the latest first."""
    rows = (
        await session.scalars(
            select(StaffDuty)
            .where(
                StaffDuty.corp_id == corp_id,
                StaffDuty.off_until.is_(None) | (StaffDuty.off_until > now),
            )
            .order_by(StaffDuty.off_since.desc(), StaffDuty.staff_id)
            .limit(LISTED)
        )
    ).all()
    members = {
        one.id: one
        for one in await staff.staff_by_ids(session, corp_id, [row.staff_id for row in rows])
    }
    return DutyList(
        items=[
            MemberDuty(
                id=row.staff_id,
                name=members[row.staff_id].name,
                account=members[row.staff_id].account,
                off_since=row.off_since,
                off_until=row.off_until,
                by_himself=row.set_by == f"staff:{row.staff_id}",
            )
            for row in rows
            if row.staff_id in members
        ]
    )


async def read_duty(session: AsyncSession, corp_id: int, staff_id: int, now: datetime) -> DutyRead:
    """Whether a member takes new customers, and in how many codes he is."""
    row = await session.get(StaffDuty, (corp_id, staff_id), populate_existing=True)
    off = row is not None and (row.off_until is None or row.off_until > now)
    asked = {"corp_id": corp_id, "staff_id": staff_id}
    return DutyRead(
        off=off,
        off_since=row.off_since if row is not None and off else None,
        off_until=row.off_until if row is not None and off else None,
        codes=int(await session.scalar(_CODES, asked) or 0),
    )


async def demand_member(session: AsyncSession, corp_id: int, staff_id: int) -> None:
    """Raise UnknownMemberError for who is not here, left, or is not among those one sees."""
    scope = staff_in_scope(session)
    found = [
        one
        for one in await staff.staff_by_ids(session, corp_id, [staff_id])
        if one.status != "left" and (scope is None or one.id in scope)
    ]
    if not found:
        raise UnknownMemberError(staff_id)


async def set_duty(
    session: AsyncSession, corp_id: int, staff_id: int, wish: DutyWish, actor: str, now: datetime
) -> None:
    """Put a member off duty in all his codes, or on again; saying it twice changes nothing.

    Raises UnknownMemberError, PastMomentError.
    """
    await demand_member(session, corp_id, staff_id)
    if wish.off and wish.until is not None and wish.until <= now:
        raise PastMomentError
    before = await read_duty(session, corp_id, staff_id, now)
    until = wish.until if wish.off else None
    if (before.off, before.off_until) == (wish.off, until):
        return
    if wish.off:
        await _put_off(session, corp_id, staff_id, until, actor, now)
    else:
        await session.execute(
            delete(StaffDuty).where(StaffDuty.corp_id == corp_id, StaffDuty.staff_id == staff_id)
        )
    event = DutyChanged(staff_id=staff_id, off=wish.off, off_until=until)
    await append(
        session,
        corp_id,
        [NewEvent(customer_id=None, at=now, actor=actor, source="api", event=event)],
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="rota.duty_changed",
        target=f"staff:{staff_id}",
        before=before.model_dump(mode="json", include={"off", "off_until"}),
        after={"off": wish.off, "off_until": until.isoformat() if until is not None else None},
    )


async def _put_off(
    session: AsyncSession,
    corp_id: int,
    staff_id: int,
    until: datetime | None,
    actor: str,
    now: datetime,
) -> None:
    statement = insert(StaffDuty).values(
        corp_id=corp_id, staff_id=staff_id, off_since=now, off_until=until, set_by=actor
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "staff_id"],
            set_={
                # One whose time was over and whose row is not gone yet is off anew.
                "off_since": case((StaffDuty.off_until <= now, now), else_=StaffDuty.off_since),
                "off_until": until,
                "set_by": actor,
            },
        )
    )
