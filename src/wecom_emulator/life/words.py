"""Names and phrases that life has where a scenario brings none."""

import random

from .scenario import Words

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = (
    "安然",
    "一鸣",
    "子衿",
    "小雨",
    "文静",
    "书言",
    "天佑",
    "可儿",
    "立夏",
    "乐怡",
    "浩宇",
    "思齐",
    "清欢",
    "星野",
    "语桐",
    "嘉禾",
    "明远",
    "知秋",
    "若水",
    "景澄",
    "芷若",
    "向晚",
    "慕白",
    "初晴",
)
NICKNAMES = (
    "团团妈妈",
    "慢慢来",
    "山有木兮",
    "Cici",
    "老王爱钓鱼",
    "甜甜圈🍩",
    "Leo",
    "半糖去冰",
    "二宝爸",
    "听风",
    "不吃香菜",
    "小太阳☀",
    "Momo",
    "夏天的风",
    "岁岁平安",
)
_NICKNAMED = 0.35
PHRASES = {
    "questions": [
        "你好，请问今天几点关门？",
        "这款还有货吗？",
        "可以送到家吗？",
        "有没有新客优惠？",
        "我想问一下尺码怎么选",
        "朋友推荐我来的，先看看",
        "会员怎么办理呀？",
        "孩子八个月能用吗？",
    ],
    "answers": [
        "您好，在的！我帮您看一下。",
        "有货的，今天下单今天发。",
        "可以的，三公里内都送。",
        "新客第一单减二十，我发您。",
        "您方便说一下具体情况吗？",
        "好的，已经帮您登记了。",
    ],
    "purchases": [
        "我要两件，怎么付款？",
        "付好了，麻烦查一下。",
        "老样子，再来一箱。",
        "已下单，尽快发哦",
    ],
    "complaints": [
        "等了三天还没发货，太慢了！",
        "东西和图片不一样，我要退。",
        "电话打了好几次都没人接。",
        "群里天天发广告，很烦。",
    ],
    "apologies": ["非常抱歉，我马上帮您处理。", "对不起让您久等了，今天一定给您答复。"],
    "group": ["有人拼单吗？", "今天的活动几点开始？", "收到啦，质量不错👍", "请问怎么退出提醒呀"],
}


def a_name(chance: random.Random) -> str:
    """Of a person as WeChat shows it: a nickname or a name."""
    if chance.random() < _NICKNAMED:
        return chance.choice(NICKNAMES)
    return chance.choice(SURNAMES) + chance.choice(GIVEN)


def a_phrase(words: Words, kind: str, chance: random.Random) -> str:
    """Something said; `kind` is a field of Words."""
    own: list[str] | None = getattr(words, kind)
    return chance.choice(own or PHRASES[kind])
