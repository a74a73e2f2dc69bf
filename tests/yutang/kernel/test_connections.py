"""aiohttp behind httpx2's face: what it carries, and what its failures are called."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest

from yutang.kernel.connections import AT_ONCE_BYTES, Connections
from yutang.wecom.errors import UnknownOutcomeError, UnreachableError
from yutang.wecom.wire import bounded, failure


class Peer:
    """A server of one scripted answer; None hangs up without one."""

    def __init__(self, answer: bytes | None, *, pause: float = 0.0) -> None:
        self.answer = answer
        self.pause = pause
        self.heard: list[bytes] = []
        self.connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection's requests."""
        self.connections += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    (
                        int(line.split(b":")[1])
                        for line in head.lower().splitlines()
                        if line.startswith(b"content-length:")
                    ),
                    0,
                )
                self.heard.append(head + await reader.readexactly(length))
                await asyncio.sleep(self.pause)
                if self.answer is None:
                    break
                writer.write(self.answer)
                await writer.drain()
                if b"connection: close" in self.answer.lower():
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def talking(
    peer: Peer, *, read: float = 5.0
) -> AsyncIterator[tuple[httpx2.AsyncClient, str]]:
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    client = httpx2.AsyncClient(timeout=httpx2.Timeout(read), transport=Connections(4))
    try:
        yield client, f"http://127.0.0.1:{port}"
    finally:
        await client.aclose()
        server.close()


def told(
    body: bytes, *headers: bytes, status: bytes = b"200 OK", length: int | None = None
) -> bytes:
    size = len(body) if length is None else length
    lines = [b"HTTP/1.1 " + status, b"Content-Length: %d" % size, *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


async def test_a_request_arrives_as_httpx2_would_send_it_and_connections_are_kept() -> None:
    peer = Peer(told(b'{"errcode":0}', b"X-Two: a", b"X-Two: b"))
    async with talking(peer) as (client, base):
        for _ in range(3):
            response = await client.post(
                base + "/cgi-bin/a", params={"q": "鱼 塘/&"}, content="名".encode()
            )
    assert response.json() == {"errcode": 0}
    assert response.headers.get_list("x-two") == ["a", "b"]
    assert peer.connections == 1
    head, _, body = peer.heard[0].partition(b"\r\n\r\n")
    reference = httpx2.Request("POST", base + "/cgi-bin/a", params={"q": "鱼 塘/&"})
    assert head.startswith(b"POST " + reference.url.raw_path + b" HTTP/1.1\r\n")
    assert body == "名".encode()
    assert head.lower().count(b"content-length") == head.lower().count(b"host:") == 1
    assert b"python-httpx2" in head
    assert b"aiohttp" not in head.lower()


async def test_redirects_are_told_and_packed_bodies_unpacked() -> None:
    packed = gzip.compress("鱼塘".encode())
    peer = Peer(
        told(packed, b"Content-Encoding: gzip", b"Location: /elsewhere", status=b"302 Found")
    )
    async with talking(peer) as (client, base):
        response = await client.get(base)
    assert (response.status_code, response.text) == (302, "鱼塘")
    assert len(peer.heard) == 1


@pytest.mark.parametrize("size", [0, AT_ONCE_BYTES, AT_ONCE_BYTES + 1])
async def test_a_body_of_any_size_is_whole_and_one_too_large_is_left(size: int) -> None:
    peer = Peer(told(b"x" * size))
    async with talking(peer) as (client, base):
        async with client.stream("GET", base) as response:
            assert await bounded(response, None) == b"x" * size
        large = client.build_request("GET", base)
        response = await client.send(large, stream=True)
        await response.aclose()
        assert len((await client.get(base)).content) == size


@pytest.mark.parametrize("length", [10, AT_ONCE_BYTES + 1])
async def test_what_was_sent_and_not_answered_whole_is_unknown(length: int) -> None:
    for answer in (None, told(b"cut", b"Connection: close", length=length), b"not HTTP\r\n\r\n"):
        async with talking(Peer(answer)) as (client, base):
            with pytest.raises(httpx2.RemoteProtocolError) as caught:
                await client.post(base, content=b"{}")
        assert type(failure("/x", caught.value)) is UnknownOutcomeError
    async with talking(Peer(told(b"late"), pause=1.0), read=0.1) as (client, base):
        with pytest.raises(httpx2.ReadTimeout) as late:
            await client.get(base)
    assert type(failure("/x", late.value)) is UnknownOutcomeError


async def test_what_never_left_is_told_apart() -> None:
    client = httpx2.AsyncClient(transport=Connections(1))
    async with client:
        for url in ("http://127.0.0.1:1/", "http://name.invalid/"):
            with pytest.raises(httpx2.ConnectError) as caught:
                await client.get(url)
            assert isinstance(failure("/x", caught.value), UnreachableError)


async def test_who_waits_for_a_connection_in_vain_sent_nothing() -> None:
    peer = Peer(told(b"ok"), pause=0.5)
    async with (
        talking(peer) as (_, base),
        httpx2.AsyncClient(
            timeout=httpx2.Timeout(5, pool=0.05), transport=Connections(1)
        ) as client,
    ):
        first = asyncio.create_task(client.get(base))
        await asyncio.sleep(0.1)
        with pytest.raises(httpx2.ConnectTimeout):
            await client.get(base)
        assert (await first).text == "ok"
    assert len(peer.heard) == 1


async def test_a_connection_that_the_other_side_closed_is_not_used_again() -> None:
    peer = Peer(told(b"ok", b"Connection: close"))
    async with talking(peer) as (client, base):
        for _ in range(3):
            assert (await client.post(base, content=b"{}")).text == "ok"
    assert peer.connections == len(peer.heard) == 3


async def test_the_proxy_of_the_environment_is_asked_but_for_hosts_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proxy, peer = Peer(told(b"by proxy")), Peer(told(b"direct"))
    async with talking(proxy) as (_, proxy_base), talking(peer) as (_, base):
        monkeypatch.setenv("http_proxy", proxy_base)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        async with httpx2.AsyncClient(transport=Connections(2)) as client:
            assert (await client.get("http://wecom.invalid/cgi-bin/a")).text == "by proxy"
            assert (await client.get(base)).text == "direct"
    assert proxy.heard[0].startswith(b"GET http://wecom.invalid/cgi-bin/a HTTP/1.1\r\n")
