"""Refusing by one's own link, the gate before marketing, purposes, and how long data is kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.people.privacy.life import (
    BEFORE,
    CANARIES,
    EXTERNAL,
    OTHER,
    PHONE,
    arrival,
    live,
    tables_with,
    tell,
)
from tests.yutang.world import World
from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers
from yutang.people.privacy import retaining, service
from yutang.people.privacy.errors import BadLinkError
from yutang.people.privacy.links import read_token, token_of
from yutang.people.privacy.service import Addressee

VAULT = Vault(b"k" * 32)


@given(st.integers(1, 2**31), st.integers(1, 2**31), st.integers(0, 500), st.integers(0, 63))
def test_a_link_is_read_back_and_a_changed_one_is_not(
    corp_id: int, customer_id: int, place: int, letter: int
) -> None:
    who = Addressee(corp_id, customer_id)
    token = token_of(VAULT, who)
    assert read_token(VAULT, token) == who
    assert len(token) <= 32
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    at = place % len(token)
    other = token[:at] + letters[letter] + token[at + 1 :]
    if other != token:
        with pytest.raises(BadLinkError):
            read_token(VAULT, other)
    with pytest.raises(BadLinkError):
        read_token(Vault(b"x" * 32), token)


async def path_of(world: World, customer_id: int) -> str:
    """The person's own page."""
    read = (await world.http.get(f"/api/privacy/customers/{customer_id}")).json()
    link: str = read["refuse_link"]
    assert link.startswith("http://yutang.test/p/refuse/")
    return link.removeprefix("http://yutang.test")


async def may(world: World, *ids: int) -> list[int]:
    """Whom the gate lets through, as a sender asks it."""
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.may_market(session, world.corp_id, ids, world.runtime.clock())


async def test_a_refusal_by_link_stops_what_is_queued(world: World) -> None:
    await world.sign_in()
    await tell(world, arrival(EXTERNAL, "alice"), arrival(OTHER, "alice"))
    async with world.runtime.database.owner() as session:
        found = await customers.find_refs(session, world.corp_id, [EXTERNAL, OTHER])
    me, other = found[EXTERNAL].id, found[OTHER].id
    path = await path_of(world, me)
    queued = [me, other, 999]
    assert await may(world, *queued) == [me, other]

    # A scanner opens it, and his messenger shows a preview: nothing is refused by that.
    world.http.cookies.clear()
    world.http.headers.pop("X-CSRF-Token")
    page = await world.http.get(path, headers={"Accept-Language": "en-GB,en"})
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)
    assert "demo 的公司" in page.text
    assert "Stop them" in page.text
    assert CANARIES["name"] not in page.text
    assert len(page.content) < 20_000
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert await may(world, *queued) == [me, other]

    for _ in range(2):
        answer = await world.http.post(f"{path}?lang=zh-CN", data={"act": "refuse"})
        assert (answer.status_code, answer.headers["location"]) == (303, f"{path}?lang=zh-CN")
    assert await may(world, *queued) == [other]
    assert "恢复接收" in (await world.http.get(f"{path}?lang=zh-CN")).text
    assert (await world.http.post(path, data={"act": "allow"})).status_code == 303
    assert await may(world, *queued) == [me, other]
    one_click = await world.http.post(path, data={"List-Unsubscribe": "One-Click"})
    assert one_click.status_code == 200
    assert await may(world, *queued) == [other]

    async with world.runtime.database.owner() as session:
        told = await session.execute(
            text("select action, actor from audit_entries where target = :t order by id"),
            {"t": f"customer:{me}"},
        )
        assert [tuple(row) for row in told] == [
            ("customer.refused_marketing", "customer"),
            ("customer.allowed_marketing", "customer"),
            ("customer.refused_marketing", "customer"),
        ]
    bad = path[:-1] + ("A" if path[-1] != "A" else "B")
    for answer in (await world.http.get(bad), await world.http.post(bad)):
        assert answer.status_code == 404
        assert "这个链接不完整" in answer.text
    for _ in range(80):
        answer = await world.http.get(bad)
    assert answer.status_code == 429


async def test_minors_are_left_out_by_mark_and_by_birthday(world: World) -> None:
    await world.sign_in()
    await tell(world, *(arrival(f"wm{n}", "alice") for n in range(4)))
    today = date.today()  # noqa: DTZ011 - far from midnight's difference: a year and a month apart
    async with world.runtime.database.owner() as session:
        for number, years in ((2, 13), (3, 15)):
            await session.execute(
                text("update customers set birthday = :day where id = :id"),
                {"day": today - timedelta(days=365 * years), "id": number},
            )
    answer = await world.http.put("/api/privacy/customers/1/minor", json={"minor": True})
    assert answer.status_code == 204
    assert await may(world, 1, 2, 3, 4) == [3, 4]
    read = (await world.http.get("/api/privacy/customers/1")).json()
    assert (read["barred"], read["minor_marked_at"] is not None) == ("minor", True)
    await world.http.put("/api/privacy/customers/1/minor", json={"minor": False})
    assert await may(world, 1, 2, 3, 4) == [1, 3, 4]


