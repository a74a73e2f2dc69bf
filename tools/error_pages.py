"""The page of all error codes, from the errors themselves; its Chinese is in error_words.json."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yutang.api
import yutang.worker
from yutang.kernel.errors import DomainError
from yutang.problems import GENERAL

WORDS = Path(__file__).with_name("error_words.json")
PAGES = {"en": Path("docs/en/reference/errors.md"), "zh": Path("docs/zh/reference/errors.md")}
DOORS = (yutang.api.__name__, yutang.worker.__name__)
"""Imported so that every error is known."""

_HEADS = {
    "en": (
        "# Error codes",
        (
            "Written by `make api` from the errors themselves; do not edit. A refusal is"
            " `application/problem+json`: `type` is one of these codes, `detail` says it in words."
            " How calls are made: [HTTP conventions](http.md)."
        ),
        "| type | status | when |",
    ),
    "zh": (
        "# 错误代码",
        (
            "由 `make api` 根据代码生成，请勿手改。拒绝的回答是 `application/problem+json`："
            "`type` 是下面的代码之一，`detail` 用一句话说明。怎样调用：[HTTP 约定](http.md)。"
        ),
        "| type | 状态码 | 何时 |",
    ),
}


@dataclass(frozen=True, slots=True)
class Code:
    """One code: `status` may be several, `told` is English."""

    name: str
    status: str
    told: str


def _kinds(parent: type[DomainError]) -> Iterator[type[DomainError]]:
    for kind in parent.__subclasses__():
        yield kind
        yield from _kinds(kind)


def list_codes() -> list[Code]:
    """Every code by name; of several errors with one code the first's sentence."""
    found: dict[str, list[tuple[int, str]]] = {
        name: [(status, told)] for name, (status, told) in GENERAL.items()
    }
    kinds = sorted(set(_kinds(DomainError)), key=lambda kind: (kind.__module__, kind.__name__))
    for kind in kinds:
        if kind.__module__.startswith("yutang."):
            told = " ".join((kind.__doc__ or "").partition("\n\n")[0].split())
            found.setdefault(kind.code, []).append((kind.status, told))
    return [
        Code(name, ", ".join(str(s) for s in sorted({s for s, _ in uses})), uses[0][1])
        for name, uses in sorted(found.items())
    ]


def words() -> dict[str, str]:
    """The Chinese of each code."""
    told: dict[str, str] = json.loads(WORDS.read_text(encoding="utf-8"))
    return told


def render(language: str, codes: list[Code], chinese: Mapping[str, str]) -> str:
    """The page in a language."""
    title, lead, head = _HEADS[language]
    rows = []
    for code in codes:
        told = chinese.get(code.name, code.told) if language == "zh" else code.told
        rows.append(f"| `{code.name}` | {code.status} | {told.replace('|', chr(92) + '|')} |")
    return "\n".join([title, "", lead, "", head, "|---|---|---|", *rows]) + "\n"


def write_error_pages(root: Path) -> None:
    """Write both pages anew."""
    codes, chinese = list_codes(), words()
    for language, page in PAGES.items():
        (root / page).write_text(render(language, codes, chinese), encoding="utf-8")


def find_stale_error_pages(root: Path) -> Iterator[str]:
    """Pages that would be written otherwise now, codes without Chinese, Chinese without a code."""
    codes, chinese = list_codes(), words()
    for language, page in PAGES.items():
        path = root / page
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if text != render(language, codes, chinese):
            yield f"{page}: stale; run `make api`"
    names = {code.name for code in codes}
    for name in sorted(names - chinese.keys()):
        yield f"tools/{WORDS.name}: no Chinese for {name}"
    for name in sorted(chinese.keys() - names):
        yield f"tools/{WORDS.name}: there is no code {name}"
