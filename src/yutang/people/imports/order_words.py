"""What columns of orders are called, and what shops call the states of an order."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

from yutang.people.persons.schemas import IdKind

from .guessing import folded, guess_target, plain
from .shops import Shop

Standing = Literal["placed", "paid", "shipped", "completed", "cancelled", "refunded"]
STANDINGS: Final[tuple[Standing, ...]] = get_args(Standing)
"""`refunded`: all of it went back; such an order stays paid and is worth nothing."""

BUYER: Final[tuple[IdKind, ...]] = ("external", "unionid", "member_number", "phone", "openid")
"""By what a buyer is recognised; the first that is there says who he is."""
MONEY: Final = ("amount", "row_amount", "discount", "freight", "refund", "row_refund", "price")
TIMES: Final = ("placed_at", "paid_at", "shipped_at", "completed_at", "cancelled_at", "refunded_at")
TARGETS: Final = (
    "number", "status", *TIMES[:5], "amount", "row_amount", "discount", "freight", "currency",
    "refund", "row_refund", "refund_number", "refunded_at", "sku", "item_name", "category",
    "quantity", "price", *BUYER, "store", "staff", "channel",
)  # fmt: skip

_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "number": ("订单号", "订单编号", "主订单编号", "单号", "交易号", "order number", "order no",
               "order id", "order", "order_number", "order_no", "order_id"),
    "status": ("订单状态", "状态", "交易状态", "status", "order status", "order_status"),
    "placed_at": ("下单时间", "订单创建时间", "创建时间", "订单提交时间", "下单日期", "订单时间",
                  "placed at", "created at", "order date", "placed_at", "created_at", "date"),
    "paid_at": ("付款时间", "支付时间", "订单付款时间", "买家付款时间", "支付完成时间", "付款日期",
                "paid at", "paid_at", "payment time"),
    "shipped_at": ("发货时间", "shipped at", "shipped_at", "fulfilled at"),
    "completed_at": ("完成时间", "交易成功时间", "订单完成时间", "completed at", "completed_at"),
    "cancelled_at": ("取消时间", "关闭时间", "cancelled at", "cancelled_at"),
    "amount": ("实付金额", "订单金额", "应付金额", "总金额", "订单总额", "支付金额", "实付", "金额",
               "订单实付金额", "amount", "total", "order total", "order_total"),
    "discount": ("优惠金额", "优惠", "折扣", "discount"),
    "freight": ("运费", "邮费", "配送费", "freight", "shipping"),
    "currency": ("币种", "货币", "currency"),
    "refund": ("退款金额", "已退款金额", "订单已退款金额", "退款", "refund", "refunded"),
    "refund_number": ("退款单号", "退款编号", "售后单号", "refund number", "refund_number"),
    "refunded_at": ("退款时间", "refunded at", "refunded_at"),
    "sku": ("商品编码", "规格编码", "商家编码", "货号", "商品id", "sku", "skuid", "商品编号"),
    "item_name": ("商品名称", "商品", "宝贝标题", "商品标题", "品名", "全部商品名称", "product",
                  "product name", "item", "item name"),
    "category": ("商品类目", "类目", "分类", "category"),
    "quantity": ("数量", "商品数量", "购买数量", "件数", "quantity", "qty"),
    "price": ("单价", "商品单价", "价格", "商品价格", "price", "unit price"),
    "openid": ("openid", "微信openid", "买家openid"),
    "store": ("门店编号", "门店号", "门店编码", "店铺编号", "store", "store number"),
    "staff": ("员工账号", "导购账号", "员工userid", "userid", "staff", "staff account"),
    "channel": ("渠道", "渠道标识", "channel", "state"),
    "phone": ("买家手机号", "买家手机", "会员手机号", "联系手机", "收货人手机号", "收件人手机号"),
}  # fmt: skip
_BY_HEADER: Final = {
    plain(folded(header)): target for target, headers in _NAMES.items() for header in headers
}

_WORDS: Final[dict[Standing, tuple[str, ...]]] = {
    "placed": (
        "待付款", "等待买家付款", "未付款", "待支付", "已下单", "已创建", "未支付", "待买家付款",
        "等待付款", "placed", "pending", "unpaid", "on-hold", "authorized", "pending payment",
    ),
    "paid": (
        "待发货", "等待卖家发货", "买家已付款,等待卖家发货", "已付款", "已支付", "待出库",
        "等待出库", "付款成功", "支付成功", "备货中", "待接单", "待成团", "部分退款", "待处理",
        "paid", "processing", "partially_refunded", "partially paid", "partially_paid",
    ),
    "shipped": (
        "已发货", "卖家已发货,等待买家确认", "等待买家确认收货", "待收货", "卖家已发货", "已出库",
        "等待确认收货", "待自提", "部分发货", "配送中", "运输中", "卖家部分发货",
        "shipped", "fulfilled", "partially fulfilled",
    ),
    "completed": (
        "交易成功", "交易完成", "已完成", "完成", "已收货", "已签收", "订单完成", "已核销",
        "待评价", "已评价", "completed", "complete", "delivered",
    ),
    "cancelled": (
        "交易关闭", "已关闭", "已取消", "订单关闭", "订单取消", "(删除)等待出库", "(删除)已取消",
        "取消", "关闭", "交易取消",
        "cancelled", "canceled", "closed", "voided", "failed", "trash", "expired",
    ),
    "refunded": ("退款成功", "已退款", "全额退款", "退款完成", "已全额退款", "退货退款",
                 "refunded"),
}  # fmt: skip
_STANDINGS: Final = {
    plain(folded(word)): standing for standing, words in _WORDS.items() for word in words
}


def standing_of(word: str) -> Standing | None:
    """What a shop's word for the state of an order means."""
    return _STANDINGS.get(plain(folded(word)))


def guess_columns(headers: Sequence[str], shop: Shop | None) -> list[str | None]:
    """What each column of a file of orders probably means; each target once, but where two fit.

    What the shop's own table says counts more, in the table's order.
    """
    names = [folded(header) for header in headers]
    found: list[str | None] = [None] * len(names)
    taken: set[str] = set()
    if shop is not None:
        for header, target in shop.known.items():
            if header in names and target not in taken:
                found[names.index(header)] = target
                taken.add(target)
    for place, name in enumerate(names):
        guess = guess_order_target(name)
        # A file that gives the rows' parts has no use for what looks like the whole.
        if found[place] is None and guess and not {guess, f"row_{guess}"} & taken:
            found[place] = guess
            taken.add(guess)
    return found


def guess_order_target(header: str) -> str | None:
    """The target of orders that people mean by a folded header, or None."""
    found = _BY_HEADER.get(plain(header)) or guess_target(header)
    return found if found in TARGETS else None
