"""All that is known of one person: handed out, erased everywhere, and kept away."""

import asyncio
import contextlib
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta

from PIL import Image
from sqlalchemy import text

from tests.yutang.people.imports.files import checked, counts, send
from tests.yutang.people.privacy.life import (
    BEFORE,
    CANARIES,
    EXTERNAL,
    OTHER,
    PHONE,
    REASON,
    arrival,
    files_with,
    live,
    tables_with,
    tell,
)
from tests.yutang.world import PASSWORD, World
from yutang.kernel.access import service as access
from yutang.kernel.db import Base
from yutang.people.customers import service as customers
from yutang.people.privacy import service, tables
from yutang.people.suppressions import service as suppressions
from yutang.people.tasks import service as tasks

STAYS = {"audit_entries"}
"""Why a person refused is in his own words, and the audit's chain cannot be changed."""


async def erased(world: World, me: int) -> dict[str, object]:
    """Ask, confirm and do it; the request as it stands then."""
    asked = await world.http.post(
        f"/api/privacy/customers/{me}/erasure", json={"reason": "客户本人要求"}
    )
    assert asked.status_code == 201, asked.text
    request = asked.json()["id"]
    sure = await world.http.post(
        f"/api/privacy/erasures/{request}/confirm", json={"name": CANARIES["name"]}
    )
    assert sure.status_code == 202, sure.text
    await service.carry_on(world.runtime, world.corp_id, request)
    read: dict[str, object] = (await world.http.get(f"/api/privacy/erasures/{request}")).json()
    return read


async def known(world: World, external_id: str) -> int | None:
    """The number of a person by his WeCom id."""
    async with world.runtime.database.owner() as session:
        found = await customers.find_refs(session, world.corp_id, [external_id])
    return found[external_id].id if external_id in found else None


async def test_erasing_leaves_nothing_but_what_is_named(world: World) -> None:
    me = await live(world)
    home = world.runtime.settings.home
    assert await tables_with(world, PHONE) == set()
    for name, canary in CANARIES.items():
        if name != "phone":
            assert await tables_with(world, canary), name
    assert {path.split("/")[0] for path in files_with(home, PHONE)} == {"exports", "imports"}

    asked = await world.http.post(
        f"/api/privacy/customers/{me}/erasure", json={"reason": "客户本人要求"}
    )
    plan = asked.json()
    counted = {one["table"]: one["rows"] for one in plan["plan"]}
    assert (counted["customers"], counted["notes"], counted["follows"]) == (1, 2, 2)
    assert counted["inbox"] is None
    assert plan["still_friend_of"] == ["alice", "bob"]
    wrong = await world.http.post(
        f"/api/privacy/erasures/{plan['id']}/confirm", json={"name": "别人"}
    )
    assert (wrong.status_code, wrong.json()["type"]) == (422, "privacy.wrong_name")
    assert await known(world, EXTERNAL) == me

    read = await erased(world, me)
    assert (read["state"], read["id"], read["name"]) == ("done", plan["id"], None)
    left = {name: await tables_with(world, canary) for name, canary in CANARIES.items()}
    assert {name for name, found in left.items() if found} == set()
    assert await tables_with(world, REASON) == STAYS
    assert [
        one for canary in (*CANARIES.values(), REASON) for one in files_with(home, canary)
    ] == []
    assert (await world.http.get(f"/api/customers/{me}")).status_code == 404
    listed = (await world.http.get("/api/customers")).json()["items"]
    assert [one["name"] for one in listed] == ["别人"]
    assert await known(world, OTHER) is not None
    async with world.runtime.database.owner() as session:
        kinds = await session.execute(
            text("select kind, count(*) from events where customer_id is null group by kind")
        )
        assert dict(tuple(row) for row in kinds)["relation.added"] == 2
        assert await session.scalar(text("select count(*) from welcomes")) == 1

    proof = (await world.http.get(f"/api/privacy/erasures/{read['id']}/proof")).json()
    assert proof["erased"]["customers"] == 1
    assert proof["erased"]["inbox"] == 2
    assert proof["asked_by"] == "周岚"
    assert all(canary not in json.dumps(proof) for canary in CANARIES.values())
    page = await world.http.get(f"/api/privacy/erasures/{read['id']}/proof.html?lang=en")
    assert "Proof of erasure" in page.text
    assert proof["counts_sha256"] in page.text


