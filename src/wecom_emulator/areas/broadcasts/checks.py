"""What WeCom looks at before it does anything: to whom a broadcast goes, which one is meant."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from wecom_emulator import fields
from wecom_emulator.attachments import Content, content
from wecom_emulator.calls import Call
from wecom_emulator.errors import NO_CONTACT_FEATURE, UNKNOWN_CUSTOMER, refuse_field, refuse_missing
from wecom_emulator.state import SHOWN, Relation, Staff

from .errors import (
    CANCELLED,
    DISPATCHING,
    MISSING_ID,
    NO_RECIPIENTS,
    NOBODY,
    REMINDED_ENOUGH,
    UNKNOWN_CHAT_TYPE,
    UNKNOWN_ID,
)
from .state import GROUP, SINGLE, Broadcast, Broadcasts, Talks, follower, owned

MONTH = 31 * 24 * 3600
DAY = 24 * 3600
_SUBJECTS = ("wm", "wo")


@dataclass(frozen=True, slots=True)
class Plan:
    """A broadcast that may be made."""

    chat_type: str
    content: Content
    targets: dict[str, list[str]]
    """By member."""
    failed: list[str]
    allow_select: bool


def plan(call: Call) -> Plan:
    """Everything of add_msg_template."""
    kind = chat_type(call.body, SINGLE)
    said = content(call)
    name = fields.optional_text(call.body, "sender")
    select = fields.flag(call.body, "allow_select")
    ids = fields.strings(call.body, "external_userid", most=call.world.limits.broadcast_customers)
    chats = fields.strings(call.body, "chat_id_list", most=call.world.limits.broadcast_groups)
    tags = _tag_lists(call)
    if kind == SINGLE and not (name or ids or tags):
        raise NO_RECIPIENTS.error()
    if kind == GROUP:
        fields.text(call.body, "sender")
    sender = _sender(call, name) if name else None
    if kind == GROUP and sender is not None:
        targets, failed = _groups(call, sender, chats)
    elif ids:
        targets, failed = _customers(call, sender, list(dict.fromkeys(ids)))
    else:
        targets, failed = _matching(call, sender, tags), []
    if not targets:
        raise NOBODY.error()
    return Plan(kind, said, targets, failed, select and kind == SINGLE)


def chat_type(body: dict[str, Any], default: str = "") -> str:
    """`single` or `group`."""
    kind = fields.optional_text(body, "chat_type") or default
    if not kind:
        refuse_missing("chat_type")
    if kind not in {SINGLE, GROUP}:
        raise UNKNOWN_CHAT_TYPE.error()
    return kind


def _tag_lists(call: Call) -> list[set[str]]:
    wanted = fields.objects(fields.optional_object(call.body, "tag_filter"), "group_list")
    most = call.world.limits.tags_of_a_list
    return [set(fields.strings(row, "tag_list", most=most, required=True)) for row in wanted]


def _sender(call: Call, name: str) -> Staff:
    sender = call.member(name)
    if not sender.contact:
        raise NO_CONTACT_FEATURE.error()
    return sender


def _groups(call: Call, sender: Staff, chats: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    theirs = owned(call.corp, sender.userid)
    wanted = list(dict.fromkeys(chats))
    chosen = [chat_id for chat_id in wanted if chat_id in set(theirs)]
    if not (chosen if wanted else theirs):
        return {}, wanted
    return {sender.userid: chosen}, [chat_id for chat_id in wanted if chat_id not in set(chosen)]


def _able(call: Call, sender: Staff | None) -> set[str]:
    if sender is not None:
        return {sender.userid}
    return {member.userid for member in call.visible_staff() if member.contact}


def _customers(
    call: Call, sender: Staff | None, ids: list[str]
) -> tuple[dict[str, list[str]], list[str]]:
    if not all(each.startswith(_SUBJECTS) for each in ids):
        raise UNKNOWN_CUSTOMER.error()
    able = _able(call, sender)
    known: dict[str, list[Relation]] = {}
    for each in ids:
        relations = [r for r in call.corp.relations_of(each) if r.userid in able]
        if relations:
            known[each] = relations
    return _dealt(call, known), [each for each in ids if each not in known]


def _matching(call: Call, sender: Staff | None, tags: list[set[str]]) -> dict[str, list[str]]:
    able = _able(call, sender)
    if sender is not None and not tags:
        theirs = call.corp.customers_of([sender.userid])
        return {sender.userid: [r.external_userid for r in theirs]} if theirs else {}
    carried: dict[str, set[str]] = defaultdict(set)
    every = set().union(*tags)
    for userid in sorted(able):
        for relation in call.corp.tagged(userid, every):
            if relation.state in SHOWN:
                carried[relation.external_userid].update(relation.tags)
    return _dealt(
        call,
        {
            external: [r for r in call.corp.relations_of(external) if r.userid in able]
            for external, marks in carried.items()
            if all(not wanted.isdisjoint(marks) for wanted in tags)
        },
    )


def _dealt(call: Call, known: dict[str, list[Relation]]) -> dict[str, list[str]]:
    """Each customer to one of his followers."""
    talks = call.corp.of(Talks)
    talks.read(call.corp)
    dealt: dict[str, list[str]] = defaultdict(list)
    for external, relations in known.items():
        members = [relation.userid for relation in relations]
        dealt[follower(call.corp, talks, external, members)].append(external)
    return dict(dealt)


def broadcast(call: Call, *, dispatched: bool = False) -> Broadcast:
    """The one that `msgid` names; with `dispatched` refused while it is on its way (41063)."""
    found = call.corp.of(Broadcasts).kept.get(fields.text(call.body, "msgid", missing=MISSING_ID))
    if found is None:
        raise UNKNOWN_ID.error()
    if dispatched and call.world.clock.now() < found.dispatched_at:
        raise DISPATCHING.error()
    return found


def living(call: Call) -> Broadcast:
    """The same, not cancelled."""
    found = broadcast(call)
    if found.cancelled:
        raise CANCELLED.error()
    return found


def remindable(call: Call) -> Broadcast:
    """The same, not reminded of too often in the last 24 hours."""
    found = living(call)
    now = call.world.clock.now()
    recent = sum(at > now - DAY for at in found.reminders)
    if recent >= call.world.limits.reminders_a_day:
        raise REMINDED_ENOUGH.error()
    return found


def span(body: dict[str, Any], longest: int) -> tuple[int, int]:
    """A window of unix seconds."""
    start = fields.integer(body, "start_time", least=0)
    end = fields.integer(body, "end_time", least=0)
    if end < start or end - start > longest:
        refuse_field("end_time", "is out of range")
    return start, end
