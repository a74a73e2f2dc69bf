"""The derivation itself: every question asked from both sides has one answer."""

import hashlib
import json
import subprocess
import sys
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wecom_emulator.population.reading import UNTIL
from wecom_emulator.derivation import Plan
from wecom_emulator.population import Population, attach, generate
from wecom_emulator.population.company import Company
from wecom_emulator.population.mixing import Ids, Permutation
from wecom_emulator.state import ADAPTER, App, Corp, State

SIZES = st.builds(
    Plan,
    seed=st.integers(0, 1 << 40),
    staff=st.integers(1, 40),
    customers=st.integers(0, 700),
    groups=st.integers(0, 12),
    tags=st.integers(0, 50),
    until=st.just(UNTIL),
)


def _corp(plan: Plan) -> Corp:
    corp = Corp("ww-derived", "推导", [App(1, "secret")])
    generate(corp, plan, 5000)
    return corp


def _population(corp: Corp) -> Population:
    assert isinstance(corp.derived, Population)
    return corp.derived


@settings(max_examples=30, deadline=None)
@given(SIZES)
def test_what_members_have_is_whose_customers_are(plan: Plan) -> None:
    company = Company("ww-derived", plan)
    by_member = {(n, t, serial) for t in range(plan.staff) for _, serial, n in company.serials(t)}
    by_customer = {(n, t, s) for n in range(plan.customers) for t, s in company.bonds(n)}
    assert by_member == by_customer
    assert {n for n, _, _ in by_customer} == set(range(plan.customers))
    for n in range(plan.customers):
        members = [t for t, _ in company.bonds(n)]
        assert len(set(members)) == len(members) <= 3
        # Everybody was added once at least, none before the first follower, none in the future.
        times = [company.added_at(t, serial, n) for t, serial in company.bonds(n)]
        assert min(times) == times[0]
        assert company.begin <= times[0] <= max(times) <= UNTIL


@settings(max_examples=20, deadline=None)
@given(SIZES, st.data())
def test_a_place_and_a_serial_number_lead_to_each_other(plan: Plan, data: st.DataObject) -> None:
    company = Company("ww-derived", plan)
    t = data.draw(st.integers(0, plan.staff - 1))
    everything = list(company.serials(t))
    for place, serial, _ in everything:
        assert company.serial(t, place) == serial
        assert company.place(t, serial) == place < company.places(t)
    start = data.draw(st.integers(0, company.places(t)))
    assert list(company.serials(t, start)) == [row for row in everything if row[0] >= start]


@settings(max_examples=20, deadline=None)
@given(SIZES)
def test_counting_and_looking_agree(plan: Plan) -> None:
    corp = _corp(plan)
    derived, day = _population(corp), 24 * 3600
    days = range(UNTIL - 30 * day, UNTIL, day)
    for userid in derived.rows.userids:
        relations = list(corp.relations_by(userid))
        assert derived.load(userid) == len(relations)
        for begin, count in derived.adds(userid, days).items():
            assert count == sum(begin <= r.createtime < begin + day for r in relations)
        tags = {tag for relation in relations for tag in relation.tags}
        for tag in sorted(tags)[:3]:
            found = [r.external_userid for r in corp.tagged(userid, {tag})]
            assert sorted(found) == sorted(r.external_userid for r in relations if tag in r.tags)


@settings(max_examples=20, deadline=None)
@given(SIZES)
def test_everybody_is_found_by_id_and_nobody_else(plan: Plan) -> None:
    corp = _corp(plan)
    rows = _population(corp).rows
    externals = [rows.external(n) for n in range(plan.customers)]
    assert len(set(externals)) == len(corp.persons) == plan.customers
    assert list(corp.persons) == externals == rows.externals(range(plan.customers))
    assert [p.external_userid for p in reversed(corp.persons.values())] == externals[::-1]
    for n, external in enumerate(externals):
        assert rows.number(external) == n
        assert corp.persons[external].unionid not in externals
        assert corp.derived is not None
        assert corp.derived.of_unionid(corp.persons[external].unionid) == external
        # The other ending of the same block, the other head, one letter changed.
        for stranger in (
            external[:-1] + ("B" if external[-1] != "B" else "C"),
            ("wo" if external.startswith("wm") else "wm") + external[2:],
            external + "A",
            external[:-1] + "é",
        ):
            assert stranger not in corp.persons


