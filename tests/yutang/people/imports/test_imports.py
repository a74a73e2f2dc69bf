"""A file of people is checked without a trace, then taken in once, and only once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.yutang.people.imports.files import (
    CONSENT,
    again,
    checked,
    counts,
    rows,
    send,
    taken,
    wrong,
)
from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.access import service as access
from yutang.people.consents import service as consents
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Person, RelationFacts
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentFacts, Member

AT = datetime(2026, 11, 20, 8, tzinfo=UTC)
FILE = """姓名,手机,会员号,生日,性别,公司,标签,阶段
张三,138 0000 0001,M1,1992-02-28,男,青禾,"老客,VIP",意向
李四,+86-13800000002,M2,1992-02-30,女,,,
王五🌸,13800000003,M3,2099-01-01,,,,
"引号,
换行",13800000004,M4,,,,,
赵六,1380000000,M5,,,,,
孙七,13800000001,,,,,,
,,,,,,,
周八,,,,,,,
吴九,13800000009,,,,,,热
"""
WRONG = [
    (3, "生日", "日历上没有 1992-2-30 这一天"),
    (4, "生日", "2099-01-01 还没有到"),
    (6, "手机", "手机号是 11 位，现在是 10 位"),
    (7, "手机", "和第 2 行是同一个人"),
    (9, "", "这一行没有手机号、会员号、unionid 或客户 ID"),
    (10, "阶段", "没有「热」这个阶段"),
]


async def meet(world: World, *arrivals: Arrival) -> None:
    """WeCom tells of friends."""
    async with world.runtime.database.owner() as session:
        await staff.mirror_departments(
            session, world.corp_id, [DepartmentFacts(1, "青禾", None, 1)]
        )
        member = Member("alice", "周可欣", "active", departments=(1,))
        await staff.record_members(session, world.corp_id, [member])
        await customers.record_arrivals(
            session, world.runtime.vault, world.corp_id, arrivals, AT + timedelta(days=1)
        )


def friend(number: int, person: Person, *phones: str) -> Arrival:
    """One of alice's."""
    facts = RelationFacts(added_at=AT, add_way=1, remark="老同学", phones=phones)
    return Arrival(
        "alice", f"wm{number:04d}", half=False, at=AT, channel=None, source="test",
        person=person, facts=facts,
    )  # fmt: skip


async def test_a_file_is_checked_without_a_trace_and_then_taken_in(shop: World) -> None:
    read = await send(shop, FILE.encode("gb18030"))
    assert read["shape"]["encoding"] == "gb18030"

    dry = await checked(shop, read, unknown_tags="create")
    assert (dry["state"], dry["total"], counts(dry["found"])) == ("checked", 8, (2, 0, 0, 6))
    assert await wrong(shop, read) == WRONG
    assert await rows(shop, "select count(*) from customers") == [(0,)]
    assert await rows(shop, "select count(*) from tags") == [(0,)]

    done = await taken(shop, read)
    assert (done["state"], counts(done), done["has_file"]) == ("done", (2, 0, 0, 6), False)
    assert await rows(
        shop,
        "select id, state, name, name_sort, gender, company, birthday::text, stage"
        " from customers order by id",
    ) == [
        (1, "lead", "张三", "zhang san", 1, "青禾", "1992-02-28", "intent"),
        (2, "lead", "引号, 换行", "yin hao ,  huan hang", 0, "", None, None),
    ]
    assert await rows(
        shop,
        "select t.name, w.customer_id, w.added_by from customer_tags w join tags t"
        " on t.id = w.tag_id order by 1",
    ) == [("VIP", 1, f"import:{read['id']}"), ("老客", 1, f"import:{read['id']}")]
    assert await rows(
        shop, "select customer_id, purpose, source, recorded_by from consents order by 1"
    ) == [(n, "phone", CONSENT["source"], f"import:{read['id']}") for n in (1, 2)]
    assert await rows(shop, "select kind, customer_id from customer_identities order by 1, 2") == [
        ("member_number", 1),
        ("member_number", 2),
        ("phone", 1),
        ("phone", 2),
    ]
    assert await rows(
        shop, "select customer_id, props from events where kind = 'customer.imported' order by 1"
    ) == [(n, {"created": True, "import_id": read["id"]}) for n in (1, 2)]
    assert await rows(shop, "select to_regclass('staging.import_1_1')::text") == [(None,)]
    found = (await shop.http.get("/api/customers", params={"q": "138 0000 0001"})).json()
    assert [item["name"] for item in found["items"]] == ["张三"]


