"""`yutang doctor` as somebody types it, against an emulator that serves over HTTP."""

import asyncio
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest
import uvicorn
from pydantic import SecretStr
from typer.testing import CliRunner

from tests.yutang.world import AES_KEY, PASSWORD
from wecom_emulator.app import create_app
from yutang.cli.corps import add_corp
from yutang.cli.main import app
from yutang.kernel.settings import Settings
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner

AGENT = 1000002
TOKEN = "callbacktoken"


class Serving(uvicorn.Server):
    """A server in a thread of this process."""

    def install_signal_handlers(self) -> None:
        """None: signals are for the tests' own process."""


@pytest.fixture(scope="module")
def emulator() -> Iterator[str]:
    """The address of one."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    server = Serving(uvicorn.Config(create_app(), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()


class Doctor:
    """Runs the command; nothing of the machine's settings reaches it."""

    def __init__(self, home: Path, emulator: str) -> None:
        self.home = home
        self.emulator = emulator
        self.corpid = "ww" + secrets.token_hex(8)
        self.secret = secrets.token_hex(20)
        self.env: dict[str, str | None] = {
            **{name: None for name in os.environ if name.startswith("YUTANG_")},
            "YUTANG_HOME": str(home),
            "YUTANG_WECOM_BASE_URL": emulator,
            "COLUMNS": "200",
            "LANG": "en_GB.UTF-8",
            "LC_ALL": "en_GB.UTF-8",
        }

    def make_corp(self) -> None:
        """The emulator's side of the corp."""
        made = httpx2.post(
            f"{self.emulator}/emulator/corps",
            json={
                "corpid": self.corpid,
                "name": "Pond",
                "apps": [{"agentid": AGENT, "secret": self.secret}],
                "departments": [{"id": 1, "name": "Pond", "parentid": 0}],
                "staff": [{"userid": "alice", "name": "Alice", "department": [1]}],
            },
        )
        assert made.status_code == 200, made.text

    def fault(self, path: str, value: int) -> None:
        """WeCom refuses from now on."""
        fault = {"path": path, "kind": "errcode", "value": value}
        assert httpx2.post(f"{self.emulator}/emulator/faults", json=fault).status_code == 200

    def run(self, *arguments: str, status: int, **env: str) -> str:
        """Everything it writes; no secret is in it."""
        done = CliRunner().invoke(app, ["doctor", *arguments], env=self.env | env)
        told = done.output
        assert done.exit_code == status, told
        for secret in (self.secret, TOKEN, AES_KEY, PASSWORD):
            assert secret not in told
        assert isinstance(done.exception, SystemExit | None)
        return told

    def run_stranger(self, *arguments: str, status: int, **env: str) -> str:
        """Check the corp as one that was not added."""
        who = ("--corpid", self.corpid, "--agent-id", str(AGENT))
        given = {"YUTANG_DOCTOR_SECRET": self.secret} | env
        return self.run(*who, *arguments, status=status, **given)


@pytest.fixture
def doctor(tmp_path: Path, emulator: str) -> Iterator[Doctor]:
    """One whose corp the emulator knows."""
    found = Doctor(tmp_path, emulator)
    found.make_corp()
    yield found
    httpx2.delete(f"{emulator}/emulator/faults")


def add(doctor: Doctor, dsn: str) -> None:
    """Add the corp to Yutang."""
    new = NewApp(
        agent_id=AGENT,
        secret=SecretStr(doctor.secret),
        callback_token=SecretStr(TOKEN),
        aes_key=SecretStr(AES_KEY),
    )
    owner = NewOwner(login="owner", name="Owner", password=SecretStr(PASSWORD))
    settings = Settings(home=doctor.home, database_url=dsn)
    corp = NewCorp(corpid=doctor.corpid, name="Pond", apps=[new])
    asyncio.run(add_corp(settings, corp, owner))


def items(told: str) -> dict[str, dict[str, Any]]:
    """The checks of the only corp, by key."""
    found = json.loads(told.splitlines()[-1])
    [corp] = found["corps"]
    return {item["key"]: item for item in corp["items"]}


def test_a_company_is_checked_before_it_is_added(doctor: Doctor) -> None:
    told = doctor.run_stranger(status=0)
    assert f"Checking {doctor.corpid}; nothing is written" in told
    assert "only WeCom's side is checked" in told
    assert "✓ Company ID and Secret  WeCom knows this company and app" in told
    assert "✓ Reading contacts  1 departments and 1 members can be read" in told
    assert "– Callback address" in told
    assert list(doctor.home.iterdir()) == []
    assert "✓ 企业 ID 和 Secret" in doctor.run_stranger("--lang", "zh", status=0)
    assert "✓ 企业 ID 和 Secret" in doctor.run_stranger(status=0, LC_ALL="zh_CN.UTF-8")


def test_a_wrong_secret_is_told_and_never_shown(doctor: Doctor) -> None:
    wrong = "wrong" + secrets.token_hex(8)
    told = doctor.run_stranger(status=1, YUTANG_DOCTOR_SECRET=wrong)
    assert wrong not in told
    assert (
        "✗ Company ID and Secret  The app's Secret is wrong, or the app is stopped (40001)" in told
    )
    assert "press View beside Secret" in told
    assert "More: https://open.work.weixin.qq.com/devtool/query?e=40001" in told
    assert "To mend: 1" in told


