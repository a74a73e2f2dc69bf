"""How calls are made: with a token, sent again where that helps and does no harm."""

import asyncio
import random
import time
import uuid
from collections.abc import Mapping

import httpx
from typing_extensions import override

from .errors import ProblemError
from .generated.client import AuthenticatedClient

AGAIN = frozenset({429, 503})
UNDER_WAY = 409
MOST_WAIT_SECONDS = 60.0
SAFE = frozenset({"GET", "HEAD"})
KEY = "Idempotency-Key"


class Retrying(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Sends a call through `inner` up to `tries` times.

    Answers 429 and 503 are asked for again after `Retry-After`, and so is a repetition whose first
    call is under way; a lost connection at once, then later and later. A change is given an
    `Idempotency-Key` first, so that it happens once however often it is sent; uploads are not sent
    again.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport | None = None,
        inner_async: httpx.AsyncBaseTransport | None = None,
        tries: int = 5,
    ) -> None:
        self._inner = inner or httpx.HTTPTransport()
        self._inner_async = inner_async or httpx.AsyncHTTPTransport()
        self._tries = tries

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send it; raises ProblemError for what is refused in the end."""
        tries = self._prepare(request)
        for number in range(1, tries + 1):
            try:
                answer = self._inner.handle_request(request)
            except httpx.TransportError:
                if number == tries:
                    raise
                time.sleep(_pause(number))
                continue
            if answer.status_code < httpx.codes.BAD_REQUEST:
                return answer
            body = answer.read()
            answer.close()
            wait = _wait(answer)
            if wait is None or number == tries:
                raise ProblemError(answer.status_code, body)
            time.sleep(wait)
        raise AssertionError

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The same for who does not wait."""
        tries = self._prepare(request)
        for number in range(1, tries + 1):
            try:
                answer = await self._inner_async.handle_async_request(request)
            except httpx.TransportError:
                if number == tries:
                    raise
                await asyncio.sleep(_pause(number))
                continue
            if answer.status_code < httpx.codes.BAD_REQUEST:
                return answer
            body = await answer.aread()
            await answer.aclose()
            wait = _wait(answer)
            if wait is None or number == tries:
                raise ProblemError(answer.status_code, body)
            await asyncio.sleep(wait)
        raise AssertionError

    @override
    def close(self) -> None:
        """Give the connections back."""
        self._inner.close()

    @override
    async def aclose(self) -> None:
        """Give the connections back."""
        await self._inner_async.aclose()

    def _prepare(self, request: httpx.Request) -> int:
        """How often it may be sent; a change gets its key."""
        if request.method in SAFE:
            return self._tries
        kind = request.headers.get("Content-Type", "application/json")
        if not kind.startswith("application/json"):
            return 1
        request.headers.setdefault(KEY, str(uuid.uuid4()))
        return self._tries


def _wait(answer: httpx.Response) -> float | None:
    """Seconds until it is worth asking again; None where it is not."""
    told = answer.headers.get("Retry-After", "")
    if answer.status_code == UNDER_WAY:
        return min(float(told), MOST_WAIT_SECONDS) if told.isdigit() else None
    if answer.status_code not in AGAIN:
        return None
    return min(float(told), MOST_WAIT_SECONDS) if told.isdigit() else 1.0


def _pause(number: int) -> float:
    return min(0.2 * 2.0**number, 5.0) * random.uniform(0.5, 1.0)  # noqa: S311 - no secret


def connect(
    address: str,
    token: str,
    *,
    tries: int = 5,
    timeout_seconds: float = 30.0,
    headers: Mapping[str, str] | None = None,
) -> AuthenticatedClient:
    """A client for `generated.api`; `address` as in the browser, `token` from Settings · API.

    Every call may raise ProblemError, and httpx.TransportError where nobody answers.
    """
    return AuthenticatedClient(
        base_url=address.rstrip("/"),
        token=token,
        timeout=httpx.Timeout(timeout_seconds),
        headers=dict(headers or {}),
        raise_on_unexpected_status=True,
        httpx_args={"transport": Retrying(tries=tries)},
    )
