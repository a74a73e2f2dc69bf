"""The book of breaches: told, then to be removed, over all groups; what WeCom shows ends it."""

import random
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.act.grouprules.stage import (
    NOW,
    Shown,
    audited,
    hear,
    mind_breaches,
    put_out,
    read,
    rows_of,
    tasks,
    told,
)
from tests.yutang.rights.conftest import SHOP, Company
from yutang.act.grouprules.breaches import REFOLD
from yutang.kernel.clock import utc_now

WHO = "wm0901"


async def met(company: Company) -> tuple[dict[str, int], int]:
    """One person in a group of Bob and one of Carol; ids of groups, and his."""
    ids = await read(
        company,
        Shown("wr1", "bob", people=((WHO, ""), ("wm0902", ""))),
        Shown("wr2", "carol", people=((WHO, ""),)),
    )
    async with company.world.runtime.database.owner() as session:
        found = await session.scalar(
            text("select customer_id from customer_identities where value = :who"), {"who": WHO}
        )
    await company.sign_in("demo")
    return ids, int(found or 0)


async def record(company: Company, group_id: int, who: int, **more: Any) -> dict[str, Any]:
    """Write one down."""
    body = {"group_id": group_id, "customer_id": who, "kind": "advert"} | more
    answer = await company.world.http.post("/api/group-breaches", json=body)
    assert answer.status_code == 201, answer.text
    await mind_breaches(company, who)
    return dict(answer.json())


async def book(company: Company, **query: Any) -> list[tuple[int, str]]:
    """Ordinals and states, the newest first."""
    found = (await company.world.http.get("/api/group-breaches", params=query)).json()
    assert found["total"] == len(found["items"])
    return [(row["ordinal"], row["state"]) for row in found["items"]]


async def test_the_first_is_told_the_second_removes_and_the_callback_ends_it(
    company: Company,
) -> None:
    ids, who = await met(company)
    first = await record(company, ids["wr1"], who, note="卖面膜")
    assert (first["ordinal"], first["state"], first["announcement"]) == (1, "told", None)
    assert first["word"]["zh"].startswith("群友0901，你好！我在照看「读者群」。刚才那条是广告")
    second = await record(company, ids["wr2"], who, kind="link")
    assert (second["ordinal"], second["state"], second["word"]) == (2, "to_remove", None)
    assert "群友0901」因发外链已请出本群（第 2 次）" in second["announcement"]["zh"]
    assert await tasks(company, "group_breach") == [
        ("bob", "「读者群」私下提醒群友0901：发广告", "open"),
        ("carol", "「读者群」移出群友0901并在群里说明：发外链", "open"),
    ]
    # He leaves Bob's group by another's hand: that ends nothing in Carol's.
    await put_out(company, "wr1", WHO, utc_now() + timedelta(seconds=90))
    await mind_breaches(company, who)
    assert await book(company) == [(2, "to_remove"), (1, "told")]
    await put_out(company, "wr2", WHO, utc_now() + timedelta(minutes=5))
    assert ("grouprules.breaches", {"corp_id": 1, "customer_id": who}) in await hear(company)
    await mind_breaches(company, who)
    await mind_breaches(company, who)
    assert await book(company) == [(2, "removed"), (1, "told")]
    assert [state for *_, state in await tasks(company, "group_breach")] == ["open", "done"]
    shown = (await company.world.http.get(f"/api/group-breaches/{second['id']}")).json()
    assert (shown["present"], shown["removed_at"] is not None) == (False, True)
    assert await audited(company, "group_breach") == [
        "group_breach.recorded",
        "group_breach.recorded",
        "group_breach.removed",
    ]
    assert await told(company, "group_breach") == [
        "group_breach.recorded",
        "group_breach.recorded",
        "group_breach.removed",
    ]


