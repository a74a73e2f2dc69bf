"""The checks of the docs, over docs of their own; and the real docs."""

from pathlib import Path

import pytest

from tools import docs
from yutang.kernel.settings import Settings

CALLS = {
    "paths": {
        "/api/tags": {
            "get": {
                "tags": ["tags"],
                "description": "All living tags.",
                "parameters": [{"name": "after"}, {"name": "limit"}],
                "responses": {"200": {}, "422": {}},
            },
            "post": {"tags": ["tags"], "responses": {"201": {}}},
        },
        "/api/adds": {"get": {"tags": ["adds"], "description": "Adds.", "responses": {"200": {}}}},
    }
}


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    write(
        tmp_path,
        "README.md",
        "# House\n[good](docs/a.md) [gone](docs/b.md) [web](https://example.com/x)"
        " [here](#house) [not here](#garden) ![picture](p.png)\n```\n[code](never.md)\n```\n",
    )
    write(
        tmp_path,
        "docs/a.md",
        "[up](../README.md#house) [aside](#the-yutang-up-command)\n## The `yutang up` command\n",
    )
    assert list(docs.find_broken_links(tmp_path)) == [
        "README.md: the link docs/b.md leads nowhere",
        "README.md: the link #garden names no heading of its page",
        "README.md: the link p.png leads nowhere",
    ]


def test_pages_in_one_language_only_are_found(tmp_path: Path) -> None:
    for name in ("en/a.md", "zh/a.md", "en/how-to/b.md", "zh/c.md", "en/reference/http-api.md"):
        write(tmp_path, f"docs/{name}", "# page\n")
    assert list(docs.find_lone_pages(tmp_path)) == [
        "docs/en/how-to/b.md: there is no docs/zh/how-to/b.md",
        "docs/zh/c.md: there is no docs/en/c.md",
    ]


def test_every_command_is_found_with_its_options() -> None:
    found = docs.list_commands()
    assert found["yutang worker"] == ["--lanes"]
    assert found["yutang db upgrade"] == ["--quiet"]
    assert found["yutang corps add"] == ["--corpid", "--name", "--agent-id", "--login"]
    options = ["--host", "--port", "--state", "--fd", "--limits", "--rate"]
    assert found["wecom-emulator serve"][: len(options)] == options
    assert "--check" in found["yutang demo"]


def test_a_command_or_option_that_is_not_told_is_found(tmp_path: Path) -> None:
    page = ["# Commands"]
    for command, options in docs.list_commands().items():
        page += [f"## `{command}`", *(f"- `{option} X`" for option in options)]
    for language in docs.LANGUAGES:
        write(tmp_path, f"docs/{language}/reference/cli.md", "\n".join(page))
    assert list(docs.find_untold_commands(tmp_path)) == []
    text = "\n".join(page).replace("- `--lanes X`", "").replace("## `yutang db upgrade`", "")
    write(tmp_path, "docs/zh/reference/cli.md", text)
    assert list(docs.find_untold_commands(tmp_path)) == [
        "docs/zh/reference/cli.md: yutang worker: the option --lanes is not told",
        "docs/zh/reference/cli.md: no heading `yutang db upgrade`",
    ]


def test_a_lane_that_is_not_told_is_found(tmp_path: Path) -> None:
    for language in docs.LANGUAGES:
        write(tmp_path, f"docs/{language}/reference/cli.md", "| `inbox` | | `events` | | `tags` |")
    assert list(docs.find_untold_lanes(tmp_path)) == [
        f"docs/{language}/reference/cli.md: the lane {lane} is not told"
        for language in docs.LANGUAGES
        for lane in ("collect", "jobs", "lists", "notices", "welcome")
    ]


def test_settings_and_the_page_are_held_to_each_other(tmp_path: Path) -> None:
    names = [f"`YUTANG_{name.upper()}`" for name in Settings.model_fields]
    assert "`YUTANG_DATABASE_URL`" in names
    write(tmp_path, "docs/en/reference/settings.md", "\n".join(names))
    write(tmp_path, "docs/zh/reference/settings.md", "\n".join([*names[1:], "`YUTANG_COLOUR`"]))
    assert list(docs.find_untold_settings(tmp_path)) == [
        f"docs/zh/reference/settings.md: the setting {names[0].strip('`')} is not told",
        "docs/zh/reference/settings.md: there is no setting YUTANG_COLOUR",
    ]


def test_an_event_that_is_not_told_is_found(tmp_path: Path) -> None:
    kinds = docs.list_event_kinds()
    assert "relation.added" in kinds
    told = "\n".join(f"`{kind}`" for kind in kinds)
    write(tmp_path, "docs/en/reference/events.md", told)
    write(tmp_path, "docs/zh/reference/events.md", told.replace("`relation.added`", ""))
    assert list(docs.find_untold_events(tmp_path)) == [
        "docs/zh/reference/events.md: the event relation.added is not told"
    ]


def test_a_reason_that_is_not_told_is_found(tmp_path: Path) -> None:
    judge = 'Verdict("impossible", "no_code")\nVerdict("late", "expired", "…")\nVerdict("due", "x")'
    write(tmp_path, "docs/en/reference/welcome-outcomes.md", "`no_code` `expired`")
    write(tmp_path, "docs/zh/reference/welcome-outcomes.md", "`no_code`")
    assert list(docs.find_untold_reasons(tmp_path, judge)) == [
        "docs/zh/reference/welcome-outcomes.md: the reason expired is not told"
    ]
    real = (docs.ROOT / docs.JUDGE).read_text(encoding="utf-8")
    first = next(docs.find_untold_reasons(tmp_path, real))
    assert first == "docs/en/reference/welcome-outcomes.md: the reason already_chatting is not told"


def test_the_page_of_calls_is_made_from_the_schema(tmp_path: Path) -> None:
    page = docs.render_api(CALLS)
    assert page.index("## adds") < page.index("## tags")
    assert (
        "### `GET /api/tags`\n\nAll living tags.\n\nParameters: `after`, `limit`.\n\n"
        "Answers 200 when all is well.\n"
    ) in page
    stale = [f"{docs.API_PAGE}: stale; run `make api`"]
    assert list(docs.find_stale_api(tmp_path, CALLS)) == stale
    write(tmp_path, str(docs.API_PAGE), page)
    assert list(docs.find_stale_api(tmp_path, CALLS)) == []
    write(tmp_path, str(docs.API_PAGE), page.replace("limit", "count"))
    assert list(docs.find_stale_api(tmp_path, CALLS)) == stale


@pytest.mark.parametrize("name", ["find_broken_links", "find_lone_pages", "find_untold_settings"])
def test_the_docs_of_this_repository_hold(name: str) -> None:
    assert list(getattr(docs, name)(docs.ROOT)) == []
