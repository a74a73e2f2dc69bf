"""A report as a CSV that Excel opens."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from .schemas import By, GrowthRow, Language

BOM: Final = "\ufeff"
"""Excel takes a CSV for GBK without it."""
_KEYS: Final = {
    "day": ("日期", "Day"),
    "channel": ("渠道", "Channel"),
    "staff": ("员工", "Member"),
    "store": ("门店", "Store"),
}
_OTHERS: Final = {
    "none": ("没有渠道", "No channel"),
    "other": ("不是本系统的码", "Codes of others"),
}
_COLUMNS: Final = (
    ("新增", "Adds"),
    ("首次添加", "First adds"),
    ("单向添加", "Half adds"),
    ("欢迎语已发", "Welcomed"),
    ("欢迎语迟到", "Welcomed late"),
    ("欢迎语发不了", "Not welcomable"),
    ("欢迎语失败", "Welcome failed"),
    ("仍是好友", "Still friends"),
    ("满 1 天留存", "KeptShare 1 day"),
    ("满 1 天的新增", "Adds 1 day old"),
    ("满 7 天留存", "KeptShare 7 days"),
    ("满 7 天的新增", "Adds 7 days old"),
    ("满 30 天留存", "KeptShare 30 days"),
    ("满 30 天的新增", "Adds 30 days old"),
    ("被客户删除", "Deleted by customers"),
    ("员工删除", "Deleted by members"),
    ("成交订单", "Orders"),
    ("成交金额（元）", "Orders (CNY)"),
    ("花费（元）", "Cost (CNY)"),
    ("每位留存花费（元）", "Cost per kept customer (CNY)"),
)
_FORMULA: Final = ("=", "+", "-", "@")


def write_csv(rows: Sequence[GrowthRow], by: By, language: Language) -> str:
    """One line a row; what nobody knows is empty, never 0."""
    at = 0 if language == "zh-CN" else 1
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow([_KEYS[by][at], *(names[at] for names in _COLUMNS)])
    for row in rows:
        kept = [number for one in row.kept for number in (one.kept, one.of)]
        writer.writerow(
            [
                _safe(_called(row, by, at)),
                row.adds,
                row.firsts,
                row.halves,
                row.welcomed,
                row.late,
                row.impossible,
                row.failed,
                row.stayed,
                *("" if number is None else number for number in kept),
                row.lost_by_customer,
                row.lost_by_staff,
                "" if row.orders is None else row.orders,
                _yuan(row.orders_fen),
                _yuan(row.cost_fen),
                _yuan(row.cost_per_kept_fen),
            ]
        )
    return BOM + buffer.getvalue()


def _called(row: GrowthRow, by: By, at: int) -> str:
    if by == "staff" and row.key == "none":
        return ("没有归属员工", "No member")[at]
    return _OTHERS[row.key][at] if row.key in _OTHERS else row.name or row.key


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _yuan(fen: int | None) -> str:
    return "" if fen is None else f"{fen // 100}.{fen % 100:02d}"
