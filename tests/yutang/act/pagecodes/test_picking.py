"""What a rule promises, whatever comes: shares, turns, caps, and somebody for everybody."""

import os
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from yutang.act.pagecodes.picking import Candidate, pick
from yutang.act.pagecodes.schemas import By
from yutang.act.pagecodes.simulating import Strangers, simulate

EXAMPLES = 1000 if os.environ.get("YUTANG_PROOF") else 20
WAYS: tuple[By, ...] = ("weights", "round_robin", "least_total", "least_today")
few = settings(max_examples=EXAMPLES, deadline=None)


def _crew(weights: list[int]) -> list[Candidate]:
    return [Candidate(staff_id=n + 1, weight=weight) for n, weight in enumerate(weights)]


def _picks(by: By, crew: list[Candidate], visitors: int) -> Counter[int]:
    """Everybody adds at once."""
    got: Counter[int] = Counter()
    for _ in range(visitors):
        picked = pick(by, crew, fallback_id=1)
        assert picked is not None
        got[picked.staff_id] += 1
        next(one for one in crew if one.staff_id == picked.staff_id).adds += 1
    return got


@few
@given(st.lists(st.integers(1, 100), min_size=1, max_size=30), st.integers(1, 500))
def test_weights_keep_everybody_near_his_share(weights: list[int], visitors: int) -> None:
    crew = _crew(weights)
    got = _picks("weights", crew, visitors)
    for one in crew:
        due = visitors * one.weight / sum(weights)
        # Never a whole visitor ahead; behind by less than there are others.
        assert got[one.staff_id] - due < 1
        assert due - got[one.staff_id] < max(1, len(crew) - 1)


@few
@given(st.integers(1, 40), st.integers(1, 300))
def test_turns_are_exact(members: int, visitors: int) -> None:
    got = _picks("round_robin", _crew([1] * members), visitors)
    whole, rest = divmod(visitors, members)
    assert [got[n + 1] for n in range(members)] == [whole + (n < rest) for n in range(members)]


@few
@given(st.lists(st.integers(0, 50), min_size=1, max_size=20), st.integers(1, 200))
def test_the_least_loaded_catch_up(loads: list[int], visitors: int) -> None:
    crew = [Candidate(staff_id=n + 1, load=load) for n, load in enumerate(loads)]
    for _ in range(visitors):
        picked = pick("least_total", crew, fallback_id=1)
        assert picked is not None
        chosen = next(one for one in crew if one.staff_id == picked.staff_id)
        assert chosen.load == min(one.load for one in crew)
        chosen.load += 1


crews = st.lists(
    st.builds(
        Candidate,
        staff_id=st.just(0),
        weight=st.integers(1, 9),
        cap=st.none() | st.integers(1, 12),
        room=st.none() | st.integers(0, 20),
        load=st.integers(0, 30),
        on=st.booleans(),
        cities=st.frozensets(st.sampled_from(["深圳", "广州", "成都"]), max_size=2),
    ),
    min_size=1,
    max_size=12,
)


@few
@given(
    crew=crews,
    by=st.sampled_from(WAYS),
    visitors=st.integers(0, 200),
    seed=st.integers(0, 99),
    by_city=st.booleans(),
)
def test_no_cap_is_passed_and_everybody_gets_somebody(
    crew: list[Candidate], by: By, visitors: int, seed: int, *, by_city: bool
) -> None:
    for n, one in enumerate(crew):
        one.staff_id = n + 1
    fallback = crew[seed % len(crew)].staff_id
    rooms = {one.staff_id: one.room for one in crew}
    strangers = Strangers(visitors, 0.7, seed)
    day = simulate(by, crew, strangers, fallback_id=fallback, hold_minutes=10, by_city=by_city)
    assert day.unserved == 0
    assert sum(share.shown for share in day.shares.values()) == visitors
    assert sum(share.adds for share in day.shares.values()) == day.adds
    for one in crew:
        if one.staff_id == fallback:
            continue
        share = day.shares[one.staff_id]
        assert one.cap is None or share.adds <= one.cap
        room = rooms[one.staff_id]
        assert room is None or share.adds <= room
        assert share.as_fallback == 0
        assert one.held == 0


def test_city_stand_in_fallback_and_who_is_off() -> None:
    def crew(**changes: object) -> list[Candidate]:
        near = Candidate(staff_id=1, cap=1, cities=frozenset({"深圳"}))
        far = Candidate(staff_id=2, cap=1)
        stand_in = Candidate(staff_id=3, is_member=False, is_stand_in=True, cap=1)
        last = Candidate(staff_id=4, is_member=False, cap=1, adds=9)
        for one in (near, far):
            for name, value in changes.items():
                setattr(one, name, value)
        return [near, far, stand_in, last]

    def told(candidates: list[Candidate], fallback: int = 4, city: str = "") -> tuple[int, str]:
        picked = pick("round_robin", candidates, fallback_id=fallback, city=city)
        assert picked is not None
        return picked.staff_id, picked.why

    assert told(crew(), city="深圳") == (1, "city")
    assert told(crew(), city="北京") == (1, "rule")
    busy = crew()
    busy[0].held = 1
    assert told(busy, city="深圳") == (2, "rule")
    assert told(crew(held=1)) == (3, "stand_in")
    nobody = crew(on=False)
    nobody[2].held = 1
    assert told(nobody) == (4, "fallback")
    assert told(nobody, fallback=9) == (1, "off_duty")
    assert pick("weights", [Candidate(1, cap=1, adds=1)], fallback_id=9) is None
    assert pick("weights", [], fallback_id=9) is None


def test_the_same_seed_gives_the_same_day() -> None:
    days = [
        simulate(
            "weights",
            _crew([3, 1, 1]),
            Strangers(300, 0.4, 7),
            fallback_id=1,
            hold_minutes=10,
            on_by_hour=[frozenset({1, 2} if hour < 15 else {2, 3}) for hour in range(24)],
        )
        for _ in range(2)
    ]
    assert days[0] == days[1]
    assert sum(share.shown for share in days[0].shares.values()) == 300
