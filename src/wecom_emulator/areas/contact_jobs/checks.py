"""What WeCom looks at before a job begins: the file, the key, one at a time."""

import base64
import binascii
import csv
import io
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import INVALID_MEDIA
from wecom_emulator.state import Callback

from . import errors
from .state import RUNNING, ContactJobs

BLOCK_LEAST, BLOCK_MOST = 10_000, 1_000_000
USER_COLUMNS = {
    "姓名": "name",
    "帐号": "userid",
    "手机号": "mobile",
    "邮箱": "email",
    "所在部门": "department",
    "职位": "position",
    "性别": "gender",
    "排序": "order",
    "是否部门内领导": "is_leader_in_dept",
    "别名": "alias",
    "地址": "address",
    "座机": "telephone",
    "禁用": "disabled",
}
PARTY_COLUMNS = {"部门名称": "name", "部门ID": "id", "父部门ID": "parentid", "排序": "order"}
_LISTS = frozenset({"department", "is_leader_in_dept"})
_GENDERS = {"男": "1", "女": "2"}


def check_one_at_a_time(call: Call) -> None:
    """Only one import runs at a time."""
    if any(job.status == RUNNING for job in call.corp.of(ContactJobs).imports.values()):
        raise errors.ONE_AT_A_TIME.error()


def rows_of(call: Call, columns: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of the uploaded file, by our names."""
    media_id = fields.text(call.body, "media_id", missing=INVALID_MEDIA)
    media = call.world.state.media.get(media_id)
    if media is None or media.corpid != call.corp.corpid or media.kind != "file":
        raise INVALID_MEDIA.error()
    if media.expires_at < call.world.clock.now():
        raise INVALID_MEDIA.error()
    try:
        text = call.world.media_content(media_id).decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise errors.BAD_CONTENT.error() from None
    if not lines or not set(lines[0]) & set(columns):
        raise errors.BAD_CONTENT.error()
    names = [columns.get(title.strip(), "") for title in lines[0]]
    return [_row(names, line) for line in lines[1:] if any(cell.strip() for cell in line)]


def _row(names: list[str], line: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, cell in zip(names, line, strict=False):
        text = cell.strip()
        if not name or not text:
            continue
        if name in _LISTS:
            row[name] = text.split(";")
        elif name == "gender":
            row[name] = _GENDERS.get(text, text)
        elif name == "disabled":
            row["enable"] = 0 if text in {"1", "是"} else 1
        else:
            row[name] = text
    return row


def callback_of(call: Call) -> Callback | None:
    """Where the end of the job is told, with keys of its own."""
    told = fields.optional_object(call.body, "callback")
    if not told:
        return None
    return Callback(
        fields.text(told, "url"),
        fields.text(told, "token"),
        fields.text(told, "encodingaeskey"),
        call.app.agentid,
    )


def key_of(call: Call) -> tuple[str, int]:
    """The key and the records of one file of an export."""
    key = fields.optional_text(call.body, "encoding_aeskey")
    try:
        size = len(base64.b64decode(f"{key}=", validate=True))
    except (ValueError, binascii.Error):
        size = 0
    if size != 32:  # noqa: PLR2004 - bytes of an AES-256 key
        raise errors.BAD_KEY.error()
    return key, fields.integer(
        call.body, "block_size", BLOCK_MOST, least=BLOCK_LEAST, most=BLOCK_MOST
    )
