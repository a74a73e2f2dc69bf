"""What WeCom looks at before it does anything."""

from collections.abc import Mapping
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.company import Staff
from wecom_emulator.errors import (
    DISMISSED_GROUP,
    NO_PRIVILEGE,
    TOO_MANY_OBJECTS,
    UNKNOWN_GROUP,
    UNKNOWN_MEMBER,
)
from wecom_emulator.grouping import is_customer_group
from wecom_emulator.state import Group

from .errors import NO_GROUP_OF_OURS, NOBODY, NOT_CUSTOMER_GROUP, UNKNOWN_OPENGID, UNKNOWN_USERID
from .state import by_opengid


def sees_owner(call: Call, userid: str) -> bool:
    """Whether an owner, one who left too, is in the app's visible range."""
    left = call.corp.leavers.get(userid)
    if userid in call.corp.staff or left is None:
        return call.sees(userid)
    return call.app.sees(Staff(userid, left.name, left.department), call.corp.departments)


def _owner(call: Call, userid: str) -> str:
    """A member, or one who left."""
    member = call.corp.member(userid)
    lowered = userid.lower()
    left = next((known for known in call.corp.leavers if known.lower() == lowered), None)
    found = member.userid if member is not None else left
    if found is None:
        raise UNKNOWN_MEMBER.error()
    if not sees_owner(call, found):
        raise NO_PRIVILEGE.error()
    return found


def owners(call: Call) -> list[str] | None:
    """The owners that a body names, each once; None is everybody in the visible range.

    That is refused with 81017 for a range of more than 1,000 people.
    """
    wanted = fields.strings(fields.optional_object(call.body, "owner_filter"), "userid_list")
    if len(wanted) > call.world.limits.owners_of_a_list:
        raise TOO_MANY_OBJECTS.error()
    if wanted:
        return list(dict.fromkeys(_owner(call, userid) for userid in wanted))
    if len(call.visible_staff()) > call.corp.switches.scope_needs_owners:
        raise TOO_MANY_OBJECTS.error()
    return None


def customer_group(call: Call, chat_id: str) -> Group:
    """A living customer group whose owner the app sees."""
    group = call.corp.groups.get(chat_id)
    if group is None:
        raise UNKNOWN_GROUP.error()
    if group.dismissed:
        raise DISMISSED_GROUP.error()
    if not is_customer_group(call.corp, group):
        raise NOT_CUSTOMER_GROUP.error()
    if not sees_owner(call, group.owner):
        raise NO_PRIVILEGE.error()
    return group


def of_opengid(call: Call, opengid: str) -> Group:
    """The customer group of an opengid."""
    group = by_opengid(call.corp, opengid)
    if group is None:
        raise UNKNOWN_OPENGID.error()
    if not is_customer_group(call.corp, group):
        raise NO_GROUP_OF_OURS.error()
    return customer_group(call, group.chat_id)


def window(call: Call, begin: str, end: str, *, required: bool) -> range:
    """The days of a statistic."""
    first = fields.integer(call.body, begin, least=0, most=1 << 40)
    last = fields.integer(call.body, end, None if required else first, least=0, most=1 << 40)
    limits = call.world.limits
    return fields.days(
        first,
        last,
        call.world.clock.now(),
        span=limits.statistic_days,
        history=limits.statistic_history_days,
        name=begin,
    )


def members(call: Call, body: Mapping[str, Any]) -> set[str]:
    """Members of a statistic, by themselves and by departments."""
    most = call.world.limits.owners_of_a_list
    userids = fields.strings(body, "userid", most=most)
    parties = fields.integers(body, "partyid", most=most)
    if not userids and not parties:
        raise NOBODY.error()
    found: set[str] = set()
    for userid in userids:
        member = call.corp.member(userid)
        if member is None:
            raise UNKNOWN_USERID.error()
        found.add(call.member(member.userid).userid)
    departments = call.corp.departments
    for party in parties:
        if party not in departments or not call.app.sees_department(party, departments):
            raise NO_PRIVILEGE.error()
    wanted = set(parties)
    for member in call.visible_staff():
        if wanted & set(member.department):
            found.add(member.userid)
    return found
