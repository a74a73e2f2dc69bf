"""From what is known of a code's members to who takes its customers: no database in here."""

from collections.abc import Iterable, Sequence

from .schemas import Fact, Fallback, OffReason, Roster, Standing


def reason_of(fact: Fact) -> OffReason | None:
    """Why the rules keep a member off; None where they do not. A stand-in keeps to no hours."""
    if fact.status == "left":
        return "left"
    if fact.status != "active":
        return "inactive"
    if fact.off_duty:
        return "off_duty"
    if fact.place is None and not fact.in_hours:
        return "off_hours"
    if fact.room_left is not None and fact.room_left <= 0:
        return "full"
    if fact.day_cap is not None and fact.adds_today >= fact.day_cap:
        return "capped"
    return None


def judge(channel_id: int, facts: Iterable[Fact]) -> Roster:
    """The roster of a code; somebody is on as long as anybody of it works here."""
    ordered = sorted(facts, key=lambda one: (one.place is not None, one.place or 0, one.staff_id))
    members = tuple(Standing(one, reason_of(one)) for one in ordered)
    staff_ids, fallback = _choose(members)
    return Roster(channel_id, members, staff_ids, fallback)


def _choose(members: Sequence[Standing]) -> tuple[tuple[int, ...], Fallback | None]:
    listed = [one for one in members if one.fact.place is None]
    if on := tuple(one.fact.staff_id for one in listed if one.reason is None):
        return on, None
    stand_ins = [one for one in members if one.fact.place is not None]
    for one in stand_ins:
        if one.reason is None:
            return (one.fact.staff_id,), "stand_in"
    for group in (listed, stand_ins):
        if here := tuple(one.fact.staff_id for one in group if one.fact.status == "active"):
            return here, "everybody"
    return (), "nobody"
