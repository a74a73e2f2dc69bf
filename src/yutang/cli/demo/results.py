"""What became of each add, and of all of them together."""

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from .scenario import Visit

ENDED = frozenset({"sent", "late", "impossible", "failed"})


@dataclass(slots=True)
class Add:
    """One scan and everything seen of it, on both sides."""

    visit: Visit
    external_userid: str = ""
    userid: str = ""
    codes: set[str] = field(default_factory=set)
    problem: str | None = None
    """Why the scan itself failed."""
    entries: int = 0
    """As how many adds Yutang shows it; one is right."""
    stored: bool = False
    tagged_here: bool = False
    tagged_there: bool = False
    outcome: str | None = None
    reason: str | None = None
    detail: str | None = None
    sends: int = 0
    """How often the emulator delivered a welcome for it; never more than one is right."""
    latency_ms: float | None = None
    """From the first delivery of the callback to send_welcome_msg, by the emulator's clock."""

    @property
    def tagged(self) -> bool:
        """The channel's tags are on the relation in Yutang and in WeCom."""
        return self.tagged_here and self.tagged_there

    @property
    def welcomed(self) -> bool:
        """Yutang says sent, and the customer received it once."""
        return self.outcome == "sent" and self.sends == 1

    @property
    def settled(self) -> bool:
        """Nothing more is expected to happen to it."""
        if self.problem is not None:
            return True
        received = self.sends > 0 if self.outcome == "sent" else True
        return self.stored and self.tagged and self.outcome in ENDED and received

    def shortfall(self) -> str | None:
        """What is missing, in words; None when nothing is."""
        if self.problem is not None:
            return self.problem
        said = []
        if self.entries > 1:
            said.append(f"shown as {self.entries} adds")
        if not self.stored:
            said.append("not stored")
        if not self.tagged:
            said.append("not tagged in WeCom" if self.tagged_here else "not tagged")
        if self.outcome == "sent" and self.sends != 1:
            said.append(f"said to be welcomed, but received {self.sends} welcomes")
        elif self.outcome != "sent":
            why = " ".join(part for part in (self.reason, self.detail) if part)
            said.append(f"welcome {self.outcome or 'unknown'}" + (f" ({why})" if why else ""))
        return ", ".join(said) or None


@dataclass(frozen=True, slots=True)
class Result:
    """The counts of a run; latencies are of welcomed adds."""

    adds: int
    stored: int
    tagged: int
    welcomed: int
    impossible: int
    late: int
    failed: int
    p50_ms: float | None
    p99_ms: float | None
    ok: bool

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def summarise(adds: Sequence[Add]) -> Result:
    """Count; `ok` when every add is stored, tagged and welcomed once."""
    latencies = sorted(a.latency_ms for a in adds if a.latency_ms is not None)
    return Result(
        adds=len(adds),
        stored=sum(a.stored for a in adds),
        tagged=sum(a.tagged for a in adds),
        welcomed=sum(a.welcomed for a in adds),
        impossible=sum(a.outcome == "impossible" for a in adds),
        late=sum(a.outcome == "late" for a in adds),
        failed=sum(a.outcome == "failed" for a in adds),
        p50_ms=round(statistics.median(latencies), 1) if latencies else None,
        p99_ms=round(percentile(latencies, 0.99), 1) if latencies else None,
        ok=bool(adds) and all(a.shortfall() is None for a in adds),
    )


def percentile(ordered: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of `ordered` do not exceed."""
    place = max(0, -(-len(ordered) * share // 1) - 1)
    return ordered[int(place)]
