"""What WeCom looks at before it makes or changes an acquisition link (document 97297)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.contact_ways.checks import check_departments
from wecom_emulator.areas.contact_ways.state import behind
from wecom_emulator.calls import Call
from wecom_emulator.errors import refuse_field, refuse_missing

from . import errors
from .state import DAY, Link, Links, Priority

NAME_CHARACTERS = 30
PRIORITY_MEMBERS = 1000
OF_THE_CORP, OF_A_LIST = 1, 2
SPAN_DAYS, HISTORY_DAYS = 30, 180


def found(call: Call) -> Link:
    """The link that the body names; those of other apps are unknown to this one."""
    link = call.corp.of(Links).links.get(fields.text(call.body, "link_id"))
    if link is None or link.agentid != call.app.agentid:
        raise errors.UNKNOWN_LINK.error()
    return link


def new(call: Call, link_id: str) -> Link:
    """The link of a body that makes one."""
    link = Link(
        link_id,
        call.app.agentid,
        fields.text(call.body, "link_name", most=NAME_CHARACTERS),
        call.world.clock.seconds(),
        *members(call),
        skip_verify=fields.flag(call.body, "skip_verify", default=True),
        mark_source=fields.flag(call.body, "mark_source", default=True),
        priority=priority(call),
    )
    if len(call.corp.of(Links).links) >= call.world.limits.acquisition_links:
        raise errors.TOO_MANY_LINKS.error()
    return link


def members(call: Call) -> tuple[list[str], list[int]]:
    """Members and departments of the body's range, 500 people at most."""
    range_ = fields.optional_object(call.body, "range")
    most = call.world.limits.members_of_a_link
    named = fields.strings(range_, "user_list", most=most)
    users = list(dict.fromkeys(call.member(userid).userid for userid in named))
    departments = list(dict.fromkeys(fields.integers(range_, "department_list")))
    if not users and not departments:
        refuse_missing("range")
    check_departments(call, departments)
    if len(behind(call.corp, users, departments)) > most:
        refuse_field("range", f"exceed max length {most}")
    return users, departments


def priority(call: Call) -> Priority | None:
    """The body's priority option; refused where the corp's category does not allow one."""
    body = fields.optional_object(call.body, "priority_option")
    if not body:
        return None
    if not call.corp.switches.business_category:
        raise errors.NO_CATEGORY.error()
    if not call.corp.switches.priority_option:
        raise errors.PRIORITY_NOT_ALLOWED.error()
    kind = fields.integer(body, "priority_type", least=OF_THE_CORP, most=OF_A_LIST)
    users: list[str] = []
    if kind == OF_A_LIST:
        named = fields.strings(body, "priority_userid_list", most=PRIORITY_MEMBERS, required=True)
        users = [call.member(userid).userid for userid in named]
    return Priority(kind, users)


def window(body: dict[str, Any], now: float) -> tuple[int, int]:
    """The first moment of the body's days and the one after their last."""
    start, end = fields.integer(body, "start_time"), fields.integer(body, "end_time")
    fields.days(start, end, now, span=SPAN_DAYS, history=HISTORY_DAYS)
    return fields.midnight(start), fields.midnight(end) + DAY
