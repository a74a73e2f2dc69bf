"""What owners are asked for, in both languages."""

from collections.abc import Mapping
from typing import Any, Final

from yutang.people.tasks.schemas import WORDINGS, TaskTitle

NAME: Final = 20
"""Characters of a group's name in a title."""


def _silence(told: Mapping[str, Any]) -> TaskTitle:
    name, days = told["name"], told["days"]
    return TaskTitle(
        zh=f"「{name or '未命名的群'}」{days} 天没有人进出，去群里说句话",
        en=f"Nobody came or left in {name or 'a group without a name'} for {days} days:"
        " say something there",
    )


def _doubles(told: Mapping[str, Any]) -> TaskTitle:
    persons, groups = told["persons"], told["groups"]
    return TaskTitle(
        zh=f"{persons} 位客户在你的群里重复了，从 {groups} 个群里移出，名单在链接里",
        en=f"{persons} customers sit in your groups twice: take them out of {groups};"
        " the list is behind the link",
    )


def _make(told: Mapping[str, Any]) -> TaskTitle:
    name = told["name"]
    return TaskTitle(
        zh=f"换群：新建「{name}」，群公告和名单在链接里",
        en=f"Renewal: make the group “{name}”; notice and list are behind the link",
    )


def _goodbye(told: Mapping[str, Any]) -> TaskTitle:
    days = told["days"]
    return TaskTitle(
        zh=f"换群第 {days} 天：在旧群道别并解散，话术在链接里",
        en=f"Day {days} of the renewal: say goodbye in the old group and dismiss it;"
        " the text is behind the link",
    )


SILENCE: Final = "group_silence"
DOUBLES: Final = "group_doubles"
MAKE: Final = "group_renewal_make"
GOODBYE: Final = "group_renewal_goodbye"
WORDINGS.update({SILENCE: _silence, DOUBLES: _doubles, MAKE: _make, GOODBYE: _goodbye})
