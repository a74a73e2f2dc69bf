"""The engine's HTTP door, on a socket that only this machine reaches. It is no door for people."""

import hmac
from typing import Final

import structlog
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from yutang.kernel.errors import DomainError

from .asking import answer, token_of
from .engine import Engine
from .errors import AudienceAwayError
from .standing import standing

log = structlog.get_logger(__name__)

MOST_BYTES: Final = 16 << 20
"""Of a question."""


class _Key:
    """The token, where no traceback shows it."""

    def __init__(self, token: str) -> None:
        self._told = f"Bearer {token}".encode()

    def opens(self, request: Request) -> bool:
        """Whether the request has it."""
        given = request.headers.get("authorization", "").encode()
        return hmac.compare_digest(given, self._told)


def build_door(engine: Engine) -> Starlette:
    """Answers `POST /ask` to whoever has the token; `GET /healthz` and `/metrics` to anybody."""
    key = _Key(token_of(engine.runtime))

    async def ask(request: Request) -> Response:
        if not key.opens(request):
            return _problem("audience.token", 401, "the token is not this installation's")
        if int(request.headers.get("content-length", "0")) > MOST_BYTES:
            return _problem("audience.too_large", 413, "the question is larger than 16 MB")
        try:
            told = await request.json()
            corp_id, question = int(told["corp_id"]), str(told["question"])
            body = {**told["body"]}
        except (ValueError, KeyError, TypeError):
            return _problem("audience.unreadable", 400, "give corp_id, question and body as JSON")
        try:
            return JSONResponse(await answer(engine, corp_id, question, body))
        except DomainError as error:
            return _problem(error.code, error.status, error.detail)
        except Exception as error:
            # Whatever it is, the next question must find the door open.
            log.exception("audience.failed", question=question, corp_id=corp_id)
            if engine.store.torn:
                # The next start reads all of it anew.
                away = AudienceAwayError("its files are damaged")
                return _problem(away.code, away.status, away.detail)
            return _problem("audience.failed", 500, type(error).__name__)

    async def health(_: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def metrics(_: Request) -> Response:
        try:
            await standing(engine)
        except (SQLAlchemyError, OSError) as error:
            log.warning("audience.unmeasured", error=type(error).__name__)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return Starlette(
        routes=[
            Route("/ask", ask, methods=["POST"]),
            Route("/healthz", health),
            Route("/metrics", metrics),
        ]
    )


def _problem(code: str, status: int, detail: str) -> Response:
    return JSONResponse({"code": code, "status": status, "detail": detail}, status)
