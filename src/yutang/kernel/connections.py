"""aiohttp's connections behind httpx2's face.

A call of WeCom takes half of the processor time that httpx2's own pool takes, which looks through
all its connections for each request; at a hundred adds a second that is most of what there is.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx2
import yarl
from typing_extensions import override

AT_ONCE_BYTES = 256 * 1024
"""A body of known length up to this is read whole; a larger one as it is asked for."""

_FAILURES: tuple[tuple[type[Exception], type[httpx2.RequestError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx2.ConnectTimeout),
    (TimeoutError, httpx2.ReadTimeout),
    (aiohttp.ClientProxyConnectionError, httpx2.ProxyError),
    (aiohttp.ClientHttpProxyError, httpx2.ProxyError),
    (aiohttp.ClientConnectorError, httpx2.ConnectError),
    (aiohttp.InvalidURL, httpx2.UnsupportedProtocol),
    (aiohttp.ServerDisconnectedError, httpx2.RemoteProtocolError),
    (aiohttp.ClientPayloadError, httpx2.RemoteProtocolError),
    (aiohttp.ClientResponseError, httpx2.RemoteProtocolError),
    (aiohttp.ClientError, httpx2.ReadError),
    (OSError, httpx2.ReadError),
)
"""The first that fits; what comes before `InvalidURL` never left."""
_OURS = ("User-Agent", "Accept", "Accept-Encoding", "Content-Type")
"""Headers that aiohttp would add where httpx2 sends none."""


class Connections(httpx2.AsyncBaseTransport):
    """A pool of at most `limit` connections, for one `httpx2.AsyncClient`.

    Proxies are those of the environment. Raises httpx2's errors.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        # aiohttp itself would look through the environment and ~/.netrc for every request.
        self._proxies = getproxies()
        self._direct: dict[str, bool] = {}
        self._session: aiohttp.ClientSession | None = None

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; its body is read whole before."""
        patience = request.extensions.get("timeout", {})
        with _as_httpx2(request):
            response = await self._open().request(
                request.method,
                yarl.URL(str(request.url), encoded=True),
                headers=[(key.decode("ascii"), _text(value)) for key, value in request.headers.raw],
                data=await request.aread() or None,
                allow_redirects=False,
                proxy=self._proxy(request.url),
                skip_auto_headers=_OURS,
                timeout=aiohttp.ClientTimeout(
                    total=None,
                    connect=patience.get("pool"),
                    sock_connect=patience.get("connect"),
                    sock_read=patience.get("read"),
                ),
            )
            headers = list(response.raw_headers)
            if (response.content_length or AT_ONCE_BYTES + 1) <= AT_ONCE_BYTES:
                content = await response.read()
                return httpx2.Response(response.status, headers=headers, content=content)
        return httpx2.Response(response.status, headers=headers, stream=_Body(request, response))

    @override
    async def aclose(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _proxy(self, url: httpx2.URL) -> str | None:
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        if proxy is None:
            return None
        direct = self._direct.get(url.host)
        if direct is None:
            direct = self._direct[url.host] = bool(proxy_bypass(url.host))
        return None if direct else proxy

    def _open(self) -> aiohttp.ClientSession:
        # Made by the first request, since a session belongs to the loop that runs then.
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._limit, ssl=httpx2.create_ssl_context()),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        return self._session


class _Body(httpx2.AsyncByteStream):
    """A body on its way."""

    def __init__(self, request: httpx2.Request, response: aiohttp.ClientResponse) -> None:
        self._request = request
        self._response = response

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx2(self._request):
            async for chunk in self._response.content.iter_any():
                yield chunk

    @override
    async def aclose(self) -> None:
        # One that was not read to its end takes its connection along.
        self._response.release()


@contextmanager
def _as_httpx2(request: httpx2.Request) -> Iterator[None]:
    try:
        yield
    except (aiohttp.ClientError, OSError) as error:
        kind = next(ours for theirs, ours in _FAILURES if isinstance(error, theirs))
        raise kind(str(error), request=request) from error


def _text(value: bytes) -> str:
    # As aiohttp will encode it again.
    return value.decode("utf-8", "surrogateescape")
