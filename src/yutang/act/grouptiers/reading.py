"""Invitations as pages show them, and as a file."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from .errors import UnknownInvitationError
from .schemas import (
    InvitationDetail,
    InvitationFunnel,
    InvitationGroup,
    InvitationMember,
    InvitationPage,
    InvitationRead,
    InvitationSteps,
    InvitationWay,
    InviteePage,
    InviteeRead,
    InviteeState,
    SkippedCount,
)
from .ways import ROOMS

Language = Literal["zh-CN", "en"]
MEMBERS: Final = 100
_CHUNK: Final = 1_000
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

# Who joined reached every step before, whether or not the task was ticked off.
_STEPS: Final = """
    count(*) as chosen,
    count(*) filter (where i.asked_at is not null or i.joined_at is not null) as asked,
    count(*) filter (where i.sent_at is not null or i.joined_at is not null) as sent,
    count(*) filter (where i.joined_at is not null) as joined,
    count(*) filter (where i.state in ('joined', 'joined_otherwise')) as still_there
"""
_SHOWN: Final = """
    select n.id, n.name, n.tier, n.who, n.filters as rule, n.text, n.text_nameless,
           cardinality(n.group_ids) as group_count, n.day_cap, n.again_days, n.full_at,
           n.same_store, n.state, n.problem, n.said, n.chosen_at, n.created_by, n.created_at,
           n.ended_at, n.version
    from group_invitations n where n.corp_id = :corp_id
"""
_PAGE = text(
    _SHOWN + " and (cast(:before as bigint) is null or n.id < :before)"
    " order by n.id desc limit :limit"
)
_ONE = text(_SHOWN + " and n.id = :id")
_COUNTS = text(
    f"""
    select i.invitation_id, i.state, {_STEPS}
    from group_invitees i
    where i.corp_id = :corp_id and i.invitation_id = any(cast(:ids as bigint[]))
    group by 1, 2
    """  # noqa: S608 - a constant
)
_OWNER: Final = """case when o.id is not null then
      json_build_object('id', o.id, 'name', o.name, 'left', o.status = 'left') end"""
_GROUP: Final = f"json_build_object('id', g.id, 'name', g.name, 'owner', {_OWNER})"
_STAFF: Final = """case when s.id is not null then
      json_build_object('id', s.id, 'name', s.name, 'account', s.account) end"""
_WAYS = text(
    f"""
    select w.part, w.status, w.qr_code, w.store_id, t.name as store_name,
           (select coalesce(json_agg({_GROUP} order by g.id), '[]')
            from group_chats g
            left join staff o on o.corp_id = g.corp_id and o.id = g.owner_staff_id
            where g.corp_id = w.corp_id and g.id = any(w.group_ids)) as groups
    from group_invitation_ways w
    left join stores t on t.corp_id = w.corp_id and t.id = w.store_id
    where w.corp_id = :corp_id and w.invitation_id = :id
    order by w.part
    """  # noqa: S608 - a constant
)
_MEMBERS = text(
    f"""
    select {_STAFF} as staff, x.*
    from (
      select i.staff_id, {_STEPS}, count(*) filter (where i.state = 'skipped') as skipped
      from group_invitees i
      where i.corp_id = :corp_id and i.invitation_id = :id
      group by 1 order by 2 desc, 1 limit :most
    ) x
    left join staff s on s.corp_id = :corp_id and s.id = x.staff_id
    order by x.chosen desc, x.staff_id
    """  # noqa: S608 - a constant
)
_GROUPS = text(
    f"""
    select {_GROUP} as "group", x.joined, x.otherwise, x.still_there
    from (
      select i.group_id, count(*) as joined,
             count(*) filter (where i.state = 'joined_otherwise') as otherwise,
             count(*) filter (where i.state in ('joined', 'joined_otherwise')) as still_there
      from group_invitees i
      where i.corp_id = :corp_id and i.invitation_id = :id and i.group_id is not null
      group by 1
    ) x
    join group_chats g on g.corp_id = :corp_id and g.id = x.group_id
    left join staff o on o.corp_id = g.corp_id and o.id = g.owner_staff_id
    order by x.joined desc, g.id
    """  # noqa: S608 - a constant
)
_REASONS = text(
    """
    select i.reason, count(*) as count from group_invitees i
    where i.corp_id = :corp_id and i.invitation_id = :id and i.state = 'skipped'
    group by 1 order by 2 desc, 1
    """
)
_PEOPLE: Final = f"""
    select i.customer_id, c.name, {_STAFF} as staff, i.state, i.reason, i.asked_at, i.sent_at,
           i.joined_at, case when g.id is not null then {_GROUP} end as "group", i.left_at
    from group_invitees i
    join customers c on c.corp_id = i.corp_id and c.id = i.customer_id
    left join staff s on s.corp_id = i.corp_id and s.id = i.staff_id
    left join group_chats g on g.corp_id = i.corp_id and g.id = i.group_id
    left join staff o on o.corp_id = g.corp_id and o.id = g.owner_staff_id
    where i.corp_id = :corp_id and i.invitation_id = :id and i.customer_id > :after {{more}}
    order by i.customer_id limit :limit
