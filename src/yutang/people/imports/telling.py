"""Word of imports to who started them."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words

from .models import Import

ENDED: Final = notices.register_kind(Kind("import_ended", Words("我的导入", "My imports")))
NAME_CHARACTERS: Final = 40


async def tell_ended(session: AsyncSession, row: Import, state: str) -> None:
    """Tell of an import that is done or failed; who cancelled his own knows it."""
    number = row.created_by.removeprefix("user:")
    if state == "cancelled" or not number.isdigit():
        return
    name = row.name[:NAME_CHARACTERS]
    if state == "done":
        title = Words(f"导入完成：{name}", f"Import done: {name}")
        body = Words(
            f"新增 {row.created:,}，更新 {row.changed:,}，没有变化 {row.unchanged:,}，"
            f"没收下 {row.refused:,}。",
            f"{row.created:,} new, {row.changed:,} changed, {row.unchanged:,} unchanged,"
            f" {row.refused:,} refused.",
        )
    else:
        title = Words(f"导入没有完成：{name}", f"Import failed: {name}")
        body = Words(
            "到导入页看原因；已经收下的都在。",
            "The import's page says why; what was taken in stays.",
        )
    notice = NewNotice(
        kind=ENDED.name,
        key=f"import:{row.id}:{state}",
        title=title,
        body=body,
        user_ids=[int(number)],
        link=f"/customers/import/{row.id}",
        bundle="import",
    )
    await notices.tell(session, row.corp_id, notice)
