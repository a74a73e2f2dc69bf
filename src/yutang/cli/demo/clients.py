"""The two doors a driver may use: Yutang's HTTP API and the emulator's control API."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx2

ATTEMPT_SECONDS = 10.0
PAUSE_SECONDS = 0.2
SERVER_ERROR = 500


class DriverError(Exception):
    """The run cannot go on; the message says what to do."""


class SignInRefusedError(DriverError):
    """Login or password is wrong."""


class RefusedError(DriverError):
    """A door answered with a failure."""

    def __init__(self, method: str, path: str, status: int, body: str) -> None:
        super().__init__(f"{method} {path} answered {status}: {body[:300]}")
        self.status = status


class _Door:
    """One server. A call that a restart may have cut off is repeated when that does no harm."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.http = httpx2.AsyncClient(
            base_url=base_url,
            timeout=ATTEMPT_SECONDS,
            limits=httpx2.Limits(max_connections=128, max_keepalive_connections=64),
            trust_env=False,
        )

    async def close(self) -> None:
        """Give the connections back."""
        await self.http.aclose()

    async def call(self, method: str, path: str, **options: Any) -> Any:
        """The answer's JSON; raises RefusedError, or DriverError when nobody answers."""
        try:
            answer = await self.http.request(method, path, **options)
        except httpx2.TransportError as error:
            message = f"{method} {self.base_url}{path}: {type(error).__name__}: {error}"
            raise DriverError(message) from error
        if answer.is_error:
            raise RefusedError(method, path, answer.status_code, answer.text)
        return answer.json() if answer.content else None

    async def read(self, path: str, patience: float = 60.0, **options: Any) -> Any:
        """GET, repeated for `patience` seconds while the server is away or answers 5xx."""
        loop = asyncio.get_running_loop()
        until = loop.time() + patience
        while True:
            try:
                return await self.call("GET", path, **options)
            except RefusedError as error:
                if error.status < SERVER_ERROR or loop.time() > until:
                    raise
            except DriverError:
                if loop.time() > until:
                    raise
            await asyncio.sleep(PAUSE_SECONDS)


class YutangDoor(_Door):
    """Yutang as a browser uses it."""

    async def sign_in(self, login: str, password: str) -> None:
        """Open a session; raises SignInRefusedError."""
        body = {"login": login, "password": password}
        try:
            session = await self.call("POST", "/api/session", json=body)
        except RefusedError as error:
            if error.status in {401, 403, 422, 429}:
                raise SignInRefusedError(str(error)) from error
            raise
        self.http.headers["X-CSRF-Token"] = session["csrf_token"]

    async def pages(self, path: str, limit: int = 100, **query: Any) -> AsyncIterator[Any]:
        """Every item of a paged list."""
        after: Any = None
        while True:
            asked = {**query, "limit": limit, **({} if after is None else {"after": after})}
            page = await self.read(path, params=asked)
            for item in page["items"]:
                yield item
            after = page["next"]
            if after is None:
                return


class EmulatorDoor(_Door):
    """The emulator's control API for one corp, and WeCom's own API as the corp's app."""

    def __init__(self, base_url: str, corpid: str) -> None:
        super().__init__(base_url)
        self.corpid = corpid

    async def control(self, method: str, path: str, **options: Any) -> Any:
        """A call about the corp; `path` without a leading slash."""
        return await self.call(method, f"/emulator/corps/{self.corpid}/{path}", **options)

    async def wecom(self, path: str, token: str, body: dict[str, Any]) -> Any:
        """One POST of WeCom's API; raises DriverError when errcode is not 0."""
        answer = await self.call(
            "POST", f"/cgi-bin/{path}", params={"access_token": token}, json=body
        )
        return _accepted(path, answer)

    async def token(self, secret: str) -> str:
        """The access token of the corp's app."""
        answer = await self.call(
            "GET", "/cgi-bin/gettoken", params={"corpid": self.corpid, "corpsecret": secret}
        )
        return str(_accepted("gettoken", answer)["access_token"])


def _accepted(path: str, answer: Any) -> Any:
    if answer["errcode"] != 0:
        message = f"the emulator refused {path}: {answer['errcode']} {answer.get('errmsg')}"
        raise DriverError(message)
    return answer
