"""Cells, headers and words of orders as the back offices of shops print them."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from yutang.people.imports import order_parsing as parsing
from yutang.people.imports.order_gathering import gather
from yutang.people.imports.order_words import TARGETS, guess_columns, standing_of
from yutang.people.imports.parsing import Wrong
from yutang.people.imports.shops import SHOPS, Shop, find_shop

NOW = datetime(2026, 11, 27, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "fen"),
    [
        ("1,234.50", "123450"), ("￥12", "1200"), ("¥ 0.01", "1"), ("99元", "9900"),
        ("１２．５", "1250"), ("10000000000", "1000000000000"), ("0", "0"),
        ("1.005", Wrong("money.decimals")), ("-5", Wrong("money.negative")),
        ("10000000000.01", Wrong("money.unreadable")), ("NaN", Wrong("money.unreadable")),
        ("abc", Wrong("money.unreadable")),
    ],
)  # fmt: skip
def test_money_is_yuan_with_at_most_two_decimals(told: str, fen: object) -> None:
    assert parsing.parse_fen(told) == fen


def test_what_was_taken_off_may_have_a_minus() -> None:
    assert parsing.parse_taken_off("-12.50") == parsing.parse_taken_off("￥-12.5") == "1250"


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2026-05-23 22:02:01", "2026-05-23T14:02:01+00:00"),
        ("2026/5/3 9:02", "2026-05-03T01:02:00+00:00"),
        ("2026年5月3日 9时02分", "2026-05-03T01:02:00+00:00"),
        ("2026-05-23", "2026-05-22T16:00:00+00:00"),
        ("20260523220201", "2026-05-23T14:02:01+00:00"),
        ("2026-05-23T22:02:01.5Z", "2026-05-23T22:02:01+00:00"),
        ("2026-05-23 05:45:00 -0400", "2026-05-23T09:45:00+00:00"),
        ("1700000000", "2023-11-14T22:13:20+00:00"),
        ("1700000000000", "2023-11-14T22:13:20+00:00"),
        ("2026-02-30", Wrong("date.impossible", "2026-02-30")),
        ("2026-11-28 10:00", Wrong("time.future", "2026-11-28 10:00")),
        ("1989-01-01", Wrong("time.ancient", "1989")),
        ("5/31/2016 0:37", Wrong("time.unreadable")),
    ],
)
def test_times_without_a_zone_are_the_companys(told: str, moment: object) -> None:
    assert parsing.times("Asia/Shanghai", NOW)(told) == moment


def test_what_excel_needs_is_taken_off_and_words_for_nothing_are_nothing() -> None:
    assert parsing.bare('="1930679858170647"') == "1930679858170647"
    assert parsing.bare("'13800000001") == "13800000001"
    assert [parsing.bare(told) for told in ("-", "——", "null", '=""')] == [None] * 4


@pytest.mark.parametrize(
    "told", ["138****0000", "138XXXX0000", "~AgE1x9==~", "$abc$", "#enc#", "186******05"]
)
def test_what_a_shop_hid_is_no_id_and_no_mistake(told: str) -> None:
    masked: set[str] = set()
    assert parsing.ids(parsing.IDS["phone"], masked, "手机")(told) is None
    assert masked == {"手机"}


@pytest.mark.parametrize("told", ["oABCxx12", "13800000000", "M-100"])
def test_what_is_not_hidden_is_not_taken_for_it(told: str) -> None:
    assert not parsing.is_masked(told)


@pytest.mark.parametrize(
    ("word", "standing"),
    [
        ("交易成功", "completed"), ("待发货", "paid"), ("退款成功", "refunded"),
        ("买家已付款，等待卖家发货", "paid"), ("卖家已发货，等待买家确认", "shipped"),
        ("等待买家付款", "placed"), ("交易关闭", "cancelled"), ("（删除）等待出库", "cancelled"),
        ("Paid", "paid"), ("on-hold", "placed"), ("partially_refunded", "paid"), ("怪", None),
    ],
)  # fmt: skip
def test_words_of_shops_for_states(word: str, standing: str | None) -> None:
    assert standing_of(word) == standing


@pytest.mark.parametrize("shop", SHOPS, ids=lambda one: f"{one.key}-{len(one.columns)}")
def test_each_shop_is_known_by_its_headers_and_has_what_orders_need(shop: Shop) -> None:
    headers = list(dict.fromkeys([*shop.marks, *shop.columns, "别的一列"]))
    assert find_shop(headers) is shop
    assert shop.source
    assert set(shop.columns.values()) <= set(TARGETS)
    guessed = guess_columns(headers, shop)
    found = [target for target in guessed if target]
    assert len(found) == len(set(found))
    assert {"number", "placed_at"} <= set(found)
    assert len({"amount", "row_amount"} & set(found)) == 1


def test_a_list_of_customers_is_no_shops() -> None:
    assert find_shop(["姓名", "手机", "会员号"]) is None


_NONE = dict.fromkeys([*TARGETS, "sealed"])


def _rows(*told: dict[str, Any]) -> list[Any]:
    return [
        SimpleNamespace(**{**_NONE, "number": "A", "row": place, "bad": False, **one})
        for place, one in enumerate(told, 2)
    ]


def _gathered(*told: dict[str, Any]) -> Any:
    (one,) = gather(_rows(*told), "file", "import:1", lambda sealed: sealed.decode())
    return one


def test_an_order_tells_of_each_step_whose_time_it_knows() -> None:
    at = [f"2026-06-0{day}T00:00:00+00:00" for day in range(1, 5)]
    times = dict(zip(("placed_at", "paid_at", "shipped_at", "completed_at"), at, strict=True))
    one = _gathered({**times, "amount": "500", "status": "completed", "sealed": b"13800000000"})
    assert [(news.status, news.at.day) for news in one.news] == [("shipped", 3), ("completed", 4)]
    assert one.claim.ids == (("phone", "13800000000"),)
    assert one.claim.said == "import:1:2"


def test_amounts_are_the_orders_or_its_rows_or_its_prices() -> None:
    when = {"placed_at": "2026-06-01T00:00:00+00:00"}
    assert _gathered({**when, "amount": "500"}, {"amount": "500"}).news[0].amount_fen == 500
    assert _gathered({**when, "row_amount": "1"}, {"row_amount": "2"}).news[0].amount_fen == 3
    priced = _gathered(
        {**when, "sku": "a", "price": "100", "quantity": "3", "discount": "50", "freight": "8"}
    )
    assert priced.news[0].amount_fen == 258
    differing = _gathered({**when, "amount": "500"}, {"amount": "600"})
    assert (differing.problem.code, differing.problem.detail) == ("order.totals", "5.00、6.00")
    assert _gathered(when).problem.code == "order.no_amount"
    assert _gathered({"amount": "1"}).problem.code == "order.no_time"


def test_refunds_are_gathered_and_bounded() -> None:
    when = {"placed_at": "2026-06-01T00:00:00+00:00", "amount": "500"}
    (told,) = _gathered({**when, "row_refund": "100"}, {"row_refund": "50"}).news[0].refunds
    assert (told.number, told.amount_fen) == ("refund", 150)
    many = _gathered(
        {**when, "refund_number": "r1", "refund": "100"},
        {"refund_number": "r2", "refund": "50"},
        {"refund_number": "r2", "refund": "50"},
    )
    assert [(r.number, r.amount_fen) for r in many.news[0].refunds] == [("r1", 100), ("r2", 50)]
    whole = _gathered({**when, "status": "refunded"}).news[0]
    assert (whole.status, whole.refunds[0].amount_fen) == ("paid", 500)
    over = _gathered({**when, "refund": "501"})
    assert (over.problem.code, over.problem.detail) == ("order.refund", "5.01 > 5.00")


def test_the_slowest_good_says_how_far_an_order_is() -> None:
    when = {"placed_at": "2026-06-01T00:00:00+00:00", "amount": "500"}
    several = _gathered({**when, "status": "completed"}, {"status": "paid"})
    assert several.news[-1].status == "paid"
    several = _gathered({**when, "status": "completed"}, {"status": "cancelled"})
    assert several.news[-1].status == "completed"
    assert _gathered({**when, "status": "cancelled"}).news[-1].status == "cancelled"
