"""What columns of behaviour are called."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from yutang.people.persons.schemas import STRENGTH, IdKind

from .guessing import folded, guess_target, plain

WHO: Final[tuple[IdKind, ...]] = STRENGTH
"""By what a person is recognised; the first that is there says who he is."""
TARGETS: Final = ("kind", "at", *WHO)
PROPERTY: Final = "prop:"
"""Before the name under which a column is kept as a property."""

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "kind": ("事件", "事件名", "事件名称", "事件类型", "行为", "行为名称", "行为类型", "动作",
             "动作类型", "操作", "操作类型", "event", "event name", "event_name", "event type",
             "event_type", "action", "activity", "behavior", "behaviour"),
    "at": ("时间", "发生时间", "事件时间", "行为时间", "访问时间", "浏览时间", "操作时间",
           "触发时间", "创建时间", "日期", "time", "timestamp", "at", "event time", "event_time",
           "occurred at", "occurred_at", "created at", "created_at", "datetime", "date"),
    "openid": ("openid", "微信openid", "用户openid"),
    "member_number": ("用户id", "userid", "user id", "user_id"),
    "device": ("设备", "设备id", "设备号", "访客id", "匿名id", "device", "device id", "device_id",
               "anonymous id", "anonymous_id", "visitor id", "visitor_id", "client id",
               "client_id"),
    "prop:title": ("页面", "页面标题", "页面名称", "标题", "商品", "商品名", "商品名称",
                   "商品标题", "宝贝标题", "page", "page title", "page_title", "title", "product",
                   "product name", "product_name"),
    "prop:url": ("页面地址", "页面链接", "网址", "链接", "url", "page url", "page_url", "link"),
    "prop:path": ("路径", "页面路径", "path", "page path", "page_path"),
    "prop:referrer": ("来源页面", "来源页", "来源网址", "referrer", "referer"),
    "prop:search": ("搜索词", "搜索关键词", "关键词", "search", "keyword"),
    "prop:seconds": ("停留时长", "停留秒数", "停留时间", "时长", "seconds", "duration"),
    "prop:session": ("会话", "会话id", "session", "session id", "session_id"),
    "prop:sku": ("商品编码", "商品编号", "商品id", "货号", "sku", "skuid"),
    "prop:product_id": ("product id", "product_id"),
    "prop:category": ("类目", "商品类目", "分类", "category"),
    "prop:brand": ("品牌", "brand"),
    "prop:price": ("价格", "单价", "商品价格", "price"),
    "prop:quantity": ("数量", "件数", "quantity", "qty"),
    "prop:coupon": ("优惠券", "券码", "coupon"),
    "prop:points": ("积分", "points"),
    "prop:level": ("等级", "会员等级", "level"),
    "prop:amount": ("金额", "amount"),
    "prop:utm_source": ("utm_source", "utmsource"),
    "prop:utm_medium": ("utm_medium", "utmmedium"),
    "prop:utm_campaign": ("utm_campaign", "utmcampaign"),
}  # fmt: skip
_BY_HEADER: Final = {
    plain(folded(header)): target for target, headers in _NAMES.items() for header in headers
}
_UNFIT: Final = re.compile(r"[^\w.-]+")
_NAME_CHARACTERS: Final = 60


def guess_event_columns(headers: Sequence[str]) -> list[str | None]:
    """What each column of a file of behaviour probably means; each target once."""
    found: list[str | None] = []
    taken: set[str] = set()
    for header in headers:
        name = folded(header)
        guess = _BY_HEADER.get(plain(name)) or guess_target(name)
        if guess is None or guess in taken or not (guess in TARGETS or guess.startswith(PROPERTY)):
            found.append(None)
            continue
        taken.add(guess)
        found.append(guess)
    return found


def property_of(header: str, index: int) -> str:
    """The name under which a column can be kept as it is."""
    told = _UNFIT.sub("_", unicodedata.normalize("NFKC", header).strip()).strip("_.-$")
    return told[:_NAME_CHARACTERS] or f"column_{index + 1}"
