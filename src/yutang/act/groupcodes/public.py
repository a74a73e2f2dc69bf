"""What the page behind a code's address shows, and what stands behind a member's task."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.groupwatch.schemas import OwnerSheet, SheetText, Text
from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from .errors import UnknownGroupCodeError
from .pictures import STATES
from .reading import SHOWN
from .schemas import PublicPage

SLUG_LENGTH: Final = 12
_CODE = text(
    "select corp_id, id, case when status in ('deleting', 'deleted') then 'gone' else status end"
    " as status from group_codes where slug = :slug"
)
_SHOWN = text(
    f"""
    select coalesce(nullif(c.title, ''), c.name) as title, c.qr_content, {SHOWN} as shown,
           p.id as picture_id, p.qr_content as picture, p.expires_at, h.qr_content as staff
    from group_codes c
    left join lateral (
      select p.* from ({STATES}) p where p.code_id = c.id and p.state = 'waiting'
      order by p.id limit 1) p on true
    left join channels h on h.corp_id = c.corp_id and h.id = c.fallback_channel_id
    where c.corp_id = :corp_id and c.id = :id
    """  # noqa: S608 - of this domain's own texts
)
_VIEWED = text(
    """
    insert into group_code_views as v (corp_id, code_id, day, shown, views)
    values (:corp_id, :id, :day, :shown, 1)
    on conflict (corp_id, code_id, day, shown) do update set views = v.views + 1
    """
)
_PICTURED = text(
    "update group_code_pictures set shown = shown + 1 where corp_id = :corp_id and id = :id"
)


async def show(runtime: Runtime, slug: str) -> PublicPage | None:
    """What its visitor sees now, counted; None for an address that never was, or is no more."""
    if len(slug) != SLUG_LENGTH:
        return None
    now = runtime.clock()
    async with runtime.database.owner() as session:
        code = (await session.execute(_CODE, {"slug": slug})).one_or_none()
        if code is None or code.status == "gone":
            return None
        corp = await corps.describe(session, code.corp_id)
        asked = {"corp_id": code.corp_id, "id": code.id, "now": now}
        row = (await session.execute(_SHOWN, asked)).one()
        day = today(now, corp.timezone)
        seen = {"corp_id": code.corp_id, "id": code.id, "day": day, "shown": row.shown}
        await session.execute(_VIEWED, seen)
        if row.shown == "picture":
            seen = {"corp_id": code.corp_id, "id": row.picture_id}
            await session.execute(_PICTURED, seen)
    contents = {"way": row.qr_content, "picture": row.picture, "staff": row.staff}
    return PublicPage(
        corp=corp.name,
        title=row.title,
        shown=row.shown,
        content=contents.get(row.shown),
        until=row.expires_at if row.shown == "picture" else None,
        timezone=corp.timezone,
    )


_ASKED = text(
    """
    select c.name, c.room_base_name, c.next_number, c.scan_size
    from group_codes c
    where c.corp_id = :corp_id and c.id = :id and c.opener_staff_id = :staff_id
      and c.opens = 'member' and c.status not in ('deleting', 'deleted')
    """
)


async def read_sheet(
    session: AsyncSession, corp_id: int, staff_id: int, code_id: int
) -> OwnerSheet:
    """What the member who opens this code's groups needs. Raises UnknownGroupCodeError."""
    asked = {"corp_id": corp_id, "id": code_id, "staff_id": staff_id}
    row = (await session.execute(_ASKED, asked)).one_or_none()
    if row is None:
        raise UnknownGroupCodeError(code_id)
    name = f"{row.room_base_name}{row.next_number}"
    return OwnerSheet(
        title=Text(zh=f"新建客户群「{name}」", en=f"Make the customer group “{name}”"),
        about=Text(
            zh=f"群活码「{row.name}」快没有位置了。在企业微信里新建一个客户群，群名用下面这个，"
            "一个字都不要改：建好后它会自己排进队列，任务自己结束。",
            en=f"Group code {row.name} is about to run out. Make a customer group in WeCom and"
            " call it exactly as below: it joins the queue by itself, and this task ends.",
        ),
        texts=[
            SheetText(
                title=Text(zh="新群的名字", en="Name of the new group"), text=Text(zh=name, en=name)
            )
        ],
        people=[],
        total=0,
        done=0,
    )
