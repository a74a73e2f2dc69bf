"""The reference of the control API, and the Chinese of what is generated."""

from pathlib import Path

import pytest

from tools import condition_pages, control_pages, docs, emulator_pages
from tools.chinese import find_untranslated, said, words
from wecom_emulator import switches


@pytest.mark.parametrize("language", control_pages.LANGUAGES)
def test_the_page_has_each_call_once_with_its_fields(language: str) -> None:
    lines = control_pages.render_page(language).splitlines()
    calls = [line for line in lines if line.startswith(("### `GET ", "### `POST ", "### `DELETE "))]
    operations = control_pages.description()["paths"].values()
    assert len(set(calls)) == len(calls) == sum(map(len, operations))
    assert "### `POST C/groups/{chat_id}/nickname`" in calls
    at = lines.index("### `POST C/half_add`")
    assert next(line for line in lines[at:] if "userid" in line).startswith("| **`userid`** |")
    assert any("[Whom](#whom)" in line for line in lines[at : at + 15])


def test_every_link_to_a_shape_leads_to_its_heading() -> None:
    names = docs.anchors(control_pages.render_page("zh"))
    assert {"whom", "staffrow", "post-cscan"} <= names


def test_all_is_said_in_chinese_and_nothing_is_left_over() -> None:
    assert list(find_untranslated([*emulator_pages.texts(), *condition_pages.texts()])) == []
    assert said("Somebody leaves", "zh") == "有人退群"
    assert said("Somebody leaves", "en") == "Somebody leaves"


def test_missing_and_left_over_words_are_told() -> None:
    assert list(find_untranslated(["One", "Two", ""], {"One": "一", "Three": "三"})) == [
        "tools/chinese.json: no Chinese for: Two",
        "tools/chinese.json: nothing says any more: Three",
    ]
    assert said("Nobody ever said this", "zh") == "Nobody ever said this"


def test_the_coverage_page_is_chinese_where_the_english_one_is_english() -> None:
    english = emulator_pages.meanings(switches, "Switches")["tag_duplicate"]
    rows = emulator_pages.render_page("zh").splitlines()
    row = next(row for row in rows if row.startswith("| `tag_duplicate` |"))
    assert row.endswith(f"| {words()[english]} |")


def test_a_stale_reference_is_found(tmp_path: Path) -> None:
    emulator_pages.write_pages(tmp_path)
    page = tmp_path / "docs/zh/reference/emulator-control.md"
    page.write_text(page.read_text().replace("有人退群", "有人退出"))
    assert list(emulator_pages.find_stale_pages(tmp_path)) == [
        "docs/zh/reference/emulator-control.md: stale; run `make docs`"
    ]


def test_the_pages_of_conditions_are_the_models(tmp_path: Path) -> None:
    for page in condition_pages.PAGES.values():
        (tmp_path / page).parent.mkdir(parents=True)
    told = list(condition_pages.find_stale_condition_pages(tmp_path))
    assert told == [
        "docs/en/reference/conditions.md: stale; run `python -m tools.docs`",
        "docs/zh/reference/conditions.md: stale; run `python -m tools.docs`",
    ]
    condition_pages.write_condition_pages(tmp_path)
    assert list(condition_pages.find_stale_condition_pages(tmp_path)) == []
    english = (tmp_path / condition_pages.PAGES["en"]).read_text(encoding="utf-8")
    assert "> Customers who have the tag “VIP”." in english
    assert "| `days` | whole number 1–3,650 | must be there |" in english
