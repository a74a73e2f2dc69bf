"""Moments: who posts, who sees, what is refused, and the rule groups of them."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import (
    FEBRUARY,
    attachment,
    film,
    friend,
    impossible,
    received,
    travel,
)
from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.limits import Limits

ADD = "externalcontact/add_moment_task"
JOB = "externalcontact/get_moment_task_result"
CANCEL = "externalcontact/cancel_moment_task"
LIST = "externalcontact/get_moment_list"
TASKS = "externalcontact/get_moment_task"
CUSTOMERS = "externalcontact/get_moment_customer_list"
REACHED = "externalcontact/get_moment_send_result"
COMMENTS = "externalcontact/get_moment_comments"
TEXT = {"content": "春天的鱼"}
OK = {"errcode": 0, "errmsg": "ok"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One on a Monday in February."""
    async with open_emulator() as one:
        await travel(one, FEBRUARY)
        yield one


async def started(emulator: Emulator, **body: Any) -> str:
    answer = await emulator.call(ADD, {"text": TEXT, **body})
    assert answer["errcode"] == 0, answer
    return str(answer["jobid"])


async def made(emulator: Emulator, **body: Any) -> str:
    job = await emulator.call(JOB, jobid=await started(emulator, **body))
    assert job["status"] == 3, job
    return str(job["result"]["moment_id"])


async def posters(emulator: Emulator, moment_id: str) -> dict[str, int]:
    rows = (await emulator.call(TASKS, {"moment_id": moment_id}))["task_list"]
    return {row["userid"]: row["publish_status"] for row in rows}


async def gold(emulator: Emulator, *pairs: tuple[str, str]) -> str:
    """A tag, given to customers by members."""
    group = {"group_name": "级别", "tag": [{"name": "金"}]}
    tag = (await emulator.call("externalcontact/add_corp_tag", group))["tag_group"]["tag"][0]
    for userid, external in pairs:
        mark = {"userid": userid, "external_userid": external, "add_tag": [tag["id"]]}
        assert await emulator.code("externalcontact/mark_tag", mark) == 0
    return str(tag["id"])


async def test_a_moment_is_seen_once_a_member_posts_it(emulator: Emulator) -> None:
    one, other = await friend(emulator), await friend(emulator, "bob", "o2")
    pictures = [await attachment(emulator) for _ in range(2)]
    images = [{"msgtype": "image", "image": {"media_id": each}} for each in pictures]
    jobid = await started(emulator, attachments=images)
    job = await emulator.call(JOB, jobid=jobid)
    moment_id = job["result"]["moment_id"]
    assert moment_id.startswith("mom")
    assert job == {
        **OK,
        "status": 3,
        "type": "add_moment_task",
        "result": {
            "errcode": 0,
            "errmsg": "ok",
            "moment_id": moment_id,
            "invalid_sender_list": {"user_list": [], "department_list": []},
            "invalid_external_contact_list": {"tag_list": []},
        },
    }
    assert await posters(emulator, moment_id) == {"ann": 0, "bob": 0}
    who = {"moment_id": moment_id, "userid": "ann"}
    for name in (CUSTOMERS, REACHED, COMMENTS):
        assert await emulator.code(name, who) == 41062
        assert await emulator.code(name, who | {"userid": "carl"}) == 41061
    assert await received(emulator, one) == []
    [todo] = await emulator.tell("todos", userid="ann")
    assert (todo["kind"], todo["moment_id"], todo["public"]) == ("moment", moment_id, True)
    done = await emulator.act("confirm", userid="ann", moment_id=moment_id)
    assert done == {"range": 1, "reached": 1}
    assert (await impossible(emulator, "confirm", **who))[0] == 409
    assert await posters(emulator, moment_id) == {"ann": 1, "bob": 0}
    customers = [{"userid": "ann", "external_userid": one}]
    assert await emulator.call(CUSTOMERS, who) == {
        **OK,
        "customer_list": customers,
        "next_cursor": "",
    }
    seen = {"customer_list": [{"external_userid": one}], "next_cursor": ""}
    assert await emulator.call(REACHED, who) == {**OK, **seen}
    assert await received(emulator, one) == [("moment", "春天的鱼")]
    assert await received(emulator, other) == []
    [shown] = await emulator.tell("moments", external_userid=one)
    assert (shown["userid"], shown["text"], len(shown["attachments"])) == ("ann", "春天的鱼", 2)
    assert await emulator.tell("moments", external_userid=other) == []
    window = {"start_time": FEBRUARY - 60, "end_time": FEBRUARY + 600}
    [listed] = (await emulator.call(LIST, window))["moment_list"]
    assert listed == {
        "moment_id": moment_id,
        "create_time": listed["create_time"],
        "create_type": 0,
        "visible_type": 1,
        "text": TEXT,
        "image": [{"media_id": each} for each in pictures],
    }


