"""What all areas stand on: fields, pages, timers, what is kept over a restart."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from wecom_emulator import areas, fields, paging
from wecom_emulator.errors import Refusal, RefusalError
from wecom_emulator.limits import Limits
from wecom_emulator.paging import Over
from wecom_emulator.state import ADAPTER, App, Corp, Department, Staff, State
from wecom_emulator.switches import Switches, turned
from wecom_emulator.timers import set_timer
from wecom_emulator.world import World


@dataclass(slots=True)
class Shelf:
    """What a made-up area keeps."""

    books: dict[str, list[int]] = field(default_factory=dict)


def refused(errcode: int) -> "pytest.RaisesExc[RefusalError]":
    return pytest.RaisesExc(RefusalError, check=lambda error: error.errcode == errcode)


@pytest.mark.parametrize(
    ("value", "most"), [(3, None), (["a"], None), (True, None), ({}, None), ("12345", 4)]
)
def test_a_string_of_another_kind_or_length_is_refused(value: object, most: int | None) -> None:
    with refused(40058):
        fields.text({"name": value}, "name", most=most)


def test_absent_fields_have_a_default_or_their_own_refusal() -> None:
    assert fields.optional_text({"a": None}, "a", "x") == "x"
    assert fields.integer({}, "n", 7) == 7
    assert fields.integer({"n": "12"}, "n") == 12
    assert fields.flag({"f": 1}, "f") is True
    assert fields.strings({}, "s") == []
    with refused(41043):
        fields.text({"id": ""}, "id", missing=Refusal(41043, "missing"))
    with refused(40058):
        fields.integer({"n": True}, "n")
    numbers: list[object] = ["²", "--5", "9" * 20, "9" * 5000, 1 << 63, 1.5, []]
    for number in numbers:
        with refused(40058):
            fields.integer({"n": number}, "n")
    flags: list[object] = [[], {}, 1.5, "true", 2]
    for flag in flags:
        with refused(40058):
            fields.flag({"f": flag}, "f")


def test_bytes_are_counted_where_wecom_counts_them() -> None:
    assert fields.text({"t": "鱼塘"}, "t", most=6, unit="bytes") == "鱼塘"
    with refused(40058):
        fields.text({"t": "鱼塘"}, "t", most=5, unit="bytes")


def test_days_are_those_of_shanghai_and_end_yesterday() -> None:
    now = 1_770_000_000  # 2026-02-02 10:40 in Shanghai
    today = fields.midnight(now)
    assert (today + 8 * 3600) % 86_400 == 0
    window = fields.days(now - 2 * 86_400, now, now, span=30, history=180)
    assert list(window) == [today - 2 * 86_400, today - 86_400]
    for begin, end in ((now, now - 86_400), (now - 40 * 86_400, now), (now - 200 * 86_400,) * 2):
        with refused(40058):
            fields.days(begin, end, now, span=30, history=180)


def test_pages_walk_to_the_end_and_know_their_own_cursors() -> None:
    rows, seen = list(range(7)), list[int]()
    body: dict[str, object] = {"limit": 3}
    while True:
        page, cursor = paging.page(rows, body, default=2, most=3, name="rows")
        seen += page
        if not cursor:
            break
        body = {"limit": 3, "cursor": cursor}
    assert seen == rows
    for wrong in ("7", "no cursor", "中文", paging.cursor(3, "others")):
        with refused(50100):
            paging.page(rows, {"cursor": wrong}, default=2, most=3, name="rows")


@pytest.mark.parametrize(("over", "size"), [(Over.CLAMP, 5), (Over.RESET, 2), (Over.REFUSE, None)])
def test_a_limit_above_the_maximum(over: Over, size: int | None) -> None:
    if size is None:
        with refused(40058):
            paging.limit({"limit": 6}, default=2, most=5, over=over)
    else:
        assert paging.limit({"limit": 6}, default=2, most=5, over=over) == size


def test_what_an_area_keeps_outlives_a_restart() -> None:
    corp = Corp("ww1", "青禾", [])
    corp.of(Shelf).books["鱼"] = [1, 2]
    set_timer(corp, 5.0, "read", "鱼")
    again = ADAPTER.validate_json(ADAPTER.dump_json(State(corps={"ww1": corp}))).corps["ww1"]
    assert again.of(Shelf) == Shelf({"鱼": [1, 2]})
    assert again.of(Shelf) is again.of(Shelf)
    assert again.timers == corp.timers


async def test_timers_are_done_in_order_once_their_time_has_come(tmp_path: Path) -> None:
    done: list[str] = []
    world = World(
        state_file=tmp_path / "state.json",
        callback_client=None,
        limits=Limits(),
        timers={"note": lambda _world, _corp, key: done.append(key)},
    )
    corp = world.state.corps["ww1"] = Corp("ww1", "青禾", [])
    now = world.clock.now()
    for after, key in ((20, "later"), (10, "sooner"), (3600, "never yet")):
        set_timer(corp, now + after, "note", key)
    world.run_due(corp)
    assert done == []
    world.clock.offset = 60.0
    world.run_due(corp)
    assert done == ["sooner", "later"]
    await world.close()


def test_an_app_sees_its_members_and_what_is_below_its_departments() -> None:
    tree = {d: Department(d, str(d), parent, 0) for d, parent in ((1, 0), (2, 1), (3, 2), (4, 1))}
    low, other = Staff("low", "低", [3]), Staff("other", "旁", [4])
    assert App(1, "s").sees(low, tree)
    app = App(1, "s", visible=[], visible_departments=[2])
    assert app.sees(low, tree)
    assert not app.sees(other, tree)
    app.visible = ["other"]
    assert app.sees(other, tree)


def test_switches_take_what_they_are_and_nothing_else() -> None:
    assert turned(Switches(), {"jobs_take_seconds": 3}).jobs_take_seconds == 3
    for wrong in ({"no_such": True}, {"medical": "yes"}, {"jobs_take_seconds": True}):
        with pytest.raises(ValueError, match=r"no switch|is a "):
            turned(Switches(), wrong)


def test_every_path_belongs_to_one_area() -> None:
    paths = [path for verbs in areas.AREAS.values() for path in verbs]
    assert len(paths) == len(set(paths))
