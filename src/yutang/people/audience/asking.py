"""The way to the process that owns the store."""

import os
from pathlib import Path
from typing import Any, Final

import httpx2

from yutang.kernel import sockets
from yutang.kernel.runtime import Runtime

from .engine import Engine
from .errors import (
    AudienceAwayError,
    AudienceTimeoutError,
    ForeignFolderError,
    UnknownQuestionError,
    told_error,
)
from .registry import handler_of

ANSWER_SECONDS: Final = 60
_SOCKET: Final = "audience.sock"
_TOKEN: Final = "audience: the door of the engine"  # noqa: S105 - what the key is asked for


class Desk:
    """Where this process finds the engine: in itself, or behind a door."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._http: httpx2.AsyncClient | None = None
        self.engine: Engine | None = None
        """Where this process owns the store."""

    async def ask(self, corp_id: int, question: str, body: dict[str, Any]) -> dict[str, Any]:
        """Raises AudienceSilentError, and what the question's handler refuses with."""
        if self.engine is not None:
            return await answer(self.engine, corp_id, question, body)
        told = {"corp_id": corp_id, "question": question, "body": body}
        try:
            self._check_folder()
            found = await self._client().post("/ask", json=told)
        except httpx2.TimeoutException as error:
            raise AudienceTimeoutError from error
        except ForeignFolderError as error:
            raise AudienceAwayError(str(error)) from error
        except (httpx2.HTTPError, OSError) as error:
            raise AudienceAwayError from error
        return read(found)

    def _check_folder(self) -> None:
        """Whoever else listens there would be told the token. Raises OSError."""
        home = self._runtime.settings.home
        folder = socket_of(home).parent
        if folder != home and not sockets.is_folder_of(folder, {os.geteuid()}):
            raise ForeignFolderError(folder)

    def _client(self) -> httpx2.AsyncClient:
        if self._http is None:
            url = self._runtime.settings.audience_url
            uds = None if url else str(socket_of(self._runtime.settings.home))
            self._http = httpx2.AsyncClient(
                base_url=url or "http://audience",
                transport=httpx2.AsyncHTTPTransport(uds=uds),
                headers={"Authorization": f"Bearer {token_of(self._runtime)}"},
                timeout=httpx2.Timeout(ANSWER_SECONDS, connect=2),
                trust_env=False,
            )
        return self._http

    async def close(self) -> None:
        """Give the connection back."""
        if self._http is not None:
            await self._http.aclose()


def read(found: httpx2.Response) -> dict[str, Any]:
    """What the door answered. Raises AudienceSilentError, and what the engine refuses with."""
    try:
        told: dict[str, Any] = found.json()
    except ValueError as error:
        status = f"status {found.status_code}"
        raise AudienceAwayError(status) from error
    if found.status_code == httpx2.codes.OK:
        return told
    if found.status_code in {httpx2.codes.UNAUTHORIZED, httpx2.codes.NOT_FOUND}:
        # Of another installation: its master key is not ours.
        raise AudienceAwayError(str(told.get("detail", "")))
    raise told_error(
        str(told.get("code", "error")), int(told.get("status", 500)), str(told.get("detail", ""))
    )


async def answer(
    engine: Engine, corp_id: int, question: str, body: dict[str, Any]
) -> dict[str, Any]:
    """In the process that owns the store. Raises whatever the question's handler does."""
    handler = handler_of(question)
    if handler is None:
        raise UnknownQuestionError(question)
    return await handler(engine, corp_id, body)


def desk(runtime: Runtime) -> Desk:
    """The one of this process."""
    return runtime.once(Desk, lambda: Desk(runtime))


def socket_of(home: Path) -> Path:
    """Where the engine of a home listens."""
    return sockets.folder_for(home, home, _SOCKET) / _SOCKET


def token_of(runtime: Runtime) -> str:
    """What opens the door: whoever holds the master key has it."""
    return runtime.vault.fingerprint(_TOKEN)