async def test_ranges_are_members_departments_and_tags(emulator: Emulator) -> None:
    await emulator.http.post(
        "/emulator/corps",
        json={
            "corpid": "ww0123456789abcdef",
            "apps": [{"agentid": 1, "secret": "secret-of-the-first-app"}],
            "departments": [{"id": 2, "name": "门店", "parentid": 1}],
            "staff": [{"userid": "cai", "name": "蔡", "department": [2]}],
        },
    )
    one, two = await friend(emulator), await friend(emulator, unionid="o2")
    await friend(emulator, "bob", "o1")
    tag = await gold(emulator, ("ann", one))
    everybody = await made(emulator)
    assert set(await posters(emulator, everybody)) == {"ann", "bob", "cai"}
    senders = {"sender_list": {"user_list": ["Bob", "nobody"], "department_list": [2, 99]}}
    jobid = await started(emulator, visible_range=senders)
    result = (await emulator.call(JOB, jobid=jobid))["result"]
    assert result["invalid_sender_list"] == {"user_list": ["nobody"], "department_list": [99]}
    assert set(await posters(emulator, result["moment_id"])) == {"bob", "cai"}
    tagged = {"external_contact_list": {"tag_list": [tag, "et-unknown"]}}
    jobid = await started(emulator, visible_range=tagged)
    result = (await emulator.call(JOB, jobid=jobid))["result"]
    assert result["invalid_external_contact_list"] == {"tag_list": ["et-unknown"]}
    # Bob follows him too.
    assert set(await posters(emulator, result["moment_id"])) == {"ann", "bob"}
    await emulator.act("confirm", userid="ann", moment_id=result["moment_id"])
    assert await received(emulator, one) == [("moment", "春天的鱼")]
    assert await received(emulator, two) == []
    both = tagged | {"sender_list": {"department_list": [2], "user_list": ["ann"]}}
    assert set(await posters(emulator, await made(emulator, visible_range=both))) == {"ann"}
    window = {"start_time": FEBRUARY - 60, "end_time": FEBRUARY + 600}
    found = (await emulator.call(LIST, window))["moment_list"]
    assert [row["visible_type"] for row in found] == [1, 1, 0, 0]


async def test_a_film_has_a_cover_and_a_link_a_title(emulator: Emulator) -> None:
    clip = await attachment(emulator, kind="video", content=film())
    cover = await attachment(emulator)
    video = {"msgtype": "video", "video": {"media_id": clip}}
    link = {
        "msgtype": "link",
        "link": {"title": "店", "url": "https://a.example", "media_id": cover},
    }
    await made(emulator, text=None, attachments=[video])
    await made(emulator, attachments=[link])
    window = {"start_time": FEBRUARY - 60, "end_time": FEBRUARY + 600}
    first, second = (await emulator.call(LIST, window))["moment_list"]
    assert first["video"]["media_id"] == clip
    assert "text" not in first
    thumb = await emulator.ask(
        "media/get", access_token=emulator.token, media_id=first["video"]["thumb_media_id"]
    )
    assert thumb.headers["content-type"] == "image/jpeg"
    assert second["link"] == {"title": "店", "url": "https://a.example"}


async def test_what_is_cancelled_is_posted_by_nobody_any_more(emulator: Emulator) -> None:
    one = await friend(emulator)
    moment_id = await made(emulator)
    await emulator.act("confirm", userid="ann", moment_id=moment_id)
    assert await emulator.call(CANCEL, {"moment_id": moment_id}) == OK
    assert await emulator.code(CANCEL, {"moment_id": moment_id}) == 0
    told = {"userid": "bob", "moment_id": moment_id}
    assert (await impossible(emulator, "confirm", **told))[0] == 409
    assert len(await emulator.tell("moments", external_userid=one)) == 1
    for name in (CANCEL, TASKS, CUSTOMERS, REACHED, COMMENTS):
        assert await emulator.code(name, {"userid": "ann"}) == 41059
        assert await emulator.code(name, {"moment_id": "mom0", "userid": "ann"}) == 41060


async def test_a_members_own_moment(emulator: Emulator) -> None:
    one, two = await friend(emulator), await friend(emulator, unionid="o2")
    place = {"latitude": 31.2, "longitude": "121.4", "name": "外滩"}
    own = await emulator.act(
        "moments", userid="ann", text="自己的", external_userid=[two], location=place
    )
    assert own["reached"] == 1
    moment_id = own["moment_id"]
    for name in (TASKS, CANCEL):
        assert await emulator.code(name, {"moment_id": moment_id}) == 41067
    who = {"moment_id": moment_id, "userid": "ann"}
    rows = (await emulator.call(CUSTOMERS, who))["customer_list"]
    assert rows == [{"userid": "ann", "external_userid": two}]
    assert await emulator.tell("moments", external_userid=one) == []
    window = {"start_time": FEBRUARY - 60, "end_time": FEBRUARY + 600}
    [row] = (await emulator.call(LIST, window | {"creator": "ANN"}))["moment_list"]
    assert (row["creator"], row["create_type"], row["visible_type"]) == ("ann", 1, 0)
    assert row["location"] == {"latitude": "31.2", "longitude": "121.4", "name": "外滩"}
    assert (await emulator.call(LIST, window | {"filter_type": 0}))["moment_list"] == []
    await emulator.act(f"moments/{moment_id}/delete")
    assert (await emulator.call(LIST, window))["moment_list"] == []
    assert await emulator.code(COMMENTS, who) == 41060
    assert (await impossible(emulator, f"moments/{moment_id}/delete"))[0] == 404


