"""Tokens' neighbours: addresses, OAuth identity, JS tickets (documents 91039, 91023, 90506)."""

import time
from typing import Any

from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Ticket, new_id

TICKET_SECONDS = 7200
CORP_TICKET = "corp"
APP_TICKET = "agent_config"


async def callback_ips(_: Call) -> dict[str, Any]:
    """Where callbacks come from."""
    return {"ip_list": ["127.0.0.1"]}


async def userinfo(call: Call) -> dict[str, Any]:
    """Who an OAuth code belongs to; it works once."""
    code = call.query.get("code", "")
    found = call.world.oauth.get(code)
    if (
        found is None
        or found["corpid"] != call.corp.corpid
        or found["expires_at"] < call.world.clock.now()
    ):
        raise RefusalError(40029, "invalid code")
    del call.world.oauth[code]
    return {name: found[name] for name in ("userid", "external_userid", "openid") if name in found}


def _give(call: Call, kind: str) -> dict[str, Any]:
    """The same ticket until it expires."""
    now = time.time()
    ticket = call.corp.tickets.get(kind)
    if ticket is None or ticket.expires_at <= now:
        ticket = Ticket(new_id("", 86), now + TICKET_SECONDS)
        call.corp.tickets[kind] = ticket
        call.world.changed()
    return {"ticket": ticket.value, "expires_in": int(ticket.expires_at - now)}


async def corp_ticket(call: Call) -> dict[str, Any]:
    """The ticket of the company."""
    return _give(call, CORP_TICKET)


async def app_ticket(call: Call) -> dict[str, Any]:
    """A ticket of the calling app."""
    kind = call.query.get("type", APP_TICKET)
    if kind not in {APP_TICKET, "wx_card"}:
        raise RefusalError(91040, "invalid ticket type")
    return _give(call, f"{call.app.agentid} {kind}")


VERBS = {
    "get_api_domain_ip": Verb("GET", callback_ips),
    "getcallbackip": Verb("GET", callback_ips),
    "auth/getuserinfo": Verb("GET", userinfo),
    "get_jsapi_ticket": Verb("GET", corp_ticket),
    "ticket/get": Verb("GET", app_ticket),
}
