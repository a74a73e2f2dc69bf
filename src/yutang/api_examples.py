"""Examples of the API's bodies and answers, composed from their shapes and a table of values.

One table by the names of fields instead of an example beside each field: what is called so has
such a value everywhere. A test holds each example against its schema.
"""

import re
from collections.abc import Mapping
from typing import Any

JSON = "application/json"
DEEPEST = 8

_BY_NAME: Mapping[str, Any] = {
    "account": "limei",
    "address": "南京西路 1266 号",
    "avatar": "https://wework.qpic.cn/wwpic/avatar/0",
    "city": "上海",
    "color": "#3b82f6",
    "columns": ["name", "tags"],
    "corp": "ww0123456789abcdef",
    "current": "correct horse",
    "detail": "there is no such customer",
    "example": "example",
    "email": "limei@example.com",
    "external_id": "wmqfasd1e19278asdasdAAA",
    "external_userid": "wmqfasd1e19278asdasdAAA",
    "group": "意向",
    "hours": "10:00–22:00",
    "ip": "203.0.113.7",
    "last_used_ip": "203.0.113.7",
    "latitude": 31.2304,
    "login": "limei",
    "longitude": 121.4737,
    "name": "李梅",
    "new": "battery staple",
    "next": "1764066600000000-1024",
    "number": "SH001",
    "password": "correct horse",
    "permissions": ["customers.read"],
    "phone": "13800000000",
    "secret": "whsec_K7s0o0mVxq3J8uWz2cYB5nTe1LdRfAhPgXvQkM4iE6U",
    "sort": "-added",
    "stage": "new",
    "text": "周六到店试穿，喜欢羊绒。",
    "timezone": "Asia/Shanghai",
    "title": "回访",
    "token": "yt_12_K7s0o0mVxq3J8uWz2cYB5nTe1LdRfAhPgXvQkM4iE6U",
    "url": "https://yutang.example.com/m/",
    "welcome": "你好，欢迎加入！",
}
_BY_SHAPE: Mapping[str, Mapping[str, Any]] = {
    "ChannelCreate": {"name": "春季到店"},
    "ChannelRead": {"name": "春季到店", "state": "yt_c12", "error": None, "remark": "门店海报"},
    "CorpRead": {"name": "青禾服饰"},
    "HookWish": {"fields": {"click": "{click_id}"}},
    "DepartmentRead": {"name": "华东区"},
    "MailRead": {"address": "limei@example.com"},
    "NewAddress": {"address": "limei@example.com"},
    "HeapDecision": {"said": "Trial Started", "name": "trial", "label": "试用"},
    "KindDetail": {"name": "custom.trial", "label": "试用", "kept_months": 24},
    "KindRead": {"name": "custom.trial", "label": "试用", "kept_months": 24},
    "NewKind": {"name": "trial", "label": "试用"},
    "NewServiceToken": {"name": "BI 报表"},
    "NewToken": {"name": "我的脚本"},
    "NewView": {"name": "本周新客"},
    "StoreRead": {"name": "南京西路店"},
    "TagGroupRead": {"name": "意向"},
    "TagOption": {"name": "高"},
    "TagRef": {"name": "高"},
    "TokenMade": {"name": "我的脚本", "scopes": None, "state": "live"},
    "ApiTokenRead": {"name": "我的脚本", "scopes": None, "state": "live"},
    "ViewRead": {"name": "本周新客"},
}
"""Where a shape's field is better shown otherwise."""
_BY_FORMAT: Mapping[str, str] = {
    "date": "2026-11-25",
    "date-time": "2026-11-25T09:30:00+08:00",
    "time": "09:30:00",
    "uuid": "0192f0c1-2a3b-7c4d-8e5f-60718293a4b5",
    "binary": "",
    "password": "correct horse",
}
_FOR_PATTERNS = ("name", "q1", "1024", "09:30", "SH001", "page.viewed")


