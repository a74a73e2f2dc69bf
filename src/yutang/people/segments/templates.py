"""Segments ready made, as data."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from .schemas import Template, TemplateList, Words

_FILE: Final = Path(__file__).parent / "templates.yaml"


def list_templates() -> TemplateList:
    """All of them."""
    return TemplateList(items=[_template(one) for one in _read()])


def _template(told: dict[str, Any]) -> Template:
    (zh_name, zh_about), (en_name, en_about) = told["zh"], told["en"]
    return Template(
        key=told["key"],
        name=Words(zh=zh_name, en=en_name),
        description=Words(zh=zh_about, en=en_about),
        tree=told["tree"],
        needs=told.get("needs", []),
    )


@cache
def _read() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
