"""The runner of the browser tests, with an npm of our own and a real demo."""

import json
import os
from pathlib import Path

import pytest

from tools import e2e


@pytest.mark.parametrize(
    ("package", "found"),
    [
        (None, False),
        ({}, False),
        ({"scripts": {"test": "vitest"}}, False),
        ({"scripts": {"e2e": "playwright"}}, True),
    ],
)
def test_a_web_without_browser_tests_is_recognised(
    tmp_path: Path,
    package: dict[str, object] | None,
    found: bool,  # noqa: FBT001 - a case of the table
) -> None:
    if package is not None:
        (tmp_path / "package.json").write_text(json.dumps(package), encoding="utf-8")
    assert e2e.has_script(tmp_path) is found


def test_every_file_of_browser_tests_is_found_and_nothing_else(tmp_path: Path) -> None:
    for name in ("apps/a/e2e/01.e2e.mjs", "apps/b/e2e/x.e2e.mjs", "e2e/p.e2e.mjs", "e2e/emu.mjs"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert e2e.find_tests(tmp_path) == [
        "apps/a/e2e/01.e2e.mjs",
        "apps/b/e2e/x.e2e.mjs",
        "e2e/p.e2e.mjs",
    ]


async def test_without_npm_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert await e2e.run_tests(tmp_path, "chromium") == e2e.NOT_FOUND
    assert "npm is not on the PATH" in capsys.readouterr().out


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)])
def test_without_a_browser_it_says_so_and_fails_in_ci_only(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ci: str,
    status: int,
) -> None:
    (tmp_path / "package.json").write_text('{"scripts": {"e2e": "x"}}', encoding="utf-8")
    monkeypatch.setattr(e2e, "WEB", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)
    assert e2e.main() == status
    assert capsys.readouterr().out == (
        "e2e: skipped, there is no Chromium here"
        " (looked for chromium-headless-shell, chromium, chromium-browser, google-chrome)\n"
    )


@pytest.mark.proof
async def test_the_tests_get_a_demo_and_their_status_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    names = "env | grep ^YUTANG_E2E_ | cut -d= -f1 | sort"
    script = f'echo "$*" $CHROMIUM > called; {names} >> called; exit 7'
    npm.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("YUTANG_E2E_FAILED", raising=False)
    assert await e2e.run_tests(tmp_path, "/opt/chromium", ["e2e/one.e2e.mjs"]) == 7
    assert (tmp_path / "called").read_text(encoding="utf-8").split("\n") == [
        "run e2e -- e2e/one.e2e.mjs /opt/chromium",
        "YUTANG_E2E_EMULATOR_URL",
        "YUTANG_E2E_HOME",
        "YUTANG_E2E_NEWCOMER",
        "YUTANG_E2E_NEWCOMER_PASSWORD",
        "YUTANG_E2E_PASSWORD",
        "YUTANG_E2E_PYTHON",
        "YUTANG_E2E_URL",
        "YUTANG_E2E_USER",
        "",
    ]
