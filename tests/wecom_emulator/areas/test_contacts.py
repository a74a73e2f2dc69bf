"""Members and departments: who writes, what is refused, what the apps are told."""

import base64
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.wecom_emulator.corp import AES_KEY, CALLBACK, CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.fields import SHANGHAI

CONTACTS_SECRET = "secret-of-contacts-sync"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """A corp whose contacts-sync secret is the one that asks."""
    async with open_emulator() as one:
        apps = [
            {"agentid": 1, "secret": SECRET},
            {"agentid": 2000002, "secret": CONTACTS_SECRET},
        ]
        await one.http.post("/emulator/corps", json={"corpid": CORPID, "apps": apps})
        got = await one.ask("gettoken", corpid=CORPID, corpsecret=CONTACTS_SECRET)
        one.token = got.json()["access_token"]
        yield one


async def test_a_member_is_made_read_changed_and_deleted(emulator: Emulator) -> None:
    member = {
        "userid": "Zhang.San",
        "name": "张三",
        "mobile": "+86 13800000000",
        "email": "zhang@example.com",
        "position": "店长",
        "gender": "1",
        "department": [1],
        "is_leader_in_dept": [1],
        "order": [7],
    }
    made = await emulator.call("user/create", member)
    assert made == {"errcode": 0, "errmsg": "created"}
    read = await emulator.call("user/get", userid="zhang.san")
    assert read["userid"] == "Zhang.San"
    assert (read["status"], read["gender"], read["main_department"]) == (4, "1", 1)
    assert (read["order"], read["is_leader_in_dept"]) == ([7], [1])
    department = await emulator.call("department/get", id=1)
    assert department["department"]["department_leader"] == ["Zhang.San"]
    assert await emulator.call("user/getuserid", {"mobile": "+86 13800000000"}) == {
        "errcode": 0,
        "errmsg": "ok",
        "userid": "Zhang.San",
    }
    by_mail = {"email": "ZHANG@example.com", "email_type": 2}
    assert (await emulator.call("user/get_userid_by_email", by_mail))["userid"] == "Zhang.San"
    await emulator.call("user/update", {"userid": "Zhang.San", "name": "张三丰", "enable": 0})
    read = await emulator.call("user/get", userid="Zhang.San")
    assert (read["name"], read["status"], read["position"]) == ("张三丰", 2, "店长")
    assert (await emulator.call("user/delete", userid="Zhang.San"))["errmsg"] == "deleted"
    assert await emulator.code("user/get", userid="Zhang.San") == 60111
    assert await emulator.code("user/getuserid", {"mobile": "+86 13800000000"}) == 46004
    log = await emulator.delivered(3)
    assert [row["change_type"] for row in log] == ["create_user", "update_user", "delete_user"]
    assert "<Mobile><![CDATA[+86 13800000000]]></Mobile>" in log[0]["xml"]
    assert "<Status>2</Status>" in log[1]["xml"]
    assert "Position" not in log[1]["xml"]


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"userid": ""}, 40003),
        ({"userid": "-no"}, 40003),
        ({"userid": "ANN"}, 60102),
        ({"name": ""}, 60112),
        ({"name": "长" * 65}, 60112),
        ({"mobile": "12ab"}, 60103),
        ({"mobile": None}, 60129),
        ({"email": "nobody"}, 60105),
        ({"department": [9]}, 60123),
        ({"department": [1] * 101}, 40058),
        ({"is_leader_in_dept": [1, 0]}, 60132),
        ({"order": [1, 2]}, 40058),
        ({"main_department": 9}, 60123),
        ({"position": "长" * 129}, 301012),
        ({"telephone": "call me"}, 301013),
        ({"gender": 3}, 40058),
        ({"direct_leader": ["ann", "bob"]}, 60257),
        ({"direct_leader": ["nobody"]}, 60257),
        ({"avatar_mediaid": "none"}, 301015),
        ({"extattr": []}, 40058),
    ],
)
async def test_a_member_who_does_not_fit_is_refused(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    member = {"userid": "new", "name": "新", "mobile": "13900000000"} | changes
    assert await emulator.code("user/create", member) == errcode
    assert await emulator.code("user/get", userid="new") == 60111
    assert await emulator.tell("callbacks") == []


async def test_a_number_or_mail_belongs_to_one_member(emulator: Emulator) -> None:
    first = {"userid": "one", "name": "一", "mobile": "13900000001", "email": "one@example.com"}
    await emulator.call("user/create", first)
    for changes, errcode in (({"email": ""}, 60104), ({"mobile": ""}, 60106)):
        second = first | {"userid": "two"} | changes
        assert await emulator.code("user/create", second) == errcode
    assert await emulator.code("user/update", {"userid": "one", "mobile": "13900000001"}) == 0
    assert await emulator.code("user/update", {"userid": "one", "new_userid": "uno"}) == 301036
    assert await emulator.code("user/update", {"userid": "nobody", "name": "无"}) == 60111


async def test_a_batch_leaves_whole_or_not_at_all(emulator: Emulator) -> None:
    assert await emulator.code("user/batchdelete", {"useridlist": ["ann", "none"]}) == 40031
    assert await emulator.code("user/batchdelete", {"useridlist": ["u"] * 201}) == 40032
    assert (await emulator.tell("staff"))[0]["userid"] == "ann"
    assert await emulator.code("user/batchdelete", {"useridlist": ["ann", "bob"]}) == 0
    assert await emulator.tell("staff") == []


async def test_departments_grow_move_and_go(emulator: Emulator) -> None:
    made = await emulator.call("department/create", {"name": "华东", "parentid": 1})
    assert (made["errmsg"], made["id"]) == ("created", 2)
    child = await emulator.call("department/create", {"name": "上海", "parentid": 2, "id": 30})
    assert child["id"] == 30
    listed = await emulator.call("department/list", id=2)
    assert [d["id"] for d in listed["department"]] == [2, 30]
    for body, errcode in (
        ({"name": "华东", "parentid": 1}, 60008),
        ({"name": "", "parentid": 1}, 60001),
        ({"name": "a:b", "parentid": 1}, 60009),
        ({"name": "x", "parentid": 99}, 60004),
        ({"name": "x", "parentid": 1, "id": 30}, 60008),
    ):
        assert await emulator.code("department/create", body) == errcode
    assert await emulator.code("department/update", {"id": 2, "parentid": 30}) == 60010
    assert await emulator.code("department/update", {"id": 99, "name": "x"}) == 60003
    assert await emulator.code("department/delete", id=2) == 60006
    assert await emulator.code("department/delete", id=1) == 60007
    await emulator.call("user/update", {"userid": "ann", "department": [30]})
    assert await emulator.code("department/delete", id=30) == 60005
    await emulator.call("department/update", {"id": 30, "parentid": 1, "name": "沪"})
    simple = await emulator.call("department/simplelist")
    assert {d["id"]: d["parentid"] for d in simple["department_id"]} == {1: 0, 2: 1, 30: 1}
    assert await emulator.code("department/delete", id=2) == 0
    again = await emulator.call("department/create", {"name": "华南", "parentid": 1})
    assert again["id"] == 31
    told = [row["change_type"] for row in await emulator.delivered(6)]
    assert told == [
        "create_party",
        "create_party",
        "update_user",
        "update_party",
        "delete_party",
        "create_party",
    ]


async def test_departments_are_fifteen_deep_at_most(emulator: Emulator) -> None:
    parent = 1
    for level in range(2, 16):
        made = await emulator.call("department/create", {"name": f"L{level}", "parentid": parent})
        parent = made["id"]
    assert await emulator.code("department/create", {"name": "L16", "parentid": parent}) == 81002


async def test_a_self_built_app_reads_what_it_sees_and_writes_nothing(emulator: Emulator) -> None:
    await emulator.sign_in()
    for name, body in (
        ("user/create", {"userid": "x"}),
        ("user/update", {"userid": "ann", "name": "x"}),
        ("user/batchdelete", {"useridlist": ["ann"]}),
        ("department/create", {"name": "x", "parentid": 1}),
        ("tag/create", {"tagname": "x"}),
        ("batch/syncuser", {"media_id": "x"}),
        ("user/list_id", {}),
    ):
        assert await emulator.code(name, body) == 48002
    emulator.app.state.world.state.corps[CORPID].apps[0].visible = ["bob"]
    listed = await emulator.call("user/simplelist", department_id=1, fetch_child=1)
    assert listed["errcode"] == 60011
    assert await emulator.code("user/get", userid="ann") == 60011
    assert (await emulator.call("user/get", userid="bob"))["name"] == "博"


async def test_active_members_are_those_who_spoke(emulator: Emulator) -> None:
    add = await emulator.act("add", userid="ann", person={"name": "客"})
    await emulator.act("say", **{"from": "ann", "to": add["external_userid"], "text": "你好"})
    world = emulator.app.state.world
    today = await emulator.call("user/get_active_stat", {"date": _day(world.clock.now())})
    assert today["active_cnt"] == 1
    assert await emulator.code("user/get_active_stat", {"date": "yesterday"}) == 40058
    old = _day(world.clock.now() - 40 * 86_400)
    assert await emulator.code("user/get_active_stat", {"date": old}) == 40058


def _day(at: float) -> str:
    return datetime.fromtimestamp(at, SHANGHAI).date().isoformat()


async def test_tags_of_members(emulator: Emulator) -> None:
    tag = (await emulator.call("tag/create", {"tagname": "店长"}))["tagid"]
    assert await emulator.code("tag/create", {"tagname": "店长"}) == 40071
    assert await emulator.code("tag/create", {"tagname": "长" * 33}) == 40072
    added = await emulator.call(
        "tag/addtagusers", {"tagid": tag, "userlist": ["ann", "none"], "partylist": [1, 9]}
    )
    assert (added["invalidlist"], added["invalidparty"]) == ("none", [9])
    assert await emulator.code("tag/addtagusers", {"tagid": tag, "userlist": ["none"]}) == 40070
    assert await emulator.code("tag/addtagusers", {"tagid": tag}) == 40035
    many = {"tagid": tag, "userlist": ["ann"] * 1001}
    assert await emulator.code("tag/addtagusers", many) == 81014
    got = await emulator.call("tag/get", tagid=tag)
    assert got["userlist"] == [{"userid": "ann", "name": "安"}]
    assert got["partylist"] == [1]
    await emulator.call("tag/update", {"tagid": tag, "tagname": "经理"})
    listed = await emulator.call("tag/list")
    assert listed["taglist"] == [{"tagid": tag, "tagname": "经理"}]
    await emulator.call("tag/deltagusers", {"tagid": tag, "userlist": ["ann"]})
    assert (await emulator.call("tag/get", tagid=tag))["userlist"] == []
    assert await emulator.code("tag/delete", tagid=tag) == 0
    assert await emulator.code("tag/get", tagid=tag) == 40068
    log = await emulator.delivered(2)
    assert "<AddUserItems><![CDATA[ann]]></AddUserItems>" in log[0]["xml"]
    assert "<DelUserItems><![CDATA[ann]]></DelUserItems>" in log[1]["xml"]


async def _file(emulator: Emulator, text: str) -> str:
    answer = await emulator.http.post(
        "/cgi-bin/media/upload",
        params={"access_token": emulator.token, "type": "file"},
        files={"media": ("people.csv", text.encode(), "text/csv")},
    )
    return str(answer.json()["media_id"])


async def test_members_come_in_by_file_and_the_end_is_told(emulator: Emulator) -> None:
    await emulator.http.post(f"/emulator/corps/{CORPID}/switches", json={"jobs_take_seconds": 60})
    text = "姓名,帐号,手机号,所在部门\n李四,lisi,13900000002,1\n坏,!bad,13900000003,1\n"
    body = {
        "media_id": await _file(emulator, text),
        "callback": {"url": CALLBACK, "token": "callback-token", "encodingaeskey": AES_KEY},
    }
    jobid = (await emulator.call("batch/syncuser", body))["jobid"]
    assert await emulator.code("batch/syncuser", body) == 302008
    running = await emulator.call("batch/getresult", jobid=jobid)
    assert (running["status"], running["type"], running["total"]) == (2, "sync_user", 2)
    await emulator.advance(61)
    done = await emulator.call("batch/getresult", jobid=jobid)
    assert (done["status"], done["percentage"]) == (3, 100)
    assert [(row["userid"], row["errcode"]) for row in done["result"]] == [
        ("lisi", 0),
        ("!bad", 40003),
    ]
    assert (await emulator.call("user/get", userid="lisi"))["name"] == "李四"
    log = await emulator.delivered(2)
    assert log[1]["event"] == "batch_job_result"
    assert f"<JobId><![CDATA[{jobid}]]></JobId>" in log[1]["xml"]
    assert await emulator.code("batch/getresult", jobid="none") == 40088
    wrong = {"media_id": await _file(emulator, "no,such,columns\n1,2,3\n")}
    assert await emulator.code("batch/syncuser", wrong) == 40092
    assert await emulator.code("batch/syncuser", {"media_id": "none"}) == 40007


async def test_a_replacing_file_lets_others_go(emulator: Emulator) -> None:
    media = await _file(emulator, "姓名,帐号,手机号\n安,ann,13900000009\n")
    jobid = (await emulator.call("batch/replaceuser", {"media_id": media}))["jobid"]
    assert (await emulator.call("batch/getresult", jobid=jobid))["status"] == 3
    assert [member["userid"] for member in await emulator.tell("staff")] == ["ann"]
    parties = await _file(emulator, "部门名称,部门ID,父部门ID\n总部,1,0\n华北,5,1\n")
    jobid = (await emulator.call("batch/replaceparty", {"media_id": parties}))["jobid"]
    done = await emulator.call("batch/getresult", jobid=jobid)
    assert [(row["action"], row["errcode"]) for row in done["result"]] == [(2, 0), (1, 0)]
    assert (await emulator.call("department/get", id=5))["department"]["name"] == "华北"


async def test_contacts_go_out_sealed_with_the_key_of_who_asked(emulator: Emulator) -> None:
    assert await emulator.code("export/user", {"encoding_aeskey": "short"}) == 40058
    jobid = (await emulator.call("export/user", {"encoding_aeskey": AES_KEY}))["jobid"]
    done = await emulator.call("export/get_result", jobid=jobid)
    assert done["status"] == 2
    [told] = done["data_list"]
    sealed = (await emulator.http.get(told["url"])).content
    assert len(sealed) == told["size"]
    key = base64.b64decode(AES_KEY + "=")
    opener = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    plain = opener.update(sealed) + opener.finalize()
    assert b'"userid":"ann"' in plain[: -plain[-1]]
    assert await emulator.code("export/get_result", jobid="none") == 40088


async def test_the_console_changes_people_and_departments(emulator: Emulator) -> None:
    await emulator.act("console/departments", name="门店", id=8)
    await emulator.act("console/members", userid="cai", name="蔡", department=[8])
    await emulator.act("console/members/cai", name="小蔡", department=[1, 8])
    await emulator.act("console/departments/8", name="旗舰店")
    assert (await emulator.call("user/get", userid="cai"))["department"] == [1, 8]
    base = f"/emulator/corps/{CORPID}/console"
    for path, body, status in (
        ("members", {"userid": "cai"}, 409),
        ("members", {"userid": "new", "department": [99]}, 400),
        ("members/none", {"name": "x"}, 404),
        ("members/cai", {}, 400),
        ("departments", {"name": "x", "parentid": 99}, 404),
        ("departments/8", {"parentid": 8}, 409),
        ("departments/8/delete", {}, 409),
    ):
        assert (await emulator.http.post(f"{base}/{path}", json=body)).status_code == status
    await emulator.act("console/members/cai", department=[1])
    await emulator.act("console/departments/8/delete")
    assert await emulator.code("department/get", id=8) == 60003
    assert [row["change_type"] for row in await emulator.delivered(6)] == [
        "create_party",
        "create_user",
        "update_user",
        "update_party",
        "update_user",
        "delete_party",
    ]