async def test_a_consent_knows_its_notice_and_its_end_ends_what_it_allowed(world: World) -> None:
    me = await live(world)
    purpose = {"name_zh": "生日祝福", "name_en": "Birthdays", "notice_zh": "我们会在生日当天问候你"}
    key = "/api/privacy/purposes/birthday"
    assert (await world.http.put(key, json=purpose)).status_code == 200
    wish = {"purpose": "birthday", "source": "登记表", "given_at": "2026-01-02T08:00:00Z"}
    answer = await world.http.post(f"/api/customers/{me}/consents", json=wish)
    assert [c["notice_version"] for c in answer.json()["items"] if c["purpose"] == "birthday"] == [
        1
    ]
    items = (await world.http.put(key, json={**purpose, "notice_zh": "改过的说明"})).json()["items"]
    read = next(one for one in items if one["key"] == "birthday")
    assert (read["notice_version"], read["living"], read["withdrawn"]) == (2, 1, 0)
    notices = (await world.http.get(f"{key}/notices")).json()["items"]
    assert [one["version"] for one in notices] == [2, 1]
    people = (await world.http.get(f"{key}/people")).json()["items"]
    assert [(one["customer_id"], one["notice_version"]) for one in people] == [(me, 1)]
    built_in = {**purpose, "archived": True}
    refused = await world.http.put("/api/privacy/purposes/phone", json=built_in)
    assert (refused.status_code, refused.json()["type"]) == (422, "consents.built_in")
    unknown = await world.http.post(
        f"/api/customers/{me}/consents", json={**wish, "purpose": "nobody_set_it"}
    )
    assert (unknown.status_code, unknown.json()["type"]) == (404, "consents.purpose")

    # Marketing: he counts as one who refuses. Phone: it goes and no reading brings it back.
    await world.http.put(
        f"/api/customers/{me}/refusal", json={"refused": False, "reason": "他改了主意"}
    )
    await world.http.put(f"/api/privacy/customers/{me}/minor", json={"minor": False})
    assert await may(world, me) == [me]
    for one in ("marketing", "phone", "sensitive"):
        answer = await world.http.delete(f"/api/customers/{me}/consents/{one}")
        assert answer.status_code == 200
    assert await may(world, me) == []
    assert await tables_with(world, CANARIES["sensitive"]) == set()
    await tell(world, arrival(EXTERNAL, "bob"))
    assert (await world.http.get(f"/api/customers/{me}")).json()["phones"] == []
    again = {"purpose": "phone", "source": "他又同意了", "given_at": "2026-11-21T08:00:00Z"}
    await world.http.post(f"/api/customers/{me}/consents", json=again)
    await tell(world, arrival(EXTERNAL, "bob"))
    assert (await world.http.get(f"/api/customers/{me}")).json()["phones"] == [
        f"{PHONE[:3]} **** {PHONE[-4:]}"
    ]


async def test_each_kind_is_kept_as_long_as_the_corp_says(world: World) -> None:
    me = await live(world)
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update notes set created_at = :old where kind = 'note'"),
            {"old": datetime.now(UTC) - timedelta(days=400)},
        )
    refused = await world.http.put("/api/privacy/retentions/notes", json={"days": 7})
    assert (refused.status_code, refused.json()["type"]) == (422, "privacy.retention")
    refused = await world.http.put("/api/privacy/retentions/inbox", json={"days": None})
    assert refused.status_code == 422
    assert (
        await world.http.put("/api/privacy/retentions/notes", json={"days": 365})
    ).status_code == 204
    read = (await world.http.get("/api/privacy")).json()["retentions"]
    told = {one["kind"]: (one["days"], one["older"]) for one in read}
    assert told["notes"] == (365, 1)
    assert told["inbox"] == (30, 0)
    assert told["events"] == (None, 0)
    gone = await retaining.keep(world.runtime, world.corp_id)
    assert gone["notes"] == 1
    assert await tables_with(world, CANARIES["note"]) - {"imports", "import_errors"} == set()
    assert await tables_with(world, CANARIES["follow_up"]) == {"notes"}

    # Whom nobody has any more for years: erased whole, and kept away.
    assert (
        await world.http.put("/api/privacy/retentions/lost", json={"days": 365})
    ).status_code == 204
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "update follows set state = 'deleted_by_customer', changed_at = :old"
                " where customer_id = :me"
            ),
            {"old": datetime.now(UTC) - timedelta(days=400), "me": me},
        )
        await session.execute(
            text("update customers set state = 'lost' where id = :me"), {"me": me}
        )
    gone = await retaining.keep(world.runtime, world.corp_id)
    assert gone["lost"] == 1
    assert await tables_with(world, CANARIES["name"]) <= {"imports", "import_errors"}
    await tell(world, arrival(EXTERNAL, "bob", BEFORE))
    assert (await world.http.get(f"/api/customers/{me}")).status_code == 404
    assert len((await world.http.get("/api/customers")).json()["items"]) == 1
