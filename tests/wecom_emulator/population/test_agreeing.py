"""Whatever is asked, in pages of whatever size: the answers tell of one company."""

import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, Emulator, open_emulator
from tests.wecom_emulator.population.reading import (
    ENDLESS,
    SMALL,
    UNTIL,
    Size,
    company,
    everything,
    follow,
    followers,
    got,
    group,
    groups_of,
    listed,
    served,
)

DAY = 24 * 3600
SIZES: list[tuple[Size, int]] = [
    (SMALL, 7),
    ({"staff": 1, "customers": 90, "groups": 2, "tags": 0}, 1),
    ({"staff": 2, "customers": 150, "groups": 3, "tags": 1}, 2),
    ({"staff": 3, "customers": 5, "groups": 1, "tags": 7}, 3),
    ({"staff": 5, "customers": 0, "groups": 2, "tags": 5}, 4),
    ({"staff": 120, "customers": 300, "groups": 40, "tags": 200}, 5),
]


async def _agree(emulator: Emulator, seed: int) -> dict[tuple[str, str], Any]:
    """Ask everything in every way and compare; tells the pairs."""
    chance = random.Random(seed)
    pairs = await everything(emulator, lambda: chance.randint(1, 100))
    assert pairs == await everything(emulator, lambda: 100)
    by_member, by_customer = defaultdict(set), defaultdict(set)
    for userid, external in pairs:
        by_member[userid].add(external)
        by_customer[external].add(userid)

    for userid in await followers(emulator):
        ids = await listed(emulator, userid)
        assert len(ids) == len(set(ids))
        assert set(ids) == by_member[userid]
    for external in chance.sample(sorted(by_customer), min(60, len(by_customer))):
        told = await got(emulator, external)
        assert {row["userid"] for row in told["follow_user"]} == by_customer[external]
        for row in told["follow_user"]:
            pair = pairs[row["userid"], external]
            assert follow(row) | {"tag_id": []} == pair["follow_info"] | {"tag_id": []}
            # `get` tells tags in the library's order, `batch` as they were set.
            assert sorted(follow(row)["tag_id"]) == sorted(
                tag for tag in pair["follow_info"]["tag_id"]
            )
            assert told["external_contact"] == pair["external_contact"]

    rows = await served(emulator, 1000)
    assert len(rows) == len(await served(emulator, chance.randint(1, 40)))
    alone = [row for row in rows if "chat_id" not in row]
    assert Counter((row["follow_userid"], row["external_userid"]) for row in alone) == Counter(
        pairs.keys()
    )
    for row in alone:
        pair = pairs[row["follow_userid"], row["external_userid"]]
        assert row["add_time"] == pair["follow_info"]["createtime"]
    await _agree_on_groups(emulator, rows, by_customer)
    return pairs


async def _agree_on_groups(
    emulator: Emulator, rows: list[dict[str, Any]], by_customer: dict[str, set[str]]
) -> None:
    owners = await followers(emulator)
    found: dict[str, str] = {}
    for start in range(0, len(owners), 100):
        part = owners[start : start + 100]
        ids = await groups_of(emulator, part)
        assert ids == await groups_of(emulator, part, 1)
        for chat_id in ids:
            told = await group(emulator, chat_id)
            found[chat_id] = told["owner"]
            assert told["owner"] in part
            people = {row["userid"]: row for row in told["member_list"] if row["type"] == 2}
            assert len(told["member_list"]) == len({r["userid"] for r in told["member_list"]})
            assert told["owner"] in {r["userid"] for r in told["member_list"]}
            assert all(told["create_time"] <= row["join_time"] for row in told["member_list"])
            mine = [row for row in rows if row.get("chat_id") == chat_id]
            known = {w for w in people if by_customer.get(w)}
            assert {row["external_userid"] for row in mine if row["is_customer"]} == known
            assert len(mine) == len(people)
            for external in sorted(people)[:3]:
                if by_customer.get(external):
                    card = (await got(emulator, external))["external_contact"]
                    assert people[external]["name"] == card["name"]
                    assert people[external].get("unionid") == card.get("unionid")
    assert set(found) == set((await emulator.http.get(CORP)).json()["groups"])


