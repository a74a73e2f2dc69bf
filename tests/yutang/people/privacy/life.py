"""One person in every table that tells of people, through the product's own doors."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from tests.yutang.people.imports.files import checked, send, taken
from tests.yutang.world import World, event_xml
from yutang.kernel.clock import utc_now
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Departure, Person, RelationFacts
from yutang.people.exports import service as exports
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagFacts, TagGroupFacts

BEFORE = datetime(2026, 11, 20, 8, tzinfo=UTC)
EXTERNAL = "wmCANARYexternal0001"
PHONE = "13912345678"
OTHER = "wmSOMEBODYelse00002"
CANARIES = {
    "name": "甲鸟名CANARYname",
    "remark": "乙鸟CANARYremark",
    "description": "丙鸟CANARYdescription",
    "avatar": "http://wx.qlogo.cn/CANARYavatar",
    "company": "丁鸟CANARYcompany",
    "unionid": "oCANARYunionid",
    "private": "戊鸟CANARYprivate",
    "note": "己鸟CANARYnote",
    "follow_up": "庚鸟CANARYfollowup",
    "task": "辛鸟CANARYtask",
    "field": "壬鸟CANARYfield",
    "sensitive": "癸鸟CANARYsensitive",
    "answer": "子鸟CANARYanswer",
    "stage": "丑鸟CANARYstage",
    "consent": "寅鸟CANARYconsent",
    "member": "CANARYmember77",
    "external": EXTERNAL,
    "phone": PHONE,
}
REASON = "卯鸟CANARYreason"


def arrival(external_id: str, account: str, at: datetime = BEFORE, **facts: Any) -> Arrival:
    """An add as the callback and its reading tell it."""
    mine = external_id == EXTERNAL
    return Arrival(
        account=account,
        external_id=external_id,
        half=False,
        at=at,
        channel="yt1",
        source="inbox:1",
        person=Person(
            name=CANARIES["name"] if mine else "别人",
            avatar=CANARIES["avatar"] if mine else "",
            company=CANARIES["company"] if mine else "",
            unionid=CANARIES["unionid"] if mine else None,
        ),
        facts=RelationFacts(
            added_at=at,
            add_way=1,
            remark=CANARIES["remark"] if mine else "",
            description=CANARIES["description"] if mine else "",
            phones=(PHONE,) if mine else (),
            wecom_tag_ids=("t1",),
            private_tags=(("", CANARIES["private"]),) if mine else (),
            **facts,
        ),
    )


async def tell(world: World, *arrivals: Arrival) -> None:
    """Write what callbacks told."""
    async with world.runtime.database.owner() as session:
        await customers.record_arrivals(
            session, world.runtime.vault, world.corp_id, arrivals, datetime.now(UTC)
        )


async def live(world: World) -> int:
    """A whole life; the person's number."""
    await world.sign_in()
    group = TagGroupFacts("g1", "来源", 1, (TagFacts("t1", "台卡", 1),))
    async with world.runtime.database.owner() as session:
        await tags.mirror_library(session, world.corp_id, [group], BEFORE)
    await tell(world, arrival(EXTERNAL, "alice"), arrival(OTHER, "alice"))
    await tell(world, arrival(EXTERNAL, "bob"))
    async with world.runtime.database.owner() as session:
        ids = await customers.find_refs(session, world.corp_id, [EXTERNAL])
        me = ids[EXTERNAL].id
        gone = Departure("alice", EXTERNAL, "deleted_by_customer", BEFORE, "inbox:2")
        await customers.record_departures(session, world.corp_id, [gone])
        await session.execute(
            text("update welcomes set outcome = 'sent', ended_at = now() where true")
        )
    await _callbacks(world)
    await _writing(world, me)
    await _files(world)
    return me


async def _callbacks(world: World) -> None:
    for change in ("add_external_contact", "edit_external_contact"):
        answer = await world.call_back(
            event_xml(
                world.app.corpid,
                "change_external_contact",
                change,
                at=int(BEFORE.timestamp()),
                UserID="alice",
                ExternalUserID=EXTERNAL,
                State="yt1",
                WelcomeCode="code-1",
            )
        )
        assert answer.status_code == 200
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update welcomes set outcome = 'sent', ended_at = now() where outcome = 'due'")
        )
        await session.execute(text("update inbox set status = 'done', handled_at = now()"))


