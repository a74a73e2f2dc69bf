"""Orders as a CSV, in the register of exports."""

import asyncio
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.schemas import Principal
from yutang.kernel.db import Seer
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.exports import service as exports

from .checking import yuan
from .jobs import WriteOrders
from .reading import conditions, list_orders, read_rows
from .schemas import Language, OrderFilter, OrderRow

CHUNK: Final = 1_000
_HEADERS: Final[dict[str, tuple[str, str]]] = {
    "source": ("来源", "Source"),
    "number": ("订单号", "Number"),
    "status": ("状态", "Status"),
    "customer_id": ("客户编号", "Customer id"),
    "customer": ("客户", "Customer"),
    "goods": ("商品", "Goods"),
    "pieces": ("件数", "Pieces"),
    "amount": ("实付（元）", "Amount (CNY)"),
    "discount": ("优惠（元）", "Discount (CNY)"),
    "freight": ("运费（元）", "Freight (CNY)"),
    "refunded": ("退款（元）", "Refunded (CNY)"),
    "store": ("门店", "Store"),
    "staff": ("归属员工", "Credited member"),
    "placed_at": ("下单时间", "Placed"),
    "paid_at": ("付款时间", "Paid"),
    "shipped_at": ("发货时间", "Shipped"),
    "completed_at": ("完成时间", "Completed"),
    "cancelled_at": ("取消时间", "Cancelled"),
}
_STATUS: Final[dict[str, tuple[str, str]]] = {
    "placed": ("待付款", "Placed"),
    "paid": ("已付款", "Paid"),
    "shipped": ("已发货", "Shipped"),
    "completed": ("已完成", "Completed"),
    "cancelled": ("已取消", "Cancelled"),
}


async def ask_for_file(
    session: AsyncSession,
    wanted: OrderFilter,
    language: Language,
    principal: Principal,
    now: datetime,
) -> int:
    """Ask for a CSV of these orders; the export's id. Raises BadOrderSpanError."""
    found = await list_orders(session, principal.corp_id, wanted, None, 1, now)
    question = {
        key: _told(value) for key, value in asdict(wanted).items() if value not in (None, ())
    }
    total = found.total if found.exact else None
    export_id = await exports.register_orders(
        session, question, list(_HEADERS), language, total, principal, now
    )
    await enqueue(session, WriteOrders(corp_id=principal.corp_id, export_id=export_id))
    return export_id


def _told(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _asked(question: dict[str, Any]) -> OrderFilter:
    told = dict(question)
    for name in ("first", "last"):
        if name in told:
            told[name] = date.fromisoformat(told[name])
    return OrderFilter(**told | {"status": tuple(told.get("status", ()))})


async def write_orders(runtime: Runtime, corp_id: int, export_id: int) -> None:
    """Write the file of a registered export of orders."""
    await exports.fill(runtime, corp_id, export_id, _write)


async def _write(runtime: Runtime, row: Any, path: Path) -> int:
    wanted, language = _asked(row.wanted["orders"]), row.wanted["language"]
    at = 0 if language == "zh-CN" else 1
    draft = path.with_suffix(".draft")
    table = exports.CsvTable(draft, [names[at] for names in _HEADERS.values()])
    done, last = 0, None
    try:
        while True:
            # Who asked for it may see fewer orders by now.
            async with runtime.database.corp(row.corp_id, Seer.of(row.created_by)) as session:
                zone = ZoneInfo((await corps.describe(session, row.corp_id)).timezone)
                more, asked = await conditions(session, row.corp_id, wanted)
                if last is not None:
                    more += " and (o.placed_at, o.id) < (:before, :before_id)"
                    asked |= {"before": last.placed_at, "before_id": last.id}
                found = await read_rows(session, more, asked, CHUNK)
            if found:
                columns = list(zip(*(_cells(one, at, zone) for one in found), strict=True))
                await asyncio.to_thread(table.add, columns)
                done, last = done + len(found), found[-1]
            await exports.advance(runtime, row, done)
            if len(found) < CHUNK:
                break
    finally:
        await asyncio.to_thread(table.close)
    await asyncio.to_thread(draft.replace, path)
    return done


def _cells(row: OrderRow, at: int, zone: ZoneInfo) -> list[str | None]:
    moments = (row.placed_at, row.paid_at, row.shipped_at, row.completed_at, row.cancelled_at)
    return [
        row.source,
        row.number,
        _STATUS[row.status][at],
        str(row.customer.id) if row.customer else None,
        row.customer.name if row.customer else None,
        row.goods or None,
        str(row.pieces),
        *(yuan(f) for f in (row.amount_fen, row.discount_fen, row.freight_fen, row.refunded_fen)),
        (row.store.name or row.store.number) if row.store else None,
        row.staff.name if row.staff else row.staff_account,
        *(f"{one.astimezone(zone):%Y-%m-%d %H:%M:%S}" if one else None for one in moments),
    ]
