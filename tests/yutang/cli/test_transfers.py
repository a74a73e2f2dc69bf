"""Files of customers in and out, as somebody types the commands."""

import csv
from pathlib import Path

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner, Result

from yutang.bootstrap import build_runtime
from yutang.cli.main import app
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner

CORPID = "ww7d1c2b3a4f5e6071"
CONSENT = ("--source", "门店登记", "--given-on", "2026-01-02")


@pytest.fixture
async def home(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with one company."""
    monkeypatch.setenv("YUTANG_DATABASE_URL", dsn)
    monkeypatch.setenv("COLUMNS", "200")
    runtime = build_runtime(Settings(home=tmp_path, database_url=dsn))
    keys = NewApp(
        agent_id=1000002,
        secret=SecretStr("a secret of nobody"),
        callback_token=SecretStr("token"),
        aes_key=SecretStr("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
    )
    owner = NewOwner(login="lin", name="林", password=SecretStr("correct horse battery"))
    async with runtime.database.owner() as session:
        await corps.add_corp(
            session, runtime.vault, NewCorp(corpid=CORPID, name="青禾", apps=[keys]), owner
        )
    await runtime.close()
    return tmp_path


def typed(home: Path, *arguments: str) -> Result:
    """In this process: it starts in seconds."""
    return CliRunner().invoke(app, [*arguments, "--home", str(home)])


def test_people_go_in_once_and_come_out(home: Path) -> None:
    file = home / "people.csv"
    file.write_text("姓名,手机\n林小满,138 0013 8000\n王芳,13900139000\n坏号,12345\n", "utf-8")
    tried = typed(home, "import", str(file), *CONSENT, "--dry-run")
    assert tried.exit_code == 0, tried.stderr
    assert "checked: 2 new, 0 changed, 0 unchanged, 1 refused" in tried.stdout
    taken = typed(home, "import", str(file), *CONSENT)
    assert taken.exit_code == 0, taken.stderr
    assert "done: 2 new, 0 changed, 0 unchanged, 1 refused" in taken.stdout
    again = typed(home, "import", str(file), *CONSENT)
    assert "done: 0 new, 0 changed, 2 unchanged, 1 refused" in again.stdout

    out = home / "out.csv"
    told = typed(home, "export", "--out", str(out), "--column", "name", "--column", "phone")
    assert told.exit_code == 0, told.stderr
    assert f"2 customers in {out}" in told.stdout
    with out.open(encoding="utf-8-sig", newline="") as opened:
        _, *rows = csv.reader(opened)
    assert sorted(row[0] for row in rows) == ["林小满", "王芳"]
    assert all("*" in row[1] and "0013800" not in row[1] for row in rows)
    more = ("--phones", "--column", "phone", "--filter", "q=林小满")
    typed(home, "export", "--out", str(out), *more)
    assert "13800138000" in out.read_text("utf-8-sig")


def test_what_cannot_be_says_why(home: Path) -> None:
    file = home / "people.csv"
    file.write_text("姓名,手机\n林小满,13800138000\n", "utf-8")
    for arguments, reason in (
        (("import", str(file)), "say where"),
        (("import", str(file), *CONSENT, "--corp", "ww0"), "no such company"),
        (("import", str(file), *CONSENT, "--map", "电话=phone"), "has no column 电话"),
        (("export", "--out", str(home / "out.txt")), "must end in .csv"),
        (("export", "--out", str(home / "out.csv"), "--filter", "color=red"), "condition color"),
    ):
        refused = typed(home, *arguments)
        assert refused.exit_code != 0, arguments
        assert reason in refused.output, refused.stderr
        assert isinstance(refused.exception, SystemExit)
    assert not (home / "out.csv").exists()


@pytest.mark.parametrize(
    "command", [("import", "people.csv"), ("export", "--out", "out.csv"), ("sync",)]
)
def test_without_a_database_they_say_what_to_do(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("YUTANG_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text("姓名\n林小满\n", "utf-8")
    refused = typed(tmp_path / "home", *command)
    assert refused.exit_code == 1
    assert "set YUTANG_DATABASE_URL, or run `yutang up` first" in refused.output
