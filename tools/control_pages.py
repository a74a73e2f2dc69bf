"""The reference of the emulator's control API, written from its OpenAPI in both languages."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.chinese import said
from wecom_emulator.control import ROUTES
from wecom_emulator.control.describing import describe

PAGE = "reference/emulator-control.md"
LANGUAGES = ("en", "zh")
_CORP = "/emulator/corps/{corpid}"
_REF = re.compile(r"#/components/schemas/(\w+)")
_WORDS = {
    "en": {
        "title": "Calls of the emulator's control API",
        "head": "Written by `make docs` from the OpenAPI that a running emulator serves at"
        " `/emulator/openapi.json`; do not edit. How things behave:"
        " [the emulator's control API](emulator.md).",
        "rules": "`C` is `/emulator/corps/{corpid}`. Bodies and answers are JSON objects where"
        " nothing else is said. Fields in **bold** must be there; fields that a call does not know"
        ' it ignores. A refusal is `{"error": "…"}` with 400 (the call is wrong), 404 (nobody'
        " and nothing of that name), 409 (it cannot happen now) or 413 (too large), and changes"
        " nothing.",
        "fields": "| field | kind | meaning |",
        "query": "| query | kind | meaning |",
        "answers": "Answers",
        "rows": "Answers a list of",
        "nothing": "Answers `{}`.",
        "open": "Answers JSON.",
        "tells": "Callbacks: {0}.",
        "or": "or",
        "list": "list of {0}",
        "shapes": "Shapes",
        "picture": "The body is a picture.",
        "stop": ".",
        "comma": ", ",
    },
    "zh": {
        "title": "模拟器控制接口：全部调用",
        "head": "由 `make docs` 从模拟器在 `/emulator/openapi.json` 提供的 OpenAPI 生成，请勿手改。"
        "行为说明：[模拟器的控制接口](emulator.md)。",
        "rules": "`C` 是 `/emulator/corps/{corpid}`。没有另外说明时，请求体和返回都是 JSON 对象。"
        '**粗体**字段必填；不认识的字段会被忽略。被拒绝时返回 `{"error": "…"}`：'
        "400（调用有误）、404（没有这个名字）、409（现在做不到）或 413（太大），什么都不改变。",
        "fields": "| 字段 | 类型 | 含义 |",
        "query": "| 查询参数 | 类型 | 含义 |",
        "answers": "返回",
        "rows": "返回列表，每项",
        "nothing": "返回 `{}`。",
        "open": "返回 JSON。",
        "tells": "回调：{0}。",
        "or": "或",
        "list": "{0}列表",
        "shapes": "结构",
        "picture": "请求体是图片。",
        "stop": "。",
        "comma": "、",
    },
}
_KINDS = {
    "en": {
        "string": "text",
        "integer": "integer",
        "number": "number",
        "boolean": "true or false",
        "object": "object",
        "array": "list",
        "null": "null",
    },
    "zh": {
        "string": "文本",
        "integer": "整数",
        "number": "数字",
        "boolean": "true 或 false",
        "object": "对象",
        "array": "列表",
        "null": "null",
    },
}


@functools.cache
def description() -> dict[str, Any]:
    """The OpenAPI."""
    return describe(ROUTES)


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    found = _REF.fullmatch(schema.get("$ref", ""))
    return description()["components"]["schemas"][found[1]] if found else schema


def _calls() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, operations in description()["paths"].items():
        for method, call in operations.items():
            yield f"{method.upper()} {path.replace(_CORP, 'C')}", call


def _body_of(call: dict[str, Any]) -> dict[str, Any]:
    content = call.get("requestBody", {}).get("content", {})
    return _resolved(content.get("application/json", {}).get("schema", {}))


def _nested(schema: dict[str, Any], found: dict[str, dict[str, Any]]) -> None:
    """The shapes that a body's fields have, and theirs."""
    for each in schema.get("properties", {}).values():
        for name in _REF.findall(str(each)):
            if name not in found:
                found[name] = _resolved({"$ref": f"#/components/schemas/{name}"})
                _nested(found[name], found)


def _shapes() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for _, call in _calls():
        _nested(_body_of(call), found)
    return dict(sorted(found.items()))


