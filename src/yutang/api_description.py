"""The API as OpenAPI tells it: what FastAPI finds in the code, and what it cannot know.

Who may call is read from each route's dependencies, refusals from them and from the docstrings,
examples are composed from the shapes (`api_examples`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from yutang.api_examples import Examples
from yutang.kernel.admitting import KEY_HEADER, SAFE
from yutang.kernel.web import Needs, get_caller, get_signed_in
from yutang.problems import MEDIA_TYPE, Problem
from yutang.staff_endpoints.members import get_member

DESCRIPTION = """The platform with which a company runs its private domain on WeCom.

Programs come with `Authorization: Bearer yt_…`, a token made at *Settings · API & webhooks*.
Lists answer `{items, next}`: give `next` as `after` to read on. What is refused or fails answers
`application/problem+json` with a stable `type`. A change sent with an `Idempotency-Key` happens
once, however often it is sent within 24 hours."""

TAGS: Mapping[str, str] = {
    "access": "Accounts, roles, scopes and their sessions.",
    "adds": "Who was added, through which channel, and how the welcome ended.",
    "audit": "Who did what, when and from where.",
    "bulk": "Acts on many customers at once: planned, confirmed, watched, taken back.",
    "callbacks": "What WeCom sent, and what could not be handled.",
    "channels": "Channel codes: who receives newcomers, with which welcome and tags.",
    "conversions": "The webhook that is told which clicks became customers.",
    "connection": "The connection with WeCom, its checks, and calls whose end is not known.",
    "customers": "Customers, what is known of them, and what may be done with each.",
    "exports": "Customers as files.",
    "fields": "Custom fields.",
    "event kinds": "Kinds of events, types of their properties, and what fits none.",
    "files": "Pictures and files for welcomes.",
    "gifts": "Gifts for adding: codes, stock, who claimed, who only takes.",
    "groupcare": "Welcomes of groups that owners choose, and replies to words.",
    "groupcodes": "Group codes: a queue of groups behind one address, pictures, who came.",
    "grouprules": "Rules of groups, what WeCom shows beside them, and the book of breaches.",
    "grouptiers": "Tiers of groups, who belongs into one, and rounds of inviting people there.",
    "groups": "Groups with customers: who is in them, and what each is for.",
    "groupwatch": "Silent groups, persons in several groups, renewal: what owners are asked for.",
    "growth": "How many were added through what, who stayed, and what it cost.",
    "handovers": "Customers and groups that go from one member to others.",
    "imports": "Customers from files: uploaded, checked, taken in.",
    "landings": "Landing pages and short links.",
    "links": "Acquisition links, their quota, and who came by which visit.",
    "log": "The event log: its months, what is kept how long, how its readers do.",
    "losses": "Who deleted whom.",
    "notices": "What the product tells people, and how they want it.",
    "old pools": "Old accounts and groups, each with a code and a tag, and how far they moved.",
    "orders": "Orders of every source: told, listed, by customer, with advice and its reason.",
    "page codes": "Codes whose page shows the one member that a rule picks.",
    "persons": "One person across all his ids: conflicts decided, people merged and told apart.",
    "privacy": "Consents, purposes, retention; what one person is handed or has erased.",
    "question sets": "Sets of questions that staff ask.",
    "quota": "Calls to WeCom: used, left, waiting.",
    "rfm": "Who is worth what: recency, frequency and money of buyers, in eight classes.",
    "room": "How many customers each member may still have.",
    "rota": "Who of a code's members takes customers when, and who is off duty.",
    "segments": "Who fulfils which conditions: counted while edited, kept, listed, explained.",
    "session": "Signing in and out.",
    "settings": "Preferences of the company.",
    "sources": "Sites, servers and webhooks that send events, their keys, and what arrives.",
    "staff": "Members and departments.",
    "staff pages": "A member's own pages: his customers, his day. Signed in by WeCom.",
    "stages": "The stages of the journey.",
    "stores": "Stores and who works in them.",
    "sync": "Readings of WeCom and what they found to differ.",
    "tag rules": "Rules that tag people by themselves, their runs and what these changed.",
    "tags": "Tags and their groups.",
    "targets": "Whom members, departments and stores are to add, and how far they are.",
    "tasks": "Tasks: given, due, closed, escalated.",
    "tokens": "Tokens of programs.",
    "touchpoints": "Where strangers meet the company, with hook, code, owner and cost.",
    "views": "Saved views of lists.",
    "welcomes": "Welcomes by reach, hour and person, and which one applies.",
}
"""Every subject with what it is about."""

_SCHEMES = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "A personal or service token, `yt_<id>_<secret>`.",
    },
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "yutang_session",
        "description": "Set by `POST /api/session`.",
    },
    "csrf": {
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRF-Token",
        "description": "`csrf_token` of the session; with every call that is no GET.",
    },
    "staff_cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "yutang_staff",
        "description": "Set when WeCom signed the member in.",
    },
}
_REFUSALS = {
    400: "The request cannot be read, or WeCom refused the code.",
    401: "Nobody is signed in, or the token is refused.",
    403: "The caller may not do this.",
    404: "There is no such thing, or it is not yours to see.",
    405: "Not with this method.",
    409: "The state of things does not allow it, or a repetition is under way.",
    410: "It is no longer kept.",
    413: "The body is too large.",
    415: "The body is no JSON.",
    422: "A value is missing or wrong.",
    429: "Too many calls; come again after `Retry-After` seconds.",
    500: "Something broke inside; tell `error_id` to who reads the log.",
    502: "WeCom refused it.",
    503: "Too busy, or WeCom does not answer; come again shortly.",
    507: "There is no room left on the disk.",
}
_TOLD = re.compile(r"\b([45]\d\d)\b(?=[^.;]*`)")
_REF = "#/components/responses/"


def operation_id(route: APIRoute) -> str:
    """The endpoint's function, with its subject before it unless it names that itself.

    Stable and readable: `list_customers`, `privacy_list_exports`. A test looks that it is unique.
    """
    subject = str(route.tags[0]).replace(" ", "_") if route.tags else ""
    named = subject.removesuffix("s") in route.name
    return route.name if named else f"{subject}_{route.name}"


def describe_with(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What `app.openapi` shall be."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _complete(app, plain())
        return app.openapi_schema

    return described


def _complete(app: FastAPI, schema: dict[str, Any]) -> dict[str, Any]:
    schema["servers"] = [{"url": "/", "description": "This installation."}]
    schema["tags"] = [{"name": name, "description": told} for name, told in TAGS.items()]
    parts = schema.setdefault("components", {})
    shapes = parts.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        shapes.pop(unused, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    shapes |= problem.pop("$defs")
    shapes["Problem"] = problem
    parts["securitySchemes"] = _SCHEMES
    parts["responses"] = {f"Refused{status}": _refusal(status) for status in _REFUSALS}
    examples = Examples(shapes)
    for method, path, operation, dependant in _operations(app, schema):
        callers = _callers(dependant)
        _name_file(path, operation)
        operation["security"] = _security(method, callers)
        for status in _statuses(method, operation, callers):
            operation["responses"][str(status)] = {"$ref": f"{_REF}Refused{status}"}
        if method not in SAFE and (get_caller in callers or get_member in callers):
            _add_key(operation)
        examples.add_to(operation)
    return schema


def _refusal(status: int) -> dict[str, Any]:
    headers = {}
    if status in {429, 503}:
        headers["Retry-After"] = {
            "description": "Seconds after which to come again.",
            "schema": {"type": "integer"},
        }
    shown = {
        "type": f"http.{status}",
        "title": "HttpError",
        "status": status,
        "detail": _REFUSALS[status],
    }
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": _REFUSALS[status],
        "content": {MEDIA_TYPE: {"schema": schema, "example": shown}},
        **({"headers": headers} if headers else {}),
    }


def _operations(
    app: FastAPI, schema: dict[str, Any]
) -> Iterator[tuple[str, str, dict[str, Any], Dependant]]:
    for route in iter_route_contexts(app.routes):
        dependant, path = getattr(route, "dependant", None), route.path_format or ""
        for method in sorted(route.methods or ()):
            operation = schema["paths"].get(path, {}).get(method.lower())
            if operation is not None and isinstance(dependant, Dependant):
                yield method, path, operation, dependant


def _name_file(path: str, operation: dict[str, Any]) -> None:
    """Say of an answer that is a file that it is one: FastAPI sees a response and no shape."""
    answer = operation["responses"].get("200", {})
    if path.endswith(".csv"):
        answer["content"] = {"text/csv": {"schema": {"type": "string"}}}
    elif answer and not answer.get("content"):
        answer["content"] = {"*/*": {"schema": {"type": "string", "format": "binary"}}}


def _callers(dependant: Dependant) -> set[object]:
    found: set[object] = {dependant.call}
    for inner in dependant.dependencies:
        found |= _callers(inner)
    return found


def _security(method: str, callers: set[object]) -> list[dict[str, list[str]]]:
    if get_member in callers:
        return [{"staff_cookie": []}]
    if get_caller not in callers:
        return []
    by_session: dict[str, list[str]] = {"cookie": []}
    if method not in SAFE:
        by_session["csrf"] = []
    return [by_session] if get_signed_in in callers else [{"bearer": []}, by_session]


def _statuses(method: str, operation: dict[str, Any], callers: set[object]) -> list[int]:
    parameters = operation.get("parameters", [])
    body = "requestBody" in operation
    known = get_caller in callers or get_member in callers
    found = {500, 503}
    found |= {int(told) for told in _TOLD.findall(operation.get("description", ""))} & set(
        _REFUSALS
    )
    if known:
        found |= {401, 403, 429}
    if any(isinstance(call, Needs) for call in callers):
        found.add(403)
    named = any(one["in"] == "path" for one in parameters)
    if named or any(one["name"].endswith("_id") for one in parameters):
        found.add(404)
    kinds = operation["responses"].get("200", {}).get("content", {})
    if named and kinds and "application/json" not in kinds:
        # A picture or file that is not made yet.
        found.add(409)
    if parameters or body or (known and method not in SAFE):
        found.add(422)
    if body:
        found |= {400, 413, 415}
    if known and method not in SAFE:
        found.add(409)
    return sorted(found)


def _add_key(operation: dict[str, Any]) -> None:
    content = operation.get("requestBody", {}).get("content", {"application/json": {}})
    if "application/json" not in content:
        return
    operation.setdefault("parameters", []).append(
        {
            "name": KEY_HEADER,
            "in": "header",
            "required": False,
            "description": "Up to 255 printable characters of your own; the same key with the same"
            " call within 24 hours answers what the first call did.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[ -~]+$"},
        }
    )