def test_without_a_database_it_says_what_to_do(doctor: Doctor) -> None:
    told = doctor.run(status=1)
    assert "Yutang's database is not found" in told
    assert "start it with yutang up" in told
    assert list(doctor.home.iterdir()) == []
    problem = json.loads(doctor.run("--json", "--lang", "zh", status=1))
    assert (problem["ok"], problem["problem"]["code"]) == (False, "installation.no_database")
    assert "先运行 yutang up" in problem["problem"]["where"]


def test_a_server_that_is_down_is_told_without_its_password(doctor: Doctor) -> None:
    folder = doctor.home / "postgres"
    folder.mkdir()
    (folder / "password").write_text("passwordofpostgres")
    (folder / "port").write_text("1")
    (doctor.home / "master.key").write_bytes(bytes(32))
    told = doctor.run(status=1)
    assert "Yutang's database is not found: " in told
    assert "passwordofpostgres" not in told


def test_a_folder_without_the_key_is_told_and_gets_none(doctor: Doctor, dsn: str) -> None:
    told = doctor.run(status=1, YUTANG_DATABASE_URL=dsn)
    assert "holds no master.key that opens the secrets" in told
    assert list(doctor.home.iterdir()) == []


def test_before_the_first_company_it_says_how_to_add_one(doctor: Doctor, dsn: str) -> None:
    (doctor.home / "master.key").write_bytes(bytes(32))
    told = doctor.run(status=1, YUTANG_DATABASE_URL=dsn)
    assert "No company was added yet" in told
    assert "yutang corps add --corpid COMPANY_ID" in told


def test_a_database_of_another_version_is_to_be_migrated(doctor: Doctor, dsn: str) -> None:
    (doctor.home / "master.key").write_bytes(bytes(32))
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("alter table corp_apps rename to corp_apps_of_tomorrow")
    told = doctor.run("--lang", "zh", status=1, YUTANG_DATABASE_URL=dsn)
    assert "运行 yutang db upgrade" in told


def test_a_table_that_only_this_version_has_is_to_be_migrated_too(doctor: Doctor, dsn: str) -> None:
    add(doctor, dsn)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("alter table verify_files rename to verify_files_of_tomorrow")
    assert "Run yutang db upgrade" in doctor.run(status=1, YUTANG_DATABASE_URL=dsn)


def test_an_added_company_is_checked_with_what_is_known_of_it(doctor: Doctor, dsn: str) -> None:
    add(doctor, dsn)
    told = doctor.run("--corp", doctor.corpid, "--json", status=1, YUTANG_DATABASE_URL=dsn)
    found = items(told)
    assert next(iter(found)) == "token"
    assert (found["token"]["status"], found["quotas"]["status"]) == ("ok", "ok")
    # Nobody serves the callback address in this test.
    assert found["callback"]["code"] == "callback.unreachable"
    assert json.loads(told)["ok"] is False
    doctor.fault("/cgi-bin/externalcontact/get_follow_user_list", 48002)
    shown = doctor.run("--lang", "zh", status=1, YUTANG_DATABASE_URL=dsn)
    assert "✗ 客户联系权限" in shown
    assert "可调用接口的应用" in shown
    unknown = doctor.run("--corp", "ww1", status=1, YUTANG_DATABASE_URL=dsn)
    assert f"no company with ID ww1; it has: {doctor.corpid}" in unknown


def test_the_key_of_another_installation_is_told(doctor: Doctor, dsn: str) -> None:
    add(doctor, dsn)
    (doctor.home / "master.key").write_bytes(secrets.token_bytes(32))
    assert "holds no master.key" in doctor.run(status=1, YUTANG_DATABASE_URL=dsn)


def test_each_finding_is_written_when_it_is_found(doctor: Doctor) -> None:
    """Not only at the end: counting waits here while the rest is on the screen already."""
    fault = {"path": "/cgi-bin/externalcontact/list_contact_way", "kind": "latency", "value": 4}
    httpx2.post(f"{doctor.emulator}/emulator/faults", json=fault)
    argv = ["doctor", "--corpid", doctor.corpid, "--agent-id", str(AGENT)]
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "yutang", *argv],
        stdout=subprocess.PIPE,
        text=True,
        env={
            **{name: os.environ[name] for name in os.environ if name not in doctor.env},
            **{name: value for name, value in doctor.env.items() if value is not None},
            "YUTANG_DOCTOR_SECRET": doctor.secret,
        },
    ) as process:
        assert process.stdout is not None
        seen = ""
        while "Server clock" not in seen:
            line = process.stdout.readline()
            assert line, seen
            seen += line
        early = time.monotonic()
        rest = process.stdout.read()
        waited = time.monotonic() - early
    assert process.returncode == 0
    assert "Quotas" in rest
    assert waited > 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--corpid", "ww1"),
        ("--agent-id", "1000002"),
        ("--corpid", "ww1", "--agent-id", "1", "--corp", "ww1"),
        ("--lang", "fr"),
    ],
)
def test_options_that_do_not_fit_are_refused(doctor: Doctor, arguments: tuple[str, ...]) -> None:
    assert "Invalid value" in doctor.run(*arguments, status=2)
