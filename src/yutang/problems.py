"""Refusals and failures as `application/problem+json`: one shape for all that is not well."""

import secrets
from collections.abc import Mapping

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from psycopg.errors import NumericValueOutOfRange, UntranslatableCharacter
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError
from starlette.exceptions import HTTPException

from yutang.kernel.db import ran_out_of_time
from yutang.kernel.errors import DomainError
from yutang.kernel.languages import choose_language

log = structlog.get_logger(__name__)

MEDIA_TYPE = "application/problem+json"
PAGE = "page"
"""The name of the route that takes every address no other route has."""

GENERAL: Mapping[str, tuple[int, str]] = {
    "request.invalid": (422, "A field is missing or has the wrong shape; `errors` lists them."),
    "http.400": (400, "The body cannot be read."),
    "http.404": (404, "There is nothing at this address."),
    "http.405": (405, "The address does not take this method; `Allow` names those it takes."),
    "http.413": (413, "The body is larger than the call takes."),
    "http.415": (415, "The call takes JSON: send `Content-Type: application/json`."),
    "busy": (503, "The database could not answer in time; nothing was changed, try again shortly."),
    "internal": (500, "Something broke inside; `error_id` is also in the log."),
    "not_ready": (503, "The database is not reachable or not migrated."),
}
"""Codes that no single part of the product owns, with status and meaning."""


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str
    message: str


class Problem(BaseModel):
    """Why a call was refused or failed; `type` is stable and made for programs."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = None
    """Of `request.invalid`, and of `conditions.bad` the place in the tree."""
    error_id: str | None = None
    """Of `internal` only: the number to tell to who reads the log."""


def problem(status: int, code: str, title: str, detail: str, **more: object) -> JSONResponse:
    """An answer in that shape."""
    return JSONResponse(
        {"type": code, "title": title, "status": status, "detail": detail, **more},
        status,
        media_type=MEDIA_TYPE,
    )


def answer_problems(app: FastAPI) -> None:
    """From here on `app` answers whatever goes wrong in this shape."""
    app.add_exception_handler(DomainError, _domain_error)
    app.add_exception_handler(RequestValidationError, _invalid_request)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(DBAPIError, _database_error)
    app.add_exception_handler(Exception, _unexpected)


async def _domain_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, DomainError):
        raise error
    language = choose_language(request.headers.get("Accept-Language", ""), "en")
    more: dict[str, object] = {}
    if (place := error.place(language)) is not None:
        more["errors"] = [{"field": place[0], "message": place[1]}]
    title, detail = type(error).__name__, error.say(language)
    answer = problem(error.status, error.code, title, detail, **more)
    answer.headers.update(error.headers)
    return answer


async def _invalid_request(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    # The input itself is left out: it may hold a password.
    errors = [
        {"field": ".".join(str(part) for part in e["loc"]), "message": e["msg"]}
        for e in error.errors()
    ]
    first = errors[0]
    kind = request.headers.get("Content-Type", "")
    if first["field"] == "body" and "json" not in kind and await request.body():
        return problem(415, "http.415", "HttpError", "send JSON: Content-Type: application/json")
    detail = f"{first['field']}: {first['message']}"
    return problem(422, "request.invalid", "InvalidRequest", detail, errors=errors)


async def _http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status, detail = error.status_code, str(error.detail)
    endpoint = request.scope.get("endpoint")
    if status == 405 and getattr(endpoint, "__name__", "") == PAGE:  # noqa: PLR2004 - HTTP's own
        # Only the route of last resort knows the address, and it takes GET alone.
        return problem(404, "http.404", "HttpError", "there is nothing at this address")
    answer = problem(status, f"http.{status}", "HttpError", detail)
    answer.headers.update(error.headers or {})
    return answer


async def _database_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, DBAPIError):
        raise error
    if ran_out_of_time(error):
        log.warning("request.ran_out_of_time", path=request.url.path)
        detail = (
            "the database is too busy to answer in time; nothing was changed, try again shortly"
        )
        answer = problem(503, "busy", "BusyError", detail)
        answer.headers["Retry-After"] = "5"
        return answer
    if isinstance(error.orig, NumericValueOutOfRange):
        detail = "a number is larger than any that exists here"
        return problem(422, "request.invalid", "InvalidRequest", detail)
    # In a JSON column it is an escape that stands for no character.
    if "cannot contain NUL" in str(error.orig) or isinstance(error.orig, UntranslatableCharacter):
        detail = "a text holds the character U+0000, which no text may"
        return problem(422, "request.invalid", "InvalidRequest", detail)
    raise error


async def _unexpected(request: Request, error: Exception) -> Response:
    """An id the person can name and the log holds; never what went wrong inside."""
    error_id = secrets.token_hex(6)
    log.error("request.failed", error_id=error_id, path=request.url.path, exc_info=error)
    detail = f"something broke here; tell your IT this number: {error_id}"
    return problem(500, "internal", "InternalError", detail, error_id=error_id)
