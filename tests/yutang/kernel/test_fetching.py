"""What is fetched of addresses that somebody gave us, and what never is."""

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from pydantic import ValidationError
from pytest_socket import SocketConnectBlockedError
from typing_extensions import override

from yutang.kernel.fetching import (
    REDIRECTS,
    Fetcher,
    FetchFailedError,
    FetchRefusedError,
    is_public,
)
from yutang.kernel.settings import Settings

PUBLIC = "93.184.216.34"
REFUSED = """
http://127.0.0.1/
http://127.1/
http://127.0.0.1./
http://2130706433/
http://017700000001/
http://0x7f000001/
http://0x7f.1/
http://0177.0.0.1/
http://127.0.0.1:8080/
http://１２７.０.０.１/
http://①②⑦.⓪.⓪.①/
http://127。0。0。1/
http://127%2e0%2e0%2e1/
http://0/
http://0.0.0.0/
http://10.1.2.3/
http://172.16.0.1/
http://192.168.1.1/
http://169.254.169.254/latest/meta-data/
http://100.100.100.200/latest/meta-data/
http://192.0.0.192/
http://198.18.0.1/
http://192.88.99.1/
http://224.0.0.1/
http://240.0.0.1/
http://255.255.255.255/
http://999.1.1.1/
http://[::1]/
http://[::]/
http://[::ffff:127.0.0.1]/
http://[::ffff:93.184.216.34]/
http://[::127.0.0.1]/
http://[64:ff9b::7f00:1]/
http://[64:ff9b:1::7f00:1]/
http://[2002:7f00:1::]/
http://[2001:0:7f00:1::]/
http://[2001:db8::1]/
http://[fe80::1]/
http://[fe80::1%25eth0]/
http://[fc00::1]/
http://[ff02::1]/
http://[fec0::1]/
http://93.184.216.34:22/
https://example.com:8443/
http://example.com:0/
http://user@example.com/
http://user:word@example.com/
http://example.com@127.0.0.1/
http://127.0.0.1\\@example.com/
http://example.com\\@127.0.0.1/
ftp://example.com/
file:///etc/passwd
gopher://127.0.0.1:6379/_INFO
data:text/plain,x
javascript:alert(1)
//example.com/
example.com
http://
http:///etc/passwd
http://exa mple.com/
http://ex%61mple.com\t/
http://-.-/
""".strip("\n").splitlines()


class Names(AbstractResolver):
    """A name server that answers each question with the next of its answers."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = {name.replace("_", "."): list(given) for name, given in answers.items()}
        self.asked: list[str] = []

    @override
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answers = self.answers[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    @override
    async def close(self) -> None:
        pass


Answer = Callable[[str], AsyncIterator[bytes]]


@asynccontextmanager
async def serving(answer: Answer, heard: list[bytes] | None = None) -> AsyncIterator[int]:
    """A server whose answers are written as they come; yields its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            if heard is not None:
                heard.append(head)
            async for piece in answer(head.split(b" ")[1].decode()):
                writer.write(piece)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def told(*headers: str, body: bytes = b"", status: str = "200 OK") -> Answer:
    """The same answer to every path."""

    async def answer(_: str) -> AsyncIterator[bytes]:
        yield "\r\n".join([f"HTTP/1.1 {status}", "Connection: close", *headers, "", ""]).encode()
        yield body

    return answer


@asynccontextmanager
async def fetching(allow: str = "", names: Names | None = None) -> AsyncIterator[Fetcher]:
    """A fetcher with these hosts allowed."""
    settings = Settings(home=Path("/nowhere"), fetch_allow=allow)
    fetcher = Fetcher(settings, names or Names(peer_test=[["127.0.0.1"]]))
    try:
        yield fetcher
    finally:
        await fetcher.close()


@pytest.mark.parametrize("url", REFUSED)
async def test_an_address_that_leads_inside_is_refused_before_anybody_is_asked(url: str) -> None:
    names = Names(example_com=[[PUBLIC]])
    async with fetching(names=names) as fetcher:
        with pytest.raises(FetchRefusedError) as caught:
            fetcher.check(url)
        assert "YUTANG_FETCH_ALLOW" in caught.value.detail
        with pytest.raises(FetchRefusedError):
            await fetcher.fetch(url)
    assert names.asked == []