async def test_forgiving_counts_back_and_old_ones_count_no_more(company: Company) -> None:
    ids, who = await met(company)
    http = company.world.http
    first = await record(company, ids["wr1"], who)
    await record(company, ids["wr2"], who)
    path = f"/api/group-breaches/{first['id']}/forgive"
    given = await http.post(path, json={"reason": "误会"})
    assert (given.json()["state"], given.json()["forgiven_by"]) == ("forgiven", "周岚")
    again = await http.post(path, json={"reason": "误会"})
    assert (again.status_code, again.json()["type"]) == (409, "grouprules.wrong_state")
    await mind_breaches(company, who)
    assert await book(company) == [(1, "told"), (0, "forgiven")]
    assert [state for *_, state in await tasks(company, "group_breach")] == [
        "dropped",
        "dropped",
        "open",
    ]
    async with company.world.runtime.database.owner() as session:
        await session.execute(text("update group_breaches set at = at - interval '200 days'"))
    assert (await record(company, ids["wr1"], who))["ordinal"] == 1
    read_settings = {"window_days": 180, "remove_from": 2, "changed_at": None}
    assert (await http.get("/api/group-breaches/settings")).json() == read_settings
    wanted = {"window_days": 365, "remove_from": 4}
    changed = await http.put("/api/group-breaches/settings", json=wanted)
    assert changed.json() | {"changed_at": None} == wanted | {"changed_at": None}
    third = await record(company, ids["wr1"], who)
    assert (third["ordinal"], third["state"], third["remove_from"]) == (3, "told", 4)
    assert await audited(company, "breach_settings") == ["breach_settings.changed"]
    for wrong in ({"window_days": 0, "remove_from": 2}, {"window_days": 9, "remove_from": 11}):
        assert (await http.put("/api/group-breaches/settings", json=wrong)).status_code == 422


async def test_the_book_is_seen_through_ones_groups_and_counts_over_all(company: Company) -> None:
    ids, who = await met(company)
    await record(company, ids["wr2"], who)
    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    http = company.world.http
    assert await book(company) == []
    foreign = await http.get("/api/group-breaches/1")
    assert (foreign.status_code, foreign.json()["type"]) == (404, "grouprules.unknown_breach")
    forgiven = await http.post("/api/group-breaches/1/forgive", json={"reason": "不要"})
    assert forgiven.status_code == 404
    body = {"group_id": ids["wr2"], "customer_id": who, "kind": "advert"}
    refused = await http.post("/api/group-breaches", json=body)
    assert (refused.status_code, refused.json()["type"]) == (404, "groups.unknown")
    for stranger in (company.customers["wm0003"], 987_654):
        wrong = {"group_id": ids["wr1"], "customer_id": stranger, "kind": "advert"}
        answer = await http.post("/api/group-breaches", json=wrong)
        assert (answer.status_code, answer.json()["type"]) == (404, "grouprules.unknown_person")
    assert (await http.put("/api/group-breaches/settings", json={})).status_code == 403
    assert await rows_of(company, "group_breaches") == 1
    # The one in Carol's group is not seen, and counts.
    mine = await record(company, ids["wr1"], who)
    assert (mine["ordinal"], mine["state"]) == (2, "to_remove")
    assert await book(company) == [(2, "to_remove")]
    assert await book(company, state="told") == []
    assert await book(company, kind="advert", group_id=ids["wr1"], customer_id=who) == [
        (2, "to_remove")
    ]
    bad = await http.get("/api/group-breaches", params={"after": "x"})
    assert (bad.status_code, bad.json()["type"]) == (422, "grouprules.bad_cursor")


def folded(
    rows: list[tuple[datetime, int, int, str]],
) -> list[tuple[int, str]]:
    """The fold, one after the other: (at, window_days, remove_from, state) of one person."""
    found: list[tuple[int, str]] = []
    for place, (at, window, least, state) in enumerate(rows):
        if state == "forgiven":
            found.append((0, "forgiven"))
            continue
        since = at - timedelta(days=window)
        ordinal = 1 + sum(other[3] != "forgiven" and other[0] > since for other in rows[:place])
        if state == "removed":
            found.append((ordinal, "removed"))
        else:
            found.append((ordinal, "to_remove" if ordinal >= least else "told"))
    return found


async def test_the_fold_is_that_of_plain_python(company: Company) -> None:
    rng = random.Random(7)
    for who in range(1, 21):
        days = sorted(rng.randrange(400) for _ in range(rng.randrange(1, 9)))
        rows = [
            (
                NOW - timedelta(days=400 - day),
                rng.choice((30, 180)),
                rng.choice((1, 2, 3)),
                rng.choice(("told", "to_remove", "removed", "forgiven")),
            )
            for day in days
        ]
        async with company.world.runtime.database.owner() as session:
            for at, window, least, state in rows:
                await session.execute(
                    text(
                        "insert into group_breaches (corp_id, group_id, customer_id, kind, at,"
                        " recorded_by, window_days, remove_from, ordinal, state)"
                        " values (1, 1, :who, 'link', :at, 'test', :window, :least, 0, :state)"
                    ),
                    {"who": who, "at": at, "window": window, "least": least, "state": state},
                )
            await session.execute(REFOLD, {"corp_id": 1, "customer_id": who})
            found = await session.execute(
                text(
                    "select ordinal, state from group_breaches where customer_id = :who"
                    " order by at, id"
                ),
                {"who": who},
            )
            assert [tuple(row) for row in found] == folded(rows), rows
