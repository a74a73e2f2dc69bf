"""The only way in which an address that somebody gave us is fetched: no neighbour is reached by it.

A name is looked up once and connected to at one of the addresses that were looked at, so that a
second answer of its name server changes nothing. Proxies of the environment are not used: they
would look the name up themselves.
"""

import asyncio
import ipaddress
import re
import socket
import zlib
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import ClassVar

import aiohttp
import httpx2
import yarl
from aiohttp.abc import AbstractResolver, ResolveResult
from typing_extensions import override

from .errors import DomainError, InvalidError
from .runtime import Runtime
from .settings import Settings

REDIRECTS = 5
LIMIT_BYTES = 10 << 20
SECONDS = 15.0
AGENT = "Yutang"
URL_LENGTH = 4096
CONNECTIONS = 16

_PIECE_BYTES = 1 << 18
_PORTS = frozenset({80, 443})
_MOVED = frozenset({301, 302, 303, 307, 308})
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_IPV6_GLOBAL = ipaddress.ip_network("2000::/3")
_SPECIAL = tuple(
    ipaddress.ip_network(network)
    # Not every Python calls these what they are: tunnels to an IPv4 address of anybody's choice,
    # what is for documents only, and where one cloud keeps its machines' secrets.
    for network in ("2001::/23", "2002::/16", "3fff::/20", "192.88.99.0/24", "192.0.0.0/24")
)

Headers = Mapping[str, str]


class FetchRefusedError(InvalidError):
    """The address leads, or may lead, where nobody outside may send us."""

    code = "fetch.refused"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the address was not fetched: {why}. Give a public http or https address; one of your"
            " own network is fetched after IT names it in YUTANG_FETCH_ALLOW"
        )
        self.why = why


class FetchFailedError(DomainError):
    """The address is fine and what came of it is not."""

    code = "fetch.failed"
    status: ClassVar[int] = 502

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the address was fetched in vain: {why}; open it yourself, then try again"
        )
        self.why = why


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer with its whole body, unpacked. `url` is where the redirects ended."""

    url: str
    status: int
    headers: dict[str, str]
    """Names in lower case; of several of one name the last."""
    content: bytes


class Stream:
    """An answer whose body is read piece by piece."""

    def __init__(self, response: aiohttp.ClientResponse, limit_bytes: int) -> None:
        self.url = str(response.url)
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.headers.items()}
        self._response = response
        self._limit = limit_bytes

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body, unpacked. Raises FetchFailedError where it is larger than the limit."""
        length = self._response.content_length
        if length is not None and length > self._limit:
            raise _too_large(self._limit)
        unpack = _unpacker(self.headers.get("content-encoding", ""))
        packed = size = 0
        async for block in self._response.content.iter_any():
            packed += len(block)
            if packed > self._limit:
                raise _too_large(self._limit)
            for piece in _unpacked(unpack, block, self._limit - size):
                size += len(piece)
                if size > self._limit:
                    raise _too_large(self._limit)
                yield piece


class Fetcher:
    """Fetches what somebody gave us. Settings name more hosts that may be fetched."""

    def __init__(self, settings: Settings, resolver: AbstractResolver | None = None) -> None:
        self._allowed = _allowed(settings)
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None

    def check(self, url: str) -> None:
        """Refuse what is refused without asking anybody: to tell a person who types an address.

        A name's addresses are looked at when it is fetched. Raises FetchRefusedError.
        """
        self._parse(url)

    async def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Headers | None = None,
        content: bytes | None = None,
        limit_bytes: int = LIMIT_BYTES,
        seconds: float = SECONDS,
    ) -> Fetched:
        """Fetch with its whole body; see `stream`."""
        async with self.stream(
            url,
            method=method,
            headers=headers,
            content=content,
            limit_bytes=limit_bytes,
            seconds=seconds,
        ) as answer:
            body = b"".join([piece async for piece in answer.pieces()])
        return Fetched(answer.url, answer.status, answer.headers, body)

    @asynccontextmanager
    async def stream(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Headers | None = None,
        content: bytes | None = None,
        limit_bytes: int = LIMIT_BYTES,
        seconds: float = SECONDS,
    ) -> AsyncIterator[Stream]:
        """Ask for it and follow at most five redirects, each looked at like the first.

        `seconds` bounds everything, `limit_bytes` the body as it comes and unpacked. What is not
        read by GET is sent once: its redirect is the answer. `headers` go to the first host only.
        Raises FetchRefusedError, and FetchFailedError for what did not answer in time or whole.
        """
        try:
            async with asyncio.timeout(seconds) as running:
                response = await self._follow(self._parse(url), method, headers or {}, content)
                try:
                    yield Stream(response, limit_bytes)
                finally:
                    response.close()
        except TimeoutError as error:
            if not running.expired():
                raise
            message = f"no whole answer within {seconds:g} seconds"
            raise FetchFailedError(message) from error
        except (aiohttp.ClientError, zlib.error) as error:
            raise FetchFailedError(_words(error)) from error

    async def close(self) -> None:
        """Close what is open."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def _follow(
        self, url: yarl.URL, method: str, headers: Headers, content: bytes | None
    ) -> aiohttp.ClientResponse:
        first = url.origin()
        for _ in range(REDIRECTS + 1):
            response = await self._open().request(
                method,
                url,
                headers={
                    "User-Agent": AGENT,
                    "Accept-Encoding": "identity",
                    **(headers if url.origin() == first else {}),
                },
                data=content,
                allow_redirects=False,
            )
            location = response.headers.get("Location")
            if method != "GET" or response.status not in _MOVED or location is None:
                return response
            response.close()
            url = self._parse(_joined(url, location))
        message = f"it redirects more than {REDIRECTS} times"
        raise FetchFailedError(message)

    def _parse(self, given: str) -> yarl.URL:
        """The very object that is connected to: two parsers of one text may disagree."""
        text = given.strip()
        if len(text) > URL_LENGTH:
            message = f"it has more than {URL_LENGTH} characters"
            raise FetchRefusedError(message)
        if not _is_typed(text):
            message = "it holds a blank, a backslash or a character that nobody typed"
            raise FetchRefusedError(message)
        try:
            url = yarl.URL(text)
            host, port = (url.raw_host or "").lower(), url.port
        except ValueError as error:
            message = "it is no web address"
            raise FetchRefusedError(message) from error
        if url.scheme not in {"http", "https"} or not host or port is None:
            message = "it does not begin with http:// or https:// and a host"
            raise FetchRefusedError(message)
        if "@" in url.raw_authority:
            message = "it holds a user name before its host"
            raise FetchRefusedError(message)
        if (host, port) not in self._allowed:
            if port not in _PORTS:
                message = f"its port is {port}; 80 and 443 are fetched"
                raise FetchRefusedError(message)
            _check_host(host)
        return _as_given(url, text)

    def _open(self) -> aiohttp.ClientSession:
        # Made by the first request, since a session belongs to the loop that runs then.
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=CONNECTIONS,
                    ssl=httpx2.create_ssl_context(),
                    resolver=_Guard(self._resolver or aiohttp.ThreadedResolver(), self._allowed),
                    use_dns_cache=False,
                    force_close=True,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                timeout=aiohttp.ClientTimeout(total=None),
            )
        return self._session


def fetcher_of(runtime: Runtime) -> Fetcher:
    """The one of this process."""
    return runtime.once(Fetcher, lambda: Fetcher(runtime.settings))


def is_public(address: str) -> bool:
    """Whether an address, as digits, is one that anybody on the internet may be reached at."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if found.is_multicast or not found.is_global:
        return False
    if found.version == 6 and (found.scope_id or found not in _IPV6_GLOBAL):  # noqa: PLR2004 - IPv6
        return False
    return not any(found in network for network in _SPECIAL if network.version == found.version)


