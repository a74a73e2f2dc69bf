"""Scores and classes against plain Python; each example is a corp of its own."""

import itertools
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.yutang.people.rfm.naive import Bought, Did, Row, score
from yutang.people.rfm import reckoning
from yutang.people.rfm.checking import check
from yutang.people.rfm.errors import BadSettingsError
from yutang.people.rfm.schemas import RfmSettings

NOW = datetime.now(UTC).replace(microsecond=0)
KINDS = ("page.viewed", "cart.added")
_corps = itertools.count(1_000)


async def fill(
    store: Any,
    bought: Sequence[Bought],
    did: Sequence[Did],
    people: Sequence[int],
    gone: Sequence[int],
    aliases: Mapping[int, int],
) -> int:
    """A new corp with all this."""
    corp = next(_corps)
    rows = [f"({corp}, {one}, 1, 0)" for one in people] + [f"({corp}, {one}, 1, 1)" for one in gone]
    if rows:
        await store.command(f"insert into people (corp_id, id, ver, gone) values {','.join(rows)}")  # noqa: S608 - numbers
    if aliases:
        rows = [f"({corp}, {old}, {new}, 1)" for old, new in aliases.items()]
        await store.command(f"insert into aliases values {','.join(rows)}")  # noqa: S608 - numbers
    if bought:
        rows = [
            f"({corp}, {place}, {ver}, 0, {o.customer_id}, '{o.status}',"
            f" {_at(o.ago)}, {o.amount * ver // 2}, {o.refunded * ver // 2})"
            # The first version says half of everything, and counts no more.
            for place, o in enumerate(bought, 1)
            for ver in (1, 2)
        ]
        await store.command(
            "insert into orders (corp_id, id, ver, gone, customer_id, status, bought_at,"  # noqa: S608 - numbers
            f" amount_fen, refunded_fen) values {','.join(rows)}"
        )
    if did:
        rows = [
            f"({corp}, '{one.kind}', {_at(one.ago)}, {one.customer_id}, {place})"
            for place, one in enumerate(did, 1)
        ]
        await store.command(
            f"insert into events (corp_id, kind, at, customer_id, id) values {','.join(rows)}"  # noqa: S608 - numbers
        )
    return corp


def _at(ago: timedelta) -> str:
    return f"fromUnixTimestamp64Micro({round((NOW - ago).timestamp() * 1_000_000)})"


async def reckon(store: Any, corp: int, how: RfmSettings, *, times: int = 1) -> dict[int, Row]:
    """As a run does; what is written, and the cells and bitmaps of it, say the same."""
    table = reckoning.base_name(corp, "1")
    buyers = await reckoning.gather(store, corp, how, NOW, table)
    scale = await reckoning.scale(store, buyers, how)
    if scale is None:
        return {}
    cells = await reckoning.cells(store, buyers, scale)
    for _ in range(times):
        await reckoning.write(store, corp, 1, buyers, scale)
    rows = await store.query(
        "select id, class, r, f, m, days, orders, amount_fen from rfm"
        " where corp_id = {corp:UInt32}",
        {"corp": corp},
    )
    found = {row[0]: tuple(row[1:]) for row in rows}
    assert len(found) == len(rows) == buyers.people == sum(cell.people for cell in cells)
    assert sum(row[6] for row in found.values()) == sum(cell.amount_fen for cell in cells)
    members = await reckoning.members(store, corp, 1)
    assert {who: key for key, ids in members.items() for who in ids} == {
        who: row[0] for who, row in found.items()
    }
    await reckoning.tidy(store, corp, [])
    assert (
        await store.query("select * from rfm where corp_id = {corp:UInt32}", {"corp": corp}) == []
    )
    return found


PEOPLE = (1, 2, 3, 4, 5, 6, 7, 8)
ALIASES = {11: 3, 12: 3, 13: 9}
DAYS_AGO = st.one_of(
    st.integers(0, 40).map(lambda n: timedelta(days=n)),
    st.integers(0, 40 * 86_400).map(lambda n: timedelta(seconds=n)),
    st.just(timedelta(hours=-5)),
)
WHO = st.sampled_from((*PEOPLE, 9, 11, 12, 13))


