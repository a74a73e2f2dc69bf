"""The pages that are written from the emulator, and the file of its limits."""

import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from tools import emulator_pages
from wecom_emulator.areas import VERBS
from wecom_emulator.limits import Limits, changed, read_limits
from wecom_emulator.scope import OUTSIDE
from wecom_emulator.switches import Switches


@pytest.mark.parametrize("language", emulator_pages.LANGUAGES)
def test_the_page_names_every_api_switch_and_limit_once(language: str) -> None:
    lines = emulator_pages.render_page(language).splitlines()
    for path in VERBS:
        rows = [line for line in lines if f"| `/cgi-bin/{path}` |" in line and "crm/" not in line]
        assert len(rows) == 1, path
    for name in (*asdict(Switches()), *asdict(Limits())):
        assert sum(line.startswith(f"| `{name}` |") for line in lines) == 1, name
    for each in OUTSIDE:
        assert sum(line.startswith(f"| `/cgi-bin/{each.begins}` |") for line in lines) == 1


def test_the_written_limits_are_the_limits(tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(emulator_pages.render_limits(), encoding="utf-8")
    assert read_limits(file) == Limits()
    assert set(tomllib.loads(file.read_text())) == set(asdict(Limits()))
    file.write_text('calls_a_minute = 7\n[parallel_of_api]\n"externalcontact/list" = 3\n')
    read = read_limits(file)
    assert (read.calls_a_minute, read.parallel_of_api["externalcontact/list"]) == (7, 3)
    assert read == changed(
        Limits(), {"calls_a_minute": 7, "parallel_of_api": {"externalcontact/list": 3}}
    )


def test_a_stale_page_is_found_and_written(tmp_path: Path) -> None:
    stale = "docs/en/reference/emulator-coverage.md: stale; run `make docs`"
    assert stale in list(emulator_pages.find_stale_pages(tmp_path))
    emulator_pages.write_pages(tmp_path)
    assert list(emulator_pages.find_stale_pages(tmp_path)) == []
    page = tmp_path / "docs/en/reference/emulator-coverage.md"
    page.write_text(page.read_text() + "more\n")
    assert list(emulator_pages.find_stale_pages(tmp_path)) == [stale]