def texts() -> Iterator[str]:
    """All that the page takes from the source in English."""
    for _, call in _calls():
        yield from (*call["tags"], call["summary"], call.get("description", ""))
        yield from (each.get("description", "") for each in call.get("parameters", []))
        yield from _meanings(_body_of(call))
    for schema in _shapes().values():
        yield from _meanings(schema)


def _meanings(schema: dict[str, Any]) -> Iterator[str]:
    for each in schema.get("properties", {}).values():
        yield each.get("description", "")


def _kind(schema: dict[str, Any], language: str) -> str:
    words, kinds = _WORDS[language], _KINDS[language]
    if found := _REF.fullmatch(schema.get("$ref", "")):
        return f"[{found[1]}](#{found[1].lower()})"
    if "enum" in schema:
        return words["comma"].join(f"`{each}`" for each in schema["enum"])
    if several := [each for each in schema.get("anyOf", []) if each.get("type") != "null"]:
        return f" {words['or']} ".join(_kind(each, language) for each in several)
    if schema.get("type") == "array":
        items = schema.get("items", {})
        return words["list"].format(_kind(items, language)) if items else kinds["array"]
    return kinds.get(schema.get("type", ""), "JSON")


def _rows(schema: dict[str, Any], language: str) -> Iterator[str]:
    required = schema.get("required", [])
    for name, each in schema["properties"].items():
        shown = f"**`{name}`**" if name in required else f"`{name}`"
        yield _row(shown, each, each.get("description", ""), language)


def _row(name: str, schema: dict[str, Any], text: str, language: str) -> str:
    meaning = said(text, language).replace("|", "\\|")
    return f"| {name} | {_kind(schema, language)} | {meaning} |"


def _answer(call: dict[str, Any], language: str) -> str:
    words = _WORDS[language]
    schema = call["responses"]["200"]["content"]["application/json"]["schema"]
    head = words["answers"]
    if schema.get("type") == "array":
        head, schema = words["rows"], schema["items"]
    several = [_resolved(each) for each in schema.get("anyOf", [schema])]
    told = [
        words["comma"].join(f"`{name}`" for name in each["properties"])
        for each in several
        if each.get("properties")
    ]
    if not told:
        return words["nothing"] if schema == {"type": "object", "properties": {}} else words["open"]
    joined = f" {words['or']} ".join(told)
    return f"{head} {joined}{words['stop']}"


def _section(name: str, call: dict[str, Any], language: str) -> list[str]:
    words = _WORDS[language]
    lines = [f"### `{name}`", "", said(call["summary"], language) + words["stop"]]
    if more := call.get("description"):
        lines += ["", said(more, language)]
    if asked := [each for each in call.get("parameters", []) if each["in"] == "query"]:
        lines += ["", words["query"], "|---|---|---|"]
        for each in asked:
            shown = f"**`{each['name']}`**" if each["required"] else f"`{each['name']}`"
            lines.append(_row(shown, each["schema"], each.get("description", ""), language))
    if (body := _body_of(call)).get("properties"):
        lines += ["", words["fields"], "|---|---|---|", *_rows(body, language)]
    elif "image/*" in call.get("requestBody", {}).get("content", {}):
        lines += ["", words["picture"]]
    lines += ["", _answer(call, language)]
    if tells := call.get("x-tells"):
        names = words["comma"].join(f"`{each}`" for each in tells)
        lines += ["", words["tells"].format(names)]
    return [*lines, ""]


def render_page(language: str) -> str:
    """The page of one language."""
    words = _WORDS[language]
    lines = [f"# {words['title']}", "", words["head"], "", words["rules"], ""]
    subjects: dict[str, list[str]] = {}
    for name, call in _calls():
        subjects.setdefault(call["tags"][0], []).extend(_section(name, call, language))
    for subject, sections in subjects.items():
        title = said(subject, language)
        lines += [f"## {title[0].upper()}{title[1:]}", "", *sections]
    lines += [f"## {words['shapes']}", ""]
    for name, schema in _shapes().items():
        lines += [
            f"### `{name}`",
            "",
            words["fields"],
            "|---|---|---|",
            *_rows(schema, language),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def pages(root: Path) -> dict[Path, str]:
    """What is generated, by where it stands."""
    return {root / "docs" / language / PAGE: render_page(language) for language in LANGUAGES}
