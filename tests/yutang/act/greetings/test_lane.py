"""The lane with welcomes by reach, hour and person, and with files that are ready or not."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import SEND, Loop, open_loop, picture, until

UPLOAD = "/cgi-bin/media/upload"
PICTURE = "/cgi-bin/media/uploadimg"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


async def make(loop: Loop, **body: Any) -> dict[str, Any]:
    """A welcome, of the corp where nothing else is said."""
    answer = await loop.yutang.http.post("/api/welcomes", json={"reach": "corp"} | body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def upload(loop: Loop, kind: str, name: str, content: bytes) -> int:
    """An upload's id."""
    answer = await loop.yutang.http.post(f"/api/files?kind={kind}", files={"file": (name, content)})
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


async def ready(loop: Loop, greeting_id: int) -> dict[str, Any]:
    """The welcome once WeCom has all its files."""

    async def check() -> dict[str, Any] | None:
        one = (await loop.yutang.http.get(f"/api/welcomes/{greeting_id}")).json()
        return one if all(file["state"] == "ready" for file in one["files"]) else None

    return await until(check)


async def test_who_comes_without_a_code_gets_the_corps_and_who_comes_back_another(
    loop: Loop,
) -> None:
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into departments (corp_id, id, name, parent_id)"
                " values (:corp, 9, '南山店', 1)"
            ),
            {"corp": loop.yutang.corp_id},
        )
        await session.execute(
            text(
                "update staff_departments m set department_id = 9 from staff s"
                " where s.corp_id = m.corp_id and s.id = m.staff_id and s.account = 's1'"
                " and m.corp_id = :corp"
            ),
            {"corp": loop.yutang.corp_id},
        )
    fallbacks = {"staff": "顾问", "store": "青禾", "channel": "朋友介绍"}
    corp = await make(loop, content={"text": "{staff}在{store}，{channel}", "fallbacks": fallbacks})
    back = await make(loop, standing="returning", content={"text": "欢迎回来"})
    shop = await make(loop, reach="department", department_id=9, content={"text": "南山店"})
    first = await loop.act("add", userid="s0", person={"unionid": "o1", "name": "小满"})
    await loop.ended(1)
    await loop.act("add", userid="s1", person={"unionid": "o2", "name": "阿福"})
    await loop.ended(2)
    ids = {"userid": "s0", "external_userid": first["external_userid"]}
    await loop.settled()
    await loop.act("unfollow", **ids, by="customer")
    await loop.settled()
    await loop.wecom.post("/emulator/clock", json={"advance_seconds": 100})
    await loop.act("add", userid="s0", person={"unionid": "o1", "name": "小满"})
    adds = await loop.ended(3)
    assert await loop.texts() == ["员工0在青禾，朋友介绍", "南山店", "欢迎回来"]
    assert [(one["greeting_id"], one["outcome"]) for one in adds] == [
        (back["id"], "sent"),
        (shop["id"], "sent"),
        (corp["id"], "sent"),
    ]
    assert adds[0]["standing"] == "returning"
    assert {one["standing"] for one in adds[1:]} <= {"new", "unknown"}
    assert (await loop.yutang.http.delete(f"/api/welcomes/{back['id']}")).status_code == 204
    named = [(one["greeting_id"], one["greeting"]) for one in await loop.adds()]
    always: dict[str, Any] = {"standing": "any", "hours": None}
    assert named == [
        (back["id"], None),
        (shop["id"], {"id": shop["id"], "reach": "department", "name": "南山店"} | always),
        (corp["id"], {"id": corp["id"], "reach": "corp", "name": None} | always),
    ]


async def test_all_kinds_of_files_are_ready_before_and_none_is_uploaded_in_its_second(
    loop: Loop,
) -> None:
    image = await upload(loop, "image", "a.png", picture())
    film = await upload(loop, "video", "a.mp4", b"\0\0\0\x18ftypmp42" + bytes(60))
    document = await upload(loop, "file", "价目表.pdf", b"%PDF-1.7 " + bytes(60))
    card = {"title": "商城", "appid": "wx1", "page": "pages/index"}
    made = await make(
        loop,
        content={
            "text": "你好",
            "attachments": [
                {"kind": "image", "file_id": image},
                {
                    "kind": "link",
                    "title": "官网",
                    "url": "https://example.com/",
                    "picture_id": image,
                },
                {"kind": "mini_program", "file_id": image, **card},
                {"kind": "video", "file_id": film},
                {"kind": "file", "file_id": document},
            ],
        },
    )
    listed = await ready(loop, made["id"])
    assert [(one["kind"], one["name"], one["until"] is None) for one in listed["files"]] == [
        ("image", "a.png", False),
        ("cover", "a.png", True),
        ("video", "a.mp4", False),
        ("file", "价目表.pdf", False),
    ]
    quota = (await loop.yutang.http.get("/api/welcomes")).json()["pictures"]
    assert (quota["today"], quota["month"]) == (1, 1)
    before = len(await loop.calls(UPLOAD)) + len(await loop.calls(PICTURE))
    assert before == 4
    await loop.act("add", userid="s0", person={"unionid": "o1", "name": "小满"})
    [add] = await loop.ended(1)
    assert (add["outcome"], add["detail"]) == ("sent", None)
    [got] = [one for one in await loop.tell("received") if one["kind"] == "welcome"]
    kinds = [part["msgtype"] for part in got["body"]["attachments"]]
    assert kinds == ["image", "link", "miniprogram", "video", "file"]
    assert got["body"]["attachments"][1]["link"]["picurl"].startswith("http")
    # WeCom says once that it does not know an id: all are made anew, and the welcome still goes.
    await loop.fault("errcode", 40007, SEND, count=1)
    await loop.act("add", userid="s1", person={"unionid": "o2", "name": "阿福"})
    adds = await loop.ended(2)
    assert adds[0]["outcome"] == "sent"
    assert len(await loop.calls(UPLOAD)) + len(await loop.calls(PICTURE)) == before + 3
    assert [call["errcode"] for call in await loop.calls(SEND)] == [0, 40007, 0]


async def test_a_file_that_wecom_refuses_is_left_out_and_said(loop: Loop) -> None:
    await loop.fault("errcode", 40009, UPLOAD)
    image = await upload(loop, "image", "a.png", picture())
    made = await make(
        loop, content={"text": "你好", "attachments": [{"kind": "image", "file_id": image}]}
    )

    async def refused() -> dict[str, Any] | None:
        [file] = (await loop.yutang.http.get(f"/api/welcomes/{made['id']}")).json()["files"]
        return dict(file) if file["state"] == "failed" else None

    assert "40009" in (await until(refused))["said"]
    await loop.act("add", userid="s0", person={"unionid": "o1", "name": "小满"})
    [add] = await loop.ended(1)
    assert (add["outcome"], add["detail"]) == (
        "sent",
        f"without what WeCom did not have: image {image}",
    )
    assert await loop.texts() == ["你好"]
