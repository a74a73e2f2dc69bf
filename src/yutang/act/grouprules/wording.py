"""What is said to who broke the rules, and aloud when he goes; ready to copy and to change."""

from collections.abc import Mapping
from typing import Any, Final

from yutang.people.tasks.schemas import WORDINGS, TaskTitle

from .schemas import BreachKind, Said

KINDS: Final[dict[BreachKind, Said]] = {
    "advert": Said(zh="发广告", en="an advert"),
    "link": Said(zh="发外链", en="a link"),
    "rumour": Said(zh="传没有根据的消息", en="a rumour"),
    "insult": Said(zh="骂人", en="an insult"),
    "flood": Said(zh="刷屏", en="flooding"),
    "adds_members": Said(zh="没打招呼就加群友", en="adding members without asking"),
    "other": Said(zh="不合群规的内容", en="something against the rules"),
}
_ASKS: Final[dict[BreachKind, Said]] = {
    "advert": Said(
        zh="刚才那条是广告，群里不能发，麻烦撤回一下",
        en="your last message was an advert, which this group does not allow. Please recall it",
    ),
    "link": Said(
        zh="刚才那个链接群里不能发，怕大家点到不放心的东西，麻烦撤回一下",
        en="links are not allowed in this group, for nobody knows where they lead."
        " Please recall yours",
    ),
    "rumour": Said(
        zh="刚才那条消息没有可靠的出处，怕大家误会，麻烦撤回一下",
        en="what you passed on has no source we could check. Please recall it",
    ),
    "insult": Said(
        zh="群里不说伤人的话，有不满直接跟我说，我来处理",
        en="hard words are not for this group. If something is wrong, tell me and I will see to it",
    ),
    "flood": Said(
        zh="连续发很多条，别人的消息就看不到了，麻烦合成一条发",
        en="many messages in a row hide those of others. Please put them into one",
    ),
    "adds_members": Said(
        zh="有群友说没打招呼就收到了你的好友申请，群里不可以这样，请先问一声",
        en="a member told us that you asked to be added without a word before."
        " Please ask in the group first",
    ),
    "other": Said(
        zh="刚才的内容不合群规，麻烦处理一下",
        en="your last message is against the rules of the group. Please see to it",
    ),
}
_NAMELESS: Final = Said(zh="本群", en="this group")


def private_word(kind: BreachKind, person: str, group: str) -> Said:
    """To him alone, after a breach that does not yet remove him."""
    name = f"{person}，" if person else ""
    called = f"{person}, " if person else ""
    where_zh = f"「{group}」" if group else _NAMELESS.zh
    where_en = group or _NAMELESS.en
    return Said(
        zh=f"{name}你好！我在照看{where_zh}。{_ASKS[kind].zh}。这次先提醒，谢谢理解！",
        en=f"Hello {called}I look after {where_en}: {_ASKS[kind].en}."
        " This time it is only a word. Thank you!",
    )


def announcement(kind: BreachKind, person: str, ordinal: int) -> Said:
    """In the group, when he is removed: that rules are kept, and for what."""
    who_zh = f"「{person}」" if person else "一位群友"
    who_en = person or "a member"
    return Said(
        zh=f"说明：{who_zh}因{KINDS[kind].zh}已请出本群（第 {ordinal} 次）。"
        "群规在群公告里，请大家一起维护，有疑问找群主。",
        en=f"For your information: {who_en} was removed from this group for {KINDS[kind].en}"
        f" (breach no. {ordinal}). The rules are in the notice; the owner answers questions.",
    )


def _ask(told: Mapping[str, Any]) -> TaskTitle:
    kind = KINDS[told["kind"]]
    person, where = told["person"], told["group"]
    zh, en = person or "一位群友", person or "a member"
    group, named = (f"「{where}」", f"“{where}”") if where else ("群", "your group")
    if told["remove"]:
        return TaskTitle(
            zh=f"{group}移出{zh}并在群里说明：{kind.zh}",
            en=f"Remove {en} from {named} and say so there: {kind.en}",
        )
    return TaskTitle(
        zh=f"{group}私下提醒{zh}：{kind.zh}", en=f"A private word to {en} of {named}: {kind.en}"
    )


BREACH: Final = "group_breach_ask"
WORDINGS[BREACH] = _ask
