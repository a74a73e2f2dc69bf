"""Every exchange of a test with the control API, held against its OpenAPI."""

import functools
import re
from typing import Any

import httpx2
import jsonschema_rs
import orjson

from tests.described import Described
from wecom_emulator.control import ROUTES
from wecom_emulator.control.describing import describe

OK = 200


@functools.cache
def description() -> dict[str, Any]:
    """The OpenAPI of the control API."""
    return describe(ROUTES)


def closed(schema: Any) -> Any:
    """A schema that takes no property it does not name: what is told is what is described."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(each) for key, each in schema.items()}
    if isinstance(found.get("properties"), dict) and schema.get("type") == "object":
        found.setdefault("additionalProperties", False)
    return found


@functools.cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    paths = sorted(description()["paths"], key=lambda path: (path.count("{"), path))
    return [(re.compile(re.sub(r"{\w+}", "[^/]+", path) + "$"), path) for path in paths]


@functools.cache
def _validator(path: str, method: str, part: str) -> jsonschema_rs.Validator:
    described = _asked() if part == "body" else _answered()
    place = ("requestBody",) if part == "body" else ("responses", part)
    return described.validator(
        "paths", path, method, *place, "content", "application/json", "schema"
    )


@functools.cache
def _asked() -> Described:
    return Described(description())


@functools.cache
def _answered() -> Described:
    """In answers nothing stands that is not described."""
    return Described(closed(description()))


def find_call(method: str, path: str) -> str | None:
    """The path of the description that an address belongs to."""
    for pattern, found in _patterns():
        if pattern.match(path) and method.lower() in description()["paths"][found]:
            return found
    return None


def _mistakes(validator: jsonschema_rs.Validator, value: Any) -> list[str]:
    return [f"{each.message} at {each.instance_path}" for each in validator.iter_errors(value)]


def check(request: httpx2.Request, status: int, answer: bytes) -> None:
    """Fail where the description says another thing than what was asked and answered."""
    method, path = request.method.lower(), request.url.path
    found = find_call(method, path) if path.startswith("/emulator/") else None
    if found is None:
        return
    where = f"{request.method} {path} {status}"
    wrong = _mistakes(_validator(found, method, str(status)), orjson.loads(answer))
    assert not wrong, f"{where} answered {answer[:500]!r}: {wrong[:3]}"
    if status == OK and method == "post" and found != "/emulator/read_qr":
        wrong = _mistakes(_validator(found, method, "body"), orjson.loads(request.content or b"{}"))
        assert not wrong, f"{where} took {request.content[:500]!r}: {wrong[:3]}"


async def check_exchange(response: httpx2.Response) -> None:
    """A hook of a client."""
    if response.request.url.path.startswith("/emulator/"):
        check(response.request, response.status_code, await response.aread())
