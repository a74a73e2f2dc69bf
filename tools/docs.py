"""The docs against the code: links lead somewhere, every command, option and setting is told.

`python -m tools.docs` writes the generated pages anew and checks; `--check` only checks.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from tools import condition_pages
from tools.chinese import find_untranslated
from tools.emulator_pages import find_stale_pages, texts, write_pages
from tools.error_pages import find_stale_error_pages, write_error_pages
from tools.openapi import describe_api
from tools.quota_pages import find_stale_limit_pages, write_limit_pages
from wecom_emulator.cli import app as emulator_app
from yutang.cli.main import app as yutang_app
from yutang.kernel.events import Event
from yutang.kernel.settings import Settings
from yutang.people.customers import events as customer_events
from yutang.people.kinds import service as event_kinds
from yutang.people.tags import events as tag_events
from yutang.worker import LANES

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "zh")
ENGLISH_ONLY = frozenset({"reference/http-api.md"})
API_PAGE = Path("docs/en/reference/http-api.md")
WRITTEN_EVENTS = (customer_events, tag_events)
JUDGE = Path("src/yutang/act/greetings/sending.py")

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ +(.+?)\s*$", re.MULTILINE)
_REASON = re.compile(r'Verdict\("(?:impossible|late|failed)", "(\w+)"')
_SETTING = re.compile(r"`(YUTANG_[A-Z_]+)`")


def list_pages(root: Path) -> list[Path]:
    """Every page a reader may open."""
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def anchors(text: str) -> set[str]:
    """The names that links may point at: GitHub's, from the headings."""
    found = set()
    for heading in _HEADING.findall(_FENCE.sub("", text)):
        words = re.sub(r"[`*]", "", heading).lower()
        found.add(re.sub(r"[^\w\- ]", "", words).replace(" ", "-"))
    return found


def find_broken_links(root: Path) -> Iterator[str]:
    """Links inside the repository that lead nowhere."""
    for page in list_pages(root):
        text = _FENCE.sub("", page.read_text(encoding="utf-8"))
        for groups in _LINK.findall(text):
            link = groups[0] or groups[1]
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            where = page.relative_to(root)
            if not target.exists():
                yield f"{where}: the link {link} leads nowhere"
            elif anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
                yield f"{where}: the link {link} names no heading of its page"


def find_lone_pages(root: Path) -> Iterator[str]:
    """Pages that stand in one language only."""
    pages = {
        language: {
            str(page.relative_to(root / "docs" / language))
            for page in (root / "docs" / language).rglob("*.md")
        }
        - ENGLISH_ONLY
        for language in LANGUAGES
    }
    for here, there in (LANGUAGES, LANGUAGES[::-1]):
        for page in sorted(pages[here] - pages[there]):
            yield f"docs/{here}/{page}: there is no docs/{there}/{page}"


def list_commands() -> dict[str, list[str]]:
    """Every command as it is typed, with its options."""
    found: dict[str, list[str]] = {}
    for name, app in (("yutang", yutang_app), ("wecom-emulator", emulator_app)):
        _gather(name, typer.main.get_command(app), found)
    return found


def _gather(path: str, command: Any, found: dict[str, list[str]]) -> None:
    names = command.list_commands(None) if hasattr(command, "list_commands") else ()
    for name in names:
        _gather(f"{path} {name}", command.get_command(None, name), found)
    if not names:
        found[path] = [
            max(option.opts, key=len) for option in command.params if option.name != "help"
        ]


def find_untold_commands(root: Path) -> Iterator[str]:
    """Commands and options that the reference does not name, in either language."""
    for language in LANGUAGES:
        page = root / "docs" / language / "reference" / "cli.md"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        sections = re.split(r"^#+ ", text, flags=re.MULTILINE)
        for command, options in list_commands().items():
            section = next((part for part in sections if part.startswith(f"`{command}`")), None)
            if section is None:
                yield f"{page.relative_to(root)}: no heading `{command}`"
                continue
            for option in options:
                if f"`{option}" not in section:
                    yield f"{page.relative_to(root)}: {command}: the option {option} is not told"


def find_untold_lanes(root: Path) -> Iterator[str]:
    """Lanes of the worker that the reference does not name."""
    for language in LANGUAGES:
        page = root / "docs" / language / "reference" / "cli.md"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        for lane in sorted(LANES):
            if f"| `{lane}` |" not in text:
                yield f"{page.relative_to(root)}: the lane {lane} is not told"


