"""Codes that say who somebody is: where they come from, how long they live."""

import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import Corp, Ticket, new_id
from wecom_emulator.world import World

TICKET_SECONDS = 7200
USER_TICKET_SECONDS = 1800
REMEMBERED_SECONDS = 3600
"""How long a code that died is told from one that never was."""
PRIVATE = "snsapi_privateinfo"
NOT_ACTIVATED, ACTIVATED = 4, 1
MINI_PROGRAM, LAUNCH, SECOND = "mini_program", "launch", "second"


@dataclass(slots=True)
class Code:
    """Something that may be used once, by its app where it has one."""

    kind: str
    userid: str
    expires_at: float
    agentid: int | None = None
    other: str = ""
    """Of a launch code: whom the member talks with."""


@dataclass(slots=True)
class UserTicket:
    """What a member agreed to show to an app."""

    userid: str
    agentid: int
    expires_at: float


@dataclass(slots=True)
class SignIns:
    """All of a corp."""

    codes: dict[str, Code] = field(default_factory=dict)
    tickets: dict[str, UserTicket] = field(default_factory=dict)
    seconded: dict[str, float] = field(default_factory=dict)
    """When members passed their second verification."""


def new_oauth_code(world: World, corp: Corp, who: dict[str, Any]) -> str:
    """A code for a page; `who` has userid, external_userid or openid, maybe scope and agentid."""
    now = world.clock.now()
    while world.oauth:
        first = next(iter(world.oauth))
        if world.oauth[first]["expires_at"] + REMEMBERED_SECONDS > now:
            break
        del world.oauth[first]
    code = new_id("", 43)
    world.oauth[code] = {
        **who,
        "corpid": corp.corpid,
        "expires_at": now + world.limits.code_seconds,
        "used": False,
    }
    return code


def new_code(
    world: World,
    corp: Corp,
    kind: str,
    userid: str,
    agentid: int | None = None,
    other: str = "",
) -> str:
    """A code of another kind, for five minutes."""
    kept, now = corp.of(SignIns), world.clock.now()
    kept.codes = {name: code for name, code in kept.codes.items() if code.expires_at > now}
    name = new_id("", 43)
    kept.codes[name] = Code(kind, userid, now + world.limits.code_seconds, agentid, other)
    world.changed()
    return name


def find_code(
    world: World, corp: Corp, kind: str, name: str, agentid: int | None = None
) -> Code | None:
    """A code that may still be used, by this app."""
    code = corp.of(SignIns).codes.get(name)
    if code is None or code.kind != kind or code.expires_at <= world.clock.now():
        return None
    return None if code.agentid not in {None, agentid} else code


def use_up(world: World, corp: Corp, name: str) -> None:
    """It was used, for the only time."""
    del corp.of(SignIns).codes[name]
    world.changed()


def new_user_ticket(world: World, corp: Corp, userid: str, agentid: int) -> str:
    """A ticket that opens what a member agreed to show, for half an hour."""
    kept, now = corp.of(SignIns), world.clock.now()
    kept.tickets = {
        name: ticket
        for name, ticket in kept.tickets.items()
        if ticket.expires_at + REMEMBERED_SECONDS > now
    }
    name = new_id("", 60)
    kept.tickets[name] = UserTicket(userid, agentid, now + USER_TICKET_SECONDS)
    world.changed()
    return name


def passed_second(world: World, corp: Corp, userid: str) -> None:
    """A member passed his second verification and is let in."""
    corp.of(SignIns).seconded[userid] = world.clock.now()
    member = corp.staff[userid]
    if member.status == NOT_ACTIVATED:
        member.status = ACTIVATED
    world.changed()


def js_ticket(world: World, corp: Corp, kind: str) -> Ticket:
    """The same ticket until it expires, by real time: a page cannot know the clock in here."""
    now = time.time()
    ticket = corp.tickets.get(kind)
    if ticket is None or ticket.expires_at <= now:
        ticket = Ticket(new_id("", 86), now + TICKET_SECONDS)
        corp.tickets[kind] = ticket
        world.changed()
    return ticket


def session_key() -> str:
    """Of a mini program, 16 bytes in base64."""
    return secrets.token_urlsafe(16).replace("-", "+").replace("_", "/") + "=="