async def test_what_is_unchanged_makes_no_row_version(shop: World) -> None:
    lines = [f"客户{n},138{n:08d},M{n},1990-01-01,老客" for n in range(3_000)]
    head = "姓名,手机,会员号,生日,标签"
    first = await send(shop, "\n".join([head, *lines]))
    assert counts((await checked(shop, first, unknown_tags="create"))["found"]) == (3_000, 0, 0, 0)
    await taken(shop, first)
    everything = (
        "select (select array_agg(xmin::text || ctid order by ctid) from customers),"
        " (select array_agg(xmin::text || ctid order by ctid) from customer_identities),"
        " (select array_agg(xmin::text || ctid order by ctid) from customer_tags),"
        " (select count(*) from events), (select count(*) from consents)"
    )
    before = await rows(shop, everything)

    second = await send(shop, "\n".join([head, *lines]), "again.csv")
    assert (second["remembered"], second["mapping"]["consent"]) == (True, None)
    assert counts((await checked(shop, second))["found"]) == (0, 0, 3_000, 0)
    assert counts(await taken(shop, second)) == (0, 0, 3_000, 0)
    assert await rows(shop, everything) == before

    lines[7] = "新名字,13800000007,M7,1990-01-02,老客"
    third = await send(shop, "\n".join([head, *lines]), "third.csv")
    await checked(shop, third)
    assert counts(await taken(shop, third)) == (0, 1, 2_999, 0)
    assert await rows(
        shop,
        "select name, name_sort, grams @> '{新名}', birthday::text from customers where id = 8",
    ) == [("新名字", "xin ming zi", True, "1990-01-02")]
    assert await rows(shop, "select count(*), max(id) from customers") == [(3_000, 3_000)]


WRONG_PERSONS = [
    (4, "", "这一行的几个编号属于不同的客户"),
    (5, "", "和第 2 行是同一位客户（用的是另一种编号）"),
]


async def test_what_wecom_tells_stands_and_what_it_does_not_is_filled(shop: World) -> None:
    await meet(
        shop,
        friend(1, Person(name="林小满", gender=2, unionid="u1"), "13800000001", "13800000011"),
        friend(2, Person(name=""), "13800000002"),
    )
    read = await send(
        shop,
        "姓名,手机,会员号,性别,公司,生日,unionid,客户ID\n"
        "别的名字,13800000001,M1,男,青禾,1990-01-01,,\n"
        "陈屿,13800000002,M2,男,,,,\n"
        "冲突,13800000011,,,,,,wm0002\n"
        "又是她,,,,,,u1,\n"
        "新人,13800000005,M5,,,,u5,wm0005\n",
    )
    dry = await checked(shop, read)
    assert await wrong(shop, read) == WRONG_PERSONS
    assert counts(dry["found"]) == (1, 2, 0, 2)
    assert counts(await taken(shop, read)) == (1, 2, 0, 2)
    assert await rows(
        shop,
        "select c.id, c.state, c.name, c.gender, c.company, c.birthday::text, i.customer_id"
        " from customers c left join customer_identities i on i.kind = 'member_number'"
        " and i.customer_id = c.id order by c.id",
    ) == [
        (1, "friend", "林小满", 2, "青禾", "1990-01-01", 1),
        (2, "friend", "陈屿", 1, "", None, 2),
        (3, "lead", "新人", 0, "", None, 3),
    ]
    assert await rows(shop, "select grams @> '{老同,陈屿}' from customers where id = 2") == [
        (True,)
    ]
    assert await wrong(shop, read) == WRONG_PERSONS
    # He adds us later: the same person, now a friend.
    await meet(shop, friend(5, Person(name="微信名")))
    assert await rows(shop, "select count(*), max(id) from customers") == [(3, 3)]


async def test_ten_thousand_doubles_are_one_person(shop: World) -> None:
    read = await send(shop, "手机\n" + "13800000001\n" * 10_001)
    dry = await checked(shop, read)
    assert (dry["total"], counts(dry["found"])) == (10_001, (1, 0, 0, 10_000))
    assert counts(await taken(shop, read)) == (1, 0, 0, 10_000)
    url = f"/api/imports/{read['id']}/errors"
    told = await shop.http.get(f"{url}.csv", params={"lang": "en"})
    lines = told.text.removeprefix("\ufeff").splitlines()
    assert len(lines) == 10_001
    assert lines[1] == ",3,手机,,The same person as row 2,Keep one of the two rows"
    page = (await shop.http.get(url)).json()
    assert (len(page["items"]), page["more"]) == (100, True)