@pytest.mark.parametrize(("size", "seed"), SIZES)
async def test_all_answers_tell_of_one_company(size: Size, seed: int) -> None:
    async with company(size, seed) as emulator:
        pairs = await _agree(emulator, seed)
        assert len({external for _, external in pairs}) == size["customers"]
        told = (await emulator.http.get(CORP)).json()
        assert len(told["customers"]) == size["customers"]
        assert len(told["tags"]) == size["tags"]
        # Beside the two members whom the corp had.
        assert len(told["staff"]) == size["staff"] + 2


async def test_people_have_one_to_three_followers_and_all_else_that_wecom_tells() -> None:
    async with company({"staff": 20, "customers": 2000, "groups": 5, "tags": 60}) as emulator:
        pairs = await everything(emulator, lambda: 100)
        followers_of = Counter(external for _, external in pairs)
        shares = Counter(followers_of.values())
        assert set(shares) == {1, 2, 3}
        assert 150 < shares[2] + shares[3] < 350
        rows = list(pairs.values())
        assert {row["external_contact"]["type"] for row in rows} == {1, 2}
        assert len({row["external_contact"]["name"] for row in rows}) > 500
        assert len({row["follow_info"]["add_way"] for row in rows}) >= 8
        assert {len(row["follow_info"]["tag_id"]) for row in rows} == {0, 1, 2, 3, 4}
        assert any(row["follow_info"]["remark_mobiles"] for row in rows)
        assert any(row["follow_info"].get("state") for row in rows)
        unionids = {
            row["external_contact"]["external_userid"]: row["external_contact"]["unionid"]
            for row in rows
            if row["external_contact"]["type"] == 1
        }
        assert len(set(unionids.values())) == len(unionids)


async def test_departments_are_a_tree_and_everybody_is_in_one() -> None:
    async with company({"staff": 95, "customers": 10, "groups": 0, "tags": 0}) as emulator:
        rows = (await emulator.call("department/list"))["department"]
        parents = {row["id"]: row["parentid"] for row in rows}

        def depth(id_: int) -> int:
            return 0 if id_ == 1 else 1 + depth(parents[id_])

        assert {depth(id_) for id_ in parents} == {0, 1, 2, 3}
        stores = {id_ for id_ in parents if depth(id_) == 3}
        seen = set()
        for store in stores:
            told = await emulator.call("user/simplelist", department_id=store)
            assert 0 < len(told["userlist"]) <= 10
            seen |= {row["userid"] for row in told["userlist"]}
        assert len(seen) == 95
        names = [row["name"] for row in rows]
        assert "上海分公司" in names
        assert any(name.endswith(" 店") for name in names)


async def test_statistics_count_what_the_lists_tell() -> None:
    async with company({"staff": 12, "customers": 3000, "groups": 9, "tags": 3}) as emulator:
        # As of the day after it stopped growing.
        await emulator.http.post("/emulator/clock", json={"now": UNTIL + 2 * DAY})
        await emulator.sign_in()
        pairs = await everything(emulator, lambda: 100)
        everybody = [u for u in await followers(emulator) if u not in {"ann", "bob"}]
        last = UNTIL // DAY * DAY - 8 * 3600 + DAY
        window = {"start_time": last - 20 * DAY, "end_time": last}
        for userids in (everybody, everybody[:1], everybody[3:7]):
            body = {"userid": userids, **window}
            told = await emulator.call("externalcontact/get_user_behavior_data", body)
            counted = {row["stat_time"]: row["new_contact_cnt"] for row in told["behavior_data"]}
            began = [
                row["follow_info"]["createtime"] for (u, _), row in pairs.items() if u in userids
            ]
            assert counted == {day: sum(day <= at < day + DAY for at in began) for day in counted}
            assert sum(counted.values()) > 0
            # Nobody said a word: what was not heard is not counted.
            assert all(row["chat_cnt"] == 0 for row in told["behavior_data"])
        body = {
            "day_begin_time": last - 20 * DAY,
            "day_end_time": last,
            "owner_filter": {"userid_list": everybody},
        }
        told = await emulator.call("externalcontact/groupchat/statistic", body)
        groups = [await group(emulator, id_) for id_ in await groups_of(emulator, everybody)]
        for item in told["items"]:
            mine = [g for g in groups if g["owner"] == item["owner"]]
            joined = [m["join_time"] for g in mine for m in g["member_list"]]
            data = item["data"]
            assert (data["chat_total"], data["member_total"]) == (len(mine), len(joined))
            since = last - 20 * DAY
            assert data["new_member_cnt"] == sum(at >= since for at in joined)
            assert data["msg_total"] == 0
        by_day = await emulator.call("externalcontact/groupchat/statistic_group_by_day", body)
        assert sum(row["data"]["new_member_cnt"] for row in by_day["items"]) == sum(
            item["data"]["new_member_cnt"] for item in told["items"]
        )