async def test_who_was_erased_comes_back_only_by_himself(world: World) -> None:
    me = await live(world)
    await erased(world, me)
    # A callback and a reading of what was before, and an end of it.
    await tell(world, arrival(EXTERNAL, "bob"))
    seen = customers.Sighting(
        account="bob",
        external_id=EXTERNAL,
        name=CANARIES["name"],
        avatar="",
        gender=1,
        platform="wechat",
        company="",
        unionid=CANARIES["unionid"],
        added_at=int(BEFORE.timestamp()),
        add_way=1,
        channel=None,
        remark="",
        description="",
        operator=None,
        phones=(PHONE,),
        wecom_tag_ids=(),
        asked_at=datetime.now(UTC),
    )
    vault = world.runtime.vault
    async with world.runtime.database.owner() as session:
        absorbed = await customers.absorb(session, vault, world.corp_id, [seen], telling=True)
    assert (absorbed.new_customers, absorbed.differences) == (0, [])
    read = await send(
        world, f"WeCom ID,姓名,手机\n{EXTERNAL},又是他,\n,又是他,{PHONE}\nwmNEW,新人,\n"
    )
    found = await checked(world, read, columns={"0": "external", "1": "name", "2": "phone"})
    assert counts(found["found"]) == (1, 0, 0, 2)
    assert await known(world, EXTERNAL) is None

    await tell(world, arrival(EXTERNAL, "bob", datetime.now(UTC) + timedelta(seconds=1)))
    again = await known(world, EXTERNAL)
    assert again is not None
    assert again > me


async def test_an_erasure_that_was_killed_goes_on_where_it_stood(world: World) -> None:
    me = await live(world)
    answer = await world.http.post(
        f"/api/privacy/customers/{me}/erasure", json={"reason": "客户本人要求"}
    )
    request = answer.json()["id"]
    await world.http.post(
        f"/api/privacy/erasures/{request}/confirm", json={"name": CANARIES["name"]}
    )
    async with world.runtime.database.owner() as other:
        # Somebody holds his notes: the job stands there, and there it is killed.
        await other.execute(text("select 1 from notes for update"))
        job = asyncio.create_task(service.carry_on(world.runtime, world.corp_id, request))
        async with asyncio.timeout(60):
            while await _step(world) != "minors":
                await asyncio.sleep(0.05)
        job.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await job
    assert await tables_with(world, CANARIES["note"]) >= {"notes"}
    assert await known(world, EXTERNAL) is None
    await service.carry_on(world.runtime, world.corp_id, request)
    proof = (await world.http.get(f"/api/privacy/erasures/{request}/proof")).json()
    assert (proof["erased"]["customers"], proof["erased"]["notes"]) == (1, 2)
    assert await tables_with(world, CANARIES["note"]) == set()


async def _step(world: World) -> str:
    async with world.runtime.database.owner() as session:
        return str(await session.scalar(text("select step from erasures")))


async def test_a_restored_backup_is_erased_again_by_the_list(world: World) -> None:
    me = await live(world)
    await erased(world, me)
    entries = service.read_list(world.runtime.settings.home / service.NAME)
    assert [entry.customer_id for entry in entries] == [me]
    assert all(canary not in entries[0].model_dump_json() for canary in CANARIES.values())
    async with world.runtime.database.owner() as session:
        # What a database of yesterday does not know.
        await session.execute(text("delete from suppressions"))
        await session.execute(text("delete from erasures"))
    await tell(world, arrival(EXTERNAL, "bob"))
    assert await known(world, EXTERNAL) is not None
    assert await service.erase_again(world.runtime, entries) == {world.corp_id: 1}
    assert await service.erase_again(world.runtime, entries) == {world.corp_id: 0}
    assert await tables_with(world, CANARIES["name"]) == set()
    await tell(world, arrival(EXTERNAL, "bob"))
    assert await known(world, EXTERNAL) is None


