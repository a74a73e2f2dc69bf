"""How groups are found, and what is counted of them: all from what really happened.

What is kept stands in `wecom_emulator.grouping` and `wecom_emulator.history`.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from wecom_emulator.fields import midnight
from wecom_emulator.grouping import Chats, is_customer_group, known_of, owner_at
from wecom_emulator.history import History, Moment, moments
from wecom_emulator.state import SHOWN, Corp, Group

DAY = 24 * 3600
LEFT = 1
"""The status of a group whose owner has left the company."""


def status_of(corp: Corp, group: Group) -> int:
    """0 follower normal, 1 left, 2 inheriting, 3 inherited."""
    kept = known_of(corp, group).status
    if group.owner in corp.staff:
        return kept
    # Who inherited it may have left as well.
    return kept if kept == 2 else LEFT  # noqa: PLR2004 - the statuses stand in the docstring


def opengid_of(corp: Corp, group: Group) -> str:
    """What a mini program opened in the group is told instead of its chat_id."""
    digest = hashlib.sha256(f"{corp.corpid}|{group.chat_id}".encode()).hexdigest()
    return f"tG{digest[:26]}"


def by_opengid(corp: Corp, opengid: str) -> Group | None:
    """The group of an opengid."""
    return next((g for g in corp.groups.values() if opengid_of(corp, g) == opengid), None)


@dataclass(slots=True)
class GroupData:
    """The numbers of one or more groups over some days; totals are those of the last day's end."""

    new_chat_cnt: int = 0
    chat_total: int = 0
    chat_has_msg: int = 0
    new_member_cnt: int = 0
    member_total: int = 0
    member_has_msg: int = 0
    msg_total: int = 0


@dataclass(slots=True)
class Ledger:
    """The moments of one group, each list in order."""

    opened_at: float
    dismissed_at: float
    joined: list[float]
    left: list[float]
    said: list[float]
    first_said: list[float]
    """When each of those who spoke did so for the first time."""


def ledgers(corp: Corp, groups: Iterable[Group]) -> dict[str, Ledger]:
    """The moments of groups, by chat_id."""
    found = {group.chat_id: _ledger(corp, group) for group in groups}
    spoken: dict[str, dict[str, float]] = {}
    for day in sorted(corp.of(History).days):
        for moment in sorted(moments(corp, day), key=lambda moment: moment.at):
            if moment.what == "spoken" and moment.other in found:
                found[moment.other].said.append(moment.at)
                spoken.setdefault(moment.other, {}).setdefault(moment.userid, moment.at)
    for chat_id, first in spoken.items():
        found[chat_id].first_said = sorted(first.values())
    return found


def _ledger(corp: Corp, group: Group) -> Ledger:
    chat = known_of(corp, group)
    return Ledger(
        group.create_time,
        chat.dismissed_at if group.dismissed else float("inf"),
        sorted([*group.members.values(), *(stay.joined_at for stay in chat.stays)]),
        sorted(stay.left_at for stay in chat.stays),
        [],
        [],
    )


def count_groups(groups: Iterable[Ledger], first: int, last: int) -> GroupData:
    """What they are from the midnight `first` to the end of the day of the midnight `last`."""
    end = last + DAY
    data = GroupData()
    for group in groups:
        if group.opened_at >= end:
            continue
        joined = bisect_left(group.joined, end)
        data.new_chat_cnt += group.opened_at >= first
        data.new_member_cnt += joined - bisect_left(group.joined, first)
        if group.dismissed_at >= end:
            data.chat_total += 1
            data.member_total += joined - bisect_left(group.left, end)
        said = bisect_left(group.said, end)
        data.chat_has_msg += bool(said)
        data.member_has_msg += bisect_left(group.first_said, end)
        data.msg_total += said
    return data


def ever_of(corp: Corp, userids: Collection[str]) -> list[Group]:
    """Groups that are one of the members', and all that may have been: too many are no harm."""
    chats = corp.of(Chats).by_id
    return [g for g in corp.groups.values() if g.owner in userids or g.chat_id in chats]


def owned(corp: Corp, groups: Iterable[Group], at: float) -> dict[str, list[Group]]:
    """Customer groups by who had them at a moment."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        if is_customer_group(corp, group):
            found.setdefault(owner_at(corp, group, at), []).append(group)
    return found


@dataclass(slots=True)
class Behavior:
    """What some members did with customers on one day."""

    new_apply_cnt: int = 0
    new_contact_cnt: int = 0
    negative_feedback_cnt: int = 0
    chats: set[tuple[str, str]] = field(default_factory=set)
    """Single chats in which a member spoke."""
    message_cnt: int = 0
    begun: int = 0
    """Chats that a customer began."""
    waits: list[float] = field(default_factory=list)
    """How long the answers to those took, seconds."""


def behavior_of(corp: Corp, userids: set[str], days: range) -> list[tuple[int, Behavior]]:
    """What the members did on each of the days, together."""
    old = _silent_adds(corp, userids, days)
    return [(day, _behavior(corp, userids, day, old.get(day, 0))) for day in days]


def _silent_adds(corp: Corp, userids: set[str], days: range) -> dict[int, int]:
    """Customers by day who were there before anything was told: those of a generated company."""
    found: dict[int, int] = {}
    for userid in userids:
        for relation in corp.kept_by(userid).values():
            if not relation.began_at and relation.state in SHOWN:
                day = midnight(relation.createtime)
                found[day] = found.get(day, 0) + 1
        derived = corp.derived.adds(userid, days) if corp.derived is not None else {}
        for day, count in derived.items():
            found[day] = found.get(day, 0) + count
    return found


def _behavior(corp: Corp, userids: set[str], day: int, old: int) -> Behavior:
    data = Behavior(new_contact_cnt=old)
    opened: dict[tuple[str, str], float | None] = {}
    rows = sorted((m for m in moments(corp, day) if m.userid in userids), key=lambda m: m.at)
    for moment in rows:
        if moment.what == "applied":
            data.new_apply_cnt += 1
        elif moment.what == "added":
            data.new_contact_cnt += 1
        elif moment.what == "deleted":
            data.negative_feedback_cnt += 1
        elif moment.what == "said":
            _hear(data, opened, moment)
    data.begun = len([at for at in opened.values() if at is not None]) + len(data.waits)
    return data


def _hear(data: Behavior, opened: dict[tuple[str, str], float | None], moment: Moment) -> None:
    """One message of a single chat; a chat is the customer's where he wrote first that day."""
    pair = (moment.userid, moment.other)
    if not moment.by_member:
        opened.setdefault(pair, moment.at)
        return
    data.message_cnt += 1
    data.chats.add(pair)
    asked_at = opened.get(pair)
    if asked_at is not None:
        data.waits.append(moment.at - asked_at)
    opened[pair] = None
