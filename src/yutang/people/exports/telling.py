"""Word of exports: to who asked when his file is there, to the guardians when many people left."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words

from .models import Export

READY: Final = notices.register_kind(Kind("export_ready", Words("我的导出", "My exports")))
LARGE: Final = notices.register_kind(
    Kind("export_large", Words("有人导出很多客户", "Exports of many people"))
)
MANY: Final = 10_000


async def tell_ended(session: AsyncSession, row: Export, state: str, done: int | None) -> None:
    """Tell of an export that ended; who cancelled his own knows it. Needs the owner's session."""
    if state == "cancelled":
        return
    asked_by = [int(number)] if (number := row.created_by.removeprefix("user:")).isdigit() else []
    count = done or 0
    people = "customer" if count == 1 else "customers"
    if state == "done":
        title = Words(f"导出好了：{count:,} 位客户", f"Your export is ready: {count:,} {people}")
        body = Words("文件保留 7 天，到导出登记下载。", "Kept for 7 days, in the list of exports.")
    else:
        title = Words("导出没有完成", "Your export failed")
        body = Words(
            "到导出登记看原因，可以重新导出。", "The list of exports says why; try again there."
        )
    told = [
        NewNotice(
            kind=READY.name,
            key=f"export:{row.id}:{state}",
            title=title,
            body=body,
            user_ids=asked_by,
            link="/customers/exports",
            bundle="export",
        )
    ]
    if state == "done" and count >= MANY:
        guardians = await access.users_who_may(session, row.corp_id, "privacy.read")
        told.append(
            NewNotice(
                kind=LARGE.name,
                key=f"export:{row.id}:large",
                title=Words(
                    f"{row.created_by_name} 导出了 {count:,} 位客户",
                    f"{row.created_by_name} exported {count:,} customers",
                ),
                body=Words("含完整手机号。", "With whole phone numbers.") if row.phones else "",
                user_ids=[one for one in guardians if one not in asked_by],
                link="/customers/exports",
                urgent=row.phones,
            )
        )
    await notices.tell(session, row.corp_id, *told)
