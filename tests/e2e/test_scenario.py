"""The mix of a run and the judgement of an add."""

import base64
import stat
from collections import Counter
from pathlib import Path

import pytest

from yutang.cli.demo.company import DemoFile, Home, corp_request, make_demo
from yutang.cli.demo.results import Add, percentile, summarise
from yutang.cli.demo.scenario import Kind, Visit, plan


def an_add(**facts: object) -> Add:
    """An add that lacks nothing, but for `facts`."""
    add = Add(Visit(number=0, kind=Kind.PLAIN, name="王芳", unionid="o1", at_seconds=0))
    right: dict[str, object] = {
        "external_userid": "wm1",
        "userid": "qinghe001",
        "entries": 1,
        "stored": True,
        "tagged_here": True,
        "tagged_there": True,
        "outcome": "sent",
        "sends": 1,
        "latency_ms": 100.0,
    }
    for name, value in {**right, **facts}.items():
        setattr(add, name, value)
    return add


def test_a_seed_decides_the_mix() -> None:
    first, again = plan(200, 7, 100, "run"), plan(200, 7, 100, "run")

    assert first == again
    assert Counter(visit.kind for visit in first) == {
        Kind.PLAIN: 150,
        Kind.HALF: 20,
        Kind.DUPLICATE: 10,
        Kind.REORDERED: 10,
        Kind.RETURNING: 10,
    }
    overtaken = [v for v in first if v.kind is Kind.REORDERED and v.complete_after_seconds]
    assert len(overtaken) == 5
    assert all(1000 * (v.complete_after_seconds or 0) < v.delay_ms for v in overtaken)
    assert [visit.at_seconds for visit in first[:3]] == [0.0, 0.01, 0.02]


def test_runs_share_no_people() -> None:
    one, other = plan(50, 7, 100, "a"), plan(50, 7, 100, "b")

    assert len({visit.unionid for visit in [*one, *other]}) == 100


def test_a_complete_add_lacks_nothing() -> None:
    assert an_add().shortfall() is None
    assert an_add().settled


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"stored": False, "tagged_here": False, "tagged_there": False, "outcome": None},
         "not stored, not tagged, welcome unknown"),
        ({"tagged_there": False}, "not tagged in WeCom"),
        ({"sends": 0}, "said to be welcomed, but received 0 welcomes"),
        ({"sends": 2}, "said to be welcomed, but received 2 welcomes"),
        ({"entries": 2}, "shown as 2 adds"),
        ({"outcome": "late", "reason": "code_expired", "sends": 0}, "welcome late (code_expired)"),
        ({"problem": "the scan was refused: 500"}, "the scan was refused: 500"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(facts: dict[str, object], said: str) -> None:
    add = an_add(**facts)

    assert add.shortfall() == said
    assert summarise([an_add(), add]).ok is False


def test_counts_and_percentiles() -> None:
    adds = [an_add(latency_ms=float(ms)) for ms in range(1, 101)]
    adds.append(an_add(outcome="late", sends=0, latency_ms=None, reason="code_expired"))

    assert summarise(adds).as_dict() == {
        "adds": 101,
        "stored": 101,
        "tagged": 101,
        "welcomed": 100,
        "impossible": 0,
        "late": 1,
        "failed": 0,
        "p50_ms": 50.5,
        "p99_ms": 99.0,
        "ok": False,
    }
    assert [percentile([1.0, 2.0, 3.0, 4.0], share) for share in (0.25, 0.5, 0.99)] == [1, 2, 4]


def test_no_adds_prove_nothing() -> None:
    assert summarise([]).ok is False


def test_secrets_are_fresh_and_of_wecoms_shape() -> None:
    one, other = make_demo(), make_demo()

    assert {one.password, one.secret, one.aes_key} & {other.password, other.secret} == set()
    assert one.aes_key.isalnum()
    assert len(one.aes_key) == 43
    assert len(base64.b64decode(one.aes_key + "=", validate=True)) == 32
    request = corp_request(one, "http://127.0.0.1:1/callbacks")
    assert len(request["staff"]) == 50
    assert len(request["departments"]) == 4


def test_the_demo_file_is_its_owners_alone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    demo = make_demo()
    assert home.read() is None

    home.write(demo)

    assert stat.S_IMODE(home.file.stat().st_mode) == 0o600
    assert home.read() == demo
    assert [entry.name for entry in tmp_path.iterdir()] == ["demo.json"]
    assert isinstance(home.read(), DemoFile)
