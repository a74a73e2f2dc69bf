"""Every act that the product writes into the audit has words on its page, in both languages."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import yutang

SOURCES = Path(yutang.__file__).parent
LOCALES = SOURCES.parents[1] / "web/apps/admin/src/locales"
MADE_UP = {
    "f'export.{state}'": {"export.done", "export.failed", "export.cancelled"},
    "f'import.{state}'": {"import.done", "import.failed", "import.cancelled"},
    "f'groupwatch.doubles_{state}'": {"groupwatch.doubles_done", "groupwatch.doubles_stopped"},
    "f'groupwatch.renewal_{state}'": {
        f"groupwatch.renewal_{state}" for state in ("made", "moving", "done", "stopped")
    },
    "f'{kind}.{action}'": {
        f"{kind}.{action}"
        for kind in ("tag", "tag_group")
        for action in ("changed", "deleted", "restored")
    },
}
"""Actions that are put together, by the expression that does it."""
LEAST = 100
"""So many are found at least: who finds fewer looks wrongly."""


def _recorded(path: Path) -> Iterator[str]:
    """The actions that a module writes down, also through a function of its own."""
    tree = ast.parse(path.read_text("utf-8"))
    through = {
        node.name: place
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _records(node)
        for place, argument in enumerate(node.args.args)
        if argument.arg == "action"
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        given = {keyword.arg: keyword.value for keyword in call.keywords}.get("action")
        if _is_record(call):
            assert given is not None, f"{path}:{call.lineno} names no action"
            if not (isinstance(given, ast.Name) and given.id == "action" and through):
                yield from _named(path, given)
        elif isinstance(call.func, ast.Name) and call.func.id in through:
            yield from _named(path, given or call.args[through[call.func.id]])


def _is_record(call: ast.Call) -> bool:
    return ast.unparse(call.func) in {"audit.record", "audit.record_many"}


def _records(function: ast.AST) -> bool:
    return any(isinstance(node, ast.Call) and _is_record(node) for node in ast.walk(function))


def _named(path: Path, given: ast.expr) -> set[str]:
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        return {given.value}
    if isinstance(given, ast.IfExp):
        return _named(path, given.body) | _named(path, given.orelse)
    told = ast.unparse(given)
    assert told in MADE_UP, f"{path}:{given.lineno}: list what {told} may be in MADE_UP"
    return MADE_UP[told]


@pytest.fixture(scope="module")
def recorded() -> set[str]:
    """Every action of the product."""
    return {action for path in SOURCES.rglob("*.py") for action in _recorded(path)}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_act_in_the_audit_has_words(recorded: set[str], language: str) -> None:
    assert len(recorded) >= LEAST
    words = json.loads((LOCALES / language / "audit.json").read_text("utf-8"))["audit"]["actions"]
    worded = {f"{family}.{act}" for family, acts in words.items() for act in acts}
    assert sorted(recorded - worded) == []


def test_every_act_is_found_under_an_area_of_the_page(recorded: set[str]) -> None:
    page = LOCALES.parent / "features/audit/api/audit.ts"
    areas = page.read_text("utf-8").partition("AREAS = {")[2].partition("} as const")[0]
    filtered = set(re.findall(r'"([a-z_]+)"', areas))
    assert sorted({action.partition(".")[0] for action in recorded} - filtered) == []
