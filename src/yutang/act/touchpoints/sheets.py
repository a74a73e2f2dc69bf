"""The form of sheets of touchpoints, and what can be wrong in them."""

from typing import Final

from yutang.kernel.findings import Words
from yutang.kernel.sheets import Form

from .errors import SheetTooLargeError, UnreadableSheetError
from .schemas import SHEET_BYTES, TOUCHPOINTS, Kind

FORM: Final = Form(
    columns={
        "name": ("触点名称", "Name", ("触点", "名称", "touchpoint")),
        "kind": ("类型", "Kind", ("触点类型", "type")),
        "place": ("位置", "Place", ("放在哪里", "where")),
        "store": ("门店编号", "Store", ("门店", "店号", "storenumber")),
        "hook": ("客户得到什么", "Hook", ("钩子", "hooktext")),
        "gift": ("加好友礼", "Gift", ("礼物",)),
        "channel": ("活码", "Code", ("活码名称", "渠道活码", "渠道", "channel", "codename")),
        "owner": ("负责人账号", "Owner", ("负责人", "owneraccount")),
        "cost_once": ("一次性成本", "Cost once", ("costonce",)),
        "cost_monthly": ("每月成本", "Cost a month", ("costamonth", "costmonthly", "monthlycost")),
        "starts_on": ("开始日期", "From", ("开始", "startson", "start")),
        "ends_on": ("结束日期", "To", ("结束", "endson", "end")),
    },
    needed=frozenset({"name"}),
    lacking="触点名称 or Name",
    most_rows=TOUCHPOINTS,
    most_bytes=SHEET_BYTES,
    unreadable=UnreadableSheetError,
    too_large=SheetTooLargeError,
)
_NAMES: Final[dict[Kind, tuple[str, str]]] = {
    "parcel": ("包裹卡", "parcel card"),
    "order_page": ("下单完成页", "order page"),
    "article": ("文章末尾", "article"),
    "video": ("视频主页", "video page"),
    "ad": ("广告", "ad"),
    "table": ("桌贴", "table card"),
    "till": ("收银台", "till"),
    "door": ("门口", "door"),
    "other": ("其他", "other"),
}
KINDS: Final[dict[str, Kind]] = {
    word: kind for kind, words in _NAMES.items() for word in (kind, *words)
}
_LISTED = "、".join(zh for zh, _ in _NAMES.values())
_LISTED_EN = ", ".join(en for _, en in _NAMES.values())
WORDS: Final[Words] = {
    "name.missing": {
        "zh-CN": ("没有触点名称", "补上名称，更新已有触点也靠它"),
        "en": ("There is no name", "Add it; known touchpoints are found by it"),
    },
    "name.double": {
        "zh-CN": ("和第 {detail} 行是同一个名称", "两行只留一行"),
        "en": ("The same name as row {detail}", "Keep one of the two rows"),
    },
    "name.several": {
        "zh-CN": ("有 {detail} 个触点叫这个名称", "先在页面上改成不同的名称"),
        "en": ("{detail} touchpoints have this name", "Give them different names first"),
    },
    "long": {
        "zh-CN": ("超过 {detail} 个字", "改短一点"),
        "en": ("Longer than {detail} characters", "Shorten it"),
    },
    "kind.unknown": {
        "zh-CN": ("没有这个类型", f"写成：{_LISTED}"),
        "en": ("There is no such kind", f"Write one of: {_LISTED_EN}"),
    },
    "store.unknown": {
        "zh-CN": ("没有这个门店编号", "写门店编号，和门店页一致"),
        "en": ("There is no store of this number", "Write the number as on the page of stores"),
    },
    "hook.both": {
        "zh-CN": ("写了一句话，也写了加好友礼", "只留一个"),
        "en": ("There is a hook and a gift", "Keep one of the two"),
    },
    "gift.unknown": {
        "zh-CN": ("没有这份加好友礼", "写加好友礼的名称，和页面一致"),
        "en": ("There is no such gift", "Write its name as on the page of gifts"),
    },
    "gift.several": {
        "zh-CN": ("有 {detail} 份加好友礼叫这个名称", "在页面上选"),
        "en": ("{detail} gifts have this name", "Choose it on the page"),
    },
    "channel.unknown": {
        "zh-CN": ("没有这个活码", "写活码名称，和渠道活码页一致；没有的先建"),
        "en": ("There is no such code", "Write its name as on the page of codes; make it first"),
    },
    "channel.several": {
        "zh-CN": ("有 {detail} 个活码叫这个名称", "先改成不同的名称，或在页面上选"),
        "en": ("{detail} codes have this name", "Give them different names, or choose on the page"),
    },
    "owner.unknown": {
        "zh-CN": ("企业里没有这个账号", "写企业微信账号，不是姓名"),
        "en": ("Nobody here has this account", "Write the WeCom account, not the name"),
    },
    "owner.left": {
        "zh-CN": ("已经离职", "换一位在职员工"),
        "en": ("Has left", "Name somebody who works here"),
    },
    "amount.unreadable": {
        "zh-CN": ("不是一个金额", "写元，最多两位小数，例如 1200.50"),
        "en": ("This is no amount", "Write CNY with two decimals at most, such as 1200.50"),
    },
    "day.unreadable": {
        "zh-CN": ("不是一个日期", "写成 2026-11-27"),
        "en": ("This is no day", "Write it as 2026-11-27"),
    },
    "day.order": {
        "zh-CN": ("结束日期在开始日期之前", "改其中一个"),
        "en": ("The last day is before the first", "Change one of them"),
    },
}
