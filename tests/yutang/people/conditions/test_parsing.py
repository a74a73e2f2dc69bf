"""What is taken, what is refused, and what is said about it."""

import json
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, meta

from yutang.people.conditions import service as language
from yutang.people.conditions.errors import ConditionError
from yutang.people.conditions.schemas import Group, Tag

TAG = {"leaf": "tag", "how": "any", "tags": [1]}
EVER = {"kind": "ever"}


def nested(groups: int) -> dict[str, Any]:
    node: dict[str, Any] = TAG
    for _ in range(groups):
        node = {"op": "all", "of": [node]}
    return node


def event(**more: Any) -> dict[str, Any]:
    return {"leaf": "event", "kind": "order.placed", "window": EVER} | more


@pytest.mark.parametrize(
    ("raw", "path", "said"),
    [
        ([], "", 'the conditions: is no condition; write {"op": …} or {"leaf": …}'),
        ({}, "", "is neither a group nor a leaf"),
        ({"op": "all", "leaf": "tag"}, "", "is neither a group nor a leaf"),
        ({"op": "xor", "of": [TAG]}, "", "has the group “xor”; use one of all, any, none"),
        ({"op": "all", "of": [TAG], "segment": 1}, "", "has “segment”, which no group has"),
        ({"op": "all", "of": [{"op": "any", "of": []}]}, "0", "condition 1: is an empty group"),
        ({"op": "any", "of": []}, "", "is an empty group"),
        (nested(9), "0.0.0.0.0.0.0.0", "has more than 8 groups inside each other"),
        ({"op": "any", "of": [TAG] * 201}, "", "has more than 200 conditions"),
        ({"op": "any", "of": [TAG] * 5_000}, "", "has more than 200 conditions"),
        ({"op": "all", "of": [TAG, {"leaf": "sql"}]}, "1", "asks for “sql”, which is no leaf"),
        ({"leaf": "members", "segment": 1, "run": 1}, "", "asks for “members”, which is no leaf"),
        ({"leaf": "tag", "how": "any", "tags": list(range(1, 2_002))}, "", "holds 2,001 values"),
        (
            {
                "op": "all",
                "of": [
                    TAG,
                    {"op": "any", "of": [{"leaf": "tag", "how": "some"}, {**TAG, "tags": ["1"]}]},
                ],
            },
            "1.1.tags.0",
            "condition 2, condition 2, `tags`, item 1: is “1”",
        ),
        ({**TAG, "tags": [2**32]}, "tags.0", "is 4294967296; at most 4,294,967,295 is possible"),
        ({**TAG, "tags": [10**30]}, "tags.0", "at most 4,294,967,295 is possible"),
        ({**TAG, "how": "some"}, "", "is about every tag; take `tags` away"),
        ({**TAG, "tags": []}, "", "asks for any of no tags; choose at least one"),
        ({**TAG, "colour": 1}, "colour", "is no part of `tag`; take it away"),
        ({"leaf": "tag", "tags": [1]}, "how", "is missing; `tag` needs it"),
        (
            event(window={"kind": "sliding", "days": 3_651}),
            "window.days",
            "at most 3,650 is possible",
        ),
        (event(window={"kind": "soon"}), "window", "is no window; its `kind` is one of ever"),
        (
            event(window={"kind": "absolute", "from": "1970-01-01", "to": "2070-01-01"}),
            "window",
            "is 36,525 days long; at most 3,650 are possible, or leave one end open",
        ),
        (
            event(window={"kind": "absolute", "from": "2026-03-02", "to": "2026-03-01"}),
            "window",
            "ends before it begins",
        ),
        (
            event(window={"kind": "absolute", "from": "0001-01-01", "to": None}),
            "window.from",
            "is outside 1970 to 2200",
        ),
        (
            event(window={"kind": "absolute", "from": 17, "to": None}),
            "window.from",
            "is no day or time",
        ),
        (event(window={"kind": "absolute"}), "window", "has neither a beginning nor an end"),
        (
            event(window={"kind": "calendar", "unit": "year", "back": 10}),
            "window",
            "at most 9 are possible",
        ),
        (event(measure="sum"), "", "needs `prop` with the measure sum, and only there; name one"),
        (event(measure="days"), "", "compares it with nothing; give `compare`"),
        (
            event(compare={"is": "at_least", "n": 1.5}),
            "",
            "compares count with 1.5; use a whole number",
        ),
        (
            event(compare={"is": "between", "n": 3, "to": 1}),
            "compare",
            "has `to` below `n`; swap them",
        ),
        (event(kind="x'; drop table people"), "kind", "it must match"),
        (
            event(where=[{"prop": "a", "is": "less", "values": [True]}]),
            "where.0",
            "orders what has no order",
        ),
        (
            event(where=[{"prop": "a", "is": "equals", "values": []}]),
            "where.0",
            "has 0 values with `equals`; give 1",
        ),
        (event(where=[{"prop": "a\x00", "is": "known"}]), "where.0.prop", "it must match"),
        (
            {"leaf": "group", "labels": ["a\x00"]},
            "labels.0",
            "holds the character U+0000; take it out",
        ),
        ({"leaf": "relation", "state": "friend", "ended_by": ["staff"]}, "", "has not ended"),
        (
            {"leaf": "attribute", "name": "gender", "test": {"is": "less", "values": ["male"]}},
            "",
            "`gender` cannot be asked by `less`; use one of equals, in, known, unknown",
        ),
        (
            {
                "leaf": "attribute",
                "name": "birthday",
                "test": {"is": "equals", "values": ["2026-02-30"]},
            },
            "",
            "“2026-02-30” is no day between 1900 and 2200; write 2026-03-01",
        ),
        (
            {"leaf": "attribute", "name": "password", "test": {"is": "known"}},
            "name",
            "is “password”",
        ),
        ({"leaf": "rfm"}, "", "asks nothing; choose a class"),
        ({"leaf": "activation"}, "", "asks neither or both"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(raw: object, path: str, said: str) -> None:
    with pytest.raises(ConditionError) as refused:
        language.parse(raw)
    assert refused.value.path == path
    assert said in refused.value.detail
    assert len(refused.value.detail) < 400


def test_the_limits_themselves_are_taken() -> None:
    assert len(language.leaves_of(language.parse(nested(8)))) == 1
    assert len(language.leaves_of(language.parse({"op": "any", "of": [TAG] * 200}))) == 200
    whole = language.parse({**TAG, "tags": list(range(1, 2_001))})
    assert isinstance(whole, Tag)
    assert len(whole.tags) == 2_000


def test_what_was_replaced_is_read_only_where_that_is_said() -> None:
    raw = {"op": "all", "of": [{"leaf": "members", "segment": 3, "run": 1}], "segment": 4}
    found = language.parse(raw, expanded=True)
    assert isinstance(found, Group)
    assert language.ids_named(found).segments == {3, 4}
    assert language.parse(found) is found
    with pytest.raises(ConditionError, match="which no group has"):
        language.parse(raw)
    with pytest.raises(ConditionError, match="which only `all` may"):
        language.parse({**raw, "op": "none"}, expanded=True)


def test_equal_conditions_read_the_same() -> None:
    one = language.parse({"leaf": "tag", "tags": [3, 1, 3], "how": "all"})
    two = language.parse({"how": "all", "leaf": "tag", "tags": [1, 3]})
    assert language.canonical(one) == language.canonical(two)
    assert language.canonical(one) == '{"how":"all","leaf":"tag","tags":[1,3]}'
    assert language.parse(json.loads(language.canonical(one))) == one


def test_the_published_schema_takes_what_is_taken() -> None:
    schema = language.json_schema()
    assert meta.is_valid(schema)
    validator = Draft202012Validator(schema)
    names = {
        definition["properties"]["leaf"]["const"]
        for definition in schema["$defs"].values()
        if "leaf" in definition.get("properties", {})
    }
    assert names == {
        "activation", "attribute", "event", "group", "list", "loss", "orders", "relation", "rfm",
        "segment", "sequence", "silence", "stage", "state", "tag",
    }  # fmt: skip
    good = [
        TAG,
        {"op": "none", "of": [TAG, event()]},
        {"leaf": "attribute", "name": "field:3", "test": {"is": "between", "values": [1, 2]}},
        event(window={"kind": "absolute", "from": "2026-03-01", "to": None}),
        {"leaf": "rfm", "r": [1, 3]},
    ]
    for raw in good:
        assert not list(validator.iter_errors(raw)), raw
        language.parse(raw)
    for bad in ({"op": "xor", "of": []}, {"leaf": "sql"}, {**TAG, "more": 1}, {**TAG, "tags": [0]}):
        assert list(validator.iter_errors(bad)), bad