async def test_fields_of_the_corp_are_filled(shop: World) -> None:
    ids = {}
    for name, more in (
        ("皮肤", {"kind": "one_of", "options": [{"label": "干性"}, {"label": "油性"}]}),
        ("预算", {"kind": "money"}),
        ("过敏", {"kind": "text", "is_sensitive": True}),
    ):
        answer = await shop.http.post("/api/fields", json={"name": name, **more})
        assert answer.status_code == 201, answer.text
        ids[name] = answer.json()["id"]
    targets = (await shop.http.get("/api/imports/targets")).json()["items"]
    assert [t["name"] for t in targets if t["name"]] == ["皮肤", "预算", "过敏"]
    read = await send(shop, "手机,皮肤,预算,过敏\n13800000001,干性,68.5,花生\n13800000002,怪,1,\n")
    columns = {"0": "phone", "1": f"field:{ids['皮肤']}", "2": f"field:{ids['预算']}",
               "3": f"field:{ids['过敏']}"}  # fmt: skip
    url = f"/api/imports/{read['id']}/check"
    refused = await shop.http.post(url, json={"columns": columns, "consent": CONSENT})
    assert (refused.status_code, refused.json()["type"]) == (422, "imports.mapping")

    both = {**CONSENT, "purposes": ["phone", "sensitive"]}
    dry = await checked(shop, read, columns=columns, consent=both)
    assert counts(dry["found"]) == (1, 0, 0, 1)
    assert counts(await taken(shop, read)) == (1, 0, 0, 1)
    assert await rows(
        shop, "select field_id, word is not null, number, source from field_values order by 1"
    ) == [
        (ids["皮肤"], True, None, f"import:{read['id']}"),
        (ids["预算"], False, 6850, f"import:{read['id']}"),
        (ids["过敏"], True, None, f"import:{read['id']}"),
    ]
    second = await send(shop, "手机,皮肤,预算,过敏\n13800000001,干性,68.50,花生\n", "b.csv")
    assert second["mapping"]["columns"] == columns
    assert counts((await checked(shop, second, columns=columns, consent=both))["found"]) == (
        0, 0, 1, 0,
    )  # fmt: skip


async def test_a_withdrawn_consent_is_not_given_anew_by_an_old_list(shop: World) -> None:
    read = await send(shop, "手机\n13800000001\n")
    await checked(shop, read)
    await taken(shop, read)
    async with shop.runtime.database.owner() as session:
        await consents.withdraw(session, shop.corp_id, 1, "phone", "user:1", shop.runtime.clock())
    second = await send(shop, "手机\n13800000001\n")
    assert counts((await checked(shop, second))["found"]) == (0, 0, 1, 0)
    await taken(shop, second)
    assert await rows(shop, "select count(*) from consents where withdrawn_at is null") == [(0,)]


BAD_MAPPINGS: list[tuple[dict[str, Any], str]] = [
    ({"columns": {"0": "name"}}, "imports.mapping"),
    ({"columns": {"0": "phone", "9": "name"}}, "imports.mapping"),
    ({"columns": {"0": "phone", "1": "phone"}}, "imports.mapping"),
    ({"columns": {"0": "phone", "1": "field:77"}}, "imports.mapping"),
    ({"columns": {"0": "phone", "1": "password"}}, "imports.mapping"),
    ({"columns": {"0": "phone"}, "consent": None}, "imports.consent"),
    ({"columns": {"0": "phone"}, "tag_ids": [9]}, "imports.mapping"),
    (
        {"columns": {"0": "phone"}, "consent": {**CONSENT, "given_on": "2099-01-01"}},
        "imports.mapping",
    ),
    ({"columns": {"0": "phone"}, "consent": {**CONSENT, "source": ""}}, "request.invalid"),
]


async def test_a_mapping_that_cannot_be_is_refused_and_nothing_begins(shop: World) -> None:
    read = await send(shop, "手机,姓名\n13800000001,甲\n")
    url = f"/api/imports/{read['id']}/check"
    seen = []
    for wish, _ in BAD_MAPPINGS:
        answer = await shop.http.post(url, json={"consent": CONSENT, **wish})
        assert answer.status_code == 422
        seen.append((wish, answer.json()["type"]))
    assert seen == BAD_MAPPINGS
    assert (await again(shop, read))["state"] == "uploaded"
    assert await rows(shop, "select count(*) from procrastinate.procrastinate_jobs") == [(0,)]
    early = await shop.http.post(f"/api/imports/{read['id']}/run")
    assert (early.status_code, early.json()["type"]) == (409, "imports.state")


