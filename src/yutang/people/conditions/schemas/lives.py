"""One person's life as the projection holds it: what the naive evaluator looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Tie:
    """His relation with one member."""

    staff: int
    state: str
    added: datetime
    changed: datetime
    way: int = -1
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """His being in one group, once."""

    group: int
    joined: datetime
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deletion:
    """The end of one relation by a deletion."""

    at: datetime
    by: str
    person: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """One event of his, or of somebody who was merged into him."""

    kind: str
    at: datetime
    props: Mapping[str, Any] = field(default_factory=dict)
    id: int = 0


@dataclass(frozen=True, slots=True)
class Purchase:
    """One order of his; lines as (sku, category, quantity)."""

    id: int
    status: str
    source: str
    bought_at: datetime | None
    amount_fen: int
    refunded_fen: int
    store_id: int = 0
    lines: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """His row of the newest RFM run."""

    r: int
    f: int
    m: int
    klass: str


@dataclass(frozen=True, slots=True)
class Life:
    """One person: his row of `people`, his events and orders, his RFM row."""

    id: int
    state: str
    created_at: datetime
    stage: str = ""
    stage_changed_at: datetime | None = None
    gender: int = 0
    platform: str = "wechat"
    company: str = ""
    first_added_at: datetime | None = None
    first_added_way: int = -1
    first_added_channel: str = ""
    last_active_at: datetime | None = None
    silent_since: datetime | None = None
    birthday: date | None = None
    refused_at: datetime | None = None
    consented_at: datetime | None = None
    messages: int | None = None
    tags: frozenset[int] = frozenset()
    ties: tuple[Tie, ...] = ()
    stays: tuple[Stay, ...] = ()
    losses: tuple[Deletion, ...] = ()
    words: Mapping[int, str] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    days: Mapping[int, date] = field(default_factory=dict)
    choices: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    prose: frozenset[int] = frozenset()
    deeds: tuple[Deed, ...] = ()
    purchases: tuple[Purchase, ...] = ()
    rfm: Scored | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    """What leaves of higher floors look at, by leaf."""


def _utc(moment: datetime | None) -> datetime | None:
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=UTC)


def _moment(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def life(
    row: Mapping[str, Any],
    deeds: Iterable[Deed] = (),
    purchases: Iterable[Purchase] = (),
    rfm: Scored | None = None,
    more: Mapping[str, Any] | None = None,
) -> Life:
    """From a row of `people` as the client reads it; times without a zone are UTC."""
    ties = zip(
        row["rel_staff"], row["rel_state"], row["rel_added"], row["rel_changed"], row["rel_way"],
        row["rel_channel"], strict=True,
    )  # fmt: skip
    stays = zip(row["grp_id"], row["grp_joined"], row["grp_left"], strict=True)
    losses = zip(row["loss_at"], row["loss_by"], row["loss_person"], strict=True)
    return Life(
        id=row["id"],
        state=row["state"],
        created_at=_moment(row["created_at"]),
        stage=row["stage"],
        stage_changed_at=_utc(row["stage_changed_at"]),
        gender=row["gender"],
        platform=row["platform"],
        company=row["company"],
        first_added_at=_utc(row["first_added_at"]),
        first_added_way=row["first_added_way"],
        first_added_channel=row["first_added_channel"],
        last_active_at=_utc(row["last_active_at"]),
        silent_since=_utc(row["silent_since"]),
        birthday=row["birthday"],
        refused_at=_utc(row["refused_at"]),
        consented_at=_utc(row["consented_at"]),
        messages=row["messages"],
        tags=frozenset(row["tags"]),
        ties=tuple(Tie(s, st, _moment(a), _moment(c), w, ch) for s, st, a, c, w, ch in ties),
        stays=tuple(Stay(g, _moment(joined), _utc(left)) for g, joined, left in stays),
        losses=tuple(Deletion(_moment(at), by, bool(person)) for at, by, person in losses),
        words=dict(row["f_word"]),
        numbers=dict(row["f_number"]),
        days=dict(row["f_day"]),
        choices={one: tuple(keys) for one, keys in row["f_choices"].items()},
        prose=frozenset(row["f_prose"]),
        deeds=tuple(deeds),
        purchases=tuple(purchases),
        rfm=rfm,
        more=dict(more or {}),
    )
