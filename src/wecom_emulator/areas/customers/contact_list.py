"""Everybody whom the company serves, customers or not (document 99434)."""

import hashlib
import secrets
from dataclasses import dataclass
from functools import partial
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import INVALID_CURSOR
from wecom_emulator.grouping import is_customer_group
from wecom_emulator.paging import Over, cursor, limit, place
from wecom_emulator.state import Group, Staff

from .errors import EXPIRED_CURSOR
from .state import Walk, page_of_member, part_of

PAGE = 1000


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody whom a member serves, in a group of his where `group` says so."""

    external_userid: str
    follow_userid: str
    add_time: int
    group: Group | None


def _begin(call: Call) -> tuple[str, int]:
    """The name of a traversal, and where in it the page begins; 50100 four hours later."""
    given = fields.optional_text(call.body, "cursor")
    now = call.world.clock.seconds()
    if not given:
        return f"{secrets.token_hex(4)}-{now:x}", 0
    head, dot, rest = given.partition(".")
    began = head.partition("-")[2]
    if not dot:
        raise INVALID_CURSOR.error()
    # Its mark is checked first: what stands before it can be believed then.
    start = place({"cursor": rest}, head)
    if int(began, 16) + call.world.limits.contact_list_seconds < now:
        raise EXPIRED_CURSOR.error()
    return head, start


def _of_member(
    call: Call, member: Staff, offset: int, size: int
) -> tuple[list[Served], int | None]:
    relations, after = page_of_member(call.corp, member.userid, offset, size)
    return [
        Served(relation.external_userid, member.userid, relation.createtime, None)
        for relation in relations
    ], after


def _of_group(call: Call, group: Group, offset: int, size: int) -> tuple[list[Served], int | None]:
    rows = [
        Served(who, group.owner, joined_at, group)
        for who, joined_at in group.members.items()
        if who in call.corp.persons
    ]
    return part_of(rows, offset, size)


def _row(call: Call, walk: str, served: Served) -> dict[str, Any]:
    digest = hashlib.sha256(f"{walk}|{served.external_userid}".encode()).hexdigest()
    is_customer = _is_customer(call, served)
    told: dict[str, Any] = {"is_customer": is_customer, "tmp_openid": f"wt{digest[:30]}"}
    if is_customer:
        told["external_userid"] = served.external_userid
    else:
        told["name"] = f"{call.corp.persons[served.external_userid].name[:1]}**"
    told["follow_userid"] = served.follow_userid
    group = served.group
    if group is not None and is_customer_group(call.corp, group):
        told["chat_id"] = group.chat_id
    elif group is not None:
        told["chat_name"] = group.name
    return told | {"add_time": served.add_time}


def _is_customer(call: Call, served: Served) -> bool:
    """Whether the member has the feature; of somebody in a group, whether any follower has."""
    staff = call.corp.staff
    if served.group is None:
        return staff[served.follow_userid].contact
    found = call.corp.relations_of(served.external_userid)
    return any(staff[relation.userid].contact for relation in found)


async def contact_list(call: Call) -> dict[str, Any]:
    """One page; its ids and its cursor are good for this traversal alone."""
    size = limit(call.body, default=PAGE, most=PAGE, over=Over.CLAMP)
    walk, start = _begin(call)
    members = sorted(call.visible_staff(), key=lambda member: member.userid)
    seen = {member.userid for member in members}
    groups = [g for g in call.corp.groups.values() if g.owner in seen and not g.dismissed]
    sources = [
        *(partial(_of_member, call, member) for member in members),
        *(partial(_of_group, call, group) for group in groups),
    ]
    rows, after = Walk(sources).page(start, size)
    return {
        "info_list": [_row(call, walk, served) for served in rows],
        "next_cursor": f"{walk}.{cursor(after, walk)}" if after is not None else "",
    }
