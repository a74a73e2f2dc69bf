"""The kinds that ship with the product, and the names that others use for them."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from yutang.people.consents.schemas import SERVICE

from .schemas import Handling, Type


@dataclass(frozen=True, slots=True)
class Declared:
    """A property that is known before anybody sends it."""

    type: Type = "string"
    plain: bool = False


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One kind: its properties, the one that the timeline shows, the consent it needs."""

    properties: dict[str, Declared]
    main: str | None = None
    purpose: str | None = None


_TEXT: Final = Declared()
_CODE: Final = Declared(plain=True)
_NUMBER: Final = Declared("number", plain=True)
_YES: Final = Declared("boolean")
_TIME: Final = Declared("time")
_LIST: Final = Declared("list")
_ITEMS: Final = Declared("items", plain=True)

_MONEY: Final = dict.fromkeys(
    ("amount_fen", "discount_fen", "freight_fen", "refunded_fen", "amount", "discount", "freight"),
    _NUMBER,
)
_ORDER: Final = {
    "number": _CODE,
    "order_id": _CODE,
    "status": _TEXT,
    "currency": _TEXT,
    **_MONEY,
    "items": _ITEMS,
    "products": _ITEMS,
    "refunds": _ITEMS,
    "store_number": _CODE,
    "staff_account": _CODE,
    "channel_state": _CODE,
    "channel": _TEXT,
    "coupon": _CODE,
    **dict.fromkeys(("placed_at", "paid_at", "shipped_at", "completed_at", "cancelled_at"), _TIME),
}
_REFUND: Final = {"refund_number": _CODE, "refund_fen": _NUMBER, "reason": _TEXT}
_COUPON: Final = {
    "coupon": _CODE,
    "title": _TEXT,
    "batch": _CODE,
    "amount_fen": _NUMBER,
    "number": _CODE,
    "expires_at": _TIME,
}
_MEMBERSHIP: Final = {"level": _TEXT, "from_level": _TEXT, "program": _TEXT, "card": _CODE}
_PAGE: Final = {
    "title": _TEXT,
    "url": _TEXT,
    "path": _TEXT,
    "referrer": _TEXT,
    "search": _TEXT,
    "session": _CODE,
    "device": _CODE,
    "language": _TEXT,
    **dict.fromkeys(("width", "height", "seconds", "depth"), _NUMBER),
    **{f"utm_{one}": _TEXT for one in ("source", "medium", "campaign", "term", "content", "id")},
}
_PRODUCT: Final = {
    "sku": _CODE,
    "product_id": _CODE,
    "title": _TEXT,
    "category": _TEXT,
    "brand": _TEXT,
    "url": _TEXT,
    "price_fen": _NUMBER,
    "price": _NUMBER,
    "quantity": _NUMBER,
    "currency": _TEXT,
}
_SERVICE: Final = {
    "number": _CODE,
    "topic": _TEXT,
    "channel": _TEXT,
    "staff_account": _CODE,
    "stars": _NUMBER,
    "solved": _YES,
    "seconds": _NUMBER,
}

