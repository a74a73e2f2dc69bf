"""Customer groups, reading (documents 92120, 92122)."""

from typing import Any

from .calls import Call, RefusalError, Verb

MOST = 1000


async def list_groups(call: Call) -> dict[str, Any]:
    """Page through ids."""
    limit = int(call.body.get("limit") or 0)
    if not 1 <= limit <= MOST:
        raise RefusalError(40058, "field `limit` is out of range. invalid Request Parameter")
    cursor = str(call.body.get("cursor") or "0")
    if not cursor.isdigit():
        raise RefusalError(50100, "invalid cursor")
    place, rows = int(cursor), list(call.corp.groups.values())
    return {
        "group_chat_list": [
            {"chat_id": g.chat_id, "status": 0} for g in rows[place : place + limit]
        ],
        "next_cursor": str(place + limit) if place + limit < len(rows) else "",
    }


async def get(call: Call) -> dict[str, Any]:
    """One group with its members."""
    group = call.corp.groups.get(call.text("chat_id", 40050))
    if group is None:
        raise RefusalError(40050, "invalid group id")
    return {
        "group_chat": {
            "chat_id": group.chat_id,
            "name": group.name,
            "owner": group.owner,
            "create_time": group.create_time,
            "notice": group.notice,
            "member_list": [
                {
                    "userid": member,
                    "type": 1 if member in call.corp.staff else 2,
                    "join_time": joined,
                    "join_scene": 3,
                }
                for member, joined in group.members.items()
            ],
        }
    }


VERBS = {
    "externalcontact/groupchat/list": Verb("POST", list_groups, {"group_chat_list": []}),
    "externalcontact/groupchat/get": Verb("POST", get),
}
