"""Who did what, from where: found by page, fetched as a file, checked on demand."""

import csv
import io

from sqlalchemy import text

from tests.yutang.kernel.test_audit_chain import seal_everything, write
from tests.yutang.world import World, add_corp
from yutang.kernel.auditing import workers
from yutang.kernel.auditing.jobs import CheckAudit


async def test_an_act_says_who_did_it_and_from_where(world: World) -> None:
    await world.sign_in()
    done = await world.http.post(
        "/api/tags/groups", json={"kind": "own", "name": "喜好", "tags": ["奶粉"]}
    )
    assert done.status_code in {200, 201}, done.text
    request_id = done.headers["X-Request-Id"]
    page = (await world.http.get("/api/audit", params={"family": ["tag_group", "tags"]})).json()
    mine = [one for one in page["items"] if one["request_id"] == request_id]
    assert mine
    async with world.runtime.database.owner() as session:
        session_id = await session.scalar(text("select id from user_sessions"))
    for one in mine:
        assert one["name"] == "周岚"
        assert one["means"] == "session"
        assert one["session"] == f"session:{session_id}"
        assert one["ip"] == "127.0.0.1"
        assert one["after"]


async def test_answers_to_what_fails_are_named_too(world: World) -> None:
    for answer in (
        await world.http.get("/api/audit"),
        await world.http.get("/api/nothing"),
        await world.http.post("/api/session", json={}),
    ):
        assert answer.status_code >= 400
        assert len(answer.headers["X-Request-Id"]) == 16
    # Whoever asks cannot choose the number under which he is remembered.
    given = await world.http.get("/healthz", headers={"X-Request-Id": "mine"})
    assert given.headers.get_list("X-Request-Id") != ["mine"]


async def test_filters_pages_and_the_file_agree(world: World) -> None:
    await world.sign_in()
    await write(world, 30, "a")
    await write(world, 3, "b")
    _, apps = await add_corp(world.runtime, "other", (1000002,))
    assert apps

    async def every(**wanted: str | list[str]) -> list[str]:
        found, after = [], None
        while True:
            asked = {**wanted, "limit": 7, **({"after": after} if after else {})}
            page = (await world.http.get("/api/audit", params=asked)).json()
            found += [f"{one['action']} {one['target']}" for one in page["items"]]
            if (after := page["next"]) is None:
                return found

    assert len(await every(family="a")) == 60
    assert await every(target="2") == ["b.done b:2"] * 2 + ["a.done a:2"] * 2
    assert await every(target="b:2") == ["b.done b:2"] * 2
    assert await every(actor="user:1", family=["b", "c"]) == [
        f"b.done b:{place}" for place in (2, 2, 1, 1, 0, 0)
    ]
    assert await every(**{"from": "2020-01-01", "to": "2020-01-02"}) == []
    refused = await world.http.get("/api/audit", params={"after": "x"})
    assert (refused.status_code, refused.json()["type"]) == (422, "audit.bad_place")

    everything = await every()
    file = await world.http.get("/api/audit/entries.csv", params={"family": ["a", "b"]})
    assert file.status_code == 200
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))
    assert [f"{row['action']} {row['target']}" for row in rows] == [
        one for one in everything if one[:2] in {"a.", "b."}
    ]
    assert rows[0]["before"] == '{"part": 2, "share": 0.5, "名": "é😀"}'
    page = (await world.http.get("/api/audit", params={"family": "audit"})).json()
    assert page["items"][0]["action"] == "audit.exported"
    assert page["items"][0]["after"] == {"families": ["a", "b"]}
    actors = (await world.http.get("/api/audit/actors")).json()["items"]
    assert {one["actor"] for one in actors} >= {"system", "user:1"}


async def test_the_chain_is_told_and_checked_when_asked(world: World) -> None:
    await world.sign_in()
    await write(world, 2)
    await seal_everything(world.runtime, world.corp_id)
    chain = (await world.http.get("/api/audit/chain")).json()
    assert (chain["waiting"], chain["checked_at"], chain["keep_days"]) == (0, None, 1095)
    assert (await world.http.post("/api/audit/chain/check")).status_code == 202
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update audit_entries set actor = 'user:9' where target = 'x:1'")
        )
        asked = await session.scalar(
            text("select args from procrastinate.procrastinate_jobs where task_name = :name"),
            {"name": CheckAudit.name},
        )
    await workers.check(CheckAudit.model_validate(asked), world.runtime)
    chain = (await world.http.get("/api/audit/chain")).json()
    assert chain["fault"] == "changed"
    assert chain["fault_entry_id"] is not None
    short = await world.http.put("/api/audit/keeping", json={"days": 182})
    assert short.status_code == 422
    assert (await world.http.put("/api/audit/keeping", json={"days": 365})).status_code == 204
    assert (await world.http.get("/api/audit/chain")).json()["keep_days"] == 365
    page = (await world.http.get("/api/audit", params={"family": "audit"})).json()
    assert page["items"][0]["action"] == "audit.keeping_changed"
    assert (page["items"][0]["before"], page["items"][0]["after"]) == (
        {"days": 1095},
        {"days": 365},
    )
