"""Adds as one counts them by hand: a plain walk through each history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.yutang.people.losses.stage import ENDINGS, Step

ZONE = ZoneInfo("Asia/Shanghai")
WHOLE = {"added", "synced", "assigned", "shared"}


@dataclass(frozen=True, slots=True)
class Add:
    """One add; `half` ones are none."""

    customer_id: int
    staff_id: int
    at: datetime
    half: bool
    ended_at: datetime | None
    first: bool = False

    @property
    def day(self) -> date:
        """The corp's."""
        return self.at.astimezone(ZONE).date()

    def kept(self, days: int) -> bool:
        """Whether it lived so long."""
        return not self.half and (
            self.ended_at is None or self.ended_at >= self.at + timedelta(days=days)
        )


def walk(steps: Iterable[Step]) -> list[Add]:
    """The adds of these histories; no two steps of a person at the same second."""
    persons: dict[int, list[Step]] = {}
    for step in sorted(steps, key=lambda one: one.at):
        persons.setdefault(step.customer_id, []).append(step)
    return [add for own in persons.values() for add in _of(own)]


def _of(steps: Sequence[Step]) -> list[Add]:
    dead = _deaths(steps)
    found: list[Add] = []
    for staff_id in {step.staff_id for step in steps}:
        pair = [step for step in steps if step.staff_id == staff_id]
        firm = [step for step in pair if step.change != "half_added"]
        adds = [step for place, step in enumerate(firm) if _is_add(firm, place)]
        for add in adds:
            after = [step for step in firm if step.at > add.at]
            end = next((s for s in after if s.change in ENDINGS or s in adds), None)
            ended_at = end.moment if end is not None else None
            if end is not None and end.change == "transferred":
                ended_at = next((moment for moment in dead if moment >= end.moment), None)
            found.append(Add(add.customer_id, staff_id, add.moment, half=False, ended_at=ended_at))
        for place, step in enumerate(pair):
            before = pair[place - 1] if place else None
            after_it = pair[place + 1] if place + 1 < len(pair) else None
            if step.change != "half_added" or (before is not None and before.change in WHOLE):
                continue
            if after_it is None or after_it.change in {"deleted_by_staff", "deleted_by_customer"}:
                ended_at = after_it.moment if after_it is not None else None
                found.append(
                    Add(step.customer_id, staff_id, step.moment, half=True, ended_at=ended_at)
                )
    oldest = min((add.at for add in found if not add.half), default=None)
    return [
        Add(
            add.customer_id,
            add.staff_id,
            add.at,
            half=add.half,
            ended_at=add.ended_at,
            first=not add.half and add.at == oldest,
        )
        for add in found
    ]


def _is_add(firm: Sequence[Step], place: int) -> bool:
    step, before = firm[place], firm[place - 1] if place else None
    if step.change not in {"added", "synced"}:
        return False
    if before is None or before.change in ENDINGS:
        return True
    return step.change == "added" and step.at - before.at > 60


def _deaths(steps: Sequence[Step]) -> list[datetime]:
    """When nobody of ours was his friend any more."""
    alive: dict[int, bool] = {}
    for step in steps:
        # Who is first heard of when he leaves lived before; he is no gain of his own end.
        alive.setdefault(step.staff_id, False)
    living, found = 0, []
    seen: set[int] = set()
    for step in steps:
        was = alive[step.staff_id] if step.staff_id in seen else False
        now = step.change not in ENDINGS
        seen.add(step.staff_id)
        alive[step.staff_id] = now
        living += now - was
        if living == 0 and step.change in {"deleted_by_staff", "deleted_by_customer"}:
            found.append(step.moment)
    return found
