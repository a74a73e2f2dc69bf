"""Tokens' neighbours: addresses, OAuth identity, JS tickets (documents 91039, 91023, 90506)."""

from typing import Any

from wecom_emulator.state import new_id

from .calls import Call, RefusalError, Verb

TICKET_SECONDS = 7200


async def callback_ips(_: Call) -> dict[str, Any]:
    """Where callbacks come from."""
    return {"ip_list": ["127.0.0.1"]}


async def userinfo(call: Call) -> dict[str, Any]:
    """Who an OAuth code belongs to; it works once."""
    found = call.world.oauth.pop(call.query.get("code", ""), None)
    if (
        found is None
        or found["corpid"] != call.corp.corpid
        or found["expires_at"] < call.world.clock.now()
    ):
        raise RefusalError(40029, "invalid code")
    return {name: found[name] for name in ("userid", "external_userid", "openid") if name in found}


async def ticket(call: Call) -> dict[str, Any]:
    """A JS ticket."""
    if call.query.get("type", "agent_config") not in {"agent_config", "wx_card"}:
        raise RefusalError(91040, "invalid ticket type")
    return {"ticket": new_id("", 86), "expires_in": TICKET_SECONDS}


VERBS = {
    "get_api_domain_ip": Verb("GET", callback_ips),
    "getcallbackip": Verb("GET", callback_ips),
    "auth/getuserinfo": Verb("GET", userinfo),
    "get_jsapi_ticket": Verb("GET", ticket),
    "ticket/get": Verb("GET", ticket),
}