async def test_likes_and_comments_come_without_their_words(emulator: Emulator) -> None:
    one, two = await friend(emulator), await friend(emulator, unionid="o2")
    moment_id = await made(emulator)
    react = f"moments/{moment_id}/react"
    assert (await impossible(emulator, react, external_userid=one))[0] == 409
    await emulator.act("confirm", **{"userid": "ann", "moment_id": moment_id, "except": [two]})
    assert (await impossible(emulator, react, external_userid=two))[0] == 409
    assert await emulator.act(react, external_userid=one, kind="like") == {
        "likes": 1,
        "comments": 0,
    }
    assert (await impossible(emulator, react, external_userid=one, kind="like"))[0] == 409
    await emulator.act(react, external_userid=one, kind="comment", text="好吃吗")
    await emulator.act(react, userid="ann", kind="comment", text="好吃")
    assert (await impossible(emulator, react, userid="bob", kind="comment"))[0] == 409
    assert (await impossible(emulator, react, external_userid=one, kind="share"))[0] == 400
    told = await emulator.call(COMMENTS, {"moment_id": moment_id, "userid": "ann"})
    at = told["like_list"][0]["create_time"]
    assert told == {
        **OK,
        "comment_list": [
            {"external_userid": one, "create_time": told["comment_list"][0]["create_time"]},
            {"userid": "ann", "create_time": told["comment_list"][1]["create_time"]},
        ],
        "like_list": [{"external_userid": one, "create_time": at}],
    }
    [shown] = await emulator.tell("moments", external_userid=one)
    assert [row["text"] for row in shown["comments"]] == ["好吃吗", "好吃"]
    await emulator.act(react, external_userid=one, kind="unlike")
    told = await emulator.call(COMMENTS, {"moment_id": moment_id, "userid": "ann"})
    assert told["like_list"] == []


async def test_who_deleted_the_member_is_in_the_range_and_does_not_see(emulator: Emulator) -> None:
    one, two = await friend(emulator), await friend(emulator, unionid="o2")
    await emulator.act("unfollow", userid="ann", external_userid=two, by="customer")
    moment_id = await made(emulator)
    done = await emulator.act("confirm", userid="ann", moment_id=moment_id)
    assert done == {"range": 2, "reached": 1}
    who = {"moment_id": moment_id, "userid": "ann"}
    seen = (await emulator.call(REACHED, who))["customer_list"]
    assert seen == [{"external_userid": one}]
    page = await emulator.call(CUSTOMERS, who | {"limit": 1})
    rest = who | {"limit": 1, "cursor": page["next_cursor"]}
    assert (await emulator.call(CUSTOMERS, rest))["next_cursor"] == ""
    assert await received(emulator, two) == []


async def test_the_list_leaves_out_its_ends_and_falls_back_to_twenty() -> None:
    async with open_emulator(Limits(moments_a_minute=100)) as emulator:
        await travel(emulator, FEBRUARY)
        for _ in range(21):
            await started(emulator)
        window = {"start_time": FEBRUARY - 60, "end_time": FEBRUARY + 600}
        page = await emulator.call(LIST, window | {"limit": 100})
        assert len(page["moment_list"]) == 20
        rest = await emulator.call(LIST, window | {"cursor": page["next_cursor"]})
        [last] = rest["moment_list"]
        at = last["create_time"]
        for window in (
            {"start_time": at, "end_time": at + 60},
            {"start_time": at - 5000, "end_time": at - 4000},
        ):
            ids = [r["moment_id"] for r in (await emulator.call(LIST, window))["moment_list"]]
            assert last["moment_id"] not in ids


async def test_rule_groups_of_moments_have_privileges_of_their_own(emulator: Emulator) -> None:
    path = "externalcontact/moment_strategy"
    body = {
        "strategy_name": "门店",
        "admin_list": ["ann"],
        "privilege": {"send_moment": False},
        "range": [{"type": 1, "userid": "bob"}],
    }
    made_one = await emulator.call(f"{path}/create", body)
    strategy_id = made_one["strategy_id"]
    got = await emulator.call(f"{path}/get", {"strategy_id": strategy_id})
    assert got["strategy"]["privilege"] == {
        "manage_moment_cover_and_sign": True,
        "send_moment": False,
        "view_moment_list": True,
    }
    listed = await emulator.call(f"{path}/list", {})
    assert listed["strategy"] == [{"strategy_id": strategy_id}]
    # Those of customers are others.
    assert (await emulator.call("externalcontact/customer_strategy/list", {}))["strategy"] == []
    ranged = await emulator.call(f"{path}/get_range", {"strategy_id": strategy_id})
    assert ranged["range"] == [{"type": 1, "userid": "bob"}]
    edit = {"strategy_id": strategy_id, "strategy_name": "总部"}
    assert await emulator.code(f"{path}/edit", edit) == 0
    assert await emulator.code(f"{path}/del", {"strategy_id": strategy_id}) == 0
    assert (await emulator.call(f"{path}/list", {}))["strategy"] == []