def test_public_addresses_are_public() -> None:
    assert is_public(PUBLIC)
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
    assert not is_public("example.com")


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.0.0.1", "::1"], ["fe80::1%1"], ["64:ff9b::a00:1"], ["0.0.0.1"]],
)
async def test_a_name_that_leads_inside_is_refused(addresses: list[str]) -> None:
    async with fetching(names=Names(inside_test=[addresses])) as fetcher:
        fetcher.check("http://inside.test/")
        with pytest.raises(FetchRefusedError, match=r"inside\.test leads into a network"):
            await fetcher.fetch("http://inside.test/")


async def test_a_name_is_looked_up_once_and_reached_where_it_was_looked_at() -> None:
    names = Names(moving_test=[["127.0.0.1", PUBLIC], ["127.0.0.1"]])
    async with fetching(names=names) as fetcher:
        # The tests' own guard tells where the connection would have gone.
        with pytest.raises((SocketConnectBlockedError, UserWarning), match=PUBLIC):
            await fetcher.fetch("http://moving.test/")
        assert names.asked == ["moving.test"]
        with pytest.raises(FetchRefusedError):
            await fetcher.fetch("http://moving.test/")


async def test_an_allowed_host_is_reached_with_its_own_name_and_nothing_of_ours() -> None:
    heard: list[bytes] = []
    pond = "鱼塘".encode()
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(serving(told("Set-Cookie: a=1", body=pond), heard))
        fetcher = await stack.enter_async_context(fetching(f"peer.test:{port}"))
        answers = [await fetcher.fetch(f"http://Peer.test:{port}/a?b=%2F") for _ in range(2)]
        with pytest.raises(FetchRefusedError, match="its port"):
            await fetcher.fetch(f"http://peer.test:{port + 1}/")
        with pytest.raises(FetchRefusedError):
            await fetcher.fetch(f"http://127.0.0.1:{port}/")
    assert (answers[0].status, answers[0].content.decode()) == (200, "鱼塘")
    first, second = (head.decode().lower() for head in heard)
    assert first.startswith("get /a?b=%2f http/1.1\r\n")
    assert f"host: peer.test:{port}\r\n" in first
    assert "accept-encoding: identity" in first
    assert "cookie" not in second


async def test_every_redirect_is_looked_at_and_headers_stay_with_their_host() -> None:
    heard: list[bytes] = []
    target = ""

    async def answer(path: str) -> AsyncIterator[bytes]:
        hops = int(path.removeprefix("/"))
        location = f"/{hops - 1}" if hops > 1 else target
        status = b"302 Found" if hops else b"200 OK"
        yield b"HTTP/1.1 %s\r\nConnection: close\r\n" % status
        yield f"Location: {location}\r\n\r\n".encode() if hops else b"\r\nwell"

    names = Names(peer_test=[["127.0.0.1"]], other_test=[["127.0.0.1"]], inside_test=[["10.0.0.1"]])
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(serving(answer, heard))
        allowed = f"peer.test:{port},other.test:{port}"
        fetcher = await stack.enter_async_context(fetching(allowed, names))
        base = f"http://peer.test:{port}"
        target = f"http://other.test:{port}/0"
        headers = {"Authorization": "Bearer x"}
        answered = await fetcher.fetch(f"{base}/{REDIRECTS}", headers=headers)
        assert (answered.content, answered.url) == (b"well", target)
        kept = [b"Authorization" in head for head in heard]
        assert kept == [True] * REDIRECTS + [False]
        with pytest.raises(FetchFailedError, match="redirects more than 5 times"):
            await fetcher.fetch(f"{base}/{REDIRECTS + 1}")
        for inside in (
            "http://127.0.0.1/",
            "http://169.254.169.254/latest/meta-data/",
            "//[::1]/",
            "http://inside.test/",
            f"http://2130706433:{port}/",
            "file:///etc/passwd",
            "http://a\\@b/",
            "http://user@other.test/",
        ):
            target = inside
            with pytest.raises(FetchRefusedError):
                await fetcher.fetch(f"{base}/1")
        # What is sent is sent once.
        assert (await fetcher.fetch(f"{base}/1", method="POST", content=b"x")).status == 302


