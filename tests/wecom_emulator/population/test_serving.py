"""The company that `wecom-emulator serve` starts with."""

import contextlib
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from typer.testing import CliRunner

from wecom_emulator.cli import app

SIZE = ("--staff", "40", "--customers", "30000", "--groups", "20", "--tags", "40", "--seed", "7")
DAY = ("--until", "2026-01-01")


@contextlib.contextmanager
def serving(*options: str) -> Iterator[tuple[httpx2.Client, dict[str, str]]]:
    """A server of its own, and what its first line says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port), *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        told = re.fullmatch(r"corpid (\S+), agentid (\d+), secret (\S+)\n", line)
        assert told is not None, line
        names = dict(zip(("corpid", "agentid", "secret"), told.groups(), strict=True))
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            until = time.monotonic() + 60
            while True:
                try:
                    http.get("/healthz")
                    break
                except httpx2.TransportError:
                    assert time.monotonic() < until
                    time.sleep(0.05)
            yield http, names
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


def _answers(http: httpx2.Client, names: dict[str, str]) -> list[Any]:
    """Some of all kinds of answers, as they come."""
    query = {"corpid": names["corpid"], "corpsecret": names["secret"]}
    token = {"access_token": http.get("/cgi-bin/gettoken", params=query).json()["access_token"]}

    def ask(name: str, body: Any = None, **more: str) -> bytes:
        path = f"/cgi-bin/{name}"
        if body is None:
            return bytes(http.get(path, params=token | more).content)
        return bytes(http.post(path, params=token, json=body).content)

    userid = http.get(f"/emulator/corps/{names['corpid']}").json()["staff"][17]
    batch = {"userid_list": [userid], "limit": 100}
    listed = {"limit": 5, "owner_filter": {"userid_list": [userid]}}
    return [
        ask("externalcontact/get_follow_user_list"),
        ask("externalcontact/list", userid=userid),
        ask("externalcontact/batch/get_by_user", batch),
        ask("externalcontact/groupchat/list", listed),
        ask("externalcontact/get_corp_tag_list", {}),
        ask("department/list"),
    ]


@pytest.mark.proof
def test_two_processes_tell_the_same_to_the_byte(tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "state.json"))
    with serving(*SIZE, *DAY, *state) as (http, names):
        first = _answers(http, names)
        assert all(b'"errcode":0' in answer for answer in first)
        path = f"/emulator/corps/{names['corpid']}/tick"
        assert http.post(path, json={"share": 0.01}).json()["changed"]["adds"] == 75
    with serving(*SIZE, *DAY) as (http, names):
        assert _answers(http, names) == first
    # What changed outlives the process, who did not change is derived again.
    with serving(*SIZE, *DAY, *state) as (http, names):
        told = http.get(f"/emulator/corps/{names['corpid']}").json()
        assert told["customers"] == 30_075
        assert (tmp_path / "state.json").stat().st_size < 1_000_000
    other = (*SIZE[:-1], "8")
    with serving(*other, *DAY) as (http, names):
        second = _answers(http, names)
    assert not set(first) & set(second)


@pytest.mark.parametrize(
    "options",
    [
        ("--staff", "100001"),
        ("--staff", "5", "--customers", "100000001"),
        ("--staff", "5", "--until", "2999-01-01"),
        ("--staff", "5", "--until", "yesterday"),
        ("--staff", "5", "--tags", "-1"),
    ],
)
def test_a_company_that_cannot_be_is_refused(options: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, ["serve", *options]).exit_code == 2


def test_another_company_in_the_same_file_is_refused(tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "state.json"), "--corpid", "ww-one")
    with serving(*SIZE, *DAY, *state):
        pass
    done = CliRunner().invoke(app, ["serve", *SIZE[:-1], "8", *DAY, *state])
    assert done.exit_code == 2
    assert "another generated company" in " ".join(done.output.replace("│", " ").split())
