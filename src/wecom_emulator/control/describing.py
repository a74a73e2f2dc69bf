"""The control API as OpenAPI 3.1, made from its routes and what is declared beside each call."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from .declaring import Declared, Empty, Problem, declare, declared, schema_of

ROOT = "/emulator/"
PATH = f"{ROOT}openapi.json"
_REST = "{path:path}"
_REF = "#/components/schemas/{model}"
_CORP = "/emulator/corps/{corpid}"
SUBJECTS = {
    "server": "companies and time",
    "people": "people",
    "codes": "codes and links",
    "groups": "groups",
    "tags": "tags",
    "handover": "handover",
    "broadcasts": "broadcasts and Moments",
    "moments": "broadcasts and Moments",
    "todos": "broadcasts and Moments",
    "group_welcomes": "groups",
    "voices": "pages and sign-in",
    "signing_in": "pages and sign-in",
    "pages": "pages and sign-in",
    "apps": "apps",
    "console": "the console",
    "contacts": "the console",
    "generation": "a generated company",
    "life": "scripted days",
    "breaking": "faults",
    "metering": "limits, quotas, journal",
    "reading": "what came of it",
    "phone": "the phone",
    "desk": "the desk of a member",
    "group_chats": "groups",
    "workbench": "the desk of a member",
    "describing": "companies and time",
}
"""What the calls of a module are about."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call."""

    method: str
    path: str
    told: str
    """Its docstring."""
    declared: Declared | None
    subject: str


def calls(routes: Iterable[Route]) -> Iterator[Call]:
    """Every call; one of several verbs is told once for each."""
    for route in routes:
        if route.path.endswith(_REST):
            continue
        of_route = declared(route.endpoint)
        for method in sorted((route.methods or set()) - {"HEAD"}):
            if of_route is not None and of_route.verbs:
                for verb, act in of_route.verbs.items():
                    path = route.path.replace("{verb}", verb)
                    yield _call(method, path, act, declared(act))
            else:
                yield _call(method, route.path, route.endpoint, of_route)


def _call(method: str, path: str, act: Callable[..., Any], found: Declared | None) -> Call:
    module = inspect.unwrap(act).__module__.rpartition(".")[2]
    return Call(method, path, inspect.getdoc(act) or "", found, SUBJECTS.get(module, module))


def find_undeclared(routes: Iterable[Route]) -> list[str]:
    """Calls that say nothing of what they take and answer."""
    return [f"{call.method} {call.path}" for call in calls(routes) if call.declared is None]


