"""Write what callbacks and readings tell of groups: stays, faces, events, states of persons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import Event, NewEvent, append
from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers
from yutang.people.customers.service import Met
from yutang.people.staff import service as staff

from . import stays, writing
from .events import (
    GroupCreated,
    GroupDismissed,
    GroupNoticeChanged,
    GroupOwnerChanged,
    GroupRenamed,
    MemberJoined,
    MemberLeft,
)
from .facts import GoneFacts, GroupFacts, MemberFacts, Told
from .stays import Ends, Seat, Seats
from .writing import Face, Happening

PERSON: Final = ("wm", "wo")
"""What WeCom's ids of people begin with; members' are whatever the corp likes."""
NEWS: Final = timedelta(minutes=10)
"""What a first reading finds to be younger is told as an event; the rest is history."""
REST: Final = timedelta(seconds=2)
"""WeCom answers with what was before for about so long after a callback."""
BUSY: Final = timedelta(seconds=10)
"""A group in which something happens all the time is read once in so long."""
ALWAYS: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Group:
    """A group under change: its face, the stays that were looked at, what is to be told."""

    face: Face
    before: dict[str, Seats] = field(default_factory=dict)
    after: dict[str, Seats] = field(default_factory=dict)
    happenings: list[Happening] = field(default_factory=list)
    events: list[tuple[datetime, Event]] = field(default_factory=list)
    news_from: datetime = ALWAYS
    """Comings before that are no news."""

    def seats(self, member: str) -> Seats:
        return self.after.get(member, ())

    def happened(self, at: datetime, kind: str, before: Any = None, after: Any = None) -> None:
        self.happenings.append(Happening(self.face.id, at, kind, before, after))

    def changed(self) -> dict[str, Seats]:
        return {
            member: seats
            for member, seats in self.after.items()
            if seats != self.before.get(member, ())
        }


async def record_told(
    session: AsyncSession, vault: Vault, corp_id: int, told: Sequence[Told], now: datetime
) -> None:
    """Store what callbacks tell; in any order, any repetition. Needs the owner's session.

    What can be applied is applied at once; where a reading must tell the rest, or our list is not
    the one that the callback speaks of, the group is due to be read.
    """
    if not told:
        return
    faces = await writing.lock(
        session, corp_id, {one.chat_id: one.at for one in sorted(told, key=lambda t: t.at)}
    )
    members: dict[int, set[str]] = {}
    for one in told:
        spoken = members.setdefault(faces[one.chat_id].id, set())
        spoken |= {_key(m) for m in (*one.came, *one.went)}
    gone = {faces[one.chat_id].id for one in told if one.dismissed}
    found = await writing.seats(session, corp_id, members, whole=gone)
    groups = {chat_id: _Group(face) for chat_id, face in faces.items()}
    for group in groups.values():
        group.before = found.get(group.face.id, {})
        group.after = dict(group.before)
    for one in told:
        _apply(groups[one.chat_id], one, now)
    await _write(session, vault, corp_id, list(groups.values()), {}, told[-1].source)


def _apply(group: _Group, told: Told, now: datetime) -> None:
    face = group.face
    ends = Ends(face.read_at, face.dismissed_at)
    due = told.edited or told.created
    for member in map(_key, told.came):
        group.after[member] = stays.came(group.seats(member), told.at, told.scene, ends)
    for member in map(_key, told.went):
        group.after[member] = stays.went(group.seats(member), told.at, told.how, ends)
    if told.created and not face.is_told:
        face.is_told = True
        group.happened(told.at, "created")
        group.events.append((told.at, GroupCreated(group_id=face.id)))
    if (told.came or told.went) and face.version != told.version_after:
        due = bool(told.came) or face.read_at is None or face.version != told.version_before
        if not due:
            face.version = told.version_after
    if told.dismissed:
        _dismiss(group, told.at)
    elif due and face.dismissed_at is None:
        face.news_at = now
        if face.due_at is None:
            face.due_at = max(now + REST, (face.read_at or ALWAYS) + BUSY)


def _dismiss(group: _Group, at: datetime) -> None:
    face, was = group.face, group.face.dismissed_at
    if was is None:
        group.happened(at, "dismissed")
        group.events.append((at, GroupDismissed(group_id=face.id)))
    elif was <= at:
        return
    for member, seats in group.after.items():
        group.after[member] = stays.dismissed(seats, at)
    face.dismissed_at, face.state, face.due_at, face.news_at = at, "dismissed", None, None


async def record_readings(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    readings: Sequence[GroupFacts],
    now: datetime,
    *,
    source: str,
) -> None:
    """Make what is here equal to what WeCom showed. Needs the owner's session.

    Who was erased is left out with all that began before. Leaving that no callback told of is
    `unseen`. Comings and leavings are told as events but for those that a first reading finds.
    """
    if not readings:
        return
    readings = await _without_erased(session, vault, corp_id, readings)
    faces = await writing.lock(session, corp_id, {one.chat_id: one.created_at for one in readings})
    shown = {faces[one.chat_id].id: {_key(m.member) for m in one.members} for one in readings}
    known = {face.id for face in faces.values() if not face.is_new}
    found = await writing.seats(
        session, corp_id, {i: who for i, who in shown.items() if i in known}, whole=known
    )
    owners = await staff.identify(session, corp_id, (r.owner for r in readings if r.owner))
    met: dict[str, Met] = {}
    groups = []
    for one in readings:
        group = _Group(faces[one.chat_id])
        group.before = found.get(group.face.id, {})
        group.after = dict(group.before)
        if group.face.read_at is None:
            group.news_from = now - NEWS
        _show(group, one)
        _face(group, one, owners.get(one.owner), now)
        groups.append(group)
        met |= {m.member: _met(m) for m in one.members if not m.is_staff}
    await _write(session, vault, corp_id, groups, met, source)


def _show(group: _Group, reading: GroupFacts) -> None:
    face = group.face
    if face.dismissed_at is not None:
        # Asked for before it was; a group that is gone never comes back.
        return
    admins = {_key(one) for one in reading.admins}
    there = set()
    for member in reading.members:
        key = _key(member.member)
        there.add(key)
        seat = Seat(
            member.joined_at,
            scene=member.scene,
            code_state=member.code_state,
            inviter=member.inviter.lower() if member.inviter else None,
            nickname=member.nickname,
            name=member.name,
            is_admin=key in admins,
        )
        group.after[key] = stays.shown(group.seats(key), seat)
    for key, seats in group.before.items():
        if key not in there:
            group.after[key] = stays.absent(seats, reading.asked_at)


def _face(group: _Group, reading: GroupFacts, owner_id: int | None, now: datetime) -> None:
    face, at = group.face, reading.asked_at
    if face.dismissed_at is not None:
        return
    known = face.read_at is not None
    if face.read_at is not None and face.read_at > at:
        # An older answer that came later: its stays found their places, its face is stale.
        return
    if known and face.name != reading.name:
        group.happened(at, "renamed", face.name, reading.name)
        group.events.append((at, GroupRenamed(group_id=face.id)))
    if known and face.owner_staff_id != owner_id:
        group.happened(at, "owner_changed", face.owner_staff_id, owner_id)
        group.events.append(
            (
                at,
                GroupOwnerChanged(
                    group_id=face.id, staff_id=owner_id, from_staff_id=face.owner_staff_id
                ),
            )
        )
    if known and face.notice != reading.notice:
        group.happened(at, "notice_changed", face.notice, reading.notice)
        group.events.append((at, GroupNoticeChanged(group_id=face.id)))
    if not known and not face.is_told:
        face.is_told = True
        group.happened(reading.created_at, "created")
        if reading.created_at > now - NEWS:
            group.events.append((reading.created_at, GroupCreated(group_id=face.id)))
    face.name, face.notice, face.owner_staff_id = reading.name, reading.notice, owner_id
    face.created_at, face.version, face.read_at = reading.created_at, reading.version, at


async def record_gone(
    session: AsyncSession, vault: Vault, corp_id: int, gone: Sequence[GoneFacts], now: datetime
) -> None:
    """Groups that WeCom shows no longer: dismissed ones end; of hidden ones nothing changes."""
    ended = [one for one in gone if one.dismissed]
    told = [Told(one.chat_id, one.asked_at, "reading", dismissed=True) for one in ended]
    await record_told(session, vault, corp_id, told, now)


async def _without_erased(
    session: AsyncSession, vault: Vault, corp_id: int, readings: Sequence[GroupFacts]
) -> Sequence[GroupFacts]:
    people = {m.member for one in readings for m in one.members if not m.is_staff}
    since = await customers.erased_since(session, vault, corp_id, people)
    if not since:
        return readings
    return [
        replace(
            one,
            members=tuple(
                m for m in one.members if m.member not in since or m.joined_at > since[m.member]
            ),
        )
        for one in readings
    ]


async def _write(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    groups: Sequence[_Group],
    met: Mapping[str, Met],
    source: str,
) -> None:
    changed = {group.face.id: group.changed() for group in groups}
    people = {m for found in changed.values() for m in found if m.startswith(PERSON)}
    since = await customers.erased_since(session, vault, corp_id, people)
    for found in changed.values():
        for member in [m for m in found if m in since]:
            # Who was erased and did not come anew has no stay here.
            if fresh := [one for one in found[member] if one.joined_at > since[member]]:
                found[member] = tuple(fresh)
            else:
                del found[member]
    people = {m for found in changed.values() for m in found if m.startswith(PERSON)}
    # All whom a reading showed: names may have changed where stays have not.
    wanted = {one: met.get(one) or Met(one) for one in sorted(people | met.keys())}
    ids = await customers.meet(session, corp_id, list(wanted.values()))
    old = [
        (group.face.id, member, seat)
        for group in groups
        for member in changed[group.face.id]
        for seat in group.before.get(member, ())
    ]
    new = [
        (group_id, member, seat)
        for group_id, found in changed.items()
        for member, seats in found.items()
        for seat in seats
    ]
    accounts = {m for _, m, _ in new if not m.startswith(PERSON)}
    accounts |= {seat.inviter for _, _, seat in new if seat.inviter}
    members = await staff.identify(session, corp_id, sorted(accounts)) if accounts else {}
    await writing.put(session, corp_id, old, new, ids, members)
    await writing.put_faces(session, corp_id, [group.face for group in groups])
    await writing.remember(session, corp_id, [h for group in groups for h in group.happenings])
    await customers.settle_met(session, corp_id, {ids[one] for one in people})
    await append(session, corp_id, _events(groups, changed, ids, source))


def _events(
    groups: Sequence[_Group],
    changed: Mapping[int, Mapping[str, Seats]],
    ids: Mapping[str, int],
    source: str,
) -> list[NewEvent]:
    told = [
        NewEvent(customer_id=None, at=at, actor="system", source=source, event=event)
        for group in groups
        for at, event in group.events
    ]
    for group in groups:
        for member, seats in changed[group.face.id].items():
            if member in ids:
                told += [
                    NewEvent(
                        customer_id=ids[member], at=at, actor="customer", source=source, event=event
                    )
                    for at, event in _moves(group, group.before.get(member, ()), seats)
                ]
    return told


def _moves(group: _Group, before: Seats, after: Seats) -> list[tuple[datetime, Event]]:
    """Comings and goings that were not known; corrections of what was told are no news."""
    moves: list[tuple[datetime, Event]] = []
    for one in after:
        was = next((b for b in before if _is_that(b, one)), None)
        fresh = was is None or (was.is_end_alone and not one.is_end_alone)
        if fresh and not one.is_end_alone and one.joined_at >= group.news_from:
            joined = MemberJoined(
                group_id=group.face.id, scene=one.scene, code_state=one.code_state
            )
            moves.append((one.joined_at, joined))
        if (was is None or was.is_present) and one.left_at is not None and one.left_how:
            left = MemberLeft(group_id=group.face.id, how=one.left_how)
            moves.append((one.left_at, left))
    return moves


def _is_that(was: Seat, one: Seat) -> bool:
    if was.left_at is not None and was.left_at == one.left_at:
        return True
    return abs(was.joined_at - one.joined_at) <= stays.SAME


def _key(member: str) -> str:
    """As it is stored: people's ids as they are, accounts compare without case."""
    return member if member.startswith(PERSON) else member.lower()


def _met(member: MemberFacts) -> Met:
    return Met(member.member, member.name, member.unionid)
