"""What an owner may say in a silent group, from the day of a group: text ready to be pasted."""

from typing import Final

from .schemas import Suggestion, Text

SUGGESTIONS: Final = (
    Suggestion(
        code="morning",
        at="07:30–08:30",
        title=Text(zh="早安和今天的话题", en="Good morning and a topic of the day"),
        text=Text(
            zh="早上好！今天想听听大家：最近用得最顺手的一样东西是什么？一句话就行，我先说。",
            en="Good morning! What is the one thing you like using most these days? A line will"
            " do; I begin.",
        ),
    ),
    Suggestion(
        code="knowledge",
        at="11:00",
        title=Text(zh="一条用得上的知识", en="Something worth knowing"),
        text=Text(
            zh="今天分享一个小知识，很多人都会弄错。先猜猜看：你觉得是对还是错？晚上公布答案。",
            en="One small fact that many get wrong. Guess first: true or false? The answer comes"
            " tonight.",
        ),
    ),
    Suggestion(
        code="orders",
        at="13:00–16:00",
        title=Text(zh="晒单和小游戏", en="What others bought, and a small game"),
        text=Text(
            zh="谁最近下过单？拍一张照片发到群里，说一句用着怎么样，我来答疑。",
            en="Who ordered lately? Post a picture and say how it goes; I answer questions.",
        ),
    ),
    Suggestion(
        code="work",
        at="17:00–18:00",
        title=Text(zh="今天我们在忙什么", en="What we are at today"),
        text=Text(
            zh="给大家看看今天店里在忙什么（配一张现场照片）。有想看的环节，告诉我，明天拍。",
            en="A look at what we are doing today (with a picture). Tell me what you want to see"
            " tomorrow.",
        ),
    ),
    Suggestion(
        code="series",
        at="19:30",
        title=Text(zh="系列课和本周活动", en="The series and this week's activity"),
        text=Text(
            zh="今晚 19:30 在群里聊 5 分钟，主题大家来定：回复 1 或 2。这周的活动周三见。",
            en="Tonight at 19:30 five minutes on a topic you choose: answer 1 or 2. This week's"
            " activity is on Wednesday.",
        ),
    ),
)
"""In the order of the day; the owner pastes, fills in and sends: no app may speak in a group."""
