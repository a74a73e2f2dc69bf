"""What a member is asked for, in both languages."""

from collections.abc import Mapping
from typing import Any, Final

from yutang.people.tasks.schemas import WORDINGS, TaskTitle


def _open(told: Mapping[str, Any]) -> TaskTitle:
    name = told["name"]
    return TaskTitle(
        zh=f"新建客户群「{name}」，群名在链接里可复制",
        en=f"Make the customer group “{name}”; its name to copy is behind the link",
    )


OPEN: Final = "group_code_open"
WORDINGS.update({OPEN: _open})
