"""Whatever a company asks, with whosever ids: nothing of another's, no 5xx, all as described."""

import functools
import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, given
from schemathesis.core.result import Ok

from tests.described import Described
from tests.yutang.tenants import CANARY, Tenant, two_tenants
from tools.openapi import describe_api

SCHEMA = describe_api()
DESCRIBED = Described(SCHEMA)
ENDLESS = frozenset({"adds_follow_today"})
"""A stream has no answer to hold against anything."""
WITH_WECOM = frozenset({502, 503})
"""WeCom is out of reach here, and said to be."""
TABLES = {
    "act_id": "bulk_acts",
    "batch_id": "code_batches",
    "callback_id": "inbox",
    "external_id": "external",
    "external_userid": "external",
    "group_id": "tag_groups",
    "pool_id": "old_pools",
    "rule_id": "tag_rules",
    "run_id": "tag_rule_runs",
    "set_id": "question_sets",
    "token_id": "api_tokens",
    "view_id": "saved_views",
}


def settings(examples: int) -> hypothesis.settings:
    """The same cases each time."""
    return hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def operations() -> Iterator[Any]:
    """Every call of the description."""
    for found in schemathesis.openapi.from_dict(SCHEMA).get_all_operations():
        assert isinstance(found, Ok), found
        yield found.ok()


@functools.cache
def validator(name: str, status: str) -> Any:
    """What checks the JSON that an operation answers with a status; None where it says nothing."""
    place, answer = (*place_of(name), "responses", status), answers(name)[status]
    if "$ref" in answer:
        place = tuple(answer["$ref"].removeprefix("#/").split("/"))
        answer = SCHEMA["components"]["responses"][place[-1]]
    [(kind, media)] = [
        (kind, media) for kind, media in answer.get("content", {}).items() if "json" in kind
    ] or [("", {})]
    if not media.get("schema"):
        return None
    return DESCRIBED.validator(*place, "content", kind, "schema")


@functools.cache
def place_of(name: str) -> tuple[str, str, str]:
    """Where an operation stands in the description."""
    for path, methods in SCHEMA["paths"].items():
        for method, operation in methods.items():
            if operation["operationId"] == name:
                return "paths", path, method
    raise KeyError(name)


def answers(name: str) -> dict[str, Any]:
    """What an operation may answer."""
    _, path, method = place_of(name)
    return dict(SCHEMA["paths"][path][method]["responses"])


def ids_for(name: str, tenant: Tenant) -> list[Any]:
    """The ids of a company that a name may stand for."""
    table = TABLES.get(name) or name.removesuffix("s").removesuffix("_id")
    return tenant.ids.get(table) or tenant.ids.get(f"{table}s") or []


def with_ids(given_: Any, tenant: Tenant, dice: random.Random) -> Any:
    """The same, with the tenant's ids where ids stand."""
    if isinstance(given_, list):
        return [with_ids(one, tenant, dice) for one in given_]
    if not isinstance(given_, dict):
        return given_
    changed = {}
    for name, value in given_.items():
        known = ids_for(name, tenant) if name.endswith(("_id", "_ids")) else []
        if known and isinstance(value, list):
            changed[name] = known
        elif known and value is not None:
            changed[name] = dice.choice(known)
        else:
            changed[name] = with_ids(value, tenant, dice)
    return changed


class Attack:
    """Calls of ours, kept against the description and against the other's words."""

    def __init__(self, ours: Tenant, other: Tenant) -> None:
        self.ours, self.other = ours, other
        self.faults: dict[str, str] = {}
        self.statuses: Counter[int] = Counter()
        self.reached: set[str] = set()
        self.dice = random.Random(7)

    def headers(self, operation: Any) -> dict[str, str]:
        """With what such a call is let in."""
        schemes = {name for one in operation.definition.raw["security"] for name in one}
        if "staff_cookie" in schemes:
            return self.ours.member
        if "bearer" in schemes:
            return self.ours.bearer
        return self.ours.headers if "cookie" in schemes else {}

    def send(self, case: Any, whose: Tenant) -> None:
        """One call, with ids of `whose`."""
        operation = case.operation
        name = operation.definition.raw["operationId"]
        names = with_ids(dict(case.path_parameters or {}), whose, self.dice)
        path = operation.path.format(**{k: quote(str(v), safe="") for k, v in names.items()})
        options: dict[str, Any] = {
            "params": with_ids(dict(case.query or {}), whose, self.dice),
            "headers": dict(self.headers(operation)),
            "follow_redirects": False,
        }
        if case.media_type == "application/json":
            body = with_ids(case.body, whose, self.dice)
            options["content"] = json.dumps(body, default=str).encode("utf-8", "replace")
            options["headers"]["Content-Type"] = "application/json"
        elif isinstance(case.body, bytes):
            options["content"] = case.body
            options["headers"]["Content-Type"] = case.media_type
        answer = self.ours.http.request(operation.method.upper(), path, **options)
        self.ours.http.cookies.clear()
        self.statuses[answer.status_code] += 1
        if answer.status_code < 300:
            self.reached.add(name)
        if (fault := self.judge(name, answer)) is not None:
            sent = options.get("content", b"")[:300]
            self.faults.setdefault(name, f"{path} {options['params']} {sent!r}: {fault}")
        if answer.status_code == 401 and self.headers(operation) is self.ours.headers:
            self.ours.sign_in()

    def judge(self, name: str, answer: Any) -> str | None:
        """What is wrong with an answer."""
        status = answer.status_code
        if CANARY in answer.text:
            return f"{status}: another company's words: {answer.text[:300]}"
        if status >= 500 and not (status in WITH_WECOM and "internal" not in answer.text):
            return f"{status}: {answer.text[:300]}"
        documented = answers(name).get(str(status))
        if documented is None:
            return f"{status} is not documented: {answer.text[:200]}"
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if status >= 400:
            if kind != "application/problem+json":
                return f"{status} is {kind}"
        elif answer.content and not {kind, "*/*"} & documented.get("content", {}).keys():
            return f"{status} answers {kind}, not one of {sorted(documented.get('content', {}))}"
        checks = validator(name, str(status)) if "json" in kind else None
        for error in checks.iter_errors(answer.json()) if checks else ():
            return f"{status}: {list(error.instance_path)}: {error.message[:200]}"
        return None


def attack(ours: Tenant, other: Tenant, examples: int) -> Attack:
    """Every operation, with ids of the other, with ours, and at random."""
    made = Attack(ours, other)
    for operation in operations():
        if operation.definition.raw["operationId"] in ENDLESS:
            continue

        @settings(examples)
        @given(operation.as_strategy())
        def every(case: Any) -> None:
            made.send(case, other)
            if examples == 1 or made.dice.random() < 0.5:
                made.send(case, ours)

        every()
    return made


def require(made: Attack) -> None:
    """All was well, and not because all was refused."""
    assert made.faults == {}, "\n".join(f"{k}: {v}" for k, v in made.faults.items())
    assert made.statuses[404] > 50, made.statuses
    assert len(made.reached) > 60, (len(made.reached), made.statuses)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_of_another_company_is_told(dsn: str, tmp_path: Path) -> None:
    with two_tenants(dsn, tmp_path) as (ours, other):
        require(attack(ours, other, 1))


@pytest.mark.proof
@pytest.mark.timeout(3600)
def test_nothing_of_another_company_is_told_at_length(dsn: str, tmp_path: Path) -> None:
    with two_tenants(dsn, tmp_path) as (ours, other):
        require(attack(ours, other, 40 if "YUTANG_PROOF" in os.environ else 3))
