"""Keyword replies as the workbook a person types from, rule after rule."""

import io
from collections.abc import Sequence
from typing import Final, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

from yutang.act.greetings.schemas import LinkPart, MiniProgramPart

from .schemas import GroupPart, KeywordReplyRead, ReachNamed

Lang = Literal["zh-CN", "en"]
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORDS: Final[dict[Lang, dict[str, str]]] = {
    "zh-CN": {
        "sheet": "关键词回复",
        "name": "规则名称", "words": "关键词（每行一个）", "text": "回复内容",
        "attachment": "附件", "reach": "适用的群", "groups": "群数", "state": "后台状态",
        "note": "注意", "image": "图片", "link": "链接", "mini_program": "小程序",
        "file": "文件", "video": "视频", "all": "全部群", "owners": "群主", "kinds": "群类型",
        "tiers": "群分层", "picked": "指定的群",
        "not_entered": "待录入", "entered": "已录入", "changed": "后台是旧的，要改",
        "to_remove": "已删除，后台还要删", "same": "与「{name}」同词：{word}",
        "within": "「{word}」包含在「{name}」的「{theirs}」里",
        "contains": "「{word}」包含了「{name}」的「{theirs}」",
        "product": "产品群", "interest": "兴趣群", "knowledge": "知识群",
        "resource": "资源群", "marketing": "营销群",
        "pond": "鱼塘群", "transit": "中转群", "core": "核心群",
    },
    "en": {
        "sheet": "Keyword replies",
        "name": "Rule", "words": "Keywords (one a line)", "text": "Reply",
        "attachment": "Attachment", "reach": "For which groups", "groups": "Groups",
        "state": "In the console", "note": "Mind", "image": "picture", "link": "link",
        "mini_program": "mini program", "file": "file", "video": "video", "all": "all groups",
        "owners": "owners", "kinds": "kinds", "tiers": "tiers", "picked": "picked groups",
        "not_entered": "to be entered", "entered": "entered",
        "changed": "the console has an older one", "to_remove": "deleted: take it out",
        "same": "{word} is in {name} too", "within": "{word} is a part of {theirs} in {name}",
        "contains": "{word} contains {theirs} of {name}",
        "product": "product", "interest": "interest", "knowledge": "knowledge",
        "resource": "resource", "marketing": "marketing",
        "pond": "pond", "transit": "transit", "core": "core",
    },
}  # fmt: skip
_COLUMNS: Final = ("name", "words", "text", "attachment", "reach", "groups", "state", "note")
_WIDTHS: Final = (20, 24, 60, 36, 30, 8, 20, 40)
_FORMULAS: Final = ("=", "+", "-", "@")


def to_workbook(rows: Sequence[KeywordReplyRead], lang: Lang) -> bytes:
    """One rule a row, in the order of the page."""
    words = _WORDS[lang]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = words["sheet"]
    sheet.append([words[name] for name in _COLUMNS])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append(
            [
                _clean(row.name),
                _clean("\n".join(row.words)),
                _clean(row.text),
                _clean(_attachment(row.attachment, row.file_name, words)),
                _clean(_reach(row.reach, words)),
                row.groups,
                words[row.state],
                _clean(
                    "\n".join(
                        words[one.how].format(word=one.word, theirs=one.theirs, name=one.reply_name)
                        for one in row.clashes
                    )
                ),
            ]
        )
    for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str) and cell.value.startswith(_FORMULAS):
                # Typed as text: a reply that begins with = must not be reckoned.
                cell.data_type = "s"
                cell.quotePrefix = True
    sheet.freeze_panes = "B2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _clean(words: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", words)


def _attachment(part: GroupPart | None, name: str | None, words: dict[str, str]) -> str:
    if part is None:
        return ""
    kind = words[part.kind]
    if isinstance(part, LinkPart):
        told = [part.title, str(part.url), part.description, str(part.picture_url or "")]
    elif isinstance(part, MiniProgramPart):
        told = [part.title, part.appid, part.page, name or ""]
    else:
        told = [name or ""]
    return "\n".join([kind, *(one for one in told if one)])


def _reach(reach: ReachNamed, words: dict[str, str]) -> str:
    match reach.by:
        case "all":
            return words["all"]
        case "owners":
            return _named(words["owners"], [one.name for one in reach.owners])
        case "kinds":
            return _named(words["kinds"], [words[one] for one in reach.kinds])
        case "tiers":
            return _named(words["tiers"], [words[one] for one in reach.tiers])
        case "groups":
            return _named(words["picked"], [one.name for one in reach.picked])


def _named(what: str, names: Sequence[str]) -> str:
    return "\n".join([what, *names])
