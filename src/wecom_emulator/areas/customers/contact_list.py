"""Everybody whom the company serves, customers or not (document 99434)."""

import hashlib
import secrets
from functools import partial
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import INVALID_CURSOR
from wecom_emulator.grouping import is_customer_group
from wecom_emulator.paging import Over, cursor, limit, place
from wecom_emulator.state import Group, Staff

from .errors import EXPIRED_CURSOR
from .state import Walk, relations_of_member

PAGE = 1000
Row = dict[str, Any]


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


def _person(call: Call, walk: str, external: str, *, is_customer: bool) -> Row:
    digest = hashlib.sha256(f"{walk}|{external}".encode()).hexdigest()
    row: Row = {"is_customer": is_customer, "tmp_openid": f"wt{digest[:30]}"}
    if is_customer:
        return row | {"external_userid": external}
    person = call.corp.persons.get(external)
    name = person.name if person is not None else ""
    return row | {"name": f"{name[:1]}**"}


def _of_member(call: Call, walk: str, member: Staff) -> list[Row]:
    return [
        _person(call, walk, relation.external_userid, is_customer=member.contact)
        | {"follow_userid": member.userid, "add_time": relation.createtime}
        for relation in relations_of_member(call.corp, member.userid)
    ]


def _of_group(call: Call, walk: str, group: Group) -> list[Row]:
    known = is_customer_group(call.corp, group)
    name = {"chat_id": group.chat_id} if known else {"chat_name": group.name}
    return [
        _person(call, walk, who, is_customer=_is_customer(call, who))
        | {"follow_userid": group.owner, **name, "add_time": joined_at}
        for who, joined_at in group.members.items()
        if who in call.corp.persons
    ]


def _is_customer(call: Call, external: str) -> bool:
    found = call.corp.relations_of(external)
    return any(call.corp.staff[relation.userid].contact for relation in found)


async def contact_list(call: Call) -> dict[str, Any]:
    """One page; its ids and its cursor are good for this traversal alone."""
    size = limit(call.body, default=PAGE, most=PAGE, over=Over.CLAMP)
    walk, start = _begin(call)
    members = sorted(call.visible_staff(), key=lambda member: member.userid)
    seen = {member.userid for member in members}
    groups = [g for g in call.corp.groups.values() if g.owner in seen and not g.dismissed]
    sources = [
        *(partial(_of_member, call, walk, member) for member in members),
        *(partial(_of_group, call, walk, group) for group in groups),
    ]
    rows, after = Walk(sources).page(start, size)
    return {
        "info_list": rows,
        "next_cursor": f"{walk}.{cursor(after, walk)}" if after is not None else "",
    }
