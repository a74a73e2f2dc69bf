"""Where the api listens, and how the supervisor finds it there."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from yutang.cli.supervisor import ListenError, PortTakenError, base_url, listen, wait_until_ready

UNREACHABLE = "postgresql://nobody:geheim@127.0.0.1:9/none"


@contextlib.asynccontextmanager
async def answering(host: str) -> AsyncIterator[socket.socket]:
    """A socket behind which every request is answered 200."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    with listen(host, 0) as listening:
        async with await asyncio.start_server(answer, sock=listening.dup()):
            yield listening


@pytest.mark.parametrize(
    ("host", "reached"),
    [
        ("127.0.0.1", "http://127.0.0.1:{}"),
        ("0.0.0.0", "http://127.0.0.1:{}"),  # noqa: S104 - what an operator may choose
        ("::1", "http://[::1]:{}"),
        ("::", "http://[::1]:{}"),
    ],
)
async def test_readiness_is_asked_where_the_socket_is(host: str, reached: str) -> None:
    async with answering(host) as listening:
        address = base_url(listening)
        assert address == reached.format(listening.getsockname()[1])
        await wait_until_ready(f"{address}/readyz", seconds=5)


async def test_readiness_is_asked_past_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with answering("127.0.0.1") as listening:
        url = f"{base_url(listening)}/readyz"
        await wait_until_ready(url, seconds=5)
        # A client that believes the environment goes to the proxy, where nobody listens.
        with pytest.raises(httpx2.ConnectError):
            async with httpx2.AsyncClient() as http:
                await http.get(url)


def test_an_address_of_another_machine_is_not_called_taken() -> None:
    # 192.0.2.0/24 is for documents: no machine has it.
    with pytest.raises(ListenError, match=r"cannot listen on 192\.0\.2\.1 port 7700") as caught:
        listen("192.0.2.1", 7700)
    assert not isinstance(caught.value, PortTakenError)


@pytest.mark.parametrize("command", [["up", "--port", "0"], ["db", "upgrade"]])
async def test_a_database_that_does_not_answer_is_said_in_a_line(
    command: list[str], tmp_path: Path
) -> None:
    env = {**os.environ, "YUTANG_DATABASE_URL": UNREACHABLE, "YUTANG_HOME": str(tmp_path)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "yutang", *command),
        env=env,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said = (await process.communicate())[0].decode()
    assert process.returncode == 1
    assert said.startswith("cannot use the database of YUTANG_DATABASE_URL: connection failed")
    assert "port 9 failed" in said
    assert "Traceback" not in said
    assert "geheim" not in said
