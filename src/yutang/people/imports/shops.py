"""Exports of the usual shops: known by their headers, with what each column means.

One table for all. `source` says where the headers were seen; where that is code of somebody who
reads such files, the shop itself publishes no list, and a newer export may have other headers: the
mapping is always shown, and can be changed, before anything runs.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from .guessing import folded


@dataclass(frozen=True, slots=True)
class Shop:
    """One kind of file that one shop writes."""

    key: str
    """Of the shop; becomes the source of its orders."""
    marks: tuple[str, ...]
    """Headers that together no other shop's file has."""
    columns: dict[str, str]
    """Header → target."""
    source: str
    known: dict[str, str] = field(init=False, repr=False)
    """The same, headers folded."""

    def __post_init__(self) -> None:
        known = {folded(header): target for header, target in self.columns.items()}
        object.__setattr__(self, "known", known)


SHOPS: Final[tuple[Shop, ...]] = (
    Shop(
        key="youzan",
        marks=("归属店铺", "订单创建时间", "买家付款时间", "订单实付金额"),
        columns={
            "订单号": "number", "订单状态": "status", "订单创建时间": "placed_at",
            "买家付款时间": "paid_at", "交易成功时间": "completed_at", "订单实付金额": "amount",
            "运费": "freight", "店铺优惠合计": "discount", "全部商品名称": "item_name",
            "买家手机号": "phone", "订单已退款金额": "refund",
        },
        source="Youzan, orders by order; headers as commonly seen in public code that reads them",
    ),
    Shop(
        key="youzan",
        marks=("订单商品状态", "商品实际成交金额", "商品已退款金额"),
        columns={
            "订单号": "number", "订单商品状态": "status", "订单创建时间": "placed_at",
            "买家付款时间": "paid_at", "交易成功时间": "completed_at",
            "商品发货时间": "shipped_at", "商品实际成交金额": "row_amount",
            "规格编码": "sku", "商品名称": "item_name", "商品类目": "category",
            "商品目录": "category", "商品数量": "quantity", "商品单价": "price",
            "买家手机号": "phone", "收货人手机号/提货人手机号": "phone",
            "商品已退款金额": "row_refund",
        },
        source="Youzan, orders by good; headers as commonly seen in public code that reads them",
    ),
    Shop(
        key="weimob",
        marks=("订单编号", "订单状态", "下单门店", "实付金额"),
        columns={
            "订单编号": "number", "订单状态": "status", "下单时间": "placed_at",
            "付款时间": "paid_at", "完成时间": "completed_at", "实付金额": "amount",
            "运费": "freight", "优惠金额": "discount", "商品名称": "item_name",
            "商品编码": "sku", "规格编码": "sku", "商品数量": "quantity", "商品单价": "price",
            "会员手机号": "phone", "客户手机号": "phone", "退款金额": "refund",
        },
        source="Weimob; not verified against a real export, headers as commonly seen",
    ),
    Shop(
        key="taobao",
        marks=("买家会员名", "买家应付货款", "订单创建时间"),
        columns={
            "订单编号": "number", "订单状态": "status", "订单创建时间": "placed_at",
            "订单付款时间": "paid_at", "总金额": "amount", "买家应付邮费": "freight",
            "宝贝标题": "item_name", "宝贝总数量": "quantity", "联系手机": "phone",
            "退款金额": "refund",
        },
        source="Taobao and Tmall, ExportOrderList; headers as in public code that reads and writes"
        " them, 2016 to 2025",
    ),
    Shop(
        key="taobao",
        marks=("子订单编号", "主订单编号", "外部系统编号", "买家应付货款"),
        columns={
            "主订单编号": "number", "订单状态": "status", "订单创建时间": "placed_at",
            "订单付款时间": "paid_at", "买家应付货款": "row_amount", "商家编码": "sku",
            "外部系统编号": "sku", "标题": "item_name", "价格": "price", "购买数量": "quantity",
            "退款金额": "row_refund",
        },
        source="Taobao and Tmall, goods of orders; headers as in public code that reads them",
    ),
    Shop(
        key="jd",
        marks=("订购数量", "京东价", "下单帐号"),
        columns={
            "订单号": "number", "订单状态": "status", "下单时间": "placed_at",
            "付款确认时间": "paid_at", "订单完成时间": "completed_at", "应付金额": "amount",
            "商品ID": "sku", "商品名称": "item_name", "订购数量": "quantity", "京东价": "price",
            "联系电话": "phone",
        },
        source="JD merchants; headers as in public code that reads them",
    ),
    Shop(
        key="jd",
        marks=("订单号", "订购数量", "下单帐号", "应付金额"),
        columns={
            "订单号": "number", "订单状态": "status", "下单时间": "placed_at",
            "付款确认时间": "paid_at", "订单完成时间": "completed_at", "应付金额": "amount",
            "商品ID": "sku", "商品名称": "item_name", "订购数量": "quantity",
            "联系电话": "phone",
        },
        source="JD merchants, shorter export; headers as in public code that reads them",
    ),
    Shop(
        key="douyin",
        marks=("主订单编号", "选购商品", "订单提交时间"),
        columns={
            "主订单编号": "number", "订单状态": "status", "订单提交时间": "placed_at",
            "支付完成时间": "paid_at", "订单完成时间": "completed_at", "发货时间": "shipped_at",
            "订单应付金额": "row_amount", "商家编码": "sku", "商品ID": "sku",
            "选购商品": "item_name", "商品数量": "quantity", "商品金额": "price",
            "收件人手机号": "phone", "退款金额": "row_refund",
        },
        source="Douyin shop; headers as in public code that reads them",
    ),
    Shop(
        key="weixin",
        marks=("订单号", "订单下单时间", "商品编码(平台)"),
        columns={
            "订单号": "number", "订单状态": "status", "订单下单时间": "placed_at",
            "支付时间": "paid_at", "订单完成时间": "completed_at", "订单发货时间": "shipped_at",
            "订单实际支付金额": "amount", "订单运费": "freight", "商品编码(平台)": "sku",
            "商品名称": "item_name", "商品数量": "quantity", "商品价格": "price",
            "收件人手机": "phone", "商品已退款金额": "row_refund",
        },
        source="WeChat shop; not verified against a real export, headers as commonly seen",
    ),
    Shop(
        key="shopify",
        marks=("Name", "Financial Status", "Lineitem quantity"),
        columns={
            "Name": "number", "Financial Status": "status", "Created at": "placed_at",
            "Paid at": "paid_at", "Fulfilled at": "shipped_at", "Cancelled at": "cancelled_at",
            "Currency": "currency", "Total": "amount", "Shipping": "freight",
            "Discount Amount": "discount", "Refunded Amount": "refund", "Lineitem sku": "sku",
            "Lineitem name": "item_name", "Lineitem quantity": "quantity",
            "Lineitem price": "price", "Phone": "phone", "Billing Phone": "phone",
        },
        source="Shopify, orders export; headers as in public code that reads and writes them",
    ),
    Shop(
        key="woocommerce",
        marks=("order_number", "status", "order_total", "billing_phone"),
        columns={
            "order_number": "number", "status": "status", "date": "placed_at",
            "date_paid": "paid_at", "paid_date": "paid_at", "order_total": "amount",
            "order_shipping": "freight", "shipping_total": "freight",
            "order_discount": "discount", "discount_total": "discount",
            "refunded_total": "refund", "order_currency": "currency", "item_sku": "sku",
            "sku": "sku", "item_name": "item_name", "item_quantity": "quantity",
            "billing_phone": "phone",
        },
        source="WooCommerce, Customer/Order CSV Export; headers as in a public file of 2018",
    ),
)  # fmt: skip


def find_shop(headers: Collection[str]) -> Shop | None:
    """Whose export has such headers."""
    there = {folded(header) for header in headers}
    fitting = [one for one in SHOPS if {folded(mark) for mark in one.marks} <= there]
    return max(fitting, key=lambda one: len(one.known.keys() & there), default=None)
