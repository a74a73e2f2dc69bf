"""Members who left, and what of theirs waits for somebody."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.wecom.admission import Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import UnknownStaffError

from . import repository
from .choosing import YEAR, find_giver
from .models import HandoverReading
from .schemas import GiverRead, GiverStage, GiverTag, LeaverList, LeaverRead

MOST_LEAVERS = 500

# Of who left with nothing behind him only those are shown of whom we heard within a year.
_LEAVERS = text(
    """
    with gone as (
      select s.id, s.name, s.account, l.left_at, l.unassigned
      from staff s
      left join handover_leavers l on l.corp_id = s.corp_id and l.staff_id = s.id
      where s.corp_id = :corp_id and s.status = 'left'
        and (cast(:scope as bigint[]) is null or s.id = any(cast(:scope as bigint[])))
    ), counted as (
      select g.*,
             (select count(*) from follows f
              where f.corp_id = :corp_id and f.staff_id = g.id
                and f.state in ('friend', 'half')) as customers,
             (select count(*) from group_chats c
              where c.corp_id = :corp_id and c.owner_staff_id = g.id
                and c.state <> 'dismissed') as groups,
             (select count(*) from tasks t
              where t.corp_id = :corp_id and t.state = 'open'
                and (t.staff_id = g.id or (t.pooled and t.from_staff_id = g.id))) as open_tasks,
             (select max(h.id) from handovers h
              where h.corp_id = :corp_id and h.from_staff_id = g.id) as handover_id
      from gone g
    )
    select * from counted
    where customers > 0 or groups > 0 or open_tasks > 0
       or left_at > cast(:now as timestamptz) - interval '1 year'
    order by (customers + groups + open_tasks > 0) desc, left_at desc nulls last, id desc
    limit :limit
    """
)
_HEARD = text(
    """
    insert into handover_leavers as l (corp_id, staff_id, left_at, unassigned)
    select :corp_id, v.staff_id, v.left_at, v.unassigned
    from unnest(cast(:members as bigint[]), cast(:moments as timestamptz[]),
                cast(:counts as bigint[])) as v(staff_id, left_at, unassigned)
    order by v.staff_id
    on conflict (corp_id, staff_id) do update
      set unassigned = coalesce(excluded.unassigned, l.unassigned),
          -- Who came back and left again left anew; WeCom's own moment is the exact one.
          left_at = case when excluded.unassigned is not null
                           or excluded.left_at > l.left_at + interval '1 day'
                         then excluded.left_at else l.left_at end,
          told_at = case when excluded.left_at > l.left_at + interval '1 day' then null
                         else l.told_at end
    """
)
_NONE_LEFT = text(
    """
    update handover_leavers set unassigned = 0
    where corp_id = :corp_id and unassigned > 0
      and not staff_id = any(cast(:members as bigint[]))
    """
)
_READ = text(
    """
    insert into handover_readings (corp_id, read_at, customers) values (:corp_id, :now, :customers)
    on conflict (corp_id) do update
      set read_at = excluded.read_at, customers = excluded.customers
    """
)
_TO_TELL = text(
    """
    update handover_leavers l set told_at = :now
    from staff s
    where l.corp_id = :corp_id and l.staff_id = any(cast(:members as bigint[]))
      and l.told_at is null and s.corp_id = l.corp_id and s.id = l.staff_id
      and s.status = 'left'
    returning l.staff_id
    """
)


async def list_leavers(
    session: AsyncSession, corp_id: int, codes: Mapping[int, int], now: datetime
) -> LeaverList:
    """Who left; `codes` says of how many codes each is the only member, which the caller knows."""
    scope = staff_in_scope(session)
    asked = {
        "corp_id": corp_id,
        "scope": None if scope is None else list(scope),
        "now": now,
        "limit": MOST_LEAVERS,
    }
    rows = (await session.execute(_LEAVERS, asked)).all()
    read_at = await session.scalar(
        select(HandoverReading.read_at).where(HandoverReading.corp_id == corp_id)
    )
    return LeaverList(
        items=[
            LeaverRead(
                staff=StaffRef(id=row.id, name=row.name, account=row.account),
                left_at=row.left_at,
                customers=row.customers,
                groups=row.groups,
                open_tasks=row.open_tasks,
                codes=codes.get(row.id, 0),
                unassigned=row.unassigned,
                deadline=row.left_at + YEAR if row.left_at is not None else None,
                handover_id=row.handover_id,
            )
            for row in rows
        ],
        unassigned_at=read_at,
    )


async def read_giver(
    session: AsyncSession, corp_id: int, staff_id: int, codes: Mapping[int, int]
) -> GiverRead:
    """What a member has. Raises UnknownGiverError."""
    giver = await find_giver(session, corp_id, staff_id, staff_in_scope(session))
    asked = {"corp_id": corp_id, "giver": staff_id}
    has = (await session.execute(repository.HAS, asked)).one()
    stages = await session.execute(repository.STAGES, asked)
    tags = await session.execute(repository.TAGS, asked)
    return GiverRead(
        staff=StaffRef(id=giver.id, name=giver.name, account=giver.account),
        mode=giver.mode,
        left_at=giver.left_at if giver.left else None,
        deadline=giver.deadline,
        customers=has.customers,
        groups=has.groups,
        open_tasks=has.open_tasks,
        codes=codes.get(staff_id, 0),
        stages=[GiverStage(key=row.key, count=row.number) for row in stages],
        tags=[GiverTag(id=row.id, name=row.name, count=row.number) for row in tags],
    )


async def what_waits(session: AsyncSession, corp_id: int, staff_id: int) -> Any:
    """Numbers of customers, groups and open tasks. Needs the owner's session or the corp's."""
    asked = {"corp_id": corp_id, "giver": staff_id}
    return (await session.execute(repository.HAS, asked)).one()


async def record_leavers(
    session: AsyncSession,
    corp_id: int,
    left: Mapping[int, datetime],
    counts: Mapping[int, int] | None = None,
) -> None:
    """Keep when members left; with `counts` by WeCom's list of customers without a member."""
    if not left:
        return
    await session.execute(
        _HEARD,
        {
            "corp_id": corp_id,
            "members": list(left),
            "moments": list(left.values()),
            "counts": [None if counts is None else counts.get(one) for one in left],
        },
    )