@settings(max_examples=20, deadline=None)
@given(SIZES)
def test_who_is_in_a_group_is_known_without_looking_at_all(plan: Plan) -> None:
    corp = _corp(plan)
    everybody = [*corp.persons, *corp.staff, "nobody"]
    for group in corp.groups.values():
        inside = dict(group.members)
        assert [who for who in everybody if who in group.members] == [
            who for who in everybody if who in inside
        ]
        assert list(inside.values()) == list(group.members.values())
        assert len(inside) == len(group.members)
        assert group.owner in inside
        assert group.members == inside == group.members.copy() == {**group.members}
        assert group.members | {"nobody": 1} == inside | {"nobody": 1}
        assert not dict.keys(corp.groups), "reading kept a group"


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5000), st.integers(0, 1 << 60))
def test_a_permutation_can_be_undone(size: int, key: int) -> None:
    order = Permutation(size, key)
    values = [order.at(place) for place in range(size)]
    assert sorted(values) == list(range(size))
    assert [order.place(value) for value in values] == list(range(size))


def test_ids_of_two_kinds_never_meet() -> None:
    people, tags = Ids(b"k" * 16, b"person", "x"), Ids(b"k" * 16, b"tag", "x")
    assert people.number(people.of(5)) == 5
    assert tags.number(people.of(5)) is None
    assert people.bodies([1, 2, 3]) == [people.body(n) for n in (1, 2, 3)]


def test_sizes_differ_but_nobody_has_more_than_fits() -> None:
    company = Company("ww-large", Plan(7, 5000, 10_000_000, 20_000, 2000, UNTIL))
    sizes = [company.places(t) for t in range(5000)]
    assert max(sizes) < 5000
    assert max(sizes) > 3 * min(sizes)


def test_a_corp_of_its_own_takes_the_room_it_needs() -> None:
    corp = _corp(Plan(7, 2, 20_000, 0, 0, UNTIL))
    assert all((m.customer_limit or 0) > 10_000 for m in corp.staff.values())


def test_what_nobody_changed_is_not_kept() -> None:
    corp = _corp(Plan(7, 20, 50_000, 100, 10, UNTIL))
    # Reading leaves nothing behind, asking for nobody neither.
    assert corp.persons.get("wmNobody") is None
    first = next(iter(corp.persons.values()))
    assert corp.persons.setdefault(first.external_userid, first) is first
    for userid in list(corp.staff)[:3]:
        for relation in corp.relations_by(userid):
            assert corp.persons[relation.external_userid].name
    assert all(group.members for group in corp.groups.values())
    kept = json.loads(ADAPTER.dump_json(State({"ww-derived": corp})))["corps"]["ww-derived"]
    assert (kept["persons"], kept["relations"], kept["groups"]) == ({}, {}, {})
    assert kept["plan"] == asdict(Plan(7, 20, 50_000, 100, 10, UNTIL))


def test_what_changed_is_kept_and_comes_back() -> None:
    corp = _corp(Plan(7, 20, 5000, 10, 10, UNTIL))
    userid = list(corp.staff)[4]
    first, second = list(corp.relations_by(userid))[:2]
    first.remark = "改过"
    corp.persons[second.external_userid].name = "换了名字"
    group = next(iter(corp.groups.values()))
    gone = list(group.members)[-1]
    group.members.pop(gone)
    other = list(corp.groups.values())[1]
    other.name = "新群名"
    assert corp.relation(userid, first.external_userid) is first
    kept = ADAPTER.dump_json(State({"ww-derived": corp}))
    again = ADAPTER.validate_json(kept).corps["ww-derived"]
    attach(again)
    for seen in (corp, again):
        relation = seen.relation(userid, first.external_userid)
        assert relation is not None
        assert relation.remark == "改过"
        assert seen.persons[second.external_userid].name == "换了名字"
        assert gone not in seen.groups[group.chat_id].members
        assert seen.groups[other.chat_id].name == "新群名"
        assert len(seen.groups[other.chat_id].members) > 2
        assert (len(seen.persons), len(seen.groups)) == (5000, 10)
        assert len(list(seen.relations_by(userid))) == seen.load(userid)
    assert len(again.groups[group.chat_id].members) == len(corp.groups[group.chat_id].members)


_PROGRAM = """
import hashlib, sys
from tests.wecom_emulator.population.test_company import told
print(told(int(sys.argv[1])))
"""


def told(seed: int) -> str:
    """A digest of all that a company of this seed tells."""
    corp = _corp(Plan(seed, 9, 300, 4, 20, UNTIL))
    parts = [ADAPTER.dump_json(State({"ww-derived": corp})).decode()]
    parts += [repr(asdict(person)) for person in corp.persons.values()]
    parts += [repr(asdict(r)) for userid in corp.staff for r in corp.relations_by(userid)]
    parts += [repr(group) + repr(dict(group.members)) for group in corp.groups.values()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_is_the_same_company_in_another_process(seed: int) -> None:
    def ask(hash_seed: str) -> str:
        program = [sys.executable, "-c", _PROGRAM, str(seed)]
        done = subprocess.run(
            program, check=True, capture_output=True, text=True, env={"PYTHONHASHSEED": hash_seed}
        )
        return done.stdout.strip()

    assert ask("1") == ask("2") == told(seed) != told(seed + 1)