BUILT_IN: Final[dict[str, BuiltIn]] = {
    "order.placed": BuiltIn(_ORDER, "amount_fen"),
    "order.paid": BuiltIn(_ORDER, "amount_fen"),
    "order.shipped": BuiltIn(_ORDER, "number"),
    "order.completed": BuiltIn(_ORDER, "amount_fen"),
    "order.cancelled": BuiltIn(_ORDER, "number"),
    "order.refunded": BuiltIn(_ORDER | _REFUND, "refund_fen"),
    "coupon.received": BuiltIn(_COUPON, "title"),
    "coupon.used": BuiltIn(_COUPON, "title"),
    "coupon.expired": BuiltIn(_COUPON, "title"),
    # Not `member`: so the log calls those of groups, and their readers count on a group.
    "membership.joined": BuiltIn(_MEMBERSHIP, "level"),
    "membership.level_changed": BuiltIn(_MEMBERSHIP, "level"),
    "membership.points_changed": BuiltIn(
        _MEMBERSHIP | {"points": _NUMBER, "balance": _NUMBER, "reason": _TEXT}, "points"
    ),
    "page.viewed": BuiltIn(_PAGE, "title"),
    "page.left": BuiltIn(_PAGE, "title"),
    "page.clicked": BuiltIn(_PAGE | {"target": _TEXT, "text": _TEXT, "href": _TEXT}, "text"),
    "product.seen": BuiltIn(_PRODUCT, "title"),
    "cart.added": BuiltIn(_PRODUCT | {"items": _ITEMS, "products": _ITEMS}, "title"),
    "cart.removed": BuiltIn(_PRODUCT | {"items": _ITEMS, "products": _ITEMS}, "title"),
    "service.opened": BuiltIn(_SERVICE, "topic", SERVICE),
    "service.answered": BuiltIn(_SERVICE, "topic", SERVICE),
    "service.closed": BuiltIn(_SERVICE, "topic", SERVICE),
    "service.rated": BuiltIn(_SERVICE, "stars", SERVICE),
}
CUSTOM: Final = "custom"
FAMILIES: Final = tuple(dict.fromkeys([*(kind.split(".")[0] for kind in BUILT_IN), CUSTOM]))

ALIASES: Final[dict[str, str]] = {
    # Segment's names, which RudderStack and Shopify's tracking share.
    "Page Viewed": "page.viewed",
    "Product Viewed": "product.seen",
    "Product Clicked": "product.seen",
    "Product Added": "cart.added",
    "Product Removed": "cart.removed",
    "Order Placed": "order.placed",
    "Checkout Completed": "order.placed",
    "Order Paid": "order.paid",
    "Order Shipped": "order.shipped",
    "Order Completed": "order.completed",
    "Order Cancelled": "order.cancelled",
    "Order Canceled": "order.cancelled",
    "Order Refunded": "order.refunded",
    "Coupon Applied": "coupon.used",
    "Coupon Received": "coupon.received",
    # PostHog's, Google Analytics', Sensors Data's.
    "$pageview": "page.viewed",
    "$pageleave": "page.left",
    "$autocapture": "page.clicked",
    "page_view": "page.viewed",
    "view_item": "product.seen",
    "add_to_cart": "cart.added",
    "remove_from_cart": "cart.removed",
    "purchase": "order.paid",
    "refund": "order.refunded",
    "$WebClick": "page.clicked",
    "$MPViewScreen": "page.viewed",
    "$MPClick": "page.clicked",
    "page": "page.viewed",
    "screen": "page.viewed",
    "click": "page.clicked",
    # As one would guess ours.
    "member.joined": "membership.joined",
    "member.level_changed": "membership.level_changed",
    "member.points_changed": "membership.points_changed",
    "product.viewed": "product.seen",
    "order.created": "order.placed",
    "order.canceled": "order.cancelled",
    "页面浏览": "page.viewed",
    "浏览商品": "product.seen",
    "加入购物车": "cart.added",
    "移出购物车": "cart.removed",
    "下单": "order.placed",
    "支付": "order.paid",
    "发货": "order.shipped",
    "完成订单": "order.completed",
    "取消订单": "order.cancelled",
    "退款": "order.refunded",
    "领券": "coupon.received",
    "用券": "coupon.used",
    "入会": "membership.joined",
}
_APART: Final = re.compile(r"[\s_.$-]+")


def plainly(name: str) -> str:
    """A name without what people write differently: case, blanks, dots, dashes."""
    return _APART.sub("", name).casefold()


USUAL: Final = {plainly(name): kind for name, kind in ALIASES.items()} | {
    plainly(kind): kind for kind in BUILT_IN
}

_NAMES: Final = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
_PERSONAL: Final = frozenset(_NAMES["personal"])
_SENSITIVE: Final = frozenset(_NAMES["sensitive"])


@lru_cache(maxsize=4096)
def usual_handling(name: str) -> Handling:
    """By its name alone: what a property nobody decided about holds. Objects come with dots."""
    for part in {plainly(name), *(plainly(one) for one in name.split("."))}:
        if part in _SENSITIVE:
            return "sensitive"
        if part in _PERSONAL:
            return "personal"
    return "keep"
