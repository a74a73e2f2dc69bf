"""Random schedules: which calls, what breaks when they are made, whose process is killed."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from typing_extensions import override

from tests.proof.faults.calls import Call
from tests.proof.faults.deed_calls import CALLS
from yutang.wecom.admission import Urgency

WHEN = st.sampled_from(["before", "after"])
BREAKS = st.one_of(
    # WeCom refuses before it does anything; what it told as refused was not done.
    st.sampled_from([-1, 45009, 45033, 45035, 40014, 42001]).map(
        lambda errcode: {"kind": "errcode", "value": errcode}
    ),
    st.builds(
        lambda value, when: {"kind": "http", "value": value, "when": when},
        st.sampled_from([500, 502]),
        WHEN,
    ),
    st.builds(
        lambda value, when: {"kind": "hang", "value": value, "when": when},
        st.sampled_from([0.0, 3.0, 12.0]),
        WHEN,
    ),
    # Longer than the client waits: it gives up, and WeCom does it all the same.
    st.sampled_from([2.0, 14.0, 40.0]).map(lambda value: {"kind": "latency", "value": value}),
)


@dataclass(frozen=True)
class Break:
    """A fault that is armed with the call, at its own API or at the other that matters to it."""

    fault: dict[str, Any]
    count: int
    elsewhere: bool


@dataclass(frozen=True)
class Step:
    """One call of a job."""

    at: float
    call: type[Call]
    urgency: Urgency
    process: int
    breaks: tuple[Break, ...]
    kills: tuple[float, ...]
    """Seconds after the beginning of the first tries at which their process is killed."""

    @override
    def __repr__(self) -> str:
        """One line of a schedule that failed."""
        breaks = "; ".join(
            f"{b.fault} x{b.count}{' elsewhere' if b.elsewhere else ''}" for b in self.breaks
        )
        who = f"{self.call.__name__} by {self.process} ({self.urgency.name.lower()})"
        return (
            f"\n  {self.at:6.1f} s {who}, killed {list(self.kills)}, {breaks or 'nothing breaks'}"
        )


@dataclass(frozen=True)
class Schedule:
    """Steps, and what happens beside them."""

    steps: tuple[Step, ...]
    storms: tuple[tuple[float, int, type[Call]], ...]
    """Many calls of one API at once: when, how many."""
    revoked: tuple[float, ...]
    """When WeCom forgets all tokens."""
    away: tuple[tuple[float, int], ...]
    """When how many requests find no connection."""

    @override
    def __repr__(self) -> str:
        """As people read it."""
        beside = f"storms {[(a, n, c.__name__) for a, n, c in self.storms]}"
        return f"{beside}, revoked {self.revoked}, away {self.away}{list(self.steps)}"


MOMENT = st.floats(0, 90).map(lambda at: round(at, 1))
STEP = st.builds(
    Step,
    at=MOMENT,
    call=st.sampled_from(CALLS),
    urgency=st.sampled_from([Urgency.INTERACTIVE, Urgency.SCHEDULED]),
    process=st.integers(0, 1),
    breaks=st.lists(st.builds(Break, BREAKS, st.integers(1, 3), st.booleans()), max_size=2).map(
        tuple
    ),
    kills=st.lists(st.sampled_from([0.0, 0.02, 0.06, 1.0, 5.0, 20.0]), max_size=2).map(tuple),
)
STORMS = [call for call in CALLS if call.__name__ in {"Read", "ReadPage", "Mark"}]
SCHEDULES = st.builds(
    Schedule,
    steps=st.lists(STEP, min_size=4, max_size=10).map(
        lambda steps: tuple(sorted(steps, key=lambda step: step.at))
    ),
    storms=st.lists(
        st.tuples(MOMENT, st.integers(10, 24), st.sampled_from(STORMS)), max_size=1
    ).map(tuple),
    revoked=st.lists(MOMENT, max_size=2).map(tuple),
    away=st.lists(st.tuples(MOMENT, st.integers(1, 4)), max_size=1).map(tuple),
)


def every_call(when: str) -> Schedule:
    """One of each, whose answer is lost before its effect or after."""
    lost = Break({"kind": "http", "value": 502, "when": when}, 1, elsewhere=False)
    steps = (
        Step(3.0 * place, call, Urgency.INTERACTIVE, place % 2, (lost,), ())
        for place, call in enumerate(CALLS)
    )
    return Schedule(tuple(steps), (), (20.0,), ())
