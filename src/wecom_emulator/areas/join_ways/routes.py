"""Codes that lead into a customer group (document 92229)."""

import secrets
from typing import Any

from wecom_emulator.calls import Call, Verb
from wecom_emulator.code_quota import CodeQuota

from . import checks
from .checks import QR
from .state import JoinWay, JoinWays

PLUGIN = "https://work.weixin.qq.com/gm/"
"""Where the button of a mini program leads."""


async def add(call: Call) -> dict[str, Any]:
    """Make one: {config_id}; its picture comes with get_join_way."""
    way = checks.whole(call, secrets.token_hex(16))
    checks.check_quota(call)
    call.corp.of(JoinWays).ways[way.config_id] = way
    call.corp.of(CodeQuota).joining += 1
    call.world.changed()
    return {"config_id": way.config_id}


def _told(call: Call, way: JoinWay) -> dict[str, Any]:
    picture = f"{call.base_url}/qr/{way.config_id}.png"
    room = {"room_base_name": way.room_base_name, "room_base_id": way.room_base_id}
    return {
        "config_id": way.config_id,
        "scene": way.scene,
        "remark": way.remark,
        "auto_create_room": int(way.auto_create_room),
        **(room if way.auto_create_room else {}),
        "chat_id_list": way.chat_id_list,
        "qr_code": picture if way.scene == QR else PLUGIN + way.config_id,
        "state": way.state,
        "mark_source": way.mark_source,
    }


async def get(call: Call) -> dict[str, Any]:
    """Read one: {join_way}."""
    return {"join_way": _told(call, checks.found(call))}


async def update(call: Call) -> dict[str, Any]:
    """Replace one as a whole."""
    way = checks.found(call)
    call.corp.of(JoinWays).ways[way.config_id] = checks.whole(call, way.config_id)
    call.world.changed()
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete one; its groups stay."""
    del call.corp.of(JoinWays).ways[checks.found(call).config_id]
    call.corp.of(CodeQuota).joining -= 1
    call.world.changed()
    return {}


VERBS = {
    "externalcontact/groupchat/add_join_way": Verb(
        "POST",
        add,
        document="92229",
        open="A missing or wrong scene and an empty chat_id_list answer 40058, a dismissed group"
        " 40050; room_base_id is 1 where it is left out.",
    ),
    "externalcontact/groupchat/get_join_way": Verb(
        "POST",
        get,
        document="92229",
        open="A missing config_id answers 41043, an unknown one 41044; groups that were opened"
        " because all were full are not added to chat_id_list.",
    ),
    "externalcontact/groupchat/update_join_way": Verb(
        "POST",
        update,
        document="92229",
        open="Groups that were opened because all were full are forgotten.",
    ),
    "externalcontact/groupchat/del_join_way": Verb("POST", delete, document="92229"),
}