class Examples:
    """Composes examples from `shapes`, the schemas that references name."""

    def __init__(self, shapes: Mapping[str, Any]) -> None:
        self._shapes = shapes

    def add_to(self, operation: dict[str, Any]) -> None:
        """Give the body and the answers of an operation that are JSON an example each."""
        content = operation.get("requestBody", {}).get("content", {})
        self._add(content)
        for status, answer in operation["responses"].items():
            if status.startswith("2"):
                self._add(answer.get("content", {}))

    def _add(self, content: dict[str, Any]) -> None:
        media = content.get(JSON)
        if media and media.get("schema") and not {"example", "examples"} & media.keys():
            media["example"] = self.compose(media["schema"])

    def compose(self, shape: Mapping[str, Any], name: str = "", depth: int = 0) -> Any:
        """A value of this shape, as a field called `name` would have it."""
        if "$ref" in shape:
            target = self._shapes[shape["$ref"].rpartition("/")[2]]
            return self.compose(target, name, depth + 1)
        for key in ("example", "const"):
            if key in shape:
                return shape[key]
        for key in ("examples", "enum"):
            if shape.get(key):
                return shape[key][0]
        for key in ("anyOf", "oneOf", "allOf"):
            if shape.get(key):
                return self._choose(shape[key], name, depth)
        kind = shape.get("type")
        if kind == "object" or "properties" in shape:
            return self._object(shape, depth)
        if kind == "array":
            return self._array(shape, name, depth)
        return _plain(shape, name)

    def _choose(self, choices: list[Mapping[str, Any]], name: str, depth: int) -> Any:
        real = [one for one in choices if one.get("type") != "null"]
        if depth > DEEPEST and len(real) < len(choices):
            return None
        return self.compose(real[0], name, depth)

    def _object(self, shape: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required = shape.get("required", ())
        own = _BY_SHAPE.get(shape.get("title", ""), {})
        found = {
            name: own[name] if name in own else self.compose(inner, name, depth + 1)
            for name, inner in shape.get("properties", {}).items()
            if depth <= DEEPEST or name in required
        }
        more = shape.get("additionalProperties")
        if not found and isinstance(more, Mapping) and more:
            key = self.compose(shape.get("propertyNames", {"type": "string"}), "example", depth + 1)
            found[key] = self.compose(more, "", depth + 1)
        return found

    def _array(self, shape: Mapping[str, Any], name: str, depth: int) -> list[Any]:
        told = _BY_NAME.get(name)
        if isinstance(told, list) and "$ref" not in shape.get("items", {}):
            return told
        least = shape.get("minItems", 0)
        if depth > DEEPEST and not least:
            return []
        return [self.compose(shape.get("items", {}), _singular(name), depth + 1)] * max(1, least)


def _singular(name: str) -> str:
    return name.removesuffix("s")


def _plain(shape: Mapping[str, Any], name: str) -> Any:
    kind, default, told = shape.get("type"), shape.get("default"), _BY_NAME.get(name)
    if default is not None:
        return default
    if kind == "string":
        return _text(shape, told if isinstance(told, str) else None)
    if kind == "boolean":
        return False
    if kind == "integer":
        least = max(int(shape.get("minimum", shape.get("exclusiveMinimum", -1) + 1)), 0)
        most = int(shape.get("maximum", 2**31))
        wanted = 1024 if name.endswith("id") else 1
        return min(max(wanted, least), most)
    if kind == "number":
        return told if isinstance(told, float) else max(float(shape.get("minimum", 0.25)), 0.25)
    if kind == "null":
        return None
    return told if told is not None else {}


def _text(shape: Mapping[str, Any], told: str | None) -> str:
    if "format" in shape:
        return _BY_FORMAT.get(shape["format"], "")
    found = told or "示例"
    if "pattern" in shape:
        fitting = (one for one in (found, *_FOR_PATTERNS) if re.search(shape["pattern"], one))
        found = next(fitting, found)
    least, most = int(shape.get("minLength", 0)), int(shape.get("maxLength", len(found)))
    return (found + "x" * max(0, least - len(found)))[:most]