def find_untold_settings(root: Path) -> Iterator[str]:
    """Settings that the reference does not name, and names there that are no settings."""
    known = {f"YUTANG_{name.upper()}" for name in Settings.model_fields}
    for language in LANGUAGES:
        page = root / "docs" / language / "reference" / "settings.md"
        told = set(_SETTING.findall(page.read_text(encoding="utf-8"))) if page.is_file() else set()
        for name in sorted(known - told):
            yield f"{page.relative_to(root)}: the setting {name} is not told"
        for name in sorted(told - known):
            yield f"{page.relative_to(root)}: there is no setting {name}"


def list_event_kinds() -> list[str]:
    """The kinds that are written to the event log."""
    written = {
        found.kind
        for module in WRITTEN_EVENTS
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Event) and found is not Event
    }
    return sorted(written | set(event_kinds.BUILT_IN))


def find_untold_events(root: Path) -> Iterator[str]:
    """Kinds of events that the reference does not name."""
    for language in LANGUAGES:
        page = root / "docs" / language / "reference" / "events.md"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        for kind in list_event_kinds():
            if f"`{kind}`" not in text:
                yield f"{page.relative_to(root)}: the event {kind} is not told"


def find_untold_reasons(root: Path, judge: str) -> Iterator[str]:
    """Reasons with which a welcome may end that the reference does not name.

    They are read from the source of the judge: a reason is a word where it is given, no list.
    """
    for language in LANGUAGES:
        page = root / "docs" / language / "reference" / "welcome-outcomes.md"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        for reason in sorted(set(_REASON.findall(judge))):
            if f"`{reason}`" not in text:
                yield f"{page.relative_to(root)}: the reason {reason} is not told"


def render_api(schema: dict[str, Any]) -> str:
    """The page of all calls, by subject."""
    subjects: dict[str, list[str]] = {}
    for path, operations in sorted(schema["paths"].items()):
        for method, call in operations.items():
            lines = [f"### `{method.upper()} {path}`", "", call.get("description", "").strip(), ""]
            if names := [f"`{one['name']}`" for one in call.get("parameters", [])]:
                lines += [f"Parameters: {', '.join(names)}.", ""]
            good = ", ".join(code for code in call["responses"] if code.startswith("2"))
            lines += [f"Answers {good} when all is well.", ""]
            subjects.setdefault(call.get("tags", ["other"])[0], []).append("\n".join(lines))
    head = [
        "# HTTP API",
        "",
        "Written by `make api` from the API itself; do not edit. A running Yutang shows the same",
        "with all shapes at `/api/docs`. How calls are made: [HTTP conventions](http.md).",
        "",
    ]
    for subject, calls in sorted(subjects.items()):
        head += [f"## {subject}", "", *calls]
    return "\n".join(head).rstrip() + "\n"


def find_stale_api(root: Path, schema: dict[str, Any]) -> Iterator[str]:
    """Whether the generated page is the one that would be written now."""
    page = root / API_PAGE
    if not page.is_file() or page.read_text(encoding="utf-8") != render_api(schema):
        yield f"{API_PAGE}: stale; run `make api`"


def find_faults(root: Path, schema: dict[str, Any]) -> list[str]:
    """Everything that is wrong with the docs."""
    return [
        *find_broken_links(root),
        *find_lone_pages(root),
        *find_untold_commands(root),
        *find_untold_lanes(root),
        *find_untold_settings(root),
        *find_untold_events(root),
        *find_untold_reasons(root, (root / JUDGE).read_text(encoding="utf-8")),
        *find_stale_api(root, schema),
        *find_stale_pages(root),
        *find_stale_limit_pages(root),
        *find_stale_error_pages(root),
        *condition_pages.find_stale_condition_pages(root),
        *find_untranslated([*texts(), *condition_pages.texts()]),
    ]


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    schema = describe_api()
    if not parser.parse_args().check:
        (ROOT / API_PAGE).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / API_PAGE).write_text(render_api(schema), encoding="utf-8")
        write_pages(ROOT)
        write_limit_pages(ROOT)
        condition_pages.write_condition_pages(ROOT)
        write_error_pages(ROOT)
    faults = find_faults(ROOT, schema)
    for fault in faults:
        print(f"docs: {fault}")
    if not faults:
        print(f"docs: {len(list_pages(ROOT))} pages hold what they promise")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
