"""The one way to WeCom: tokens, limits on parallel calls, repetition, errors, all for one app."""

import asyncio
import json
import logging
import random
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeVar, cast

import httpx2
from pydantic import ValidationError

from yutang.wecom.admission import Admission, OpenDoor, Urgency
from yutang.wecom.answers import Answer, TokenAnswer
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    CredentialsError,
    FrequencyError,
    RefusedError,
    TokenError,
    UnexpectedStatusError,
    UnknownOutcomeError,
    UnreachableError,
    UnreadableAnswerError,
    WeComError,
    refusal,
)
from yutang.wecom.tokens import Credentials, TokenStore
from yutang.wecom.wire import NOT_SENT, bounded, failure, file_name, parsed, redacted

_log: Final = logging.getLogger(__name__)

A = TypeVar("A", bound=Answer)
T = TypeVar("T")

_TRIES: Final = 3
_PASSING: Final = (BusyError, ConcurrencyError)
_HINT: Final = re.compile(r"hint: \[([^\]]*)\]")
_TOTAL: Final = re.compile(r"bytes \d+-\d+/(\d+)")


class Repeat(Enum):
    """Whether a call may be made again without harm."""

    READ = "read"
    WRITE = "write"
    """The second time has the same effect, so a lost answer is asked for again."""
    CALLER = "caller"
    """As WRITE, but after a lost answer by the caller, who must know that it was lost."""
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Download:
    """A file that WeCom sent, or a part of one; ``total_bytes`` is told with a part only."""

    data: bytes
    media_type: str
    file_name: str | None
    total_bytes: int | None = None


@dataclass(slots=True)
class _Call:
    path: str
    query: Mapping[str, str | int]
    repeat: Repeat
    content: bytes | None = None
    files: Mapping[str, tuple[str, bytes, str]] | None = None
    limit_bytes: int | None = None
    span: tuple[int, int] | None = None
    needs_token: bool = True
    gone: tuple[type[RefusedError], ...] = ()
    is_sent: bool = False
    was_lost: bool = False


