"""The command: it serves on loopback or an inherited socket, and what it knew comes back."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

CORPID = "ww00000000000000aa"
CORP = {
    "corpid": CORPID,
    "name": "青禾",
    "apps": [{"agentid": 1000002, "secret": "s"}],
    "departments": [{"id": 1, "name": "总部"}],
    "staff": [{"userid": "ann", "name": "周可欣"}],
}
PNG = b"\x89PNG\r\n\x1a\nrest"


@contextlib.asynccontextmanager
async def serve(
    *arguments: str, inherited: socket.socket, said: int | None = None
) -> AsyncIterator[httpx2.AsyncClient]:
    """Run `wecom-emulator serve` on a socket of ours; stopped by SIGTERM, as a supervisor does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "wecom_emulator",
        "serve",
        "--fd",
        str(inherited.fileno()),
        *arguments,
        pass_fds=[inherited.fileno()],
        env=os.environ,
        stderr=said,
    )
    port = inherited.getsockname()[1]
    try:
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as http:
            # The socket listens already: the first answer comes when the emulator is up.
            assert (await http.get("/healthz")).text == "ok"
            yield http
    finally:
        process.send_signal(signal.SIGTERM)
        assert await process.wait() in {0, -signal.SIGTERM}


def listen() -> socket.socket:
    """A listening socket on loopback."""
    made = socket.create_server(("127.0.0.1", 0))
    made.set_inheritable(True)
    return made


async def token(http: httpx2.AsyncClient) -> str:
    got = await http.get("/cgi-bin/gettoken", params={"corpid": CORPID, "corpsecret": "s"})
    return str(got.json()["access_token"])


async def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    state = str(tmp_path / "state.json")
    with listen() as inherited:
        async with serve("--state", state, inherited=inherited) as http:
            assert (await http.post("/emulator/corps", json=CORP)).status_code == 200
            query: dict[str, Any] = {"access_token": await token(http)}
            way = {"type": 1, "scene": 2, "state": "fair", "user": ["ann"]}
            made = await http.post(
                "/cgi-bin/externalcontact/add_contact_way", params=query, json=way
            )
            config_id = made.json()["config_id"]
            address = f"http://127.0.0.1:{inherited.getsockname()[1]}/qr/{config_id}.png"
            assert made.json()["qr_code"] == address
            uploaded = await http.post(
                "/cgi-bin/media/upload",
                params=query | {"type": "image"},
                files={"media": ("a.png", PNG, "image/png")},
            )
            media_id = uploaded.json()["media_id"]
            scanned = {"config_id": config_id, "person": {"unionid": "o1"}}
            friend = (await http.post(f"/emulator/corps/{CORPID}/scan", json=scanned)).json()
            await http.post("/emulator/clock", json={"advance_seconds": 3600})
            before = (await http.get(f"/emulator/corps/{CORPID}")).json()
            now = (await http.post("/emulator/clock", json={})).json()["now"]
        async with serve("--state", state, inherited=inherited) as http:
            assert (await http.get(f"/emulator/corps/{CORPID}")).json() == before
            later = (await http.post("/emulator/clock", json={})).json()["now"]
            assert 0 <= later - now < 60
            assert (await http.get(f"/media/{media_id}")).content == PNG
            again = (await http.post(f"/emulator/corps/{CORPID}/scan", json=scanned)).json()
            assert again == friend | {"welcome_code": None}
            codes = (await http.get(f"/emulator/corps/{CORPID}/welcome_codes")).json()
            assert [code["welcome_code"] for code in codes] == [friend["welcome_code"]]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["state.json", "state.json.media"]


async def test_a_connection_drops_over_a_socket_too(tmp_path: Path) -> None:
    with listen() as inherited, (tmp_path / "said").open("wb") as said:
        async with serve(inherited=inherited, said=said.fileno()) as http:
            assert (await http.post("/emulator/corps", json=CORP)).status_code == 200
            query: dict[str, Any] = {"access_token": await token(http)}
            path = "/cgi-bin/externalcontact/add_contact_way"
            fault = {"kind": "hang", "value": 0.1, "path": path, "when": "after", "count": 1}
            assert (await http.post("/emulator/faults", json=fault)).status_code == 200
            way = {"type": 1, "scene": 2, "user": ["ann"]}
            with pytest.raises(httpx2.RemoteProtocolError):
                await http.post(path, params=query, json=way)
            ways = (await http.get(f"/emulator/corps/{CORPID}/contact_ways")).json()
            assert len(ways) == 1
            assert (await http.post(path, params=query, json=way)).json()["errcode"] == 0
    assert (tmp_path / "said").read_text() == ""


async def test_limits_come_from_a_file_and_time_runs_fast(tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text("calls_an_hour = 7\n", encoding="utf-8")
    options = ("--limits", str(file), "--rate", "3600")
    with listen() as inherited:
        async with serve(*options, inherited=inherited) as http:
            assert (await http.get("/emulator/limits")).json()["calls_an_hour"] == 7
            first = (await http.post("/emulator/clock", json={})).json()
            await asyncio.sleep(0.2)
            second = (await http.post("/emulator/clock", json={})).json()
            assert (first["rate"], second["rate"]) == (3600, 3600)
            assert second["now"] - first["now"] >= 700


@pytest.mark.parametrize("text", ["calls_an_hour = -1\n", "no_such = 1\n", "calls_an_hour = [\n"])
async def test_a_bad_limits_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(text, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "wecom_emulator",
        "serve",
        "--limits",
        str(file),
        stderr=asyncio.subprocess.PIPE,
        # Wide enough that a terminal's box breaks no path.
        env={**os.environ, "COLUMNS": "400"},
    )
    _, said = await process.communicate()
    assert process.returncode == 2
    assert b"limits.toml" in said


async def test_it_listens_on_loopback_alone(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port), cwd=tmp_path
    )
    try:
        async with asyncio.timeout(60), httpx2.AsyncClient() as http:
            while True:
                with contextlib.suppress(httpx2.ConnectError):
                    answer = await http.get(f"http://127.0.0.1:{port}/healthz")
                    break
                await asyncio.sleep(0.1)
        assert answer.status_code == 200
        hexadecimal = f":{port:04X}"
        rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        listening = [row[1] for row in rows if row[1].endswith(hexadecimal) and row[3] == "0A"]
        # 127.0.0.1 as the kernel prints it.
        assert listening == [f"0100007F{hexadecimal}"]
    finally:
        process.terminate()
        await process.wait()
    assert list(tmp_path.iterdir()) == []
