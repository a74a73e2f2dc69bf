"""The commands as somebody types them."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from yutang.cli.main import app


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches a command."""
    for name in ("YUTANG_DATABASE_URL", "YUTANG_HOME", "YUTANG_PORT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("YUTANG_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    assert "run a company's private domain on WeCom" in shown.output
    for command in ("up", "api", "worker", "demo", "db", "corps"):
        assert f" {command} " in shown.output


@pytest.mark.parametrize("command", ["up", "api", "worker", "demo", "db", "corps"])
def test_every_command_has_help(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert "Usage:" in shown.output


def test_migrating_without_an_address_says_what_to_set(tmp_path: Path) -> None:
    refused = CliRunner().invoke(app, ["db", "upgrade"])
    assert refused.exit_code == 2
    assert "set YUTANG_DATABASE_URL" in refused.output
    assert list(tmp_path.iterdir()) == []


def test_migrating_twice_is_migrating_once(dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
    done = CliRunner().invoke(app, ["db", "upgrade"])
    assert done.exit_code == 0
    assert done.output.endswith("the schema is up to date\n")
    with psycopg.connect(dsn) as connection:
        assert connection.execute("select count(*) from channels").fetchone() == (0,)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """As a process: a command that serves changes collector, logging and signals of its own."""
    return subprocess.run(
        [sys.executable, "-m", "yutang", *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_an_unknown_lane_is_refused(dsn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
    refused = run("worker", "--lanes", "inbox,brook")
    assert refused.returncode == 2
    assert "no lane ['brook']" in refused.stderr


@pytest.mark.parametrize("command", ["api", "worker"])
def test_a_process_alone_needs_a_database(command: str, tmp_path: Path) -> None:
    refused = run(command)
    assert refused.returncode != 0
    wanted = "set YUTANG_DATABASE_URL, or start everything together with `yutang up`"
    assert wanted in refused.stderr + refused.stdout
    assert list(tmp_path.iterdir()) == []
