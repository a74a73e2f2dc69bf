"""Segments ready made, as data."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.people.corps import service as corps

from .schemas import Template, TemplateList, Words

_FILE: Final = Path(__file__).parent / "templates.yaml"
_THIS_MONTH: Final = "this_month"


async def list_templates(session: AsyncSession, corp_id: int, now: datetime) -> TemplateList:
    """All of them; months are those of the corp's day."""
    zone = (await corps.describe(session, corp_id)).timezone
    month = today(now, zone).month
    return TemplateList(items=[_template(one, month) for one in _read()])


def _template(told: dict[str, Any], month: int) -> Template:
    (zh_name, zh_about), (en_name, en_about) = told["zh"], told["en"]
    return Template(
        key=told["key"],
        name=Words(zh=zh_name, en=en_name),
        description=Words(zh=zh_about, en=en_about),
        tree=_filled(told["tree"], month),
        needs=told.get("needs", []),
    )


def _filled(part: Any, month: int) -> Any:
    if isinstance(part, dict):
        return {key: _filled(value, month) for key, value in part.items()}
    if isinstance(part, list):
        return [_filled(value, month) for value in part]
    return month if part == _THIS_MONTH else part


@cache
def _read() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
