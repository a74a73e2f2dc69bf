"""Random companies: people with nulls, edges to the microsecond, merged and gone ones."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from clickhouse_connect.driver.client import Client

from yutang.people.conditions.schemas import (
    Deed,
    Deletion,
    GroupWords,
    Life,
    Purchase,
    Scene,
    Scored,
    Stay,
    Tie,
)

from .tables import people_row, write

CORP, OTHER = 7, 8
MICROSECOND = timedelta(microseconds=1)
ZONES = (
    "Asia/Shanghai",
    "America/New_York",
    "Europe/Berlin",
    "America/Asuncion",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
)
NOWS = (
    datetime(2024, 2, 29, 15, 59, tzinfo=UTC),
    datetime(2024, 3, 31, 1, 0, tzinfo=UTC),
    datetime(2024, 12, 31, 23, 59, tzinfo=UTC),
    datetime(2025, 1, 1, 0, 0, tzinfo=UTC),
    datetime(2025, 3, 30, 0, 30, tzinfo=UTC),
    datetime(2025, 11, 2, 6, 0, tzinfo=UTC),
    datetime(2026, 11, 27, 13, 48, tzinfo=UTC),
)
KINDS = ("order.placed", "page.viewed", "custom.听课", "cart.added")
STATES = ("visitor", "lead", "group_member", "half", "friend", "lost")
TIE_STATES = (
    "friend", "friend", "half", "deleted_by_staff", "deleted_by_customer", "transferred",
)  # fmt: skip
STAGES = ("", "potential", "intent", "deal", "repeat")
TAGS, STAFF, GROUPS, STORES = range(1, 7), range(1, 6), range(1, 6), range(1, 4)
CHANNELS = ("", "gate'1", "门\\口", "x{y:String}")
WORDS = ("", "Acme", "星'海", "a\\b\n\tc", "；drop table people--", "{p0_0:String}")
KEYS = ("k1", "k2", "k3")
SKUS, CATEGORIES = ("s1", "s'2", "奶粉"), ("", "c1", "母婴")
STATUSES = ("placed", "paid", "shipped", "completed", "cancelled")
CLASSES = ("important_value", "general_keep")
FIELDS = {
    1: "text",
    2: "long_text",
    3: "number",
    4: "money",
    5: "date",
    6: "yes_no",
    7: "one_of",
    8: "several_of",
}
PROPS = ("a", "价格", "q'\"x", "t")


@dataclass
class Company:
    """What stands in the projection, and the same as lives."""

    scene: Scene
    lives: list[Life]
    edges: list[datetime]
    merged: dict[int, int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    @property
    def living(self) -> list[Life]:
        """Who is neither merged away nor gone."""
        out = self.gone | self.merged.keys()
        return [self.whole(one) for one in self.lives if one.id not in out]

    def whole(self, one: Life) -> Life:
        """With the events and orders of those who were merged into him."""
        parts = [two for two in self.lives if self.merged.get(two.id) == one.id]
        return replace(
            one,
            deeds=tuple(deed for two in (one, *parts) for deed in two.deeds),
            purchases=tuple(order for two in (one, *parts) for order in two.purchases),
        )


def scene(rnd: Random, corp_id: int = CORP) -> Scene:
    """A time and a zone, and what words mean there."""

    def some(ids: Sequence[int]) -> tuple[int, ...]:
        return tuple(sorted(rnd.sample(ids, rnd.randint(0, len(ids)))))

    return Scene(
        corp_id=corp_id,
        now=rnd.choice(NOWS),
        zone=ZoneInfo(rnd.choice(ZONES)),
        staff_of_departments={1: some(STAFF), 2: some(STAFF), 3: ()},
        staff_of_stores={1: some(STAFF), 2: ()},
        groups=GroupWords(
            kinds={"product": some(GROUPS), "interest": some(GROUPS)},
            tiers={"pond": some(GROUPS), "core": some(GROUPS)},
            labels={"妈妈": some(GROUPS), "l'x": ()},
        ),
        rfm_run=rnd.choice((None, 3, 3, 3)),
        fields=FIELDS,
    )


class _Maker:
    def __init__(self, rnd: Random, where: Scene, edges: Sequence[datetime]) -> None:
        self.rnd, self.scene = rnd, where
        self.edges = [one for one in edges if one.year > 1970]

    def at(self) -> datetime:
        """A moment: at an edge, a microsecond beside it, or anywhere near."""
        if self.edges and self.rnd.random() < 0.6:
            return self.rnd.choice(self.edges) + self.rnd.choice((-1, 0, 0, 1)) * MICROSECOND
        spread = timedelta(microseconds=self.rnd.randint(-3 * 10**7, 86_400_000_000 * 420))
        return self.scene.now - spread

    def maybe(self, chance: float = 0.6) -> datetime | None:
        return self.at() if self.rnd.random() < chance else None

    def day(self) -> date:
        found = self.at().astimezone(self.scene.zone).date()
        return self.rnd.choice((found, date(1988, 2, 29), date(1930, 12, 31)))

    def value(self) -> Any:
        if self.rnd.random() < 0.5:
            return self.rnd.choice((True, False, 0, 1, "1", "x", None))
        return self.rnd.choice(
            (None, True, False, 0, 1, -2, 2.5, 1e6, 0.1, 1e13, 10**17, "", "x", "xy", "1", "中'文",
             "2026-01-02", ["x", 1, True, None], [], ["中'文"], {"x": 1})
        )  # fmt: skip

    def scores(self) -> tuple[int, int, int]:
        return self.rnd.randint(1, 5), self.rnd.randint(1, 5), self.rnd.randint(1, 5)

    def life(self, number: int) -> Life:
        rnd = self.rnd
        numbers = {one: rnd.choice((-5, 0, 1, 10**15)) for one in (3, 4) if rnd.random() < 0.6}
        if rnd.random() < 0.6:
            numbers[6] = rnd.randint(0, 1)
        return Life(
            id=number,
            state=rnd.choice(STATES),
            created_at=self.at(),
            stage=rnd.choice(STAGES),
            stage_changed_at=self.maybe(),
            gender=rnd.choice((0, 1, 2)),
            platform=rnd.choice(("wechat", "wecom")),
            company=rnd.choice(WORDS),
            first_added_at=self.maybe(),
            first_added_way=rnd.choice((-1, 0, 1, 202)),
            first_added_channel=rnd.choice(CHANNELS),
            last_active_at=self.maybe(),
            silent_since=self.maybe(),
            birthday=self.day() if rnd.random() < 0.6 else None,
            refused_at=self.maybe(0.4),
            consented_at=self.maybe(0.4),
            messages=rnd.choice((None, 0, 1, 3, 10)),
            tags=frozenset(rnd.sample(TAGS, rnd.randint(0, 4))),
            ties=tuple(
                Tie(
                    staff, rnd.choice(TIE_STATES), self.at(), self.at(),
                    rnd.choice((-1, 0, 1, 202)), rnd.choice(CHANNELS),
                )
                for staff in sorted(rnd.sample(STAFF, rnd.randint(0, 4)))
            ),
            stays=tuple(
                Stay(rnd.choice(GROUPS), self.at(), self.maybe(0.5))
                for _ in range(rnd.randint(0, 4))
            ),
            losses=tuple(
                Deletion(self.at(), rnd.choice(("staff", "customer")), rnd.random() < 0.5)
                for _ in range(rnd.randint(0, 2))
            ),
            words={one: rnd.choice((*WORDS, *KEYS)) for one in (1, 7) if rnd.random() < 0.6},
            numbers=numbers,
            days={5: self.day()} if rnd.random() < 0.6 else {},
            choices=(
                {8: tuple(sorted(rnd.sample(KEYS, rnd.randint(0, 3))))}
                if rnd.random() < 0.6
                else {}
            ),
            prose=frozenset({2} if rnd.random() < 0.5 else ()),
            deeds=self.deeds(rnd.choice((0, 1, 2, 5, 9))),
            purchases=tuple(self.purchase() for _ in range(rnd.choice((0, 0, 1, 2, 4)))),
            rfm=(
                Scored(*self.scores(), rnd.choice(CLASSES))
                if rnd.random() < 0.6
                else None
            ),
        )  # fmt: skip

    def deeds(self, count: int) -> tuple[Deed, ...]:
        """Some within hours of another, so that days of zones differ."""
        found: list[Deed] = []
        for _ in range(count):
            at = self.at()
            if found and self.rnd.random() < 0.5:
                later = timedelta(hours=self.rnd.choice((1, 9, 23, 24, 24, 168)))
                at = found[-1].at + later + self.rnd.choice((-1, 0, 0, 1)) * MICROSECOND
            props = {one: self.value() for one in PROPS if self.rnd.random() < 0.7}
            kind = self.rnd.choice((*KINDS, *KINDS[:2] * 2))
            found.append(Deed(kind, at, props, self.rnd.randint(1, 2**40)))
        return tuple(found)

    def purchase(self) -> Purchase:
        amount = self.rnd.choice((0, 100, 1999, 10**12))
        lines = tuple(
            (self.rnd.choice(SKUS), self.rnd.choice(CATEGORIES), self.rnd.randint(0, 3))
            for _ in range(self.rnd.randint(0, 3))
        )
        return Purchase(
            self.rnd.randint(1, 2**40),
            self.rnd.choice(STATUSES),
            self.rnd.choice(("shop'1", "import")),
            self.maybe(0.8),
            amount,
            self.rnd.choice((0, 0, amount, amount // 2)),
            self.rnd.choice((0, *STORES)),
            lines,
        )


def company(rnd: Random, where: Scene, edges: Sequence[datetime], size: int = 40) -> Company:
    """People, some of them merged into others (and one merge undone), some gone."""
    maker = _Maker(rnd, where, edges)
    numbers = rnd.sample(range(1, 3 * size), size)
    found = Company(where, [maker.life(one) for one in numbers], list(edges))
    for one in numbers[: size // 6]:
        found.merged[one] = rnd.choice(numbers[size // 3 :])
    found.gone = set(numbers[size // 6 : size // 4])
    return found


def pour(client: Client, found: Company, rnd: Random) -> None:
    """All of it into the tables, with older versions, and another corp beside."""
    corp = found.scene.corp_id
    rows, events, orders, scores = [], [], [], []
    maker = _Maker(rnd, found.scene, found.edges)
    for one in found.lives:
        is_out = one.id in found.gone or one.id in found.merged
        rows.append(people_row(corp, replace(maker.life(one.id), rfm=None), 1))
        rows.append(people_row(corp, one, 2, gone=is_out))
        rows.append(people_row(OTHER, replace(maker.life(one.id), rfm=None), 3))
        for whose, life in ((corp, one), (OTHER, maker.life(one.id))):
            events += [_event_row(whose, life.id, deed) for deed in life.deeds]
            orders += [_order_row(whose, life.id, order, 2) for order in life.purchases]
            if life.rfm is not None:
                run = 3 if whose == corp else 4
                scores += [_score_row(whose, life.id, run, life.rfm)]
                scores += [_score_row(whose, life.id, 2, Scored(5, 5, 5, rnd.choice(CLASSES)))]
        for order in one.purchases:
            orders.append(_order_row(corp, one.id, replace(order, amount_fen=5), 1))
        if one.deeds and rnd.random() < 0.2:
            gone_order = maker.purchase()
            orders.append({**_order_row(corp, one.id, gone_order, 9), "gone": 1})
    rnd.shuffle(rows)
    _write_apart(client, "people", rows)
    write(client, "events", events)
    _write_apart(client, "orders", orders)
    write(client, "rfm", scores)
    kept = next(one.id for one in found.lives if one.id not in found.merged)
    aliases = [(corp, a, b, 2) for a, b in found.merged.items()]
    aliases += [(corp, a, kept, 1) for a in found.merged]
    aliases += [(corp, kept, found.lives[-1].id, 1), (corp, kept, kept, 2)]
    aliases += [(OTHER, found.lives[-1].id, kept, 1)]
    names = ("corp_id", "from_id", "to_id", "ver")
    rnd.shuffle(aliases)
    _write_apart(client, "aliases", [dict(zip(names, row, strict=True)) for row in aliases])


def _write_apart(client: Client, table: str, rows: list[dict[str, Any]]) -> None:
    """Versions in parts of their own: those of one insert become one by themselves."""
    for ver in sorted({row["ver"] for row in rows}, key=lambda ver: (ver % 2, ver)):
        write(client, table, [row for row in rows if row["ver"] == ver])


def pour_events(client: Client, found: Company) -> None:
    """Their events alone."""
    corp = found.scene.corp_id
    rows = [_event_row(corp, one.id, deed) for one in found.lives for deed in one.deeds]
    write(client, "events", rows)


def _event_row(corp: int, customer: int, deed: Deed) -> dict[str, Any]:
    return {
        "corp_id": corp,
        "kind": deed.kind,
        "at": deed.at,
        "customer_id": customer,
        "id": deed.id,
        "batch": 1,
        "props": json.dumps(deed.props, ensure_ascii=False),
    }


def _order_row(corp: int, customer: int, order: Purchase, ver: int) -> dict[str, Any]:
    return {
        "corp_id": corp,
        "id": order.id,
        "ver": ver,
        "gone": 0,
        "customer_id": customer,
        "status": order.status,
        "source": order.source,
        "placed_at": datetime(2020, 1, 1, tzinfo=UTC),
        "bought_at": order.bought_at,
        "amount_fen": order.amount_fen,
        "refunded_fen": order.refunded_fen,
        "store_id": order.store_id,
        "skus": [line[0] for line in order.lines],
        "categories": [line[1] for line in order.lines],
        "quantities": [line[2] for line in order.lines],
    }


def _score_row(corp: int, customer: int, run: int, scored: Scored) -> dict[str, Any]:
    return {
        "corp_id": corp,
        "id": customer,
        "run": run,
        "r": scored.r,
        "f": scored.f,
        "m": scored.m,
        "class": scored.klass,
    }
