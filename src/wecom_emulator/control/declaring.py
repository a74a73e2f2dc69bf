"""What a control call takes and answers, said beside it: checked as it comes, told as OpenAPI.

    @declare(takes=Pair, answers=Empty, tells=("del_follow_user",))
    async def unfollow(world, corp, body, request): ...

The declaration of a body is what the body is checked with, so the description cannot promise what
the call does not take. An act gets the body as it came: the check changes nothing of it.
"""

import ast
import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from starlette.datastructures import QueryParams
from typing_extensions import override

F = TypeVar("F", bound=Callable[..., Any])
_MOST_TOLD = 3
"""How many mistakes of a body one answer names."""


class Body(BaseModel):
    """The JSON object of a call; what a call does not know it ignores, numbers may be texts."""

    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True, defer_build=True)


class Query(BaseModel):
    """What a call is asked behind the `?`; what it does not know it ignores."""

    model_config = ConfigDict(extra="ignore", defer_build=True)


class Answer(BaseModel):
    """The JSON object of an answer; later versions may tell more."""

    model_config = ConfigDict(defer_build=True)


class Empty(Answer):
    """Nothing but that it happened."""


class Problem(Answer):
    """Why a call was refused; it changed nothing."""

    error: str


@dataclass(frozen=True, slots=True)
class Declared:
    """One call: its body, its query, its answer, and what it makes WeCom tell the apps.

    `verbs` are those of a call that is several, by the last part of its path.
    """

    takes: type[Body] | None = None
    asks: type[Query] | None = None
    answers: Any = None
    tells: tuple[str, ...] = ()
    verbs: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    picture: bool = False
    """Whether the body is a picture and no JSON."""


_DECLARED: dict[Any, Declared] = {}


def declare(**told: Any) -> Callable[[F], F]:
    """Say what a call is; the words are those of `Declared`."""
    declared = Declared(**told)

    def keep(call: F) -> F:
        _DECLARED[call] = declared
        return call

    return keep


def declared(call: Any) -> Declared | None:
    """What was said of a call, of the endpoint made from it too."""
    return _DECLARED.get(inspect.unwrap(call))


class WrongShapeError(ValueError):
    """A body or a query is not what the call takes; the text names what."""


def check_body(call: Any, verb: str | None, body: dict[str, Any]) -> None:
    """Raise WrongShapeError where a body is not what the call takes."""
    found = declared(call)
    if found is not None and verb in found.verbs:
        found = declared(found.verbs[str(verb)])
    if found is not None and found.takes is not None:
        _check(found.takes, body)


def check_query(call: Any, query: QueryParams) -> None:
    """Raise WrongShapeError where a call is asked what it does not understand."""
    found = declared(call)
    if found is not None and found.asks is not None:
        _check(found.asks, dict(query))


def _check(kind: type[BaseModel], given: dict[str, Any]) -> None:
    try:
        kind.model_validate(given)
    except ValidationError as error:
        mistakes = [
            f"{'.'.join(map(str, each['loc']))}: {each['msg']}"
            for each in error.errors(include_url=False, include_context=False, include_input=False)
        ]
        raise WrongShapeError("; ".join(mistakes[:_MOST_TOLD])) from None


@functools.cache
def _told_in(file: str) -> dict[str, dict[str, str]]:
    """What the classes of a file say beneath their fields."""
    told: dict[str, dict[str, str]] = {}
    for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        own, last = told.setdefault(node.name, {}), ""
        for line in node.body:
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                last = line.target.id
            elif last and isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant):
                own[last], last = " ".join(str(line.value.value).split()), ""
    return told


def meanings(kind: type) -> dict[str, str]:
    """What a class and those it comes from say beneath their fields.

    It is read from the source when it is asked for: at every start it would cost a second.
    """
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        if each.__module__.startswith(__name__.partition(".")[0]):
            found |= _told_in(inspect.getfile(each)).get(each.__name__, {})
    return found


class _Described(GenerateJsonSchema):
    """Schemas whose properties say what is written beneath the fields."""

    @override
    def model_schema(self, schema: Any) -> JsonSchemaValue:
        found = super().model_schema(schema)
        fields = schema["cls"].model_fields
        names = {name: fields[name].alias or name for name in fields}
        return _with_meanings(found, schema["cls"], names)

    @override
    def dataclass_schema(self, schema: Any) -> JsonSchemaValue:
        return _with_meanings(super().dataclass_schema(schema), schema["cls"], {})


def _with_meanings(found: JsonSchemaValue, kind: type, names: dict[str, str]) -> JsonSchemaValue:
    for name, text in meanings(kind).items():
        if (each := found.get("properties", {}).get(names.get(name, name))) is not None:
            each["description"] = text
    return found


def schema_of(kind: Any, template: str, *, answer: bool) -> dict[str, Any]:
    """The JSON schema of a declared kind, with `$defs` beside it."""
    return TypeAdapter(kind).json_schema(
        ref_template=template,
        mode="serialization" if answer else "validation",
        schema_generator=_Described,
    )


def some_of(kind: type) -> Callable[[dict[str, Any]], None]:
    """Describe a body that holds some of the fields of a dataclass, and no others."""

    def describe(schema: dict[str, Any]) -> None:
        whole = TypeAdapter(kind).json_schema()
        schema["properties"], schema["additionalProperties"] = whole["properties"], False

    return describe
