"""Events against the register, in memory: types, names, phones, bounds, bad input."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yutang.people.kinds.builtin import ALIASES, BUILT_IN, usual_handling
from yutang.people.kinds.cleaning import is_card
from yutang.people.kinds.register import Register, build
from yutang.people.kinds.schemas import PROPERTIES, QUARANTINED, Said, Verdict
from yutang.people.kinds.sorting import Sorter

NOW = datetime.now(UTC)
CARD = "11010519491231002X"


def said(kind: Any = "page.viewed", at: Any = NOW, **props: Any) -> Said:
    """One event of source 7."""
    return Said(7, "m", kind, at, props)


def learnt(register: Register, sorter: Sorter) -> Register:
    """The register with what a batch learnt, as the tables give it back."""
    rows = [
        {
            "kind": kind.name,
            "name": name,
            "since": rules.since,
            "type": rules.type,
            "handling": rules.handling,
            "purpose": rules.purpose,
            "converts": rules.converts,
            "plain": rules.plain,
        }
        for kind in register.kinds.values()
        for name, rules in kind.properties.items()
    ]
    rows += [
        {
            "kind": one.kind,
            "name": one.name,
            "since": 1,
            "type": one.rules.type,
            "handling": one.rules.handling,
            "purpose": None,
            "converts": False,
            "plain": False,
        }
        for one in sorter.fresh
    ]
    kinds = [
        {"name": kind.name, "label": None, "main": None, "purpose": None, "version": 1}
        for kind in register.kinds.values()
        if kind.name not in BUILT_IN
    ]
    return build(register.version + 1, kinds, [], rows)


def sort(*events: Said, register: Register | None = None) -> Sorter:
    """One batch."""
    sorter = Sorter(register or build(1), NOW)
    sorter.sort(events)
    return sorter


def judge(**props: Any) -> Verdict:
    """A page's view with these properties."""
    return sort(said(**props)).verdicts[0]


def codes(sorter: Sorter) -> list[str | None]:
    """Why each was refused."""
    return [verdict.refused for verdict in sorter.verdicts]


def test_usual_names_are_understood() -> None:
    register = build(1)
    for name, kind in (
        ("Order Completed", "order.completed"),
        ("order_completed", "order.completed"),
        ("$pageview", "page.viewed"),
        ("page_view", "page.viewed"),
        ("Product Viewed", "product.seen"),
        ("加入购物车", "cart.added"),
        # The log has its own `member.joined`, of groups.
        ("member.joined", "membership.joined"),
    ):
        found = register.resolve(name)
        assert found is not None
        assert found.name == kind, name
    assert set(ALIASES.values()) <= set(BUILT_IN)
    # What the system itself writes nobody can say.
    for name in ("relation.added", "tag.added", "visit.added", "custom.vip"):
        assert register.resolve(name) is None, name


def test_types_are_those_of_the_first_event() -> None:
    sorter = sort(
        said(price=12, seen=True, day="2026-01-02", words="a", all=["x", 2], deep={"a": {"b": 1}}),
        said(price=12.5, seen=False, day="2026-01-02T10:00:00Z", words="2026-01-02"),
        said(price="12"),
        said(seen=1),
        said(day="tomorrow"),
        said(words=["a"]),
        said(all="x"),
        said(**{"deep.a.b": "x"}),
    )
    assert codes(sorter) == [None, None, *["wrong_type"] * 6]
    assert {one.name: one.rules.type for one in sorter.fresh} == {
        "price": "number",
        "seen": "boolean",
        "day": "time",
        "words": "string",
        "all": "list",
        "deep.a.b": "number",
    }
    assert sorter.verdicts[0].props == {
        "price": 12,
        "seen": True,
        "day": "2026-01-02",
        "words": "a",
        "all": ["x", "2"],
        "deep.a.b": 1,
    }
    assert sorter.verdicts[2].words == "「price」: is a number by its first event, this is a string"
    assert [held.property for held in sorter.held] == [
        *("price", "seen", "day", "words", "all", "deep.a.b")
    ]


def test_who_is_refused_teaches_nothing() -> None:
    sorter = sort(
        said(price=1), said(price="a", fresh="x"), said(fresh=2), said(at=NOW + timedelta(days=2))
    )
    assert codes(sorter) == [None, "wrong_type", None, "future"]
    assert {one.name: one.rules.type for one in sorter.fresh} == {
        "price": "number",
        "fresh": "number",
    }


