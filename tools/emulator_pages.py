"""The pages and files that are written from the emulator itself: coverage, switches, limits."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from types import ModuleType
from typing import Any

from tools import control_pages
from tools.chinese import said
from wecom_emulator import coverage, limits, switches
from wecom_emulator.scope import ALIASES, OUTSIDE, PREFIX, RETIRED

PAGE = "reference/emulator-coverage.md"
LIMITS_FILE = limits.LIMITS_FILE

_AREAS_IN_CHINESE = {
    "acquisition_links": "获客链接",
    "agents": "应用管理：设置、菜单、工作台",
    "app_chats": "应用群聊",
    "app_messages": "应用发消息",
    "auth": "票据、身份、地址、小程序登录",
    "broadcasts": "客户群发",
    "contact_jobs": "通讯录批量任务：导入和导出",
    "contact_tags": "通讯录标签",
    "contact_ways": "联系我（渠道活码）",
    "contacts": "成员和部门",
    "customers": "客户",
    "gate": "access_token",
    "group_welcomes": "入群欢迎语素材",
    "groups": "客户群和统计",
    "handover": "在职和离职继承",
    "id_conversion": "ID 转换",
    "intercepts": "敏感词",
    "join_ways": "加入群聊（群活码）",
    "media": "素材",
    "moments": "客户朋友圈",
    "products": "商品图册",
    "robots": "群机器人",
    "strategies": "规则组",
    "tags": "企业客户标签和规则组标签",
    "welcomes": "新客户欢迎语",
}
_WORDS = {
    "en": {
        "title": "What the emulator emulates",
        "written": "Written by `make docs` from the emulator itself; do not edit. A running"
        " emulator tells the same at `GET /emulator/coverage`.",
        "count": "{apis} APIs in {areas} areas, held against WeCom's documents on {date}. *Open* is"
        " what the documents leave open or nobody could check: there the emulator takes the plain"
        " reading, or a [switch](#switches) chooses. *At a time* is how many calls of one company"
        " run in parallel before 45033 (45035 for the same pair). How calls are driven:"
        " [the control API](emulator.md).",
        "apis": "APIs",
        "columns": "| method | path | document | at a time | open |",
        "aliases": "Old names",
        "aliases_text": "Paths of before 2019 that still answer as the new ones.",
        "aliases_columns": "| old | new |",
        "outside": "Out of scope",
        "outside_text": "Known and left out: each path that begins so answers 48002 in the usual"
        " envelope. A path that is not known at all is HTTP 404. No longer maintained, 48005:",
        "outside_columns": "| begins with | what | in WeCom |",
        "switches": "Switches",
        "switches_text": "What the documents leave open or the company's console decides; of one"
        " company, turned with `POST /emulator/corps/{corpid}/switches`.",
        "switches_columns": "| switch | default | meaning |",
        "limits": "Limits",
        "limits_text": "WeCom's numbers. `wecom-emulator limits > my.toml` prints all as a file,"
        " `serve --limits my.toml` reads one, `POST /emulator/limits` changes them while it runs."
        " Time is the emulator's.",
        "limits_columns": "| limit | default | meaning |",
    },
    "zh": {
        "title": "模拟器覆盖了哪些接口",
        "written": "由 `make docs` 从模拟器本身生成，请勿手改。"
        "运行中的模拟器在 `GET /emulator/coverage` 给出同样的内容。",
        "count": "{areas} 个领域，{apis} 个接口，{date} 与企业微信文档整体核对。"
        "*未定*：文档没有写明或无法核实的地方，模拟器取最直白的理解，或者由[开关](#开关)决定。"
        "*并发*：同一企业同时进行的调用数，超过返回 45033"
        "（同一对员工和客户是 45035）。怎样驱动：[控制接口](emulator.md)。",
        "apis": "接口",
        "columns": "| 方法 | 路径 | 文档 | 并发 | 未定 |",
        "aliases": "旧路径",
        "aliases_text": "2019 年改名以前的路径，和新路径一样应答。",
        "aliases_columns": "| 旧 | 新 |",
        "outside": "不在范围内",
        "outside_text": "已知但不模拟：以这些开头的路径按平常的格式返回 48002。"
        "完全未知的路径是 HTTP 404。官方不再维护的返回 48005：",
        "outside_columns": "| 开头 | 内容 | 企业微信里的名字 |",
        "switches": "开关",
        "switches_text": "文档没有写明、或由企业后台决定的事；每个企业一套，用"
        " `POST /emulator/corps/{corpid}/switches` 改。",
        "switches_columns": "| 开关 | 默认 | 含义 |",
        "limits": "限额",
        "limits_text": "企业微信的数字。`wecom-emulator limits > my.toml` 打印成文件，"
        "`serve --limits my.toml` 读取，`POST /emulator/limits` 在运行中修改。"
        "时间都是模拟器里的时间。",
        "limits_columns": "| 限额 | 默认 | 含义 |",
    },
}
LANGUAGES = tuple(_WORDS)


def meanings(module: ModuleType, name: str) -> dict[str, str]:
    """What a dataclass says beneath each field, from its source."""
    tree = ast.parse(inspect.getsource(module))
    [found] = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name]
    told: dict[str, str] = {}
    last = ""
    for node in found.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            last = node.target.id
            told[last] = ""
        elif last and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            told[last] = " ".join(str(node.value.value).split())
            last = ""
    return told


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return ", ".join(f"`{key}` {_flat(each)}" for key, each in value.items()) or "–"
    if isinstance(value, list | tuple):
        return ", ".join(f"`{each}`" for each in value) or "–"
    return f"`{value}`"


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "(" + ", ".join(f"{most} a {window}" for window, most in value.items()) + ")"
    return str(value)


def _settings(module: ModuleType, kind: type, language: str) -> Iterator[str]:
    told = meanings(module, kind.__name__)
    for name, value in asdict(kind()).items():
        yield f"| `{name}` | {_shown(value)} | {_cell(said(told[name], language))} |"


def texts() -> Iterator[str]:
    """All that the pages take from the source in English and tell in both languages."""
    yield from control_pages.texts()
    yield from meanings(switches, "Switches").values()
    yield from meanings(limits, "Limits").values()
    yield from (row.open for row in coverage.rows())
    yield from (each.what for each in OUTSIDE)


def render_page(language: str) -> str:
    """The page of one language."""
    words = _WORDS[language]
    rows = list(coverage.rows())
    areas = list(dict.fromkeys(row.area for row in rows))
    lines = [f"# {words['title']}", "", words["written"], ""]
    count = words["count"].format(apis=len(rows), areas=len(areas), date=coverage.CHECKED)
    lines += [count, "", f"## {words['apis']}", ""]
    for area in areas:
        name = coverage.describe_area(area) if language == "en" else _AREAS_IN_CHINESE[area]
        lines += [f"### {name}", "", words["columns"], "|---|---|---|---|---|"]
        lines += [
            f"| {row.method} | `{row.path}` | {row.document} | {_cell(row.parallel)} |"
            f" {_cell(said(row.open, language))} |"
            for row in rows
            if row.area == area
        ]
        lines.append("")
    lines += [f"## {words['aliases']}", "", words["aliases_text"], "", words["aliases_columns"]]
    lines += ["|---|---|", *(f"| `{PREFIX}{a}` | `{PREFIX}{b}` |" for a, b in ALIASES.items()), ""]
    retired = ", ".join(f"`{PREFIX}{name}`" for name in RETIRED)
    lines += [f"## {words['outside']}", "", f"{words['outside_text']} {retired}.", ""]
    lines += [words["outside_columns"], "|---|---|---|"]
    lines += [
        f"| `{PREFIX}{each.begins}` | {said(each.what, language)} | {each.was} |"
        for each in OUTSIDE
    ]
    for part, module, kind in (
        ("switches", switches, switches.Switches),
        ("limits", limits, limits.Limits),
    ):
        lines += ["", f"## {words[part]}", "", words[f"{part}_text"], "", words[f"{part}_columns"]]
        lines += ["|---|---|---|", *_settings(module, kind, language)]
    return "\n".join(lines).rstrip() + "\n"


def render_limits() -> str:
    """The limits as a TOML file with what each means."""
    told = meanings(limits, "Limits")
    plain, tables = [], []
    for each in fields(limits.Limits):
        value = getattr(limits.Limits(), each.name)
        comment = [f"# {told[each.name]}"] if told[each.name] else []
        if isinstance(value, dict):
            tables += ["", *comment, f"[{each.name}]"]
            tables += [f'"{path}" = {_toml(most)}' for path, most in value.items()]
        else:
            plain += [*comment, f"{each.name} = {_toml(value)}"]
    head = [
        "# WeCom's numbers as the emulator has them. Written by `python -m tools.docs`; copy what",
        "# you change and serve it: `wecom-emulator serve --limits my.toml`.",
        "",
    ]
    return "\n".join([*head, *plain, *tables]) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def pages(root: Path) -> dict[Path, str]:
    """What is generated, by where it stands."""
    written = {root / "docs" / language / PAGE: render_page(language) for language in LANGUAGES}
    written |= control_pages.pages(root)
    return written | {root / "src" / "wecom_emulator" / LIMITS_FILE.name: render_limits()}


def write_pages(root: Path) -> None:
    """Write them anew."""
    for path, text in pages(root).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def find_stale_pages(root: Path) -> Iterator[str]:
    """Those that are not what would be written now."""
    for path, text in pages(root).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield f"{path.relative_to(root)}: stale; run `make docs`"
