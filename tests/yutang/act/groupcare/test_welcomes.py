"""Welcomes of groups: WeCom has them, owners are asked, and what goes wrong is told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.act.groupcare.stage import (
    ROOT,
    add_groups,
    asked,
    audited,
    make,
    owners,
    put,
    settled,
    tasks,
    welcome,
)
from tests.yutang.act.loop import Loop, open_loop, picture, until
from yutang.act.groupcare import workers
from yutang.act.groupcare.jobs import AskGroupOwners, CheckGroupWelcomes
from yutang.people.corps import service as corps
from yutang.wecom.client import WeCom


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work, and groups."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():

        async def read() -> bool:
            # Groups that WeCom lists are read last; ours, which it does not list, would be ended.
            async with loop.yutang.runtime.database.owner() as session:
                return bool(
                    await session.scalar(
                        text(
                            "select exists (select from bulk_runs"
                            " where kind = 'sync.groups' and state = 'ended')"
                        )
                    )
                )

        await until(read)
        await add_groups(loop.yutang)
        yield loop


async def test_owners_are_asked_once_and_say_that_they_chose(loop: Loop) -> None:
    world = loop.yutang
    made = await make(loop)
    read = await asked(loop, made["id"], 2)
    assert (read["status"], read["problem"]) == ("active", None)
    assert (read["groups"], read["owners"], read["ownerless"]) == (3, 2, 1)
    assert await owners(loop, made["id"]) == [("员工0", "waiting", 1), ("员工1", "waiting", 1)]
    call = (await loop.calls(f"{ROOT}/add"))[0]["body"]
    assert (call["text"], call["notify"]) == ({"content": "%NICKNAME% 你好，欢迎进群"}, 0)
    title = "入群欢迎语「产品群欢迎」：群设置→入群欢迎语→选「你好，欢迎进群」，共 1 个群"
    assert [(one[0], one[1]) for one in await tasks(world)] == [(title, "open")] * 2
    board = (await world.http.get("/api/tasks")).json()["items"]
    told = "Group welcome “产品群欢迎”: group settings → welcome → choose “你好，欢迎进群”, 1 group"
    assert [one["words"] for one in board] == [{"zh": title, "en": told}] * 2

    job = AskGroupOwners(corp_id=world.corp_id, welcome_id=made["id"])
    await workers.ask_group_owners(job, world.runtime)
    assert len(await tasks(world)) == 2

    listed = (await world.http.get(f"/api/group-welcomes/{made['id']}/owners")).json()["items"]
    done = await world.http.post(f"/api/tasks/{listed[0]['task_id']}/close", json={"state": "done"})
    assert done.status_code in {200, 204}, done.text
    read = await asked(loop, made["id"], 1)
    assert (read["applied"], read["not_asked"]) == (1, 0)
    assert await owners(loop, made["id"]) == [("员工1", "waiting", 1), ("员工0", "applied", 1)]

    # A group that comes later is another task for who has done his, and the same for who has not.
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into group_chats (corp_id, chat_id, name, owner_staff_id, kind, created_at)"
                " select :corp, 'wr新' || account, '新', id, 'product', now() from staff"
                " where account in ('s0', 's1')"
            ),
            {"corp": world.corp_id},
        )
    assert (await owners(loop, made["id"]))[1] == ("员工0", "not_asked", 2)
    await workers.ask_group_owners(job, world.runtime)
    assert [key.split(":")[-1] for _, _, key in await tasks(world)] == ["1", "1", "2"]
    assert await owners(loop, made["id"]) == [("员工0", "waiting", 2), ("员工1", "waiting", 2)]


async def test_another_text_is_sent_and_asks_anew_and_a_name_is_not(loop: Loop) -> None:
    world = loop.yutang
    first = await asked(loop, (await make(loop))["id"], 2)
    assert (await put(loop, first)).json()["version"] == 1
    named = await put(loop, first, name="产品群")
    assert (named.status_code, named.json()["status"], named.json()["version"]) == (
        200,
        "active",
        2,
    )
    late = await put(loop, first, text="晚了")
    assert (late.status_code, late.json()["type"]) == (409, "groupcare.changed_meanwhile")
    changed = await put(loop, named.json(), text="欢迎")
    assert changed.json()["status"] == "updating"
    await settled(loop, first["id"])

    async def dropped() -> bool:
        states = [state for _, state, _ in await tasks(world)]
        return states == ["dropped", "dropped", "open", "open"]

    await until(dropped)
    [edit] = await loop.calls(f"{ROOT}/edit")
    assert edit["body"] == {"template_id": first["template_id"], "text": {"content": "欢迎"}}
    [_, (before, after)] = await audited(world, "group_welcome.changed")
    assert (before, after) == ({"text": first["text"]}, {"text": "欢迎"})

    gone = await world.http.delete(f"/api/group-welcomes/{first['id']}")
    assert gone.status_code == 204

    async def deleted() -> bool:
        return not (await world.http.get("/api/group-welcomes")).json()["items"]

    await until(deleted)

    async def closed() -> bool:
        return {state for _, state, _ in await tasks(world)} == {"dropped"}

    await until(closed)
    assert len(await loop.calls(f"{ROOT}/del")) == 1


async def test_what_wecom_refuses_lost_or_changed_is_told_and_asked_again(loop: Loop) -> None:
    world = loop.yutang
    await loop.fault("errcode", 41055, f"{ROOT}/add", count=1)
    full = await make(loop)
    assert (full["status"], full["problem"], full["template_id"]) == ("failed", "full", None)
    assert "41055" in full["said"]
    library = (await world.http.get("/api/group-welcomes")).json()["library"]
    assert (library["most"], library["ours"], library["elsewhere"]) == (100, 0, 100)
    again = await world.http.post(f"/api/group-welcomes/{full['id']}/retry")
    assert again.json()["status"] == "creating"
    first = await settled(loop, full["id"])
    assert first["status"] == "active"
    nothing = await world.http.post(f"/api/group-welcomes/{full['id']}/retry")
    assert (nothing.status_code, nothing.json()["type"]) == (409, "groupcare.nothing_to_retry")

    client = await _client(loop)
    await client.group_welcomes.edit(first["template_id"], "别的话")
    job = CheckGroupWelcomes(corp_id=world.corp_id)
    await workers.check_group_welcomes(job, world.runtime)
    assert (await settled(loop, first["id"]))["problem"] == "differs"
    await client.group_welcomes.delete(first["template_id"])
    assert (await world.http.post("/api/group-welcomes/check")).status_code == 202

    async def lost() -> bool:
        found = await world.http.get(f"/api/group-welcomes/{first['id']}")
        return bool(found.json()["status"] == "gone")

    await until(lost)
    again = await world.http.post(f"/api/group-welcomes/{first['id']}/retry")
    assert again.status_code == 200, again.text
    second = await settled(loop, first["id"])
    assert second["status"] == "active"
    assert second["template_id"] != first["template_id"]
    await asked(loop, first["id"], 2)
    assert [one["before"]["status"] for one in await _retries(loop)] == ["failed", "gone"]


async def _client(loop: Loop) -> WeCom:
    return await corps.connect(loop.yutang.runtime, loop.yutang.corp_id, loop.yutang.app.agent_id)


async def _retries(loop: Loop) -> list[dict[str, dict[str, str]]]:
    return [{"before": before} for before, _ in await audited(loop.yutang, "group_welcome.retried")]


async def test_a_lost_answer_is_told_and_the_spare_counted(loop: Loop) -> None:
    fault = {"kind": "http", "value": 502, "path": f"{ROOT}/add", "count": 1, "when": "after"}
    assert (await loop.wecom.post("/emulator/faults", json=fault)).status_code == 200
    made = await loop.yutang.http.post("/api/group-welcomes", json=welcome())
    read = await settled(loop, made.json()["id"])
    assert (read["status"], read["problem"]) == ("active", None)
    library = (await loop.yutang.http.get("/api/group-welcomes")).json()["library"]
    assert (library["ours"], library["spares"]) == (1, 1)
    assert len(await loop.calls(f"{ROOT}/add")) == 2


async def test_attachments_reach_wecom_each_in_its_shape(loop: Loop) -> None:
    http = loop.yutang.http
    image = (await http.post("/api/files", files={"file": ("a.png", picture())})).json()["id"]
    film = await http.post(
        "/api/files?kind=video",
        files={"file": ("a.mp4", b"\0\0\0\x18ftypmp42" + bytes(60))},
    )
    document = await http.post(
        "/api/files?kind=file", files={"file": ("价目表.pdf", b"%PDF-1.7 " + bytes(60))}
    )
    assert (film.status_code, document.status_code) == (201, 201)
    card = {"title": "商城", "appid": "wx1", "page": "pages/index"}
    for number, part in enumerate(
        (
            {"kind": "image", "file_id": image},
            {"kind": "link", "title": "官网", "url": "https://example.com/"},
            {"kind": "mini_program", "file_id": image, **card},
            {"kind": "video", "file_id": film.json()["id"]},
            {"kind": "file", "file_id": document.json()["id"]},
        )
    ):
        read = await make(loop, name=f"欢迎{number}", text="", attachment=part)
        assert (read["status"], read["said"]) == ("active", "")
    assert read["file_name"] == "价目表.pdf"
    sent = [call["body"] for call in await loop.calls(f"{ROOT}/add")]
    assert [sorted(body) for body in sent] == [
        ["image", "notify"],
        ["link", "notify"],
        ["miniprogram", "notify"],
        ["notify", "video"],
        ["file", "notify"],
    ]
    listed = (await http.get("/api/group-welcomes")).json()["items"]
    assert {one["contested"] for one in listed} == {3}
    wrong = await http.post(
        "/api/group-welcomes",
        json=welcome(attachment={"kind": "video", "file_id": image}),
    )
    assert (wrong.status_code, wrong.json()["type"]) == (422, "groupcare.wrong_file")
    bad = await http.post("/api/files?kind=video", files={"file": ("a.mp4", b"no film at all")})
    assert (bad.status_code, bad.json()["type"]) == (422, "files.unsupported")


async def test_what_is_refused_changes_nothing(loop: Loop) -> None:
    http = loop.yutang.http
    refused = (
        (welcome(text=""), "groupcare.empty"),
        (welcome(text="字" * 1001), "groupcare.too_long"),
        (welcome(reach={"by": "owners"}), "groupcare.bad_reach"),
        (welcome(reach={"by": "groups", "group_ids": [987654]}), "groupcare.bad_reach"),
        (welcome(attachment={"kind": "file", "file_id": 99}), "files.unknown"),
        (
            welcome(attachment={"kind": "link", "title": "字" * 43, "url": "https://a.cn"}),
            "groupcare.too_long",
        ),
    )
    for body, code in refused:
        answer = await http.post("/api/group-welcomes", json=body)
        assert answer.json()["type"] == code, (body, answer.text)
    assert (await http.get("/api/group-welcomes")).json()["items"] == []
    kept = await make(loop)
    taken = await http.post("/api/group-welcomes", json=welcome())
    assert (taken.status_code, taken.json()["type"]) == (409, "groupcare.name_taken")
    assert len((await http.get("/api/group-welcomes")).json()["items"]) == 1
    for path in ("", "/owners"):
        unknown = await http.get(f"/api/group-welcomes/{kept['id'] + 1}{path}")
        assert (unknown.status_code, unknown.json()["type"]) == (404, "groupcare.unknown_welcome")
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into group_welcomes (corp_id, name, text, reach, agent_id, created_by,"
                " status, template_id) select :corp, 'n' || i, 'x', 'all', 1, 'test', 'active', i"
                " from generate_series(1, 99) i"
            ),
            {"corp": loop.yutang.corp_id},
        )
    full = await http.post("/api/group-welcomes", json=welcome(name="第一百零一"))
    assert (full.status_code, full.json()["type"]) == (409, "groupcare.library_full")


async def test_a_reach_is_counted_before_it_is_kept(loop: Loop) -> None:
    s0 = loop.staff[0]["id"]
    for reach, told in (
        ({"by": "all"}, (4, 2, 1)),
        ({"by": "owners", "owner_ids": [s0]}, (2, 1, 0)),
        ({"by": "tiers", "tiers": ["core"]}, (1, 1, 0)),
        ({"by": "groups"}, (0, 0, 0)),
    ):
        answer = (await loop.yutang.http.post("/api/group-welcomes/reach", json=reach)).json()
        assert (answer["groups"], answer["owners"], answer["ownerless"]) == told
