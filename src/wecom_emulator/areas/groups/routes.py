"""Customer groups, reading (documents 92120, 92122)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import UNKNOWN_GROUP, RefusalError
from wecom_emulator.state import Corp, Group

MOST, OWNERS = 1000, 100
LEFT = 1
"""The status of a group whose owner has left the company."""


def _status(corp: Corp, group: Group) -> int:
    return 0 if group.owner in corp.staff else LEFT


async def list_groups(call: Call) -> dict[str, Any]:
    """Page through ids; of some owners or of one status where asked."""
    limit = int(call.body.get("limit") or 0)
    if not 1 <= limit <= MOST:
        raise RefusalError(40058, "field `limit` is out of range. invalid Request Parameter")
    cursor = str(call.body.get("cursor") or "0")
    if not cursor.isdigit():
        raise RefusalError(50100, "invalid cursor")
    owners = (call.body.get("owner_filter") or {}).get("userid_list") or []
    if len(owners) > OWNERS:
        raise RefusalError(81017, "too many objects requested")
    wanted, status = {str(o).lower() for o in owners}, int(call.body.get("status_filter") or 0)
    rows = [
        group
        for group in call.corp.groups.values()
        if not group.dismissed
        and (not wanted or group.owner.lower() in wanted)
        and status in {0, _status(call.corp, group)}
    ]
    place = int(cursor)
    return {
        "group_chat_list": [
            {"chat_id": g.chat_id, "status": _status(call.corp, g)}
            for g in rows[place : place + limit]
        ],
        "next_cursor": str(place + limit) if place + limit < len(rows) else "",
    }


def _member(call: Call, member: str, joined: int) -> dict[str, Any]:
    staff, person = call.corp.staff.get(member), call.corp.persons.get(member)
    told: dict[str, Any] = {
        "userid": member,
        "type": 1 if staff is not None else 2,
        "join_time": joined,
        "join_scene": 1 if staff is not None else 3,
        "group_nickname": "",
    }
    if person is not None:
        told["unionid"] = person.unionid
    if int(call.body.get("need_name") or 0):
        known = staff or person
        told["name"] = known.name if known is not None else ""
    return told


async def get(call: Call) -> dict[str, Any]:
    """One group with its members."""
    group = call.corp.groups.get(fields.text(call.body, "chat_id", missing=UNKNOWN_GROUP))
    if group is None:
        raise RefusalError(40050, "invalid group id")
    if group.dismissed:
        raise RefusalError(49008, "group is dismissed")
    return {
        "group_chat": {
            "chat_id": group.chat_id,
            "name": group.name,
            "owner": group.owner,
            "create_time": group.create_time,
            "notice": group.notice,
            "member_list": [_member(call, who, at) for who, at in group.members.items()],
            "admin_list": [],
            "member_version": group.version,
        }
    }


VERBS = {
    "externalcontact/groupchat/list": Verb("POST", list_groups, {"group_chat_list": []}),
    "externalcontact/groupchat/get": Verb("POST", get),
}
