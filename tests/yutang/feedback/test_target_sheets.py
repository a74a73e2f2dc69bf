"""Targets from a file: tried, refused row by row, written whole, replaced for the same days."""

from datetime import timedelta
from typing import Any

from tests.yutang.feedback.test_growth import TODAY, write_history
from tests.yutang.world import World, add_corp
from yutang.feedback.targets import sheets

FIRST, LAST = TODAY - timedelta(days=20), TODAY + timedelta(days=20)


async def send(world: World, content: str, **query: Any) -> Any:
    """Send a sheet of targets of these days."""
    params = {"name": "目标.csv", "first": str(FIRST), "last": str(LAST), **query}
    return await world.http.post("/api/targets/import", params=params, content=content.encode())


async def aims(world: World) -> dict[str, tuple[int, int, str]]:
    """Today's targets by holder."""
    board = (await world.http.get("/api/targets")).json()
    return {
        one["holder"]["name"]: (one["aim"], one["kept_days"], one["last"]) for one in board["items"]
    }


async def test_a_sheet_of_targets_is_tried_written_and_replaced(world: World) -> None:
    await write_history(world)
    await world.sign_in()
    template = (await world.http.get("/api/targets/template.csv?lang=en")).text
    assert template.strip("\ufeff\r\n") == "Who,Kind,Target,From,To,Kept days"
    sheet = (
        "员工账号,给谁,目标数,结束日期,留满天数\n"
        " ANN ,,2,,\n"
        f'bob,员工,"1,000",{TODAY},7\n'
        "001,门店,9,,30\n"
    )
    tried = (await send(world, sheet)).json()
    assert (tried["rows"], tried["created"], tried["errors"]) == (3, 3, [])
    assert await aims(world) == {}
    assert (await send(world, sheet, write=True)).json()["written"] is True
    stands = {
        "ann": (2, 0, str(LAST)),
        "bob": (1000, 7, str(TODAY)),
        "南山店": (9, 30, str(LAST)),
    }
    assert await aims(world) == stands
    again = (await send(world, sheet, write=True)).json()
    assert (again["created"], again["changed"], again["unchanged"]) == (0, 0, 3)
    changed = (await send(world, "who,target\nann,5\nbob,6\n", write=True, kept_days=1)).json()
    assert (changed["created"], changed["changed"], changed["unchanged"]) == (1, 1, 0)
    board = (await world.http.get("/api/targets")).json()["items"]
    assert sorted((one["holder"]["name"], one["aim"]) for one in board) == [
        ("ann", 5), ("bob", 6), ("bob", 1000), ("南山店", 9),
    ]  # fmt: skip

    wrong = (
        "对象,给谁,目标,开始日期,结束日期,留满天数\n"
        "nobody,,0,,,\n"
        ",,x,昨天,,5\n"
        "ann,猫,1,,2020-01-01,\n"
        "Ann,,1,,,\n"
        "ann,,1.5,,,\n"
    )
    tried = (await send(world, wrong)).json()
    assert [(one["row"], one["code"]) for one in tried["errors"]] == [
        (2, "aim.unreadable"),
        (2, "who.unknown"),
        (3, "kept.unknown"),
        (3, "day.unreadable"),
        (3, "who.missing"),
        (3, "aim.unreadable"),
        (4, "kind.unknown"),
        (4, "span.bad"),
        (6, "aim.unreadable"),
        (6, "who.double"),
    ]
    refused = await send(world, wrong, write=True)
    assert (refused.status_code, refused.json()["type"]) == (422, "targets.rows")
    refused = await send(world, "目标\n3\n")
    assert (refused.status_code, refused.json()["type"]) == (422, "targets.sheet")
    refused = await send(world, "对象\n" + "x\n" * 2001)
    assert (refused.status_code, refused.json()["type"]) == (413, "targets.sheet_too_large")
    assert (await world.http.get("/api/targets")).json()["items"] == board
    await add_corp(world.runtime, "rival", (1000009,))
    await world.sign_in("rival")
    foreign = (await send(world, "who,target\nann,5\n", write=True)).json()
    assert foreign["type"] == "targets.rows"
    assert await aims(world) == {}


def test_every_fault_has_its_words() -> None:
    assert all(sorted(words) == ["en", "zh-CN"] for words in sheets.WORDS.values())