BOMB = gzip.compress(b"\0" * (64 << 20))


@pytest.mark.parametrize(
    "answer",
    [
        told("Content-Length: 1000001", body=b"x" * 100),
        told(body=b"x" * 1_000_001),
        told("Content-Encoding: gzip", body=BOMB),
        told("Content-Encoding: gzip", body=gzip.compress(b"x" * 1_000_001)),
    ],
)
async def test_too_much_is_left_where_it_is(answer: Answer) -> None:
    async with serving(answer) as port, fetching(f"peer.test:{port}") as fetcher:
        with pytest.raises(FetchFailedError, match=r"larger than 1\.0 MB"):
            await fetcher.fetch(f"http://peer.test:{port}/", limit_bytes=1_000_000)


async def test_what_is_packed_is_unpacked_and_no_more_is_held_than_is_asked_for() -> None:
    assert len(BOMB) < 100_000
    packed = told("Content-Encoding: gzip", body=BOMB)
    async with serving(packed) as port, fetching(f"peer.test:{port}") as fetcher:
        seen = []
        url = f"http://peer.test:{port}/"
        with pytest.raises(FetchFailedError, match="larger"):
            async with fetcher.stream(url, limit_bytes=3_000_000) as answer:
                seen = [len(piece) async for piece in answer.pieces()]
        assert seen == []
        whole = await fetcher.fetch(url, limit_bytes=64 << 20)
        assert len(whole.content) == 64 << 20
        async with fetcher.stream(url, limit_bytes=64 << 20) as answer:
            assert max([len(piece) async for piece in answer.pieces()]) <= 1 << 18


async def test_what_answers_by_drops_not_at_all_or_brokenly_is_ended() -> None:
    async def drops(_: str) -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        while True:
            yield b"x"
            await asyncio.sleep(0.05)

    async with serving(drops) as port, fetching(f"peer.test:{port}") as fetcher:
        with pytest.raises(FetchFailedError, match=r"no whole answer within 0\.5 seconds"):
            await fetcher.fetch(f"http://peer.test:{port}/", seconds=0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        async with fetching(f"peer.test:{port}") as fetcher:
            with pytest.raises(FetchFailedError, match="no whole answer"):
                await fetcher.fetch(f"http://peer.test:{port}/", seconds=0.5)
    async with fetching(f"peer.test:{port}") as fetcher:
        with pytest.raises(FetchFailedError, match="nobody answers"):
            await fetcher.fetch(f"http://peer.test:{port}/")
    for answer, why in (
        (told("Content-Length: 9", body=b"cut"), "broke off"),
        (told("Content-Encoding: gzip", body=b"not packed"), "broke off"),
        (told("Content-Encoding: br", body=b"x"), "packed as br"),
    ):
        async with serving(answer) as port, fetching(f"peer.test:{port}") as fetcher:
            with pytest.raises(FetchFailedError, match=why):
                await fetcher.fetch(f"http://peer.test:{port}/")


async def test_wecom_itself_is_allowed_and_bad_entries_are_named() -> None:
    async with serving(told(body=b"well")) as port:
        settings = Settings(home=Path("/nowhere"), wecom_base_url=f"http://127.0.0.1:{port}")
        fetcher = Fetcher(settings)
        assert (await fetcher.fetch(f"http://127.0.0.1:{port}/x")).content == b"well"
        await fetcher.close()
    assert Settings(fetch_allow=" a.b , [::1]:80 ").fetch_hosts == ("a.b", "[::1]:80")
    for bad in ("http://a.b", "a b", "a.b:x", "*"):
        with pytest.raises(ValidationError, match="is no host, nor host:port"):
            Settings(fetch_allow=bad)
