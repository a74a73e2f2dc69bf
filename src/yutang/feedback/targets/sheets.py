"""The form of sheets of targets, and what can be wrong in them."""

from typing import Final

from yutang.kernel.findings import Words
from yutang.kernel.sheets import Form

from .errors import SheetTooLargeError, UnreadableSheetError
from .schemas import MOST_AT_ONCE, SHEET_BYTES, HolderKind, KeptDays

FORM: Final = Form(
    columns={
        "who": (
            "对象",
            "Who",
            ("员工账号", "账号", "员工", "姓名", "门店编号", "门店", "部门", "部门名称", "name"),
        ),
        "kind": ("给谁", "Kind", ("对象类型", "类型")),
        "aim": ("目标", "Target", ("目标数", "aim", "goal")),
        "first": ("开始日期", "From", ("开始", "start")),
        "last": ("结束日期", "To", ("结束", "end")),
        "kept": ("留满天数", "Kept days", ("留存天数", "keptdays")),
    },
    needed=frozenset({"who"}),
    lacking="对象 or Who",
    most_rows=MOST_AT_ONCE,
    most_bytes=SHEET_BYTES,
    unreadable=UnreadableSheetError,
    too_large=SheetTooLargeError,
)
KINDS: Final[dict[str, HolderKind]] = {
    "员工": "staff", "staff": "staff", "member": "staff",
    "部门": "department", "department": "department",
    "门店": "store", "store": "store",
}  # fmt: skip
KEPT: Final[dict[str, KeptDays]] = {"0": 0, "1": 1, "7": 7, "30": 30}
WORDS: Final[Words] = {
    "who.missing": {
        "zh-CN": ("没有写给谁", "写员工账号、门店编号或部门名称"),
        "en": ("It says for nobody", "Write a member's account, a store's number or a department"),
    },
    "who.unknown": {
        "zh-CN": ("没找到、重名，或不全在你的范围里", "写员工账号、门店编号或部门名称"),
        "en": (
            "Not found, not alone of that name, or not all yours",
            "Write a member's account, a store's number or a department's name",
        ),
    },
    "who.double": {
        "zh-CN": ("和第 {detail} 行是同一个对象、同一个周期", "两行只留一行"),
        "en": ("The same holder and period as row {detail}", "Keep one of the two rows"),
    },
    "kind.unknown": {
        "zh-CN": ("没有这个类型", "写成：员工、部门、门店"),
        "en": ("There is no such kind", "Write one of: staff, department, store"),
    },
    "aim.unreadable": {
        "zh-CN": ("不是一个目标数", "写 1 到 10,000,000 的整数"),
        "en": ("This is no target", "Write a whole number from 1 to 10,000,000"),
    },
    "day.unreadable": {
        "zh-CN": ("不是一个日期", "写成 2026-11-27"),
        "en": ("This is no day", "Write it as 2026-11-27"),
    },
    "span.bad": {
        "zh-CN": ("周期要先有开始再有结束，最长 {detail} 天", "改其中一个日期"),
        "en": (
            "A period has its first day before its last, and at most {detail} days",
            "Change one of the days",
        ),
    },
    "kept.unknown": {
        "zh-CN": ("留满天数只能是 0、1、7、30", "0 是现在仍是好友"),
        "en": ("Kept days are 0, 1, 7 or 30", "0: a friend now"),
    },
}