def test_declared_properties_are_converted() -> None:
    verdict = sort(
        said(
            "Order Paid",
            number=20261127,
            amount_fen="1,280",
            paid_at="2026-01-02 10:00",
            items=[{"sku": "A", "quantity": 2, "receiver_name": "李梅"}],
        )
    ).verdicts[0]
    assert verdict.refused is None
    assert verdict.props == {
        "number": "20261127",
        "amount_fen": 1280,
        "paid_at": "2026-01-02 10:00",
        "items": [{"sku": "A", "quantity": 2}],
    }


@pytest.mark.parametrize(
    ("props", "kept"),
    [
        ({"note": "13812345678"}, {}),
        ({"note": "打 138 1234 5678 找他"}, {"note": "打 ••• 找他"}),
        ({"note": "+86-138-1234-5678"}, {}),
        ({"note": 13812345678}, {}),
        ({"note": CARD}, {}),
        ({"note": CARD[:-1] + "1"}, {"note": CARD[:-1] + "1"}),
        ({"note": "li.mei@example.com"}, {}),
        ({"url": "https://a.cn/?m=13812345678&x=1"}, {"url": "https://a.cn/?m=•••&x=1"}),
        ({"all": ["a", "13812345678"]}, {"all": ["a"]}),
        # By their names, whatever they hold.
        ({"phone": "n/a", "shipping": {"receiver_name": "李梅"}, "收货地址": "x"}, {}),
        # An order's number is 20 digits of which some look like a phone.
        ({"note": "20261380013800012345"}, {"note": "20261380013800012345"}),
    ],
)
def test_names_and_phones_are_taken_out_and_counted(
    props: dict[str, Any], kept: dict[str, Any]
) -> None:
    sorter = sort(said(**props))
    assert sorter.verdicts[0].refused is None
    assert sorter.verdicts[0].props == kept
    redacted = sum(n for (_, outcome, _), n in sorter.counts.items() if outcome == "redacted")
    assert redacted == (0 if kept == props else max(1, len(props)))


def test_codes_that_look_like_phones_stay_where_they_are_declared() -> None:
    assert sort(said("product.seen", sku="13812345678")).verdicts[0].props == {"sku": "13812345678"}


def test_a_card_number_has_its_checksum() -> None:
    assert is_card(CARD)
    assert not is_card("110105194912310021")


def test_sensitive_values_need_purpose_and_consent() -> None:
    assert usual_handling("health.blood_type") == "sensitive"
    first = sort(said(health="x", title="t"))
    assert first.verdicts[0] == Verdict(
        "page.viewed", {"title": "t"}, None, "left out 「health」 (sensitive without purpose)"
    )
    assert first.counts["page.viewed", "sensitive_without_purpose", "health"] == 1
    register = learnt(build(1), first)
    register.kinds["page.viewed"].properties["health"].purpose = "sensitive"
    events = [
        Said(7, "m", "page.viewed", NOW, {"health": "x"}, customer_id=who) for who in (1, 2, None)
    ]
    sorter = sort(*events, register=register)
    sorter.settle({(1, "sensitive"), (2, "marketing")})
    assert [verdict.props for verdict in sorter.verdicts] == [{"health": "x"}, {}, {}]
    assert codes(sorter) == [None, None, None]
    assert sorter.counts["page.viewed", "no_consent", "health"] == 2


def test_service_events_need_the_consent_for_service() -> None:
    events = [
        Said(7, "m", "service.opened", NOW, {"topic": "退货"}, customer_id=who)
        for who in (1, 2, None)
    ]
    sorter = sort(*events)
    sorter.settle({(1, "service")})
    assert codes(sorter) == [None, "no_consent", "no_consent"]
    assert sorter.held == []
    assert sorter.counts["service.opened", "accepted", ""] == 1


def test_bad_input_is_refused_with_words() -> None:
    deep: dict[str, Any] = {"a": 1}
    for _ in range(50):
        deep = {"a": deep}
    sorter = sort(
        said(big="x" * 10_000_000),
        said(long="字" * 3_000),
        said(**{f"p{n}": n for n in range(5_000)}),
        said(**{f"p{n}": n for n in range(150)}),
        said(**deep),
        said(**{"'; drop table events; --": 1}),
        said(**{"<script>alert(1)</script>": 1}),
        said(**{"n" * 101: 1}),
        said(objects=[{"a": 1}]),
        said(at=NOW.replace(year=2099)),
        said(at=NOW - timedelta(days=3660)),
        said("<script>alert(1)</script>"),
        said("k" * 101),
        said("a\x00b"),
        said("  "),
    )
    assert codes(sorter) == [
        "too_large",
        "too_long",
        # Over 64 kB, so not kept; its words tell both.
        "too_large",
        "too_many_properties",
        "too_deep",
        "bad_name",
        "bad_name",
        "bad_name",
        "wrong_type",
        "future",
        "too_old",
        "unknown_kind",
        "bad_kind",
        "bad_kind",
        "bad_kind",
    ]
    assert sorter.fresh == []
    assert "at most 100 properties" in (sorter.verdicts[2].words or "")
    assert all(verdict.words for verdict in sorter.verdicts)
    assert [held.reason for held in sorter.held] == [
        *("too_long", "too_many_properties", "too_deep", "bad_name", "bad_name", "bad_name"),
        *("wrong_type", "unknown_kind"),
    ]