async def test_an_upload_that_cannot_be_is_refused_and_leaves_nothing(shop: World) -> None:
    settings = shop.runtime.settings.model_copy(update={"import_bytes": 1000})
    object.__setattr__(shop.runtime, "settings", settings)

    async def drip() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 100

    seen = []
    for content in (b"", b"\x89PNG\r\n\x1a\n\x00\x00", "姓名\n".encode(), b"y" * 2000, drip()):
        answer = await shop.http.post("/api/imports", params={"name": "x.csv"}, content=content)
        seen.append((answer.status_code, answer.json()["type"]))
    assert seen == [
        (422, "imports.empty"), (422, "imports.unreadable"), (422, "imports.empty"),
        (413, "imports.too_large"), (413, "imports.too_large"),
    ]  # fmt: skip
    assert [p for p in (settings.home / "imports").rglob("*") if p.is_file()] == []
    assert (await shop.http.get("/api/imports")).json()["items"] == []


async def test_rights_and_corps_are_kept_apart(shop: World) -> None:
    read = await send(shop, "手机\n13800000001\n")
    await checked(shop, read)
    other, _ = await add_corp(shop.runtime, "other", (1,))
    async with shop.runtime.database.owner() as session:
        await access.add_user(
            session,
            shop.corp_id,
            login="m",
            name="店长",
            role="manager",
            password=PASSWORD,
            sees_all=True,
        )
    for login, status in (("other", 404), ("m", 403)):
        await shop.http.delete("/api/session")
        await shop.sign_in(login)
        answers = [
            await shop.http.request(method, f"/api/imports/{read['id']}{path}", json=body)
            for method, path, body in (
                ("GET", "", None), ("GET", "/errors", None), ("GET", "/errors.csv", None),
                ("POST", "/run", None), ("POST", "/stop", None),
                ("POST", "/check", {"columns": {"0": "phone"}, "consent": CONSENT}),
            )
        ]  # fmt: skip
        assert {answer.status_code for answer in answers} == {status}
    assert await rows(shop, "select state from imports") == [("checked",)]
    assert other != shop.corp_id


async def test_a_person_made_meanwhile_is_recognised(shop: World) -> None:
    read = await send(shop, "客户ID,会员号\nwm0001,M1\nwm0002,M2\n")
    await checked(shop, read, columns={"0": "external", "1": "member_number"}, consent=None)
    await meet(shop, friend(2, Person(name="先到的人")))
    done = await taken(shop, read)
    assert counts(done) == (1, 1, 0, 0)
    assert await rows(shop, "select customer_id, value from customer_identities order by 1, 2") == [
        (1, "M2"), (1, "wm0002"), (2, "M1"), (2, "wm0001"),
    ]  # fmt: skip


async def test_who_is_met_between_comparing_and_writing_gets_what_the_file_says(
    shop: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = await send(shop, "客户ID,生日\nwm0002,1990-05-06\n")
    await checked(shop, read, columns={"0": "external", "1": "birthday"}, consent=None)

    def spell(names: Sequence[str | None]) -> list[tuple[str | None, str | None]]:
        # Done after a chunk was compared and before it is written.
        met = meet(shop, friend(2, Person(name="先到的人")))
        asyncio.run_coroutine_threadsafe(met, loop).result()
        return spelled(names)

    loop, spelled = asyncio.get_running_loop(), customers.spell
    monkeypatch.setattr(customers, "spell", spell)
    done = await taken(shop, read)
    assert counts(done) == (0, 1, 0, 0)
    assert await rows(shop, "select name, birthday::text from customers") == [
        ("先到的人", "1990-05-06")
    ]


async def test_a_row_that_names_two_people_is_a_question_and_joins_nobody(shop: World) -> None:
    await meet(
        shop,
        friend(1, Person("张三", unionid="o1")),
        friend(2, Person("李四", unionid="o2"), "13800000002"),
    )
    held = "select kind, value, customer_id from customer_identities order by 1, 2"
    known = await send(shop, "姓名,手机\n王五,13800000003\n")
    await checked(shop, known)
    await taken(shop, known)
    before = await rows(shop, held)
    # Of the second two nothing says that they are two; the third is new.
    lines = "unionid,手机\no1,13800000002\no1,13800000003\no9,13800000009\n"
    read = await send(shop, lines)
    dry = await checked(shop, read)
    assert counts(dry["found"]) == (1, 0, 0, 2)
    assert await rows(shop, "select count(*) from identity_conflicts") == [(0,)]
    assert counts(await taken(shop, read)) == (1, 0, 0, 2)
    (one,) = (await shop.http.get("/api/identity-conflicts")).json()["items"]
    assert (one["kind"], one["claimed_by"], one["why"]) == ("phone", "unionid", "external")
    assert (one["claimant"]["name"], one["holder"]["name"]) == ("张三", "李四")
    assert one["said"] == f"import:{read['id']}:2"
    after = await rows(shop, held)
    assert [row for row in after if row[2] != 4] == before
    assert await rows(shop, "select count(*) from person_merges") == [(0,)]
