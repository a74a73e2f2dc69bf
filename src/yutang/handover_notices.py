"""Word that a member left, and of what he left waits for somebody.

Names codes as well, which belong to `act`, so it stands above.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.access import service as access
from yutang.kernel.jobs import enqueue
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.readers import Reader, Recorded
from yutang.people.handovers import service as handovers
from yutang.people.handovers.jobs import ReadLeavers
from yutang.people.staff import service as staff
from yutang.people.staff.events import StaffLeft
from yutang.people.tasks import service as tasks

LEFT: Final = notices.register_kind(
    Kind("staff_left", Words("有人离职，待移交", "Somebody left: to be handed over"))
)

_WHO_SEE = text(
    """
    select u.id from unnest(cast(:users as bigint[])) as u(id)
    cross join lateral staff_in_scope(cast(:corp_id as bigint), u.id) as scope
    where scope is null or cast(:member as bigint) = any(scope)
    order by u.id
    """
)


async def _follow(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Tell once of each leaver, and read from WeCom whom he left behind."""
    by_corp: dict[int, list[Recorded]] = {}
    for event in events:
        by_corp.setdefault(event.corp_id, []).append(event)
    for corp_id, own in by_corp.items():
        left = {event.props["staff_id"]: event.at for event in own}
        await handovers.record_leavers(session, corp_id, left)
        newest = max(event.at for event in own)
        for staff_id in await handovers.claim_untold(session, corp_id, left, newest):
            await _tell(session, corp_id, staff_id, left[staff_id])
        await enqueue(session, ReadLeavers(corp_id=corp_id))


FOLLOWING: Final = Reader("handover_notices", frozenset({StaffLeft.kind}), _follow)


async def _tell(session: AsyncSession, corp_id: int, staff_id: int, at: Any) -> None:
    waits = await handovers.what_waits(session, corp_id, staff_id)
    codes = (await acquisition.sole_codes(session, corp_id, [staff_id])).get(staff_id, 0)
    names = await staff.names_by_ids(session, corp_id, [staff_id])
    leaders = await tasks.leaders_of(session, corp_id, [staff_id])
    users = await access.users_who_may(session, corp_id, "handovers.write")
    asked = {"corp_id": corp_id, "users": users, "member": staff_id}
    name = names[staff_id]
    notice = NewNotice(
        kind=LEFT.name,
        key=f"staff_left:{staff_id}:{at.timestamp():.0f}",
        title=Words(f"{name} 已离职", f"{name} left the company"),
        body=Words(
            f"待移交：{waits.customers} 位客户，{waits.groups} 个客户群，"
            f"{waits.open_tasks} 个未完成任务，{codes} 个只有他的活码。"
            "企业微信只在离职后一年内允许继承。",
            f"To be handed over: {waits.customers} customers, {waits.groups} groups,"
            f" {waits.open_tasks} open tasks, {codes} codes with nobody else."
            " WeCom allows it within a year.",
        ),
        staff_ids=list(leaders.values()),
        user_ids=list(await session.scalars(_WHO_SEE, asked)),
        link=f"/handovers?from={staff_id}",
    )
    await notices.tell(session, corp_id, notice)
