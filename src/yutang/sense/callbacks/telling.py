"""Word of callbacks that died, once an hour."""

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words

DEAD: Final = notices.register_kind(
    Kind("dead_letters", Words("有回调没处理成", "Callbacks that failed"))
)


async def tell_dead(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """Tell who may see callbacks that some died. Needs the owner's session."""
    notice = NewNotice(
        kind=DEAD.name,
        key=f"dead_letters:{now:%Y-%m-%dT%H}",
        title=Words("有企业微信回调没能处理", "Callbacks from WeCom could not be handled"),
        body=Words(
            "数据可能缺一块。看看原因，改好后重放。",
            "Something may be missing. See why, mend it, replay them.",
        ),
        user_ids=await access.users_who_may(session, corp_id, "callbacks.read"),
        link="/settings/callbacks?status=dead",
    )
    await notices.tell(session, corp_id, notice, now=now)
