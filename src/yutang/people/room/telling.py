"""Word of room that runs out, once for each state of things."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words

from .schemas import RoomOverview

SHORT: Final = notices.register_kind(
    Kind("room_short", Words("余量或额度快用完", "Room or quota that runs out"))
)
_NAMES: Final = {
    "customers": Words("企业客户数", "customers"),
    "codes": Words("活码", "codes"),
    "tags": Words("企业标签", "tags"),
    "links": Words("获客链接额度", "link quota"),
}


async def tell_short(session: AsyncSession, corp_id: int, overview: RoomOverview) -> None:
    """Tell who may see settings what is nearly full. Needs the owner's session.

    The same ceilings are told again only when others came or went, or after a month.
    """
    short = [one.kind for one in overview.rooms if one.warned]
    staff = overview.staff.warned
    if not short and not staff:
        return
    zh = [_NAMES[kind].zh for kind in short] + ([f"{staff} 位员工的客户数"] if staff else [])
    members = "member" if staff == 1 else "members"
    en = [_NAMES[kind].en for kind in short]
    en += [f"the customers of {staff} {members}"] if staff else []
    notice = NewNotice(
        kind=SHORT.name,
        key="room:" + "+".join([*short, *(["staff"] if staff else [])]),
        title=Words(f"快满了：{'、'.join(zh)}", f"Nearly full: {', '.join(en)}"),
        body=Words(
            "满了以后加不进新的。余量页能看到还剩多少。",
            "Nothing new gets in once it is full. The room page says what is left.",
        ),
        user_ids=await access.users_who_may(session, corp_id, "settings.read"),
        link="/settings/room",
    )
    await notices.tell(session, corp_id, notice)