@st.composite
def orders(draw: st.DrawFn) -> Bought:
    amount = draw(st.sampled_from((0, 100, 200, 200, 500, 990, 10_000))) * 2
    refunded = draw(st.sampled_from((0, 0, 0, amount, amount // 2))) // 2 * 2
    status = draw(st.sampled_from(("paid", "shipped", "completed", "cancelled")))
    return Bought(draw(WHO), draw(DAYS_AGO), amount, refunded, status)


@st.composite
def ways(draw: st.DrawFn) -> RfmSettings:
    binnings: dict[str, Any] = {}
    for dimension, bounds in (
        ("r", [[3], [0, 5, 9], [1, 2, 3, 9]]),
        ("f", [[2], [1, 2, 3, 4]]),
        ("m", [[200], [200, 400, 1_000]]),
    ):
        binnings[dimension] = draw(
            st.one_of(
                st.integers(2, 5).map(lambda n: {"by": "quantile", "bins": n}),
                st.sampled_from(bounds).map(lambda b: {"by": "bounds", "bounds": b}),
            )
        )
    binnings["frequency"] = draw(
        st.sampled_from(({"of": "orders"}, {"of": "events", "kinds": ["page.viewed"]}))
    )
    binnings["threshold"] = draw(
        st.sampled_from(({"by": "mean"}, {"by": "score", "r": 2, "f": 2, "m": 2}))
    )
    return RfmSettings(
        days=draw(st.sampled_from((10, 30))),
        statuses=draw(st.sampled_from((["paid", "shipped", "completed"], ["paid"]))),
        least_fen=draw(st.sampled_from((0, 0, 400))),
        net=draw(st.booleans()),
        **binnings,
    )


@settings(
    max_examples=200 if os.environ.get("YUTANG_PROOF") else 10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    how=ways(),
    bought=st.lists(orders(), max_size=40),
    did=st.lists(st.builds(Did, WHO, DAYS_AGO, st.sampled_from(KINDS)), max_size=20),
)
async def test_as_plain_python_scores(
    store: Any, how: RfmSettings, bought: list[Bought], did: list[Did]
) -> None:
    check(how)
    corp = await fill(store, bought, did, PEOPLE, [9], ALIASES)
    assert await reckon(store, corp, how) == score(bought, did, PEOPLE, ALIASES, how)


def days(number: float) -> timedelta:
    return timedelta(days=number)


async def test_edges(store: Any) -> None:
    how = RfmSettings()
    # Nobody; one; all alike: who has as much as everybody has the mean, and that is high.
    assert await reckon(store, await fill(store, [], [], [1], [], {}), how) == {}
    corp = await fill(store, [Bought(1, days(23.5), 684_200)], [], [1, 2], [], {})
    # Written twice, as after a kill, it is there once.
    assert await reckon(store, corp, how, times=2) == {
        1: ("important_value", 1, 1, 1, 23, 1, 684_200)
    }
    alike = [Bought(who, days(1), 500) for who in (1, 2, 3)]
    corp = await fill(store, alike, [], [1, 2, 3], [], {})
    assert set((await reckon(store, corp, how)).values()) == {
        ("important_value", 1, 1, 1, 1, 1, 500)
    }
    # What went back whole counts as nothing bought; a gift for nothing counts.
    back = [Bought(1, days(2), 800, 800), Bought(2, days(2), 800, 300), Bought(3, days(400), 9)]
    corp = await fill(store, [*back, Bought(4, days(365), 0)], [], [1, 2, 3, 4], [], {})
    found = await reckon(store, corp, how)
    assert {who: row[4:] for who, row in found.items()} == {2: (2, 1, 500), 4: (365, 1, 0)}


async def test_ties_share_the_lower_bin(store: Any) -> None:
    """Seven bought once, three more often: the seven are at the bottom, whatever the bins."""
    bought = [Bought(who, days(who), 100 * who) for who in range(1, 11)]
    bought += [Bought(who, days(50), 2) for who in (8, 9, 9, 10, 10, 10)]
    corp = await fill(store, bought, [], list(range(1, 11)), [], {})
    found = await reckon(store, corp, RfmSettings())
    assert [found[who][2] for who in range(1, 11)] == [1] * 7 + [4, 5, 5]
    assert [found[who][1] for who in range(1, 11)] == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    assert [found[who][3] for who in range(1, 11)] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"r": {"by": "quantile", "bins": -1}}, "r.bins: recency (R) has 2 to 5 bins, not -1"),
        ({"f": {"by": "quantile", "bins": 6}}, "f.bins"),
        ({"m": {"by": "bounds", "bounds": []}}, "m.bounds"),
        ({"m": {"by": "bounds", "bounds": [5, 5]}}, "ascend"),
        ({"r": {"by": "bounds", "bounds": [30, 365]}}, "between 0 and 364"),
        ({"f": {"by": "bounds", "bounds": [0, 3]}}, "between 1 and"),
        ({"days": 36_500}, "days: take 1 to 3,650 days, not 36,500"),
        ({"statuses": []}, "statuses"),
        ({"least_fen": -5}, "least_fen"),
        ({"frequency": {"of": "events", "kinds": []}}, "frequency.kinds"),
        ({"frequency": {"of": "events", "kinds": ["'; drop table rfm"]}}, "no kind of event"),
        ({"threshold": {"by": "score", "r": 3, "f": 1, "m": 3}}, "threshold.f"),
        ({"threshold": {"by": "score", "r": 6, "f": 3, "m": 3}}, "threshold.r"),
    ],
)
def test_settings_that_cannot_be(wrong: dict[str, Any], word: str) -> None:
    with pytest.raises(BadSettingsError) as told:
        check(RfmSettings(**wrong))
    assert word in told.value.detail