async def _post(world: World, path: str, body: dict[str, Any], method: str = "POST") -> Any:
    answer = await world.http.request(method, path, json=body)
    assert answer.status_code < 300, (path, answer.text)
    return answer.json() if answer.content else None


async def _writing(world: World, me: int) -> None:
    own = f"/api/customers/{me}"
    await _post(world, f"{own}/notes", {"text": CANARIES["note"]})
    async with world.runtime.database.owner() as session:
        staff_id = await session.scalar(
            text("select id from staff where corp_id = :c and account = 'bob'"),
            {"c": world.corp_id},
        )
    await _post(
        world,
        f"{own}/follow-ups",
        {
            "text": CANARIES["follow_up"],
            "outcome": "interested",
            "next_at": (utc_now() + timedelta(days=30)).isoformat(),
            "next_title": CANARIES["task"],
            "staff_id": staff_id,
        },
    )
    for purpose in ("sensitive", "phone", "marketing"):
        consent = {
            "purpose": purpose,
            "source": CANARIES["consent"],
            "given_at": "2026-01-02T08:00:00Z",
        }
        await _post(world, f"{own}/consents", consent)
    fields = [
        {"name": "爱好", "kind": "text", "group": "", "is_sensitive": False},
        {"name": "病史", "kind": "text", "group": "", "is_sensitive": True},
    ]
    made = [await _post(world, "/api/fields", one) for one in fields]
    values = {str(made[0]["id"]): CANARIES["field"], str(made[1]["id"]): CANARIES["sensitive"]}
    await _post(world, f"{own}/values", {"values": values}, "PATCH")
    await _asked(world, own)
    await _post(world, f"{own}/stage", {"stage": "intent", "why": CANARIES["stage"]}, "PUT")
    await _post(world, f"{own}/refusal", {"refused": True, "reason": REASON}, "PUT")
    await _post(world, f"/api/privacy/customers/{me}/minor", {"minor": True}, "PUT")


async def _asked(world: World, own: str) -> None:
    """A set of questions, answered."""
    questions = {"name": "初次", "questions": [{"text": "怎么知道我们的？", "kind": "text"}]}
    await _post(world, "/api/question-sets", questions)
    made = (await world.http.get("/api/question-sets")).json()["items"][0]
    key = made["questions"][0]["key"]
    answers = {"version": made["version"], "answers": {key: CANARIES["answer"]}}
    await _post(world, f"{own}/answers/{made['id']}", answers)


async def _files(world: World) -> None:
    """Taken in from a file, and out again; an import that only was looked at."""
    rows = (
        f"WeCom ID,姓名,手机,会员号\n{EXTERNAL},{CANARIES['name']},{PHONE},{CANARIES['member']}\n"
    )
    read = await send(world, rows)
    columns = {"0": "external", "1": "name", "2": "phone", "3": "member_number"}
    await taken(world, await checked(world, read, columns=columns))
    bad = await send(world, f"姓名,手机\n{CANARIES['name']},{PHONE}x{CANARIES['note']}\n")
    await checked(world, bad, columns={"0": "name", "1": "phone"})
    wish = {"format": "csv", "columns": ["id", "name", "phone"], "phones": True}
    answer = await world.http.post("/api/exports", json=wish)
    assert answer.status_code == 202, answer.text
    await exports.write(world.runtime, world.corp_id, answer.json()["id"])


async def tables_with(world: World, needle: str) -> set[str]:
    """Every table, of any schema of ours, in which a text or some bytes hold `needle`."""
    found = set()
    async with world.runtime.database.owner() as session:
        names = await session.execute(
            text(
                "select format('%I.%I', n.nspname, c.relname) as full_name, c.relname"
                " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                " where c.relkind = 'r' and n.nspname in ('public', 'staging', 'procrastinate')"
            )
        )
        for row in names.all():
            hit = await session.scalar(
                text(
                    f"select exists (select from {row.full_name} t"  # noqa: S608
                    " where strpos(t::text, :needle) > 0 or strpos(t::text, :hex) > 0)"
                ),
                {"needle": needle, "hex": needle.encode().hex()},
            )
            if hit:
                found.add(row.relname)
    return found


def files_with(home: Path, needle: str) -> list[str]:
    """Every file below the home that holds `needle`, zipped ones not looked into."""
    return [
        str(path.relative_to(home))
        for path in sorted(home.rglob("*"))
        if path.is_file() and needle.encode() in path.read_bytes()
    ]
