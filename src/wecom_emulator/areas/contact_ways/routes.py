"""Contact ways and the temporary chats they begin (document 92228)."""

import secrets
from typing import Any

from wecom_emulator import fields, paging
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import NOT_FRIENDS
from wecom_emulator.state import ContactWay

from . import checks, errors, state
from .state import QR

LIST_DEFAULT, LIST_MAXIMUM = 100, 1000
WINDOW_SECONDS = 90 * 24 * 3600
LISTED_SINCE = 1_625_846_400
"""2021-07-10 in Shanghai: older ones are never listed."""


def _picture(call: Call, config_id: str) -> str:
    return f"{call.base_url}/qr/{config_id}.png"


async def add(call: Call) -> dict[str, Any]:
    """Make one: {config_id, qr_code?}."""
    way = checks.new(call, secrets.token_hex(16))
    state.keep(call.world, call.corp, way)
    picture = {"qr_code": _picture(call, way.config_id)} if way.scene == QR else {}
    return {"config_id": way.config_id, **picture}


def _told(call: Call, way: ContactWay) -> dict[str, Any]:
    told: dict[str, Any] = {"config_id": way.config_id, "type": way.type, "scene": way.scene}
    told |= {"qr_code": _picture(call, way.config_id)} if way.scene == QR else {"style": way.style}
    told |= {
        "remark": way.remark,
        "skip_verify": way.skip_verify,
        "state": way.state,
        "user": way.user,
        "party": way.party,
        "is_temp": way.is_temp,
        "mark_source": way.mark_source,
    }
    if way.is_temp:
        told["expires_in"], told["chat_expires_in"] = way.expires_in, way.chat_expires_in
        told |= {"unionid": way.unionid} if way.unionid else {}
        told |= {"conclusions": way.conclusions} if way.conclusions else {}
    return told


async def get(call: Call) -> dict[str, Any]:
    """Read one: {contact_way}."""
    return {"contact_way": _told(call, checks.found(call))}


async def list_ways(call: Call) -> dict[str, Any]:
    """Page through ids made in a window: {contact_way: [{config_id}], next_cursor}."""
    now = call.world.clock.seconds()
    start = fields.integer(call.body, "start_time", now - WINDOW_SECONDS)
    end = fields.integer(call.body, "end_time", now)
    start = max(start, LISTED_SINCE)
    found = [
        way.config_id
        for way in call.corp.contact_ways.values()
        if start <= way.created_at <= end and not way.is_temp
    ]
    page, cursor = paging.page(
        found, call.body, default=LIST_DEFAULT, most=LIST_MAXIMUM, name="contact_way"
    )
    return {"contact_way": [{"config_id": way} for way in page], "next_cursor": cursor}


async def update(call: Call) -> dict[str, Any]:
    """Change what is given; an expired temporary one is no more."""
    way = checks.found(call)
    if state.is_expired(call.world, call.corp, way):
        raise errors.UNKNOWN_ID.error()
    state.keep(call.world, call.corp, checks.changed(call, way))
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete one."""
    state.remove(call.world, call.corp, checks.found(call).config_id)
    return {}


async def close_chat(call: Call) -> dict[str, Any]:
    """End a temporary chat before its time; other friendships cannot be ended here."""
    if not state.end_chat(call.world, call.corp, call.pair()):
        raise NOT_FRIENDS.error()
    return {}


VERBS = {
    "externalcontact/add_contact_way": Verb(
        "POST",
        add,
        document="92228",
        open="A corp that is not medical is refused with 48001, a department without anybody in it"
        " with 40058, conclusions without is_temp are ignored, and any mini program is taken for a"
        " linked one.",
    ),
    "externalcontact/get_contact_way": Verb(
        "POST", get, document="92228", open="is_exclusive is not told."
    ),
    "externalcontact/list_contact_way": Verb(
        "POST",
        list_ways,
        {"contact_way": []},
        document="92228",
        open="A limit above 1,000 is cut down, a bad cursor answers 50100, and a window that ends"
        " before it starts is empty.",
    ),
    "externalcontact/update_contact_way": Verb(
        "POST",
        update,
        document="92228",
        open="An expired temporary one answers 41044; expires_in counts from the making; members"
        " are looked at again only where the body names some.",
    ),
    "externalcontact/del_contact_way": Verb("POST", delete, document="92228"),
    "externalcontact/close_temp_chat": Verb(
        "POST",
        close_chat,
        document="92228",
        open="Without a living temporary chat it answers 84061; the friendship ends without news"
        " unless events_for_api_changes is on, as it does when the chat ends by itself.",
    ),
}
TIMERS = {state.CHAT_ENDS: state.chat_is_due}
