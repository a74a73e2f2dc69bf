"""The pages of the language of conditions: written text, and its leaves from the models."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tools.chinese import said
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Language, Names
from yutang.people.conditions.schemas.leaves import FIELD_SORTS, SORTS, tests_of

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final[Mapping[Language, Path]] = {
    "en": Path("docs/en/reference/conditions.md"),
    "zh": Path("docs/zh/reference/conditions.md"),
}
WRITTEN: Final = Path(__file__).with_name("conditions")
ATTRIBUTES: Final = "<!-- attributes -->"
_SHORT: Final = 50
"""Longer patterns are for programs, who read the schema."""
PLACE: Final = "<!-- leaves -->"
_COLUMNS: Final[Mapping[Language, str]] = {
    "en": "| field | values | if left out |\n|---|---|---|",
    "zh": "| 字段 | 值 | 不写时 |\n|---|---|---|",
}
_MUST: Final[Mapping[Language, str]] = {"en": "must be there", "zh": "必须写"}
_LEFT_OUT: Final[Mapping[Language, str]] = {"en": "not asked", "zh": "不问"}
_SHAPES: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {
        "integer": "whole number",
        "number": "number",
        "string": "text",
        "boolean": "`true` or `false`",
        "array": "list of {}",
        "window": "[window](#windows)",
        "Compare": "[comparison](#comparisons)",
        "Where": "[filter](#filters-of-properties)",
        "Test": "[test](#attributes)",
        "Step": "`kind` and `where`",
    },
    "zh": {
        "integer": "整数",
        "number": "数字",
        "string": "文字",
        "boolean": "`true` 或 `false`",
        "array": "列表：{}",
        "window": "[时间窗](#时间窗)",
        "Compare": "[比较](#比较)",
        "Where": "[属性条件](#事件属性条件)",
        "Test": "[怎样问](#资料)",
        "Step": "`kind` 和 `where`",
    },
}
_LAST: Final = {"kind": "sliding", "days": 30}
NAMES: Final = Names(
    tags={3: "VIP"}, staff={7: "周岚"}, groups={4: "妈妈群"}, segments={9: "双十一"}
)
EXAMPLES: Final[tuple[dict[str, Any], ...]] = (
    {"leaf": "tag", "how": "any", "tags": [3]},
    {"leaf": "attribute", "name": "gender", "test": {"is": "equals", "values": ["female"]}},
    {"leaf": "relation", "state": "friend", "staff": [7], "added": _LAST},
    {"leaf": "group", "presence": "in", "groups": [4]},
    {"leaf": "stage", "stages": ["deal"]},
    {"leaf": "state", "states": ["friend", "half"]},
    {
        "leaf": "event",
        "kind": "page.viewed",
        "where": [{"prop": "title", "is": "contains", "values": ["奶粉"]}],
        "compare": {"is": "at_least", "n": 3},
        "window": _LAST,
    },
    {
        "leaf": "sequence",
        "first": {"kind": "cart.added"},
        "then": {"kind": "order.placed"},
        "within_days": 7,
        "did": False,
        "window": _LAST,
    },
    {
        "leaf": "orders",
        "measure": "amount",
        "compare": {"is": "at_least", "n": 50_000},
        "window": {"kind": "calendar", "unit": "year", "back": 0},
    },
    {"leaf": "rfm", "classes": ["important_value"]},
    {"leaf": "activation", "messages": {"is": "at_least", "n": 1}},
    {"leaf": "loss", "by": "customer", "what": "person", "window": _LAST},
    {"leaf": "silence", "days": 30},
    {"leaf": "list", "segment": 9},
    {"leaf": "segment", "segment": 9},
)


def texts() -> Iterator[str]:
    """English that the Chinese page needs in Chinese."""
    for spec in conditions.specs().values():
        if spec.written:
            yield _told(spec.model.__doc__)


def _told(doc: str | None) -> str:
    return " ".join((doc or "").split())


def render(language: Language) -> str:
    """The page in one language."""
    definitions = {
        definition["properties"]["leaf"]["const"]: definition
        for definition in conditions.json_schema()["$defs"].values()
        if "leaf" in definition.get("properties", {})
    }
    parts = []
    for example in EXAMPLES:
        leaf = example["leaf"]
        told = said(_told(conditions.specs()[leaf].model.__doc__), language)
        sentence = conditions.sentence(conditions.parse(example), NAMES, language)
        written = json.dumps(example, ensure_ascii=False)
        fields = list(_fields(definitions[leaf], language))
        parts += [f"### `{leaf}`", "", told, "", f"`{written}`", "", f"> {sentence}", ""]
        parts += [_COLUMNS[language], *fields, ""]
    page = (WRITTEN / f"{language}.md").read_text(encoding="utf-8")
    page = page.replace(ATTRIBUTES, "\n".join(_attributes()))
    return page.replace(PLACE, "\n".join(parts).rstrip())


def _attributes() -> Iterator[str]:
    """Attributes of the person, then kinds of fields, with how each may be asked."""
    for name, sort in SORTS.items():
        yield f"| `{name}` | {', '.join(f'`{how}`' for how in tests_of(name, sort))} |"
    for kind, sort in FIELD_SORTS.items():
        told = ", ".join(f"`{how}`" for how in tests_of("field", sort))
        yield f"| `field:<id>`, {kind} | {told} |"


def _fields(definition: Mapping[str, Any], language: Language) -> Iterator[str]:
    for name, field in definition["properties"].items():
        if name == "leaf":
            continue
        left_out = _LEFT_OUT[language]
        if name in definition["required"]:
            left_out = _MUST[language]
        elif field.get("default") not in (None, []):
            left_out = f"`{json.dumps(field['default'])}`"
        yield f"| `{name}` | {_shape(field, language)} | {left_out} |"


def _shape(field: Mapping[str, Any], language: Language) -> str:
    words = _SHAPES[language]
    if "oneOf" in field:
        return words["window"]
    if "anyOf" in field:
        known = (_shape(one, language) for one in field["anyOf"] if one.get("type") != "null")
        return " · ".join(dict.fromkeys(known))
    if "$ref" in field:
        return words[field["$ref"].rpartition("/")[2]]
    if "enum" in field or "const" in field:
        values = field.get("enum", [field.get("const")])
        return " · ".join(f"`{json.dumps(one).strip(chr(34))}`" for one in values)
    if field.get("type") == "array":
        items = field.get("items") or field["prefixItems"][0]
        return words["array"].format(_shape(items, language))
    return words[field["type"]] + _ends(field)


def _ends(field: Mapping[str, Any]) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    if low is None or high is None or high > 10**6:
        return (
            f" `{field['pattern']}`"
            if "pattern" in field and len(field["pattern"]) <= _SHORT
            else ""
        )
    return f" {low:,}–{high:,}"


def write_condition_pages(root: Path) -> None:
    """Write both pages anew."""
    for language, page in PAGES.items():
        (root / page).write_text(render(language), encoding="utf-8")


def find_stale_condition_pages(root: Path) -> Iterator[str]:
    """Pages that are other than would be written now, and leaves without an example."""
    for language, page in PAGES.items():
        path = root / page
        if not path.is_file() or path.read_text(encoding="utf-8") != render(language):
            yield f"{page}: stale; run `python -m tools.docs`"
    shown = {example["leaf"] for example in EXAMPLES}
    for key, spec in conditions.specs().items():
        if spec.written and key not in shown:
            yield f"tools/condition_pages.py: the leaf {key} has no example"
