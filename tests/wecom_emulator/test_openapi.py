"""The description of the control API: whole, served, and true of what is refused."""

import re

import jsonschema_rs
import pytest
from starlette.routing import Route

from tests.wecom_emulator.contract import closed, description, find_call
from tests.wecom_emulator.corp import CORP, open_emulator
from wecom_emulator.control import ROUTES
from wecom_emulator.control.declaring import declare, declared
from wecom_emulator.control.describing import calls, describe, find_undeclared
from wecom_emulator.control.plumbing import of_corp

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def test_every_call_says_what_it_takes_and_answers() -> None:
    assert find_undeclared(ROUTES) == []


def test_every_call_is_summed_up_and_has_its_own_name() -> None:
    found = list(calls(ROUTES))
    assert [
        call.path for call in found if not call.told.partition("\n")[0].endswith((".", ","))
    ] == []
    names = [
        operation["operationId"]
        for path in description()["paths"].values()
        for operation in path.values()
    ]
    assert len(names) == len(set(names)) == len(found)


def test_all_schemas_are_schemas_and_refer_to_what_is_there() -> None:
    schemas = description()["components"]["schemas"]
    for schema in schemas.values():
        jsonschema_rs.meta.validate(
            {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
        )
    referred = set(re.findall(r"#/components/schemas/(\w+)", str(description())))
    assert referred == set(schemas)


def test_a_call_of_several_verbs_is_told_verb_by_verb() -> None:
    paths = description()["paths"]
    one = "/emulator/corps/{corpid}/groups/{chat_id}/nickname"
    assert paths[one]["post"]["summary"] == "Somebody has another name in this group"
    assert find_call("POST", f"{CORP}/groups/wr1/nickname") == one
    assert not [path for path in paths if "{verb}" in path]


def test_an_undeclared_call_is_listed_with_an_open_schema() -> None:
    async def rest(*_: object) -> object:
        """Nothing is said of it."""
        return {}

    routes = [Route("/emulator/corps/{corpid}/rest", of_corp(rest), methods=["POST"])]
    assert find_undeclared(routes) == ["POST /emulator/corps/{corpid}/rest"]
    told = describe(routes)["paths"]["/emulator/corps/{corpid}/rest"]["post"]
    assert told["requestBody"]["content"]["application/json"]["schema"] == {}
    assert told["responses"]["200"]["content"]["application/json"]["schema"] == {}
    declare(answers=dict[str, object])(rest)
    said = declared(of_corp(rest))
    assert said is not None
    assert said.answers == dict[str, object]


async def test_it_is_served() -> None:
    async with open_emulator() as emulator:
        answer = await emulator.http.get("/emulator/openapi.json")
    assert answer.status_code == 200
    assert answer.json() == description()
    assert answer.json()["openapi"] == "3.1.0"


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("add", {"person": {"name": "Bob"}}, "userid: Field required"),
        ("add", {"userid": "ann", "person": {"gender": 3}}, "person.gender"),
        ("add", {"userid": "ann", "duplicate": 10**9}, "duplicate"),
        ("unfollow", {"userid": "ann", "external_userid": "wm1", "by": "nobody"}, "by: "),
        ("groups/wr1/rename", {}, "name: Field required"),
    ],
)
async def test_a_body_of_another_shape_is_refused_by_name(
    name: str, body: dict[str, object], said: str
) -> None:
    async with open_emulator() as emulator:
        before = await emulator.tell("")
        answer = await emulator.http.post(f"{CORP}/{name}", json=body)
        assert answer.status_code == 400
        assert said in answer.json()["error"]
        assert await emulator.tell("") == before


def test_a_closed_schema_takes_nothing_it_does_not_name() -> None:
    schema = closed({"type": "object", "properties": {"a": {}}})
    assert not jsonschema_rs.is_valid(schema, {"a": 1, "b": 2})
    assert jsonschema_rs.is_valid(schema, {"a": 1})