async def proof_of_task(world: World, me: int) -> bytes:
    """A picture that a member uploads to show that the person's task is done."""
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(picture, "PNG")
    async with world.runtime.database.owner() as session:
        task = (
            await session.execute(
                text("select id, staff_id from tasks where corp_id = :c and customer_id = :me"),
                {"c": world.corp_id, "me": me},
            )
        ).one()
        await tasks.attach_proof(
            session,
            world.runtime.settings.home,
            world.corp_id,
            task.id,
            task.staff_id,
            ("../CANARYproof.png", picture.getvalue()),
        )
    return picture.getvalue()


async def test_a_person_gets_everything_that_is_known_of_him(world: World) -> None:
    me = await live(world)
    picture = await proof_of_task(world, me)
    asked = await world.http.post(
        f"/api/privacy/customers/{me}/export", json={"reason": "客户本人要求", "language": "zh-CN"}
    )
    assert asked.status_code == 202, asked.text
    export_id = asked.json()["export_id"]
    await service.write_person(world.runtime, world.corp_id, export_id)
    answer = await world.http.get(f"/api/privacy/exports/{export_id}/file")
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        data, page = (pack.read(name).decode() for name in ("data.json", "index.html"))
        [upload] = json.loads(data)["files"]
        assert sorted(pack.namelist()) == ["data.json", upload["place"], "index.html"]
        assert pack.read(upload["place"]) == picture
    assert upload["name"] == "../CANARYproof.png"
    assert upload["place"] == f"files/{upload['id']}.png"
    assert upload["id"] in {task["proof_file_id"] for task in json.loads(data)["tasks"]}
    for name, canary in CANARIES.items():
        assert canary in data, name
    assert CANARIES["note"] in page
    assert "跟进记录" in page
    assert OTHER not in data
    entry = (await world.http.get("/api/privacy/exports")).json()["items"][0]
    assert (entry["format"], entry["state"], entry["downloads"]) == ("person", "done", 1)

    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, world.corp_id, login="eye", name="审", role="auditor", password=PASSWORD
        )
    await world.sign_in("eye")
    assert (await world.http.get("/api/privacy/exports")).status_code == 200
    refused = await world.http.get(f"/api/privacy/exports/{export_id}/file")
    assert (refused.status_code, refused.json()["type"]) == (403, "access.forbidden")
    refused = await world.http.post(f"/api/privacy/customers/{me}/erasure", json={"reason": "我想"})
    assert refused.status_code == 403


def test_no_table_that_tells_of_people_is_forgotten() -> None:
    ruled = {rule.table: rule for rule in tables.rules()}
    words = {"customer_id", "customer_ids", "external_id", "external_userid", "inviter_id"}
    for name, table in Base.metadata.tables.items():
        if words & set(table.columns.keys()):
            kept = name in tables.KEPT or f"{name}.inviter_id" in tables.KEPT
            assert name in ruled or kept, (
                f"{name}: say in people/privacy/tables.py what becomes of it"
            )
            assert name in ruled or tables.KEPT[name]
    silent = {name for name, rule in ruled.items() if not rule.handed_out}
    # These name several people at once, or are words for members.
    said = {"links", "devices", "waiting", "conflicts", "decisions"}
    assert silent == {"notice_sends", "notices", "deeds", "webhook_deliveries"} | {
        f"identity_{one}" for one in said
    }


async def test_hashes_differ_by_kind_and_phones_keep_theirs(world: World) -> None:
    vault = world.runtime.vault
    one = suppressions.digest(vault, "external", "x")
    assert one != suppressions.digest(vault, "unionid", "x").replace("unionid", "external")
    assert suppressions.digest(vault, "phone", vault.fingerprint(PHONE)) == (
        f"phone:{vault.fingerprint(PHONE)}"
    )
