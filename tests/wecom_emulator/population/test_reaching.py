"""Whom broadcasts, Moments, handovers and the phone find in a generated company."""

from collections import defaultdict

from tests.wecom_emulator.corp import CORP
from tests.wecom_emulator.population.reading import Size, company, everything

SIZE: Size = {"staff": 6, "customers": 400, "groups": 3, "tags": 12}


async def test_a_broadcast_by_tag_reaches_who_carries_it_each_by_one_member() -> None:
    async with company(SIZE) as emulator:
        pairs = await everything(emulator, lambda: 100)
        tags = {tag for row in pairs.values() for tag in row["follow_info"]["tag_id"]}
        tag = sorted(tags)[3]
        carrying: dict[str, set[str]] = defaultdict(set)
        followers: dict[str, set[str]] = defaultdict(set)
        for (userid, external), row in pairs.items():
            followers[external].add(userid)
            if tag in row["follow_info"]["tag_id"]:
                carrying[external].add(userid)
        body = {
            "chat_type": "single",
            "text": {"content": "今晚八点"},
            "tag_filter": {"group_list": [{"tag_list": [tag]}]},
        }
        told = await emulator.call("externalcontact/add_msg_template", body)
        assert told["errcode"] == 0
        tasks = await emulator.call(
            "externalcontact/get_groupmsg_task", {"msgid": told["msgid"], "limit": 100}
        )
        reached: list[str] = []
        for task in tasks["task_list"]:
            result = await emulator.call(
                "externalcontact/get_groupmsg_send_result",
                {"msgid": told["msgid"], "userid": task["userid"], "limit": 1000},
            )
            for row in result["send_list"]:
                assert task["userid"] in followers[row["external_userid"]]
                reached.append(row["external_userid"])
        assert sorted(reached) == sorted(carrying)
        assert len(carrying) > 10


async def test_a_moment_for_a_tag_is_seen_by_the_members_customers_who_carry_it() -> None:
    async with company(SIZE) as emulator:
        pairs = await everything(emulator, lambda: 100)
        userid = next(iter(pairs))[0]
        tag = next(
            row["follow_info"]["tag_id"][0]
            for (member, _), row in pairs.items()
            if member == userid and row["follow_info"]["tag_id"]
        )
        carrying = {e for (_, e), row in pairs.items() if tag in row["follow_info"]["tag_id"]}
        body = {
            "text": {"content": "上新"},
            "visible_range": {
                "sender_list": {"user_list": [userid]},
                "external_contact_list": {"tag_list": [tag]},
            },
        }
        jobid = (await emulator.call("externalcontact/add_moment_task", body))["jobid"]
        told = await emulator.call("externalcontact/get_moment_task_result", jobid=jobid)
        moment_id = told["result"]["moment_id"]
        await emulator.act("confirm", moment_id=moment_id, userid=userid)
        told = await emulator.call(
            "externalcontact/get_moment_customer_list",
            {"moment_id": moment_id, "userid": userid, "limit": 1000},
        )
        found = {row["external_userid"] for row in told["customer_list"]}
        assert found == {external for member, external in pairs if member == userid} & carrying


async def test_who_leaves_leaves_all_his_customers_and_they_are_taken_over() -> None:
    async with company(SIZE) as emulator:
        pairs = await everything(emulator, lambda: 100)
        userid = next(iter(pairs))[0]
        mine = {external for member, external in pairs if member == userid}
        await emulator.act(f"staff/{userid}/resign")
        found: set[str] = set()
        cursor = ""
        while True:
            body = {"page_size": 50, "cursor": cursor}
            told = await emulator.call("externalcontact/get_unassigned_list", body)
            found |= {row["external_userid"] for row in told["info"]}
            cursor = told["next_cursor"]
            if told["is_last"]:
                break
        assert found == mine
        after = await everything(emulator, lambda: 100)
        assert after.keys() == {pair for pair in pairs if pair[0] != userid}
        chosen = sorted(mine)[:5]
        body = {"handover_userid": userid, "takeover_userid": "ann", "external_userid": chosen}
        told = await emulator.call("externalcontact/resigned/transfer_customer", body)
        assert [row["errcode"] for row in told["customer"]] == [0] * 5
        await emulator.advance(25 * 3600)
        await emulator.sign_in()
        after = await everything(emulator, lambda: 100)
        assert {external for member, external in after if member == "ann"} == set(chosen)


async def test_the_phone_finds_people_and_a_member_his_chats() -> None:
    async with company(SIZE) as emulator:
        pairs = await everything(emulator, lambda: 100)
        userid, external = next(iter(pairs))
        mine = [pair for pair in pairs if pair[0] == userid]
        desk = await emulator.tell("desk", userid=userid, limit=100)
        assert desk["chats_total"] == len(mine)
        chat = await emulator.tell("desk/chat", userid=userid, external_userid=external)
        assert len(chat["tags"]) == len(pairs[userid, external]["follow_info"]["tag_id"])
        name = pairs[userid, external]["external_contact"]["name"]
        people = await emulator.tell("people", q=name, limit=100)
        assert external in {row["external_userid"] for row in people}
        # Nobody newer is there; a new one is the first.
        await emulator.act("add", userid=userid, person={"unionid": "oNew", "name": "新来的"})
        assert (await emulator.tell("people", limit=1))[0]["name"] == "新来的"
        # Who is known by his unionid is the same person.
        unionid = pairs[userid, external]["external_contact"]["unionid"]
        told = await emulator.act("add", userid="bob", person={"unionid": unionid})
        assert told["external_userid"] == external
        assert len((await emulator.http.get(CORP)).json()["customers"]) == 401
