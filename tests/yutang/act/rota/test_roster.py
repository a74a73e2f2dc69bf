"""Who is on: the statement, plain Python and the simulator agree, whatever the rules."""

import os
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.yutang.act.rota.stage import Member, write_code
from tests.yutang.world import World
from yutang.act.rota import service as rota
from yutang.act.rota.judging import judge
from yutang.act.rota.schemas import Fact, Span
from yutang.act.rota.simulating import Play, facts_at

ZONE = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 9, 16, 12, 0, tzinfo=ZONE)
"""A Wednesday."""
ACCOUNTS = ("a", "b", "c", "d")
LIMIT = 5_000


def _spans() -> Any:
    def span(day: int, start: int, length: int) -> tuple[int, int, int]:
        return day, start, start + length

    one = st.builds(span, st.integers(1, 7), st.integers(0, 1439), st.integers(1, 1440))
    return st.lists(one, max_size=3)


@st.composite
def _members(draw: Any) -> list[Member]:
    found = []
    for n, account in enumerate(ACCOUNTS):
        stands_in = n >= 2 and draw(st.booleans())
        before = st.integers(-2000, 0)
        found.append(
            Member(
                account,
                place=draw(st.integers(1, 3)) * 10 + n if stands_in else None,
                status=draw(st.sampled_from(["active", "active", "active", "left", "inactive"])),
                day_cap=draw(st.none() | st.integers(0, 3)),
                off=draw(st.sampled_from([False, False, True])),
                off_until=draw(
                    st.none() | st.integers(-90, 90).map(lambda m: NOON + timedelta(minutes=m))
                ),
                used=draw(st.none() | st.sampled_from([0, LIMIT - 1, LIMIT, LIMIT + 1])),
                spans=draw(_spans()),
                adds=draw(
                    st.lists(
                        st.tuples(
                            st.sampled_from("xyz"),
                            before.map(lambda m: NOON + timedelta(minutes=m)),
                            st.booleans(),
                        ),
                        max_size=4,
                    )
                ),
            )
        )
    return found


def _is_open(spans: list[tuple[int, int, int]], now: datetime) -> bool:
    monday = (now - timedelta(days=now.weekday())).replace(hour=0, minute=0)
    return any(
        begin <= now < begin + timedelta(minutes=stop - start)
        for day, start, stop in spans
        for week in (-1, 0)
        for begin in [monday + timedelta(weeks=week, days=day - 1, minutes=start)]
    )


def _naive(
    one: Member, everyone: list[tuple[int, int, int]], day_cap: int | None, now: datetime
) -> str | None:
    came = {who for who, at, _ in one.adds if at.date() == now.date()}
    cap = one.day_cap if one.place is not None or one.day_cap is not None else day_cap
    spans = one.spans or everyone
    if one.status != "active":
        return one.status
    if one.off and (one.off_until is None or one.off_until > now):
        return "off_duty"
    if one.place is None and spans and not _is_open(spans, now):
        return "off_hours"
    if one.used is not None and one.used >= LIMIT:
        return "full"
    return "capped" if cap is not None and len(came) >= cap else None


def _naive_list(members: list[Member], reasons: dict[str, str | None]) -> tuple[set[str], Any]:
    listed = [one.account for one in members if one.place is None]
    others = sorted((one for one in members if one.place is not None), key=lambda m: m.place or 0)
    if on := {one for one in listed if reasons[one] is None}:
        return on, None
    for one in others:
        if reasons[one.account] is None:
            return {one.account}, "stand_in"
    active = {one.account for one in members if one.status == "active"}
    if here := active & set(listed):
        return here, "everybody"
    here = active - set(listed)
    return here, "everybody" if here else "nobody"


@settings(
    max_examples=200 if os.environ.get("YUTANG_PROOF") else 20,
    deadline=None,
    suppress_health_check=[*HealthCheck],
)
@given(
    members=_members(),
    everyone=_spans(),
    day_cap=st.none() | st.integers(0, 3),
    minute=st.integers(0, 7 * 1440 - 1),
)
async def test_any_rules_are_judged_as_plain_python_does(
    world: World,
    members: list[Member],
    everyone: list[tuple[int, int, int]],
    day_cap: int | None,
    minute: int,
) -> None:
    now = NOON + timedelta(minutes=minute)
    for one in members:
        one.adds = [(who, at + timedelta(minutes=minute), half) for who, at, half in one.adds]
        if one.off_until is not None:
            one.off_until += timedelta(minutes=minute)
    async with world.runtime.database.owner() as session:
        channel_id, ids = await write_code(
            session, world.corp_id, members, spans=everyone, day_cap=day_cap
        )
        roster = (await rota.who_is_on(session, world.corp_id, [channel_id], now))[channel_id]
        turn = (await rota.next_change(session, world.corp_id, [channel_id], now))[channel_id]
        if turn is not None:
            assert now < turn <= now + timedelta(days=7)
            # Between now and then nothing changes by itself.
            just_before = turn - timedelta(seconds=1)
            later = (await rota.who_is_on(session, world.corp_id, [channel_id], just_before))[
                channel_id
            ]
            if now.date() == just_before.date():
                assert later.staff_ids == roster.staff_ids
    reasons = {one.account: _naive(one, everyone, day_cap, now) for one in members}
    assert {one.fact.account: one.reason for one in roster.members} == reasons
    wanted, fallback = _naive_list(members, reasons)
    assert (set(roster.accounts), roster.fallback) == (wanted, fallback)
    assert bool(roster.staff_ids) == any(one.status == "active" for one in members)

    # The simulator knows the same people before the day, and counts for itself.
    midnight = now.replace(hour=0, minute=0)
    play = Play(
        channel_id,
        tuple(
            Fact(
                ids[one.account],
                one.account,
                one.account,
                one.status,
                place=one.place,
                off_duty=one.off,
                off_until=one.off_until,
                day_cap=one.day_cap if one.place or one.day_cap is not None else day_cap,
                room_left=None if one.used is None else max(0, LIMIT - one.used),
            )
            for one in members
        ),
        tuple(
            Span(staff_id=staff_id, weekday=day, start=start, stop=stop)
            for staff_id, spans in [
                (None, everyone),
                *((ids[one.account], one.spans) for one in members),
            ]
            for day, start, stop in spans
        ),
        now.isoweekday(),
        midnight,
    )
    # Its adds take room too, which the kept count of the day before knows nothing of.
    adds = {
        ids[one.account]: len({who for who, at, _ in one.adds if at.date() == now.date()})
        for one in members
        if one.used is None
    }
    simulated = judge(channel_id, facts_at(play, (now - midnight).total_seconds(), adds))
    uncounted = {one.account for one in members if one.used is None}
    assert {
        one.fact.account: one.reason for one in simulated.members if one.fact.account in uncounted
    } == {account: reasons[account] for account in uncounted}
