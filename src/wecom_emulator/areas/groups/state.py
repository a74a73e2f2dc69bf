"""How groups are found, and what is counted of them: all from what really happened.

What is kept stands in `wecom_emulator.grouping` and `wecom_emulator.history`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from wecom_emulator.fields import midnight
from wecom_emulator.grouping import Stay, chat_of, is_customer_group, owner_at
from wecom_emulator.history import History, Moment, moments
from wecom_emulator.state import SHOWN, Corp, Group

DAY = 24 * 3600
LEFT = 1
"""The status of a group whose owner has left the company."""


def status_of(corp: Corp, group: Group) -> int:
    """0 follower normal, 1 left, 2 inheriting, 3 inherited."""
    kept = chat_of(corp, group).status
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


def _stays(corp: Corp, group: Group) -> list[Stay]:
    """Everybody who is or was in it; who is, has not left yet."""
    now = [Stay(who, joined, float("inf")) for who, joined in group.members.items()]
    return [*chat_of(corp, group).stays, *now]


def count_groups(corp: Corp, groups: Sequence[Group], first: int, last: int) -> GroupData:
    """What `groups` are from the midnight `first` to the end of the day of the midnight `last`."""
    end = last + DAY
    data = GroupData()
    spoken = _spoken(corp, {group.chat_id for group in groups}, end)
    for group in groups:
        if group.create_time >= end:
            continue
        dismissed_at = chat_of(corp, group).dismissed_at
        # A group that was dismissed before anybody noted when is none.
        alive = dismissed_at >= end if group.dismissed else True
        stays = _stays(corp, group)
        data.new_chat_cnt += first <= group.create_time < end
        data.chat_total += alive
        data.new_member_cnt += sum(first <= stay.joined_at < end for stay in stays)
        if alive:
            data.member_total += sum(stay.joined_at < end <= stay.left_at for stay in stays)
        said = spoken.get(group.chat_id, [])
        data.chat_has_msg += bool(said)
        data.member_has_msg += len(set(said))
        data.msg_total += len(said)
    return data


def _spoken(corp: Corp, wanted: set[str], end: int) -> dict[str, list[str]]:
    """Who spoke in which of the groups before `end`, once for each message."""
    found: dict[str, list[str]] = {}
    for day, rows in corp.of(History).days.items():
        if day < end:
            for moment in rows:
                if moment.what == "spoken" and moment.other in wanted:
                    found.setdefault(moment.other, []).append(moment.userid)
    return found


def owned(corp: Corp, at: float) -> dict[str, list[Group]]:
    """Customer groups by who had them at a moment."""
    found: dict[str, list[Group]] = {}
    for group in corp.groups.values():
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
    old = _silent_adds(corp, userids)
    return [(day, _behavior(corp, userids, day, old.get(day, 0))) for day in days]


def _silent_adds(corp: Corp, userids: set[str]) -> dict[int, int]:
    """Customers by day who were there before anything was told: those of a generated company."""
    found: dict[int, int] = {}
    for userid in userids:
        for relation in corp.relations_by(userid):
            if not relation.began_at and relation.state in SHOWN:
                day = midnight(relation.createtime)
                found[day] = found.get(day, 0) + 1
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
