"""Texts to begin with, in our own words; who uses them changes them to his own."""

from typing import Final

from .patterns import example, shown
from .schemas import NAME_CHARACTERS, TEXT_CHARACTERS, NicknameForm, Preset, Skeleton, Skeletons

_ZH: Final = Skeleton(
    welcome="""%NICKNAME% 你好，欢迎进群！
这里是【品牌】的【福利】群，给【南山店的老客人】准备的。
群里有什么：【每周三上新和群专享价，店长 19:30 答疑】。
谁在照看：【群主的名字】，有事直接@我。
新人礼在这里领：【链接】""",
    rules="""【群昵称】进群请改成「姓名-性别-区域」，例：李雷-男-南山区。
【欢迎】提问、晒单、讲讲用下来的感受，好的坏的都可以说。
【不可以】发广告和外链、传没有根据的消息、骂人、刷屏、不打招呼就加群友。
【违反了会怎样】第一次私下提醒；再有一次请出群，并在群里说明。
【找谁】群主和管理员都在，有事@我们或者私聊。""",
    notice="""欢迎来到本群，请先看三件事：
1. 群昵称改成「姓名-性别-区域」；
2. 欢迎提问和分享；广告、外链、谣言、骂人、刷屏、私自加群友都不可以，第一次提醒，第二次请出群；
3. 有事找群主，【9:00–21:00】都在。""",
)
_EN: Final = Skeleton(
    welcome="""Hello %NICKNAME%, welcome to the group!
This is the [benefits] group of [brand], for [regular guests of the Nanshan store].
What you find here: [new items and group prices each Wednesday, the manager answers at 19:30].
Who looks after it: [name of the owner]. Mention me whenever you need something.
Your welcome gift: [link]""",
    rules="""Your name here: please write it as name-gender-area, for example Lily-female-Nanshan.
What we like: questions, pictures of what you bought, how it turned out, good or bad.
What is not allowed: adverts and links, rumours, insults, flooding, adding members without asking.
What happens: the first time we tell you in private; the next time we remove you and say so here.
Whom to ask: the owner and the admins, by a mention or in private.""",
    notice="""Welcome. Three things first:
1. Write your nickname as name-gender-area.
2. Questions and experience are welcome. Adverts, links, rumours, insults, flooding and adding
members without asking are not: told the first time, removed the second.
3. Ask the owner, [9:00 to 21:00].""",
)
_PRESETS: Final = (
    NicknameForm(parts=["name", "gender", "region"], separator="any"),
    NicknameForm(parts=["city", "industry", "nickname"], separator="-"),
)


def ready() -> Skeletons:
    """All that is shipped."""
    return Skeletons(
        zh=_ZH,
        en=_EN,
        presets=[Preset(form=one, shown=shown(one), example=example(one)) for one in _PRESETS],
        text_characters=TEXT_CHARACTERS,
        name_characters=NAME_CHARACTERS,
    )
