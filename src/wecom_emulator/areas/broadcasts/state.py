"""What is kept: broadcasts that members confirm, and how many each customer and group got."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from wecom_emulator.acts import receive
from wecom_emulator.attachments import Content, shown
from wecom_emulator.state import Corp, new_id
from wecom_emulator.world import World

SINGLE, GROUP = "single", "group"
UNSENT, SENT, NO_FRIEND, HAD_TOO_MANY = 0, 1, 2, 3
CONFIRMED = 2
"""The status of a member's part once he has sent it."""
_SHANGHAI = timezone(timedelta(hours=8))
_OLD_RULE, _A_WEEK = 4, 7
_REMEMBERED = 32 * 24 * 3600


@dataclass(slots=True)
class Outcome:
    """What became of one customer or group."""

    status: int
    send_time: int = 0


@dataclass(slots=True)
class Task:
    """What one member has to send."""

    userid: str
    targets: list[str]
    """Customers or groups; of groups none where he chooses himself."""
    status: int = UNSENT
    send_time: int = 0
    outcomes: dict[str, Outcome] = field(default_factory=dict)


@dataclass(slots=True)
class Broadcast:
    """One broadcast; without a creator it was made by the API."""

    msgid: str
    chat_type: str
    content: Content
    create_time: int
    dispatched_at: float
    tasks: dict[str, Task]
    creator: str = ""
    allow_select: bool = False
    reminders: list[float] = field(default_factory=list)
    cancelled: bool = False


@dataclass(slots=True)
class Broadcasts:
    """All of a corp."""

    kept: dict[str, Broadcast] = field(default_factory=dict)
    got: dict[str, list[int]] = field(default_factory=dict)
    """By customer and by group: when one reached him, of the last days."""

    def room(self, corp: Corp, to: str, now: float) -> bool:
        """Whether one more may reach this customer or group now."""
        begin, most = window(corp.switches.broadcasts_per_customer, now)
        return sum(at >= begin for at in self.got.get(to, ())) < most

    def count(self, to: str, now: int) -> None:
        """One reached him."""
        recent = (at for at in self.got.get(to, ()) if at > now - _REMEMBERED)
        self.got[to] = [*recent, now]


@dataclass(slots=True)
class Talks:
    """When each member and person last talked, as places in the corp's messages."""

    counted: int = 0
    last: dict[str, dict[str, int]] = field(default_factory=dict)
    """By person, then by member."""

    def read(self, corp: Corp) -> None:
        """Count what was said since the last time."""
        for place in range(self.counted, len(corp.messages)):
            said = corp.messages[place]
            person, member = (
                (said.sender, said.to) if said.sender in corp.persons else (said.to, said.sender)
            )
            if said.reached and person in corp.persons:
                self.last.setdefault(person, {})[member] = place
        self.counted = len(corp.messages)


def window(rule: str, now: float) -> tuple[int, int]:
    """Since when deliveries count, unix seconds, and how many there may be; days of Shanghai."""
    today = datetime.fromtimestamp(now, _SHANGHAI).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    if rule == "day":
        return int(today.timestamp()), 1
    if rule == "week":
        return int((today - timedelta(days=today.weekday())).timestamp()), _A_WEEK
    most = calendar.monthrange(today.year, today.month)[1]
    return int(today.replace(day=1).timestamp()), _OLD_RULE if rule == "old" else most


def follower(corp: Corp, talks: Talks, external_userid: str, members: Iterable[str]) -> str:
    """Whom a customer's part goes to: who talked with him last, else who met him last."""
    last = talks.last.get(external_userid, {})

    def rank(userid: str) -> tuple[int, int]:
        relation = corp.relation(userid, external_userid)
        return last.get(userid, -1), relation.createtime if relation is not None else 0

    return max(members, key=rank)


def make(
    world: World,
    corp: Corp,
    chat_type: str,
    content: Content,
    targets: dict[str, list[str]],
    *,
    creator: str = "",
    allow_select: bool = False,
) -> Broadcast:
    """A broadcast begins; its members have something to do."""
    now = world.clock.now()
    seconds = 0.0 if creator else corp.switches.dispatch_takes_seconds
    broadcast = Broadcast(
        new_id("msg"),
        chat_type,
        content,
        int(now),
        now + seconds,
        {userid: Task(userid, theirs) for userid, theirs in targets.items()},
        creator,
        allow_select,
    )
    corp.of(Broadcasts).kept[broadcast.msgid] = broadcast
    world.changed()
    return broadcast


def send(
    world: World, corp: Corp, broadcast: Broadcast, task: Task, chosen: list[str], base_url: str
) -> None:
    """A member sends his part: only now does it reach anybody."""
    now = world.clock.seconds()
    kept = corp.of(Broadcasts)
    body = {
        "msgid": broadcast.msgid,
        "text": broadcast.content.text,
        "attachments": shown(broadcast.content.attachments, base_url),
    }
    for to in chosen:
        reached = _readers(corp, broadcast.chat_type, task.userid, to)
        if reached is None:
            task.outcomes[to] = Outcome(NO_FRIEND)
        elif not kept.room(corp, to, now):
            task.outcomes[to] = Outcome(HAD_TOO_MANY)
        else:
            task.outcomes[to] = Outcome(SENT, now)
            kept.count(to, now)
            kind, where = (
                ("broadcast", {})
                if broadcast.chat_type == SINGLE
                else ("group_broadcast", {"chat_id": to})
            )
            for reader in reached:
                receive(world, corp, task.userid, reader, kind, {**body, **where})
    task.status, task.send_time = CONFIRMED, now
    world.changed()


def _readers(corp: Corp, chat_type: str, userid: str, to: str) -> list[str] | None:
    """Who reads what is sent there; None where it cannot be sent."""
    if chat_type == SINGLE:
        relation = corp.relation(userid, to)
        return [to] if relation is not None and relation.state == "whole" else None
    group = corp.groups.get(to)
    if group is None or group.dismissed or userid not in group.members:
        return None
    return [who for who in group.members if who in corp.persons]


def owned(corp: Corp, userid: str) -> list[str]:
    """The living groups of an owner."""
    return [g.chat_id for g in corp.groups.values() if g.owner == userid and not g.dismissed]