async def _change(emulator: Emulator, chance: random.Random) -> None:
    """People and apps do things to a generated company."""
    pairs = sorted(await everything(emulator, lambda: 100))
    chosen = chance.sample(pairs, 12)
    tags = (await emulator.call("externalcontact/get_corp_tag_list", {}))["tag_group"]
    tag_id = tags[0]["tag"][0]["id"]
    for userid, external in chosen[:3]:
        body = {"userid": userid, "external_userid": external, "remark": "新备注"}
        assert await emulator.code("externalcontact/remark", body) == 0
        mark = {"userid": userid, "external_userid": external, "add_tag": [tag_id]}
        assert await emulator.code("externalcontact/mark_tag", mark) == 0
    for (userid, external), by in zip(chosen[3:7], ("customer", "staff") * 2, strict=True):
        await emulator.act("unfollow", userid=userid, external_userid=external, by=by)
    # Somebody new, and a generated person who adds somebody he did not know.
    await emulator.act("add", userid=chosen[0][0], person={"unionid": "oNew", "name": "新来的"})
    await emulator.act("add", userid="ann", person={"external_userid": chosen[8][1]})
    # One who deleted the member comes back.
    userid, external = chosen[3]
    await emulator.act("add", userid=userid, person={"external_userid": external})
    told = (await emulator.http.get(CORP)).json()
    chat_id = told["groups"][0]
    here = [m for m in (await group(emulator, chat_id))["member_list"] if m["type"] == 2]
    await emulator.act(f"groups/{chat_id}/leave", userid=here[0]["userid"])


@pytest.mark.parametrize("seed", [7, 8])
async def test_changes_are_seen_everywhere_and_outlive_a_restart(tmp_path: Path, seed: int) -> None:
    size: Size = {"staff": 8, "customers": 250, "groups": 4, "tags": 12}
    state_file = tmp_path / "state.json"
    async with company(size, seed, state_file) as emulator:
        before = await _agree(emulator, seed)
        await _change(emulator, random.Random(seed))
        after = await _agree(emulator, seed)
        assert ("ann", "oNew") not in after
        changed = {pair for pair in before if after.get(pair) != before[pair]}
        assert 3 <= len(changed) <= 12
        remarks = [row["follow_info"]["remark"] for row in after.values()]
        assert remarks.count("新备注") == 3
        assert {userid for userid, _ in set(after) - set(before)} >= {"ann"}
    async with open_emulator(ENDLESS, state_file) as emulator:
        assert await _agree(emulator, seed) == after


async def test_a_deleted_tag_is_on_nobody_any_more() -> None:
    async with company() as emulator:
        made = await emulator.call(
            "externalcontact/add_corp_tag", {"group_name": "我们的", "tag": [{"name": "一"}]}
        )
        assert made["errcode"] == 0
        # The console deletes a generated tag: apps may not.
        groups = (await emulator.call("externalcontact/get_corp_tag_list", {}))["tag_group"]
        tag_id = next(g for g in groups if g["group_name"] == "来源")["tag"][0]["id"]
        carrying = [
            pair
            for pair, row in (await everything(emulator, lambda: 100)).items()
            if tag_id in row["follow_info"]["tag_id"]
        ]
        assert carrying
        await emulator.act(f"console/tags/{tag_id}/delete")
        pairs = await everything(emulator, lambda: 100)
        assert all(tag_id not in row["follow_info"]["tag_id"] for row in pairs.values())
        told = await got(emulator, carrying[0][1])
        assert tag_id not in str(told)


async def test_two_seeds_have_nobody_in_common() -> None:
    async with company(seed=1) as one, company(seed=2) as two:
        first = await everything(one, lambda: 100)
        second = await everything(two, lambda: 100)
        assert not {pair[1] for pair in first} & {pair[1] for pair in second}
