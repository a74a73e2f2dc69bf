"""What the API says of itself is whole, and true where it can be held against something."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from tests.described import Described
from tools.openapi import describe_api
from yutang.api import create_app
from yutang.kernel.settings import Settings
from yutang.kernel.web import Needs, get_caller, get_principal, get_signed_in
from yutang.staff_endpoints.members import get_member

SCHEMA = describe_api()
OPEN = {
    "read_session",
    "session_begin_by_wecom",
    "session_end_by_wecom",
    "session_find_doors",
    "session_sign_in",
    "staff_pages_begin_sign_in",
    "staff_pages_end_sign_in",
}
"""Before anybody is signed in."""


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every operation by its id."""
    for path in SCHEMA["paths"].values():
        for operation in path.values():
            yield operation["operationId"], operation


def answers(operation: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Body and good answers that are JSON, and where in the operation they stand."""
    found: dict[tuple[str, ...], Any] = {("requestBody",): operation.get("requestBody", {})}
    found |= {("responses", status): one for status, one in operation["responses"].items()}
    for place, one in found.items():
        media = one.get("content", {}).get("application/json")
        if media and media.get("schema"):
            yield (*place, "content", "application/json"), media


def test_every_operation_is_named_and_told() -> None:
    assert [name for name, times in Counter(n for n, _ in operations()).items() if times > 1] == []
    told = {tag["name"] for tag in SCHEMA["tags"]}
    for name, operation in operations():
        assert "_" in name, name
        assert name.replace("_", "").isalnum(), name
        assert operation["summary"], name
        assert operation.get("description"), name
        assert set(operation["tags"]) <= told, name
        refused = [code for code in operation["responses"] if code.startswith("4")]
        assert refused or name in OPEN, name
        for _, media in answers(operation):
            assert "example" in media, name


def test_every_example_has_its_shape() -> None:
    faults: list[str] = []
    described = Described(SCHEMA)
    for path, methods in SCHEMA["paths"].items():
        for method, operation in methods.items():
            for place, media in answers(operation):
                validator = described.validator("paths", path, method, *place, "schema")
                faults.extend(
                    f"{method} {path}: {fault.instance_path}: {fault.message}"
                    for fault in validator.iter_errors(media["example"])
                )
    assert faults == []


def test_an_example_of_another_shape_would_be_found() -> None:
    validator = Described(SCHEMA).validator(
        *("paths", "/api/customers", "get", "responses", "200", "content", "application/json"),
        "schema",
    )
    assert [fault.message for fault in validator.iter_errors({"items": 3})]


def dependencies(dependant: Dependant) -> set[object]:
    """All that is called before an endpoint."""
    found: set[object] = {dependant.call}
    for inner in dependant.dependencies:
        found |= dependencies(inner)
    return found


def test_who_may_call_is_what_the_code_demands(tmp_path: Any) -> None:
    url = "postgresql://127.0.0.1:1/nothing"
    app = create_app(Settings(home=tmp_path, database_url=url)).framework
    seen = set()
    for route in iter_route_contexts(app.routes):
        for method in route.methods or ():
            operation = SCHEMA["paths"].get(route.path_format, {}).get(method.lower())
            if operation is None:
                continue
            calls = dependencies(route.dependant)
            schemes = {scheme for one in operation["security"] for scheme in one}
            changes = method not in {"GET", "HEAD"}
            if get_member in calls:
                expected = {"staff_cookie"}
            elif get_caller in calls:
                expected = {"cookie"} | ({"csrf"} if changes else set())
                expected |= set() if get_signed_in in calls else {"bearer"}
            else:
                expected = set()
                assert operation["operationId"] in OPEN
            assert schemes == expected, operation["operationId"]
            if any(isinstance(call, Needs) for call in calls):
                assert get_principal in calls
                assert "403" in operation["responses"]
            seen.add(operation["operationId"])
    assert seen == {name for name, _ in operations()}


@pytest.mark.parametrize(
    ("name", "bearer"),
    [("list_customers", True), ("session_sign_out", False), ("session_sign_in", False)],
)
def test_the_schemes_are_those_one_knows(name: str, *, bearer: bool) -> None:
    operation = dict(operations())[name]
    assert any("bearer" in one for one in operation["security"]) is bearer