async def claim_untold(
    session: AsyncSession, corp_id: int, staff_ids: Collection[int], now: datetime
) -> list[int]:
    """Of these leavers, those of whom nobody was told yet; they count as told from now on."""
    asked = {"corp_id": corp_id, "members": list(staff_ids), "now": now}
    return list(await session.scalars(_TO_TELL, asked))


async def read_leavers(runtime: Runtime, corp_id: int) -> int:
    """Read WeCom's list of customers whose member left; returns how many they are.

    Who stands in it has left, though no callback told: his leaders hear of it. Raises what WeCom
    refuses, and NoQuotaError.
    """
    client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
    counts: Counter[str] = Counter()
    moments: dict[str, int] = {}
    async for row in client.handover.unassigned():
        account = row.handover_userid.lower()
        counts[account] += 1
        moments[account] = max(moments.get(account, 0), row.dimission_time)
    now = runtime.clock()
    gone = await _gone(runtime, corp_id, client, counts)
    async with runtime.database.owner() as session:
        ids = await staff.identify(session, corp_id, counts)
        left = {
            ids[account]: datetime.fromtimestamp(moment, UTC) if moment else now
            for account, moment in moments.items()
        }
        await record_leavers(
            session, corp_id, left, {ids[account]: count for account, count in counts.items()}
        )
        for account in gone:
            await staff.record_leaving(session, corp_id, account, left[ids[account]])
        await session.execute(_NONE_LEFT, {"corp_id": corp_id, "members": list(ids.values())})
        await session.execute(_READ, {"corp_id": corp_id, "now": now, "customers": counts.total()})
    return counts.total()


async def _gone(
    runtime: Runtime, corp_id: int, client: WeCom, accounts: Collection[str]
) -> list[str]:
    """Those of them of whom no callback told: WeCom knows them no more.

    Who came back under the same account stands in the list of leavers, and works here.
    """
    async with runtime.database.owner() as session:
        known = {
            one.account: one.status
            for one in await staff.staff_by_accounts(session, corp_id, accounts)
        }
    gone = []
    for account in accounts:
        if known.get(account) == "left":
            continue
        try:
            await client.contacts.user(account)
        except UnknownStaffError:
            gone.append(account)
    return gone
