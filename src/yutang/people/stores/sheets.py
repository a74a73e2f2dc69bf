"""The form of sheets of stores."""

from typing import Final

from yutang.kernel.sheets import Form

from .errors import SheetTooLargeError, UnreadableSheetError
from .schemas import ROWS, SHEET_BYTES

FORM: Final = Form(
    columns={
        "number": ("门店编号", "Number", ("编号", "门店号", "店号", "storenumber", "storeno")),
        "name": ("门店名称", "Name", ("门店", "店名", "名称", "store", "storename")),
        "city": ("城市", "City", ()),
        "address": ("地址", "Address", ("门店地址",)),
        "phone": ("电话", "Phone", ("门店电话", "联系电话")),
        "hours": ("营业时间", "Hours", ("openinghours",)),
        "latitude": ("纬度", "Latitude", ("lat",)),
        "longitude": ("经度", "Longitude", ("lng", "lon")),
        "department": ("部门", "Department", ("企业微信部门", "部门id", "departmentid")),
        "managers": ("店长账号", "Managers", ("店长", "manager")),
        "members": ("员工账号", "Members", ("员工", "member", "staff")),
        "state": ("状态", "State", ("营业状态",)),
    },
    needed=frozenset({"number"}),
    lacking="门店编号 or Number",
    most_rows=ROWS,
    most_bytes=SHEET_BYTES,
    unreadable=UnreadableSheetError,
    too_large=SheetTooLargeError,
)