class _Schemas:
    """Schemas by name; two different ones of a name are told apart by their numbers."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def add(self, kind: Any, *, answer: bool) -> dict[str, Any]:
        """What refers to the schema of a kind."""
        schema = schema_of(kind, _REF, answer=answer)
        for name, inner in schema.pop("$defs", {}).items():
            schema = self._keep(name, inner, schema)
        if "title" in schema and schema.get("type") == "object":
            name = self._name(schema["title"], schema)
            self.kept[name] = schema
            return {"$ref": _REF.format(model=name)}
        return schema

    def _name(self, name: str, schema: dict[str, Any]) -> str:
        number, free = 1, name
        while self.kept.get(free, schema) != schema:
            number += 1
            free = f"{name}{number}"
        return free

    def _keep(self, name: str, inner: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
        free = self._name(name, inner)
        self.kept[free] = inner
        return whole if free == name else _renamed(whole, name, free)


def _renamed(schema: Any, old: str, new: str) -> Any:
    if isinstance(schema, dict):
        return {
            key: _REF.format(model=new)
            if key == "$ref" and value == _REF.format(model=old)
            else _renamed(value, old, new)
            for key, value in schema.items()
        }
    return [_renamed(each, old, new) for each in schema] if isinstance(schema, list) else schema


def describe(routes: Iterable[Route]) -> dict[str, Any]:
    """The whole description."""
    schemas, paths = _Schemas(), dict[str, dict[str, Any]]()
    problem = schemas.add(Problem, answer=True)
    for call in calls(routes):
        told = _operation(call, schemas, problem)
        paths.setdefault(re.sub(r":\w+}", "}", call.path), {})[call.method.lower()] = told
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Control API of the WeCom emulator",
            "version": _version(),
            "description": "What people do, what goes wrong on purpose, and what came of it."
            " Calls are added, never changed; answers may tell more in later versions.",
        },
        "paths": paths,
        "components": {"schemas": dict(sorted(schemas.kept.items()))},
    }


def _version() -> str:
    for name in ("wecom-emulator", "yutang"):
        try:
            return version(name)
        except PackageNotFoundError:
            continue
    return "0"


def _operation(call: Call, schemas: _Schemas, problem: dict[str, Any]) -> dict[str, Any]:
    summary, _, more = call.told.partition("\n\n")
    found = call.declared or Declared()
    told: dict[str, Any] = {
        "operationId": re.sub(r"\W+", "_", f"{call.method} {call.path}".lower()).strip("_"),
        "tags": [call.subject],
        "summary": " ".join(summary.split()).rstrip("."),
    }
    if more:
        told["description"] = " ".join(more.split())
    if parameters := [*_in_path(call.path), *_in_query(found)]:
        told["parameters"] = parameters
    if found.picture:
        told["requestBody"] = {
            "required": True,
            "content": {"image/*": {"schema": {"type": "string", "format": "binary"}}},
        }
    elif call.method == "POST":
        body = schemas.add(found.takes, answer=False) if found.takes is not None else {}
        required = found.takes is not None and any(
            field.is_required() for field in found.takes.model_fields.values()
        )
        told["requestBody"] = {
            "required": required,
            "content": {"application/json": {"schema": body}},
        }
    if found.tells:
        told["x-tells"] = list(found.tells)
    answer = {} if found.answers is None else _answer(found.answers, schemas)
    told["responses"] = {"200": _response("It happened.", answer)}
    for status, why in _refusals(call):
        told["responses"][status] = _response(why, problem)
    return told


def _answer(kind: Any, schemas: _Schemas) -> dict[str, Any]:
    if kind is Empty:
        return {"type": "object", "properties": {}}
    return schemas.add(kind, answer=True)


def _response(why: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": why, "content": {"application/json": {"schema": schema}}}


def _refusals(call: Call) -> Iterator[tuple[str, str]]:
    yield "400", "The call is wrong; nothing changed."
    yield "404", "There is nobody and nothing of that name; nothing changed."
    if call.method != "GET" and call.path.startswith(_CORP):
        yield "409", "It cannot happen now; nothing changed."
    if call.method != "GET":
        yield "413", "The body is too large."


def _in_path(path: str) -> Iterator[dict[str, Any]]:
    for name, kind in re.findall(r"{(\w+)(?::(\w+))?}", path):
        schema = {"type": "integer" if kind == "int" else "string"}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(found: Declared) -> Iterator[dict[str, Any]]:
    if found.asks is None:
        return
    schema = schema_of(found.asks, _REF, answer=False)
    for name, each in schema.get("properties", {}).items():
        # What is left out cannot be null in an address.
        kinds = [one for one in each.get("anyOf", []) if one != {"type": "null"}]
        plain = {k: v for k, v in each.items() if k not in {"anyOf", "title", "description"}}
        if kinds:
            plain = kinds[0]
        told = {"name": name, "in": "query", "schema": plain}
        told["required"] = name in schema.get("required", [])
        if "description" in each:
            told["description"] = each["description"]
        yield told


@declare(answers=dict[str, Any])
async def read_openapi(request: Request) -> JSONResponse:
    """The control API as OpenAPI 3.1: this description."""
    state = request.app.state
    if not hasattr(state, "openapi"):
        routes = (each for each in request.app.routes if isinstance(each, Route))
        state.openapi = describe(each for each in routes if each.path.startswith(ROOT))
    return JSONResponse(state.openapi)
