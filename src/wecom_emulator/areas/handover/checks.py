"""What WeCom looks at before it does anything."""

from wecom_emulator import fields, grouping
from wecom_emulator.areas.groups.checks import sees_owner
from wecom_emulator.calls import Call
from wecom_emulator.capacity import room_of
from wecom_emulator.company import Leaver, Staff
from wecom_emulator.errors import (
    DISMISSED_GROUP,
    MISSING_CUSTOMER,
    NO_CONTACT_FEATURE,
    NO_PRIVILEGE,
    TOO_OFTEN,
    UNKNOWN_CUSTOMER,
    UNKNOWN_GROUP,
    UNKNOWN_MEMBER,
    Refusal,
    refuse_missing,
)
from wecom_emulator.fields import midnight
from wecom_emulator.state import SHOWN, Group

from . import errors
from .state import DAY, DONE, WAITING, Handover, transfers_of

DAYS_BETWEEN = 90
YEAR = 365 * DAY
BANNED = Refusal(40143, "user is banned")
TICKET_EXPIRED = Refusal(40205, "user did not log in for a year")


def takeover(call: Call, name: str) -> Staff:
    """Who takes over: activated, verified, with the feature, seen by the app, no stranger here."""
    member = call.member(fields.text(call.body, name))
    if member.status != 1:
        raise errors.NOT_ACTIVE.error()
    if not member.verified:
        raise errors.NOT_VERIFIED.error()
    if not member.contact:
        raise NO_CONTACT_FEATURE.error()
    if not member.signed_in_lately:
        raise TICKET_EXPIRED.error()
    return member


def giver(call: Call) -> Staff:
    """A member who works here and hands over."""
    member = call.member(fields.text(call.body, "handover_userid"))
    if not member.contact:
        raise NO_CONTACT_FEATURE.error()
    if member.banned:
        raise BANNED.error()
    if not member.signed_in_lately:
        raise TICKET_EXPIRED.error()
    return member


def leaver(call: Call, userid: str) -> Leaver:
    """A member who left; 40097 for one who works here."""
    if call.corp.member(userid) is not None:
        call.member(userid)
        raise errors.NOT_RESIGNED.error()
    lowered = userid.lower()
    found = next(
        (left for left in call.corp.leavers.values() if left.userid.lower() == lowered), None
    )
    if found is None:
        raise UNKNOWN_MEMBER.error()
    if not sees_owner(call, found.userid):
        raise NO_PRIVILEGE.error()
    return found


def recent_leaver(call: Call) -> Leaver:
    """One who left within a year and had signed in within the year before."""
    found = leaver(call, fields.text(call.body, "handover_userid"))
    if _is_long_gone(call, found):
        raise errors.LEFT_LONG_AGO.error()
    return found


def _is_long_gone(call: Call, left: Leaver) -> bool:
    return call.world.clock.now() - left.left_at > YEAR or not left.signed_in_lately


def somebody(call: Call, name: str) -> str:
    """A member of a result, at work or gone."""
    userid = fields.text(call.body, name)
    member = call.corp.member(userid)
    if member is not None:
        return call.member(userid).userid
    return leaver(call, userid).userid


def customers(call: Call) -> list[str]:
    """The ids of a handover, at most 100."""
    most = call.world.limits.transfer_customers
    wanted = fields.strings(call.body, "external_userid", most=most)
    if not wanted:
        raise MISSING_CUSTOMER.error()
    return wanted


def customer(
    call: Call, handover: str, taker: Staff, external: str, *, on_job: bool, started: int
) -> Refusal | None:
    """What speaks against handing this one over; `started` others are on their way just now."""
    corp = call.corp
    if external not in corp.persons:
        return UNKNOWN_CUSTOMER
    relation = corp.relation(handover, external)
    if relation is None or relation.state not in SHOWN:
        return errors.NOT_FOLLOWER
    attempts = transfers_of(corp, external)
    if any(t.status == WAITING and t.handover == handover for t in attempts):
        return errors.UNDER_WAY
    if on_job:
        since = midnight(call.world.clock.now()) - DAYS_BETWEEN * DAY
        counted = [
            t
            for t in attempts
            if t.on_job and t.status in {DONE, WAITING} and t.started_at >= since
        ]
        if len(counted) >= call.world.limits.transfers_in_90_days:
            return errors.MOVED_OFTEN
    known = corp.relation(taker.userid, external)
    if known is not None and known.state in SHOWN:
        return None
    if room_of(call.world, corp, taker.userid) <= started:
        return errors.TAKEOVER_FULL
    return None


def groups(call: Call) -> list[str]:
    """The ids of groups to hand over, at most 100, each once."""
    most = call.world.limits.transfer_groups
    wanted = fields.strings(call.body, "chat_id_list", most=most, required=True)
    if not all(wanted):
        refuse_missing("chat_id_list")
    return list(dict.fromkeys(wanted))


def group(call: Call, chat_id: str, owner: Staff, *, on_job: bool) -> Refusal | None:
    """What speaks against giving this group to `owner`."""
    found = call.corp.groups.get(chat_id)
    if found is None:
        return UNKNOWN_GROUP
    if found.dismissed:
        return DISMISSED_GROUP
    if not grouping.is_customer_group(call.corp, found):
        return errors.NOT_CUSTOMER_GROUP
    if not sees_owner(call, found.owner):
        return NO_PRIVILEGE
    return (
        (_of_member if on_job else _of_leaver)(call, found, owner)
        or _enters(call, found, owner)
        or _today(call, found)
    )


def _of_member(call: Call, found: Group, owner: Staff) -> Refusal | None:
    old = call.corp.staff.get(found.owner)
    if old is None:
        return errors.OWNER_RESIGNED
    if old.userid == owner.userid:
        return errors.SAME_OWNER
    if not old.signed_in_lately:
        return TICKET_EXPIRED
    since = midnight(call.world.clock.now()) - DAYS_BETWEEN * DAY
    moved = [at for at in grouping.known_of(call.corp, found).moved if at >= since]
    return errors.MOVED_OFTEN if len(moved) >= call.world.limits.transfers_in_90_days else None


def _of_leaver(call: Call, found: Group, owner: Staff) -> Refusal | None:
    del owner
    status = grouping.known_of(call.corp, found).status
    if status == grouping.INHERITING:
        return errors.INHERITING
    if found.owner in call.corp.staff:
        return errors.INHERITED if status == grouping.INHERITED else errors.OWNER_WORKS_HERE
    left = call.corp.leavers.get(found.owner)
    if left is not None and _is_long_gone(call, left):
        return errors.LEFT_LONG_AGO
    return None


def _enters(call: Call, found: Group, owner: Staff) -> Refusal | None:
    """A group full of people on WeChat asks in the client before somebody more comes in."""
    if owner.userid in found.members:
        return None
    people = sum(
        1
        for who in found.members
        if (person := call.corp.persons.get(who)) is not None and person.type == 1
    )
    return errors.GROUP_FULL if people >= call.world.limits.transfer_group_people else None


def _today(call: Call, found: Group) -> Refusal | None:
    today = midnight(call.world.clock.now())
    moved = call.corp.of(Handover).groups_moved.get(found.owner, [])
    made = sum(at >= today for at in moved)
    return TOO_OFTEN if made >= call.world.limits.transfer_groups_a_day else None