def test_halves_of_characters_and_nul_are_mended() -> None:
    verdict = judge(title="a\x00b\ud83d", all=["\udc00"], **{"$os": "iOS", "my name": "x"})
    assert verdict.props == {"title": "ab\ufffd", "all": ["\ufffd"], "os": "iOS", "my_name": "x"}


def test_nothing_said_is_no_type() -> None:
    sorter = sort(said(a=None, b="", c=[], d={}, e=float("nan")), said(a=1, b=2, c="x", e=True))
    assert codes(sorter) == [None, None]
    assert sorter.verdicts[0].props == {}
    assert {one.name: one.rules.type for one in sorter.fresh} == {
        "a": "number",
        "b": "number",
        "c": "string",
        "e": "boolean",
    }


def test_a_kind_has_a_hundred_properties() -> None:
    room = PROPERTIES - len(BUILT_IN["page.viewed"].properties)
    sorter = sort(said(**{f"p{n}": n for n in range(room)}), said(one_more=1), said(p0=2))
    assert codes(sorter) == [None, "too_many_properties", None]
    closed = build(1, [{"name": "page.viewed", "closed": True}])
    assert sort(said(new=1, title="t"), register=closed).verdicts[0].props == {"title": "t"}


VALUES = st.one_of(
    st.integers(-1000, 1000),
    st.booleans(),
    st.text(alphabet="ab1", max_size=3),
    st.just("2026-01-02"),
    st.lists(st.sampled_from(["x", "y"]), max_size=2),
    st.none(),
)
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["page.viewed", "Page Viewed", "order.paid", "nobody knows"]),
        st.dictionaries(st.sampled_from(["a", "b", "c d", "x.y"]), VALUES, max_size=3),
        st.sampled_from([0, 0, 0, 3, -4000]),
    ),
    max_size=12,
)


def naive_type(value: Any) -> str | None:
    """As the reference says it."""
    if value is None or value in ("", []):
        return None
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "number"
    if isinstance(value, list):
        return "list"
    return "time" if value == "2026-01-02" else "string"


def naive(events: list[Said]) -> tuple[list[str | None], dict[tuple[str, str], str]]:
    """The plainest judge: types of the first by arrival, whoever fits none is refused."""
    types: dict[tuple[str, str], str] = {}
    told: list[str | None] = []
    for one in events:
        kind = {"Page Viewed": "page.viewed"}.get(one.kind, one.kind)
        if one.at > NOW + timedelta(days=1):
            told.append("future")
        elif one.at < NOW - timedelta(days=3653):
            told.append("too_old")
        elif kind == "nobody knows":
            told.append("unknown_kind")
        else:
            new: dict[tuple[str, str], str] = {}
            fits = True
            for name, value in one.props.items():
                key, found = (kind, name.replace(" ", "_")), naive_type(value)
                was = types.get(key)
                if found is None:
                    fits &= not (value == [] and was not in {None, "list"})
                elif was is None:
                    new[key] = found
                else:
                    fits &= found == was or (was == "string" and found == "time")
            told.append(None if fits else "wrong_type")
            if fits:
                types |= new
    return told, types


@settings(max_examples=20, deadline=None)
@given(EVENTS, st.integers(1, 5))
def test_any_order_in_any_batches_is_judged_as_the_plainest_judge_does(
    told: list[tuple[str, dict[str, Any], int]], size: int
) -> None:
    events = [said(kind, NOW + timedelta(days=days), **props) for kind, props, days in told]
    register, verdicts, counts, held = build(1), [], Counter[str](), 0
    types: dict[tuple[str, str], str] = {}
    for start in range(0, len(events), size):
        sorter = sort(*events[start : start + size], register=register)
        verdicts += codes(sorter)
        held += len(sorter.held)
        types |= {(one.kind, one.name): one.rules.type for one in sorter.fresh}
        for (_, outcome, _), number in sorter.counts.items():
            counts[outcome] += number
        register = learnt(register, sorter)
    expected, naive_types = naive(events)
    assert verdicts == expected
    assert types == naive_types
    # Nothing is lost: accepted + quarantined + refused = said.
    assert held == sum(counts[code] for code in QUARANTINED)
    assert counts["accepted"] + held + counts["future"] + counts["too_old"] == len(events)
