"""Contact ways (documents 92228, 92229)."""

import secrets
from dataclasses import replace
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import Refusal, RefusalError
from wecom_emulator.state import ContactWay

MISSING_ID = Refusal(41043, "missing config_id")
SINGLE, MULTIPLE = 1, 2
MINI_PROGRAM, QR = 1, 2
STYLES = {SINGLE: {1, 2, 3}, MULTIPLE: {1, 2}}
LIST_DEFAULT, LIST_MAXIMUM = 100, 1000
WINDOW_SECONDS = 90 * 24 * 3600


def _check_people(call: Call, kind: int, users: list[str], parties: list[int]) -> None:
    limits = call.world.limits
    if kind == SINGLE and len(users) != 1:
        raise RefusalError(41041, "contact way of type 1 takes exactly one user")
    covered = {m.userid for u in users if (m := call.corp.member(u)) is not None}
    for user in users:
        member = call.corp.member(user)
        if member is None:
            raise RefusalError(60111, "userid not found")
        if member.status != 1:
            raise RefusalError(41054, "user is not activated")
    for party in parties:
        if party not in call.corp.departments:
            raise RefusalError(60011, "no privilege to access/modify contact/party/agent")
        covered |= {m.userid for m in call.corp.staff.values() if party in m.department}
    if not covered:
        raise RefusalError(40058, "user and party are both empty. invalid Request Parameter")
    if len(covered) > limits.staff_of_a_way:
        raise RefusalError(41041, "too many users in contact way")


def _check_words(call: Call, state: str, remark: str) -> None:
    limits = call.world.limits
    for name, text, most in (
        ("state", state, limits.state_characters),
        ("remark", remark, limits.remark_characters),
    ):
        if len(text) > most:
            raise RefusalError(
                40058, f"field `{name}` exceed max length {most}. invalid Request Parameter"
            )


async def add(call: Call) -> dict[str, Any]:
    """Make one."""
    body = call.body
    if "type" not in body:
        raise RefusalError(41037, "missing contact way type")
    if "scene" not in body:
        raise RefusalError(41038, "missing contact way scene")
    if body["type"] not in {SINGLE, MULTIPLE}:
        raise RefusalError(41039, "invalid contact way type")
    if body["scene"] not in {MINI_PROGRAM, QR}:
        raise RefusalError(41040, "invalid contact way scene")
    if not isinstance(body.get("user", []), list):
        raise RefusalError(60011, "no privilege to access/modify contact/party/agent")
    if len(call.corp.contact_ways) >= call.world.limits.contact_ways:
        raise RefusalError(41045, "contact way reaches the limit")
    if body["scene"] == MINI_PROGRAM and body.get("style", 1) not in STYLES[body["type"]]:
        raise RefusalError(41042, "invalid contact way style")
    users, parties = fields.strings(call.body, "user"), [int(p) for p in body.get("party") or []]
    _check_people(call, body["type"], users, parties)
    state, remark = str(body.get("state") or ""), str(body.get("remark") or "")
    _check_words(call, state, remark)
    config_id = secrets.token_hex(16)
    call.corp.contact_ways[config_id] = ContactWay(
        config_id,
        body["type"],
        remark,
        bool(body.get("skip_verify", True)),
        state,
        [m.userid for u in users if (m := call.corp.member(u)) is not None],
        parties,
        call.world.clock.seconds(),
        body["scene"],
    )
    call.world.changed()
    answer = {"config_id": config_id}
    if body["scene"] == QR:
        answer["qr_code"] = _picture(call, config_id)
    return answer


def _picture(call: Call, config_id: str) -> str:
    return f"{call.base_url}/qr/{config_id}.png"


def _find(call: Call) -> ContactWay:
    way = call.corp.contact_ways.get(fields.text(call.body, "config_id", missing=MISSING_ID))
    if way is None:
        raise RefusalError(41044, "invalid config_id")
    return way


async def get(call: Call) -> dict[str, Any]:
    """Read one."""
    way = _find(call)
    picture = {"qr_code": _picture(call, way.config_id)} if way.scene == QR else {}
    return {
        "contact_way": {
            "config_id": way.config_id,
            "type": way.type,
            "scene": way.scene,
            "remark": way.remark,
            "skip_verify": way.skip_verify,
            "state": way.state,
            **picture,
            "user": way.user,
            "party": way.party,
            "is_temp": False,
        }
    }


async def list_ways(call: Call) -> dict[str, Any]:
    """Page through ids made in a window."""
    now = call.world.clock.seconds()
    start = int(call.body.get("start_time") or now - WINDOW_SECONDS)
    end = int(call.body.get("end_time") or now)
    limit = min(int(call.body.get("limit") or LIST_DEFAULT), LIST_MAXIMUM)
    found = [w for w in call.corp.contact_ways.values() if start <= w.created_at <= end]
    place = _place(call)
    page = found[place : place + limit]
    more = place + limit < len(found)
    return {
        "contact_way": [{"config_id": way.config_id} for way in page],
        "next_cursor": str(place + limit) if more else "",
    }


def _place(call: Call) -> int:
    cursor = str(call.body.get("cursor") or "0")
    if not cursor.isdigit():
        raise RefusalError(50100, "invalid cursor")
    return int(cursor)


async def update(call: Call) -> dict[str, Any]:
    """Change what is given."""
    way = _find(call)
    body = call.body
    changed = replace(
        way,
        remark=str(body.get("remark", way.remark)),
        skip_verify=bool(body.get("skip_verify", way.skip_verify)),
        state=str(body.get("state", way.state)),
        user=fields.strings(call.body, "user") if "user" in body else way.user,
        party=[int(p) for p in body["party"]] if "party" in body else way.party,
    )
    _check_words(call, changed.state, changed.remark)
    _check_people(call, changed.type, changed.user, changed.party)
    call.corp.contact_ways[way.config_id] = changed
    call.world.changed()
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete one."""
    del call.corp.contact_ways[_find(call).config_id]
    call.world.changed()
    return {}


VERBS = {
    "externalcontact/add_contact_way": Verb("POST", add),
    "externalcontact/get_contact_way": Verb("POST", get),
    "externalcontact/list_contact_way": Verb("POST", list_ways),
    "externalcontact/update_contact_way": Verb("POST", update),
    "externalcontact/del_contact_way": Verb("POST", delete),
}
