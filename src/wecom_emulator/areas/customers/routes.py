"""Customers (documents 92571, 92113, 92114, 92994, 92115)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Person, Relation

PAGE = 100
STAFF_A_CALL = 100
REMARK, DESCRIPTION, COMPANY = 20, 150, 20


async def follow_users(call: Call) -> dict[str, Any]:
    """Members with the feature."""
    return {"follow_user": [m.userid for m in call.corp.staff.values() if m.status == 1]}


async def list_ids(call: Call) -> dict[str, Any]:
    """A member's customers; none is a refusal."""
    member = call.corp.member(call.query.get("userid", ""))
    if member is None:
        raise RefusalError(60111, "userid not found")
    found = [r.external_userid for r in call.corp.customers_of([member.userid])]
    if not found:
        raise RefusalError(84061, "not external contact")
    return {"external_userid": found}


def _person(person: Person) -> dict[str, Any]:
    return {
        "external_userid": person.external_userid,
        "name": person.name,
        "avatar": person.avatar,
        "type": 1,
        "gender": person.gender,
        "unionid": person.unionid,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "userid": relation.userid,
        "remark": relation.remark,
        "description": relation.description,
        "createtime": relation.createtime,
        "remark_corp_name": relation.company,
        "remark_mobiles": relation.mobiles,
        "oper_userid": relation.oper_userid,
        "add_way": relation.add_way,
    }
    if relation.channel:
        told["state"] = relation.channel
    return told


def _tags(call: Call, relation: Relation) -> list[dict[str, Any]]:
    return [
        {"group_name": group.group_name, "tag_name": tag.name, "tag_id": tag.id, "type": 1}
        for group in call.corp.tag_groups.values()
        for tag in group.tags
        if tag.id in relation.tags
    ]


async def get(call: Call) -> dict[str, Any]:
    """One customer with his followers."""
    external = call.query.get("external_userid", "")
    if not external:
        raise RefusalError(41035, "missing external userid")
    person = call.corp.persons.get(external)
    if person is None:
        raise RefusalError(40096, "invalid external userid")
    relations = call.corp.relations_of(external)
    if not relations:
        raise RefusalError(84061, "not external contact")
    return {
        "external_contact": _person(person),
        "follow_user": [{**_relation(r), "tags": _tags(call, r)} for r in relations],
    }


async def batch(call: Call) -> dict[str, Any]:
    """Pages of (member, customer) pairs."""
    users = fields.strings(call.body, "userid_list")
    if not users:
        raise RefusalError(40058, "missing userid_list. invalid Request Parameter")
    if len(users) > STAFF_A_CALL:
        raise RefusalError(
            40058, "field `userid_list` exceed max length 100. invalid Request Parameter"
        )
    cursor = str(call.body.get("cursor") or "0")
    if not cursor.isdigit():
        raise RefusalError(50100, "invalid cursor")
    limit, place = min(int(call.body.get("limit") or 50), PAGE), int(cursor)
    found = call.corp.customers_of(users)
    return {
        "external_contact_list": [
            {
                "external_contact": _person(call.corp.persons[r.external_userid]),
                "follow_info": {**_relation(r), "tag_id": r.tags},
            }
            for r in found[place : place + limit]
        ],
        "next_cursor": str(place + limit) if place + limit < len(found) else "",
        "fail_info": {"unlicensed_userid_list": []},
    }


async def remark(call: Call) -> dict[str, Any]:
    """Change remark, description, mobiles."""
    relation = call.pair()
    body = call.body
    for name, most in (
        ("remark", REMARK),
        ("description", DESCRIPTION),
        ("remark_company", COMPANY),
    ):
        if len(str(body.get(name, ""))) > most:
            raise RefusalError(
                40058, f"field `{name}` exceed max length {most}. invalid Request Parameter"
            )
    given = {"remark", "description", "remark_company", "remark_mobiles", "remark_pic_mediaid"}
    if not given & set(body):
        raise RefusalError(40058, "nothing to change. invalid Request Parameter")
    relation.remark = str(body.get("remark", relation.remark))
    relation.description = str(body.get("description", relation.description))
    relation.company = str(body.get("remark_company", relation.company))
    if "remark_mobiles" in body:
        relation.mobiles = [m for m in fields.strings(call.body, "remark_mobiles") if m]
    call.world.changed()
    return {}


VERBS = {
    "externalcontact/get_follow_user_list": Verb("GET", follow_users, {"follow_user": []}),
    "externalcontact/list": Verb("GET", list_ids, {"external_userid": []}),
    "externalcontact/get": Verb("GET", get, {"follow_user": []}),
    "externalcontact/batch/get_by_user": Verb("POST", batch, {"external_contact_list": []}),
    "externalcontact/remark": Verb("POST", remark, counts_parallel=True),
}
