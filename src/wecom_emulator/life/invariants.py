"""What must hold after a life: the world remembers exactly what was done."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from wecom_emulator import grouping
from wecom_emulator.areas.broadcasts.state import CONFIRMED, SENT, SINGLE, Broadcast, Broadcasts
from wecom_emulator.areas.groups.state import behavior_of
from wecom_emulator.areas.moments.state import Moments
from wecom_emulator.state import SHOWN

from .spans import DAY
from .stage import Stage

_SHOWN = 5


def judge(stage: Stage) -> list[dict[str, Any]]:
    """Each invariant: how much was looked at, and the first things that break it."""
    return [
        _row("every confirmed broadcast is in each receiver's list once", _broadcasts(stage)),
        _row("every posted Moment is in each viewer's list once", _moments(stage)),
        _row("members of a group are those who joined less those who left", _groups(stage)),
        _row("adds in the statistics are the adds there were", _statistics(stage)),
        _row("deletions in the statistics are the deletions there were", _feedback(stage)),
        _row("nobody who deleted a member receives anything from him later", _partings(stage)),
        _row("people of this life have whom they met", _relations(stage)),
    ]


Findings = Iterator[tuple[int, str | None]]
"""How much was looked at, and what is wrong with it."""


def _row(name: str, findings: Findings) -> dict[str, Any]:
    looked, wrong, first = 0, 0, list[str]()
    for count, fault in findings:
        looked += count
        if fault is not None:
            wrong += 1
            first += [fault] if len(first) < _SHOWN else []
    return {"name": name, "ok": not wrong, "looked_at": looked, "wrong": wrong, "first": first}


def _readers(stage: Stage, broadcast: Broadcast) -> Iterator[tuple[str, str]]:
    """Sent parts of a broadcast, as customers and groups, with who sent."""
    del stage
    for task in broadcast.tasks.values():
        if task.status == CONFIRMED:
            for to, outcome in task.outcomes.items():
                if outcome.status == SENT:
                    yield to, task.userid


def _broadcasts(stage: Stage) -> Findings:
    single: Counter[tuple[str, str, str]] = Counter()
    group: dict[tuple[str, str, str], Counter[str]] = {}
    for got in stage.corp.received:
        if got.kind == "broadcast":
            single[got.body["msgid"], got.userid, got.external_userid] += 1
        elif got.kind == "group_broadcast":
            where = (got.body["msgid"], got.userid, got.body["chat_id"])
            group.setdefault(where, Counter())[got.external_userid] += 1
    for msgid, broadcast in stage.corp.of(Broadcasts).kept.items():
        for to, userid in _readers(stage, broadcast):
            if broadcast.chat_type == SINGLE:
                times = single.pop((msgid, userid, to), 0)
                yield 1, None if times == 1 else f"{to} received {msgid} {times} times"
                continue
            readers = group.pop((msgid, userid, to), Counter())
            twice = [who for who, times in readers.items() if times != 1]
            yield 1, f"{twice[0]} received {msgid} in {to} twice" if twice else None
    for msgid, _, to in [*single, *group]:
        yield 1, f"{to} received {msgid}, which nobody confirmed"


def _moments(stage: Stage) -> Findings:
    seen: Counter[tuple[str, str, str]] = Counter(
        (got.body["moment_id"], got.userid, got.external_userid)
        for got in stage.corp.received
        if got.kind == "moment"
    )
    for moment in stage.corp.of(Moments).kept.values():
        for post in moment.posts.values():
            for external in post.reached if post.posted_at else ():
                times = seen.pop((moment.moment_id, post.userid, external), 0)
                wrong = f"{external} got {moment.moment_id} {times} times"
                yield 1, None if times == 1 else wrong
    for moment_id, userid, external in seen:
        yield 1, f"{external} got {moment_id}, which {userid} did not post"


def _groups(stage: Stage) -> Findings:
    for chat_id, counted in stage.ledger.seats.items():
        group = stage.corp.groups[chat_id]
        chat = grouping.chat_of(stage.corp, group)
        here = sum(at >= stage.base and who in stage.known for who, at in group.members.items())
        gone = sum(stay.joined_at >= stage.base and stay.who in stage.known for stay in chat.stays)
        wanted = (counted["joined"] - counted["left"], counted["left"])
        wrong = f"{chat_id} has {here} and lost {gone}, not {wanted[0]} and {wanted[1]}"
        yield 1, None if (here, gone) == wanted else wrong


def _counted(stage: Stage, what: str) -> Findings:
    """A number of the statistics of all members together, day by day, against what was noted."""
    ledger = stage.ledger
    noted = ledger.adds if what == "new_contact_cnt" else ledger.losses
    first = int(stage.base)
    days = range(first, first + stage.scenario.days * DAY, DAY)
    for day, data in behavior_of(stage.corp, set(stage.members), days):
        wanted = sum(count for (its, _), count in noted.items() if its == day)
        told = int(getattr(data, what))
        yield wanted, None if told == wanted else f"{what} of {day} is {told}, not {wanted}"


def _statistics(stage: Stage) -> Findings:
    return _counted(stage, "new_contact_cnt")


def _feedback(stage: Stage) -> Findings:
    return _counted(stage, "negative_feedback_cnt")


def _partings(stage: Stage) -> Findings:
    partings = stage.ledger.partings
    places: dict[tuple[str, str], list[int]] = {pair: [] for pair in partings}
    for place, got in enumerate(stage.corp.received):
        found = places.get((got.userid, got.external_userid))
        # What stands in a group is read by all who are in it.
        if found is not None and not got.kind.startswith("group_"):
            found.append(place)
    for pair, each in partings.items():
        for parting in each:
            end = len(stage.corp.received) if parting.again is None else parting.again
            late = [place for place in places[pair] if parting.received <= place < end]
            wrong = f"{pair[1]} deleted {pair[0]} and received {len(late)} more"
            yield 1, wrong if late else None


def _relations(stage: Stage) -> Findings:
    corp = stage.corp
    for visitor in stage.visitors.values():
        relation = corp.relation(visitor.met, visitor.external_userid)
        if relation is None:
            yield 1, f"{visitor.external_userid} and {visitor.met} never met"
            continue
        deleted = (visitor.met, visitor.external_userid) in stage.ledger.partings
        fine = relation.state in {"whole", "asked", "half"} or (deleted and relation.state in SHOWN)
        yield 1, None if fine else f"{visitor.external_userid} is {relation.state}"