class _Guard(AbstractResolver):
    """Hands aiohttp only such addresses of a name as may be connected to."""

    def __init__(self, resolver: AbstractResolver, allowed: frozenset[tuple[str, int]]) -> None:
        self._resolver = resolver
        self._allowed = allowed

    @override
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if (host.lower(), port) in self._allowed:
            return found
        public = [one for one in found if is_public(one["host"])]
        if not public:
            message = f"{host} leads into a network that is not public"
            raise FetchRefusedError(message)
        return public

    @override
    async def close(self) -> None:
        await self._resolver.close()


def _check_host(host: str) -> None:
    """Refuse numbers that are no plain public address, and what no name server knows."""
    if ":" in host:
        if not is_public(host):
            message = f"[{host}] is no public address"
            raise FetchRefusedError(message)
        return
    if not _HOST.fullmatch(host.rstrip(".")):
        message = f"{host} is no name of a host"
        raise FetchRefusedError(message)
    # What ends in a number is an address, in one of a dozen spellings; one of them is plain.
    if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]) and not is_public(host):
        message = f"{host} is no public address"
        raise FetchRefusedError(message)


def _allowed(settings: Settings) -> frozenset[tuple[str, int]]:
    """Hosts and ports that are fetched whatever they lead to; WeCom's own is one of them."""
    wecom = yarl.URL(settings.wecom_base_url)
    found = {((wecom.raw_host or "").lower(), wecom.port or 443)}
    for entry in settings.fetch_hosts:
        url = yarl.URL(f"http://{entry}")
        host = (url.raw_host or "").lower()
        ports = _PORTS if url.explicit_port is None else {url.explicit_port}
        found.update((host, port) for port in ports)
    return frozenset(found)


def _as_given(url: yarl.URL, text: str) -> yarl.URL:
    """With path and query as they were written: a signature over them may depend on it."""
    if not text.isascii():
        return url
    given = yarl.URL(text, encoded=True)
    return yarl.URL.build(
        scheme=url.scheme,
        authority=url.raw_authority,
        path=given.raw_path or "/",
        query_string=given.raw_query_string,
        encoded=True,
    )


def _joined(url: yarl.URL, location: str) -> str:
    try:
        target = yarl.URL(location, encoded=location.isascii())
        # What stands in it is judged as if it had been given.
        return str(url.join(target)) if _is_typed(location) else location
    except ValueError as error:
        message = "it redirects to what is no web address"
        raise FetchRefusedError(message) from error


def _is_typed(text: str) -> bool:
    return "\\" not in text and all(c.isprintable() and not c.isspace() for c in text)


def _unpacker(encoding: str) -> "zlib._Decompress | None":
    match encoding.strip().lower():
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        case "deflate":
            return zlib.decompressobj()
        case other:
            message = f"the answer is packed as {other[:20]}, which was not asked for"
            raise FetchFailedError(message)


def _unpacked(unpack: "zlib._Decompress | None", block: bytes, room: int) -> Iterator[bytes]:
    """At most one byte more than there is room for: a few packed KB may hold gigabytes."""
    if unpack is None:
        yield block
        return
    while block and not unpack.eof:
        piece = unpack.decompress(block, min(room + 1, _PIECE_BYTES))
        block = unpack.unconsumed_tail
        room -= len(piece)
        if piece:
            yield piece


def _too_large(limit: int) -> FetchFailedError:
    return FetchFailedError(f"the answer is larger than {limit / 2**20:,.1f} MB")


def _words(error: Exception) -> str:
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "its host has no address"
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not one that is trusted"
        case aiohttp.ClientConnectorError():
            return "nobody answers at its host"
        case _:
            return f"the answer broke off ({type(error).__name__})"
