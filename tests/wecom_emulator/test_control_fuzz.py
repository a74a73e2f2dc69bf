"""Whatever the description of the control API allows is answered as it says, never with a 5xx."""

import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from schemathesis.core.result import Ok
from starlette.testclient import TestClient

from tests.wecom_emulator.contract import check, description
from tests.wecom_emulator.corp import CORP, CORPID, SECRET
from wecom_emulator.answers import expect_drops
from wecom_emulator.app import create_app

EXAMPLES = 5 if "YUTANG_PROOF" in os.environ else 1
SIZES = frozenset({"staff", "customers", "groups", "tags", "tag_groups"})
MOST = 20
SETTINGS = hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[hypothesis.Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def operations() -> Iterator[Any]:
    """Every call of the description."""
    schema = schemathesis.openapi.from_dict(description())
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        yield found.ok()


def company(http: TestClient) -> dict[str, Any]:
    """A company with somebody in it; tells what its things are called."""
    apps = [{"agentid": 1, "secret": SECRET}]
    staff = [{"userid": "ann"}, {"userid": "bob"}]
    callback = {
        "url": "http://inbox.wecom-emulator/callback",
        "token": "token",
        "encoding_aes_key": "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
    }
    wanted = {"corpid": CORPID, "apps": apps, "staff": staff, "callback": callback}
    assert http.post("/emulator/corps", json=wanted).status_code == 200

    def act(name: str, /, **body: Any) -> Any:
        answer = http.post(f"{CORP}/{name}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    person = act("add", userid="ann", person={"name": "Eve"})["external_userid"]
    group = act("groups", owner="ann", name="Friends", members=[person])["chat_id"]
    tags = act("console/tags", group_name="Grade", tags=["A", "B"])
    moment = act("moments", userid="ann", text="Hello")["moment_id"]
    return {
        "corpid": CORPID,
        "userid": "ann",
        "owner": "ann",
        "by": "ann",
        "who": person,
        "from": person,
        "to": "ann",
        "external_userid": person,
        "members": [person, "bob"],
        "userids": ["ann"],
        "chat_id": group,
        "agentid": 1,
        "id": tags["tag_ids"][0],
        "group_id": tags["group_id"],
        "moment_id": moment,
        "number": 1,
    }


def fitted(given_: dict[str, Any], known: dict[str, Any], data: st.DataObject) -> dict[str, Any]:
    """Some of the names are those of things that are there, and no size takes long."""
    fit = dict(given_)
    for name in sorted(set(fit) & set(known)):
        if type(fit[name]) is type(known[name]) and data.draw(st.integers(0, 3)):
            fit[name] = known[name]
    for name in sorted(set(fit) & SIZES):
        if isinstance(fit[name], int):
            fit[name] = min(fit[name], MOST)
    return fit


def send(http: TestClient, case: Any, known: dict[str, Any], data: st.DataObject) -> int:
    """One call; fails where it is not answered as the description says."""
    names = {name: str(known.get(name, text)) for name, text in case.path_parameters.items()}
    path = case.operation.path.format(**{k: quote(v, safe="") for k, v in names.items()})
    options: dict[str, Any] = {"params": fitted(case.query, known, data)}
    if isinstance(case.body, dict):
        options["json"] = fitted(case.body, known, data)
    elif isinstance(case.body, bytes):
        options["content"] = case.body
    method = case.operation.method.upper()
    answer = http.request(method, path, **options)
    check(answer.request, answer.status_code, answer.content)
    return int(answer.status_code)


def try_out(operation: Any, http: TestClient) -> set[int]:
    """Several cases of one call; tells how they were answered."""
    known, seen = company(http), set[int]()

    @SETTINGS
    @given(operation.as_strategy(), st.data())
    def every(case: Any, data: st.DataObject) -> None:
        seen.add(send(http, case, known, data))

    every()
    return seen


@pytest.mark.proof
def test_no_call_of_the_description_breaks_it() -> None:
    expect_drops()
    statuses: dict[str, set[int]] = {}
    for operation in operations():
        with TestClient(create_app()) as http:
            statuses[operation.label] = try_out(operation, http)
    assert len(statuses) == sum(map(len, description()["paths"].values()))
    # Not all is refused: most calls reach their act at least once.
    assert sum(200 in seen for seen in statuses.values()) > len(statuses) / 2