class Transport:
    """Calls WeCom for one app, with one urgency.

    ``admission`` is asked before every request, repeats and token fetches included. ``reads``
    and ``writes`` bound the calls in flight for each path, which is what WeCom counts (45033);
    ``gates`` sets other bounds for some paths. ``backoff_seconds`` is the wait before the second
    try, doubled before the third.
    """

    def __init__(  # noqa: PLR0913 - one argument for each limit that WeCom's answers may change
        self,
        base_url: str,
        http: httpx2.AsyncClient,
        tokens: TokenStore,
        credentials: Credentials,
        *,
        reads: int = 8,
        writes: int = 4,
        gates: Mapping[str, int] | None = None,
        connect_seconds: float = 5.0,
        answer_seconds: float = 10.0,
        backoff_seconds: float = 1.0,
        admission: Admission | None = None,
        urgency: Urgency = Urgency.INTERACTIVE,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.credentials = credentials
        self.http = http
        self.urgency = urgency
        self._tokens = tokens
        self._admission = admission or OpenDoor()
        self._bounds = dict.fromkeys(Repeat, writes) | {Repeat.READ: reads}
        self._bound_of = dict(gates or {})
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._timeout = httpx2.Timeout(answer_seconds, connect=connect_seconds)
        self._backoff_seconds = backoff_seconds
        self._fetching = asyncio.Lock()

    async def get(
        self,
        path: str,
        answer: type[A],
        *,
        gone: tuple[type[RefusedError], ...] = (),
        **query: str | int,
    ) -> A:
        """Call by GET; ``path`` is WeCom's, from ``/cgi-bin`` on; ``gone`` as for ``post``."""
        return await self._typed(_Call(path, query, Repeat.READ, gone=gone), answer)

    async def post(
        self,
        path: str,
        answer: type[A],
        body: Mapping[str, Any],
        *,
        repeat: Repeat,
        seconds: float | None = None,
        query: Mapping[str, str | int] | None = None,
        needs_token: bool = True,
        gone: tuple[type[RefusedError], ...] = (),
    ) -> A:
        """Post JSON; with ``seconds`` the whole call, waits included, ends by then.

        Without a token go the calls that carry a key of their own, such as a group robot's.
        ``gone`` are the refusals that a repeated deletion gets when the lost one did it.
        """
        # Some fields refuse escaped characters (40033), so the JSON is literal UTF-8.
        content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        call = _Call(path, query or {}, repeat, content, needs_token=needs_token, gone=gone)
        if seconds is None:
            return await self._typed(call, answer)
        try:
            async with asyncio.timeout(seconds):
                return await self._typed(call, answer)
        except TimeoutError:
            error = UnknownOutcomeError if call.is_sent else UnreachableError
            raise error(path, f"no answer within {seconds:g} s") from None

    async def upload(
        self,
        path: str,
        answer: type[A],
        query: Mapping[str, str],
        file: tuple[str, bytes, str],
        *,
        needs_token: bool = True,
    ) -> A:
        """Post one file as the part ``media``: (name, content, media type)."""
        files = {"media": file}
        call = _Call(path, query, Repeat.WRITE, files=files, needs_token=needs_token)
        return await self._typed(call, answer)

    async def download(
        self, path: str, limit_bytes: int, *, span: tuple[int, int] | None = None, **query: str
    ) -> Download:
        """Fetch a file, or the bytes of ``span``, its last one included.

        WeCom answers JSON instead when it refuses.
        """
        call = _Call(path, query, Repeat.READ, limit_bytes=limit_bytes, span=span)

        def read(response: httpx2.Response, content: bytes) -> Download:
            media_type = response.headers.get("content-type", "").partition(";")[0].strip()
            disposition = response.headers.get("content-disposition")
            if media_type == "application/json" and disposition is None:
                self._checked(path, content)
            total = _TOTAL.fullmatch(response.headers.get("content-range", ""))
            total_bytes = int(total[1]) if total else None
            return Download(content, media_type, file_name(disposition), total_bytes)

        return await self._patiently(call, read)

    async def _typed(self, call: _Call, answer: type[A]) -> A:
        def read(_response: httpx2.Response, content: bytes) -> A:
            return self._answer(call.path, content, answer)

        try:
            return await self._patiently(call, read)
        except call.gone:
            if not call.was_lost:
                raise
            return answer()

    async def _patiently(self, call: _Call, read: Callable[[httpx2.Response, bytes], T]) -> T:
        bound = self._bound_of.get(call.path, self._bounds[call.repeat])
        gate = self._gates.setdefault(call.path, asyncio.Semaphore(bound))

        async def attempt() -> T:
            async with gate:
                return await self._with_token(call, read)

        tries = 1 if call.repeat is Repeat.NEVER else _TRIES
        again = call.repeat in {Repeat.READ, Repeat.WRITE}

        def passes(error: WeComError) -> bool:
            lost = again and call.was_lost and isinstance(error, UnknownOutcomeError)
            return lost or isinstance(error, _PASSING)

        return await self._repeated(attempt, tries, passes)

    async def _repeated(
        self,
        attempt: Callable[[], Awaitable[T]],
        tries: int,
        passes: Callable[[WeComError], bool],
    ) -> T:
        wait = self._backoff_seconds
        for _ in range(tries - 1):
            try:
                return await attempt()
            except FrequencyError as error:
                if not await self._admission.refused(error.path, error.errcode):
                    raise
                # The next try waits at the door for the window's end, or is told of it.
            except WeComError as error:
                if not passes(error):
                    raise
                if isinstance(error, ConcurrencyError):
                    await self._admission.refused(error.path, error.errcode)
                jitter = random.uniform(1.0, 1.5)  # noqa: S311 - spreads retries, guards nothing
                await asyncio.sleep(wait * jitter)
                wait *= 2
        try:
            return await attempt()
        except (FrequencyError, ConcurrencyError) as error:
            await self._admission.refused(error.path, error.errcode)
            raise

    async def _with_token(self, call: _Call, read: Callable[[httpx2.Response, bytes], T]) -> T:
        if not call.needs_token:
            return read(*await self._send(call, None))
        token = await self._token_for(call)
        try:
            return read(*await self._send(call, token))
        except TokenError as error:
            if error.errcode not in TokenError.codes:
                raise
        await self._tokens.drop(self.credentials, token)
        return read(*await self._send(call, await self._token_for(call)))

    async def _token_for(self, call: _Call) -> str:
        try:
            return await self._token()
        except UnknownOutcomeError as error:
            # The token's fetch was lost, not the call: that one was never sent.
            raise UnreachableError(call.path, f"no token: {error}") from None

    async def _token(self) -> str:
        found = await self._tokens.get(self.credentials)
        if found is None:
            async with self._fetching, self._tokens.refreshing(self.credentials):
                # Whoever held the right before may have fetched it.
                return await self._tokens.get(self.credentials) or await self._renew()
        if not self._fetching.locked() and await self._tokens.is_due(self.credentials):
            async with self._fetching:
                found = await self._renew_early() or found
        return found

    async def _renew(self) -> str:
        answer = await self._repeated(self._fetch_token, _TRIES, _is_passing)
        await self._tokens.put(self.credentials, answer.access_token, answer.expires_in)
        return answer.access_token

    async def _renew_early(self) -> str | None:
        """Fetch before the old token ends; whoever is not the one keeps using the old one."""
        async with self._tokens.trying_to_refresh(self.credentials) as is_ours:
            if not is_ours or not await self._tokens.is_due(self.credentials):
                return await self._tokens.get(self.credentials)
            try:
                return await self._renew()
            except WeComError as error:
                # The old token works for minutes yet: this call must not fail for it.
                _log.warning("a token could not be renewed early: %s", error)
                return None

    async def _fetch_token(self) -> TokenAnswer:
        path = "/cgi-bin/gettoken"
        who = {"corpid": self.credentials.corpid, "corpsecret": self.credentials.secret}
        response, content = await self._send(_Call(path, who, Repeat.READ), None)
        try:
            answer = self._answer(path, content, TokenAnswer)
        except TokenError as error:
            raise CredentialsError(error.errcode, error.errmsg, path, error.hint) from None
        if not answer.access_token:
            raise UnreadableAnswerError(path, f"HTTP {response.status_code} without a token")
        return answer

    async def _send(self, call: _Call, token: str | None) -> tuple[httpx2.Response, bytes]:
        query = {**call.query} if token is None else {"access_token": token, **call.query}
        is_read = call.content is None and call.files is None
        request = self.http.build_request(
            "GET" if is_read else "POST",
            self.base_url + call.path,
            params=query,
            content=call.content,
            files=call.files,
            headers=_headers(call),
            timeout=self._timeout,
        )
        async with self._admission.admit(call.path, self.urgency) as seconds:
            response, content = await self._exchange(call, request, seconds)
        if response.status_code >= httpx2.codes.INTERNAL_SERVER_ERROR:
            call.was_lost = True
            raise UnreadableAnswerError(call.path, f"HTTP {response.status_code}")
        if response.status_code >= httpx2.codes.MULTIPLE_CHOICES:
            raise UnexpectedStatusError(call.path, response.status_code)
        return response, content

    async def _exchange(
        self, call: _Call, request: httpx2.Request, seconds: float | None
    ) -> tuple[httpx2.Response, bytes]:
        call.is_sent = True
        try:
            async with asyncio.timeout(seconds):
                response = await self.http.send(request, stream=True, follow_redirects=False)
                try:
                    content = await bounded(response, call.limit_bytes)
                finally:
                    await response.aclose()
        except TimeoutError:
            call.was_lost = True
            raise UnknownOutcomeError(call.path, f"no answer within {seconds:g} s") from None
        except httpx2.HTTPError as error:
            call.was_lost |= not isinstance(error, NOT_SENT)
            # The cause holds the request and so the token: it must not reach a traceback.
            raise failure(call.path, error) from None
        call.is_sent = False
        return response, content

    def _answer(self, path: str, content: bytes, answer: type[A]) -> A:
        payload = self._checked(path, content)
        try:
            return answer.model_validate(payload)
        except ValidationError as error:
            places = ", ".join(".".join(map(str, at["loc"])) for at in error.errors()[:3])
            # The validator's own message quotes the values, which are people's data.
            raise UnreadableAnswerError(path, f"wrong shape at {places}") from None

    def _checked(self, path: str, content: bytes) -> dict[str, Any]:
        try:
            payload = parsed(content)
            errcode = int(payload.get("errcode") or 0)
        except (ValueError, AttributeError, TypeError):
            raise UnreadableAnswerError(path, "not WeCom's JSON") from None
        if errcode:
            errmsg = str(payload.get("errmsg", ""))
            hint = _HINT.search(errmsg)
            text = redacted(errmsg.partition(", hint:")[0], self.credentials.secret)
            raise refusal(errcode, text, path, hint[1] if hint else None)
        return cast("dict[str, Any]", payload)


def _is_passing(error: WeComError) -> bool:
    return type(error) is UnknownOutcomeError or isinstance(error, _PASSING)


def _headers(call: _Call) -> dict[str, str]:
    headers = {"Content-Type": "application/json; charset=utf-8"} if call.content else {}
    if call.span is not None:
        headers["Range"] = f"bytes={call.span[0]}-{call.span[1]}"
    return headers