"""  # noqa: S608 - constants


async def list_invitations(
    session: AsyncSession, corp_id: int, before: int | None, limit: int
) -> InvitationPage:
    """One page, newest first; counts are of the people you see."""
    asked = {"corp_id": corp_id, "before": before, "limit": limit + 1}
    rows = (await session.execute(_PAGE, asked)).mappings().all()
    shown = rows[:limit]
    counts = await _counts(session, corp_id, [row["id"] for row in shown])
    return InvitationPage(
        items=[InvitationRead.model_validate({**row, **counts[row["id"]]}) for row in shown],
        next=shown[-1]["id"] if len(rows) > limit else None,
    )


async def read_invitation(
    session: AsyncSession, corp_id: int, invitation_id: int
) -> InvitationDetail:
    """One as a whole. Raises UnknownInvitationError."""
    row = await demand(session, corp_id, invitation_id)
    asked = {"corp_id": corp_id, "id": invitation_id, "most": MEMBERS, "full_at": row["full_at"]}
    rooms = {one.part: one.has_room for one in await session.execute(ROOMS, asked)}
    ways = (await session.execute(_WAYS, asked)).mappings().all()
    members = (await session.execute(_MEMBERS, asked)).mappings().all()
    groups = (await session.execute(_GROUPS, asked)).mappings().all()
    reasons = (await session.execute(_REASONS, asked)).mappings().all()
    return InvitationDetail.model_validate(
        {
            **row,
            **(await _counts(session, corp_id, [invitation_id]))[invitation_id],
            "ways": [
                InvitationWay.model_validate({**one, "has_room": rooms.get(one["part"], False)})
                for one in ways
            ],
            "members": [
                InvitationMember.model_validate(
                    {**one, "steps": InvitationSteps.model_validate(dict(one))}
                )
                for one in members
            ],
            "groups": [InvitationGroup.model_validate(one) for one in groups],
            "reasons": [SkippedCount.model_validate(one) for one in reasons],
        }
    )


async def demand(session: AsyncSession, corp_id: int, invitation_id: int) -> RowMapping:
    """Its row; raises UnknownInvitationError."""
    asked = {"corp_id": corp_id, "id": invitation_id}
    row = (await session.execute(_ONE, asked)).mappings().one_or_none()
    if row is None:
        raise UnknownInvitationError(invitation_id)
    return row


async def _counts(
    session: AsyncSession, corp_id: int, ids: Sequence[int]
) -> dict[int, dict[str, Any]]:
    funnels = {one: InvitationFunnel() for one in ids}
    steps = {one: dict.fromkeys(InvitationSteps.model_fields, 0) for one in ids}
    rows = await session.execute(_COUNTS, {"corp_id": corp_id, "ids": list(ids)})
    for row in rows.mappings():
        setattr(funnels[row["invitation_id"]], row["state"], row["chosen"])
        for name in InvitationSteps.model_fields:
            steps[row["invitation_id"]][name] += row[name]
    return {one: {"funnel": funnels[one], "steps": InvitationSteps(**steps[one])} for one in ids}


async def list_people(
    session: AsyncSession,
    corp_id: int,
    invitation_id: int,
    state: InviteeState | None,
    staff_id: int | None,
    after: int,
    limit: int,
) -> InviteePage:
    """One page of whom it is for, by customer. Raises UnknownInvitationError."""
    await demand(session, corp_id, invitation_id)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "id": invitation_id,
        "after": after,
        "limit": limit + 1,
    }
    more = ""
    if state is not None:
        asked["state"], more = state, " and i.state = :state"
    if staff_id is not None:
        asked["staff_id"] = staff_id
        more += " and i.staff_id = :staff_id"
    rows = (await session.execute(text(_PEOPLE.format(more=more)), asked)).mappings().all()
    items = [InviteeRead.model_validate(row) for row in rows[:limit]]
    return InviteePage(items=items, next=items[-1].customer_id if len(rows) > limit else None)


_HEAD: Final[dict[Language, list[str]]] = {
    "zh-CN": ["客户编号", "客户", "员工", "状态", "原因", "下发", "发出", "进群", "群", "退群"],
    "en": ["Id", "Customer", "Member", "State", "Why", "Asked", "Sent", "Joined", "Group", "Left"],
}
_STATE_ZH: Final[dict[str, str]] = {
    "waiting": "等着下发", "asked": "待员工发", "sent": "已发出", "joined": "已进群",
    "joined_otherwise": "从别处进群", "left_again": "进了又退", "skipped": "跳过",
    "expired": "30 天没进群",
    "no_friend": "没有在职员工是他的好友", "refused": "拒绝营销", "minor": "未满 14 岁",
    "invited": "最近邀请过", "seated": "已经在群里", "dropped": "员工没有发",
}  # fmt: skip


async def write_file(
    runtime: Runtime, corp_id: int, seer: Seer | None, invitation_id: int, language: Language
) -> AsyncIterator[bytes]:
    """CSV rows of its people, each chunk read in a transaction of its own."""
    async with runtime.database.corp(corp_id) as session:
        zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    # The mark at the beginning tells Excel that it is UTF-8.
    yield b"\xef\xbb\xbf" + _lines([_HEAD[language]])
    after: int | None = 0
    while after is not None:
        async with runtime.database.corp(corp_id, seer) as session:
            page = await list_people(session, corp_id, invitation_id, None, None, after, _CHUNK)
        yield _lines([_row(one, zone, language) for one in page.items])
        after = page.next


def _row(one: InviteeRead, zone: ZoneInfo, language: Language) -> list[str]:
    def said(word: str | None) -> str:
        return "" if word is None else _STATE_ZH[word] if language == "zh-CN" else word

    def moment(at: datetime | None) -> str:
        return "" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"

    return [
        str(one.customer_id),
        _plain(one.name),
        _plain(one.staff.name) if one.staff is not None else "",
        said(one.state),
        said(one.reason),
        moment(one.asked_at),
        moment(one.sent_at),
        moment(one.joined_at),
        _plain(one.group.name) if one.group is not None else "",
        moment(one.left_at),
    ]


def _plain(name: str) -> str:
    """A name that a spreadsheet would take for a formula is told to be text."""
    return f"'{name}" if name.startswith(_FORMULA) else name


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()
