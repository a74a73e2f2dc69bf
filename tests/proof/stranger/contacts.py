"""Members, departments, tags of members and jobs, as wechatpy calls them."""

from typing import Any

from .stage import CONTACTS_AGENT, NOTHING, Stage, offers, refused

KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
WHERE = ("http://inbox.invalid/", "token", KEY)
PEOPLE = "姓名,帐号,手机号,邮箱,所在部门,职位,性别\n陈,chen,13800000001,,1,店员,男\n"
PARTIES = "部门名称,部门ID,父部门ID,排序\n总部,1,0,1\n南店,7,1,2\n"


def _table(stage: Stage, text: str) -> str:
    made = stage.contacts.media.upload("file", ("table.csv", text.encode()))
    return str(made["media_id"])


def _job(stage: Stage, kind: str, made: Any) -> Any:
    told = stage.contacts.batch.get_result(made["jobid"])
    assert (told["errcode"], told["type"], told["status"], told["percentage"]) == (0, kind, 3, 100)
    return told["result"]


def _chen(stage: Stage, **more: Any) -> Any:
    return stage.contacts.user.create(
        "chen", "陈", department=[1], mobile="13800000001", gender=1, **more
    )


@offers("user.create")
def _create(stage: Stage) -> None:
    assert _chen(stage, position="店员")["errmsg"] == "created"
    told = stage.contacts.user.get("chen")
    assert (told["name"], told["status"], told["position"]) == ("陈", 4, "店员")
    assert (told["gender"], told["mobile"]) == ("1", "13800000001")
    with refused(60102):
        _chen(stage)
    with refused(48002):
        stage.app.user.create("wu", "吴", department=[1], mobile="13800000002", gender=2)


@offers("user.get")
def _get(stage: Stage) -> None:
    told = stage.app.user.get("ann")
    assert (told["userid"], told["name"], told["department"], told["status"]) == (
        "ann",
        "安",
        [1],
        1,
    )
    with refused(60111):
        stage.app.user.get("nobody")


@offers("user.update")
def _update(stage: Stage) -> None:
    told = stage.contacts.user.update("ann", name="安娜", position="店长")
    assert told == {"errcode": 0, "errmsg": "updated"}
    read = stage.app.user.get("ann")
    assert (read["name"], read["position"]) == ("安娜", "店长")
    with refused(60111):
        stage.contacts.user.update("nobody", name="x")


@offers("user.delete")
def _delete(stage: Stage) -> None:
    assert stage.contacts.user.delete("bob") == {"errcode": 0, "errmsg": "deleted"}
    with refused(60111):
        stage.contacts.user.delete("bob")


@offers("user.batch_delete")
def _delete_some(stage: Stage) -> None:
    with refused(40031):
        stage.contacts.user.batch_delete(["bob", "nobody"])
    assert stage.app.user.get("bob")["status"] == 1
    assert stage.contacts.user.batch_delete(["bob"])["errmsg"] == "deleted"
    with refused(60111):
        stage.app.user.get("bob")


@offers("user.list")
def _list(stage: Stage) -> None:
    rows = stage.app.user.list(1)
    assert [(row["userid"], row["name"], row["status"]) for row in rows] == [
        ("ann", "安", 1),
        ("bob", "博", 1),
    ]
    short = stage.app.user.list(1, simple=True)
    assert [(row["userid"], row["department"]) for row in short] == [("ann", [1]), ("bob", [1])]
    with refused(60003):
        stage.app.user.list(99)


@offers("user.convert_to_openid")
def _openid(stage: Stage) -> None:
    told = stage.app.user.convert_to_openid("ann")
    assert told["openid"]
    with refused(60111):
        stage.app.user.convert_to_openid("nobody")


@offers("user.convert_to_user_id")
def _of_openid(stage: Stage) -> None:
    openid = stage.app.user.convert_to_openid("ann")["openid"]
    assert stage.app.user.convert_to_user_id(openid) == "ann"


@offers("user.verify")
def _verify(stage: Stage) -> None:
    _chen(stage)
    assert stage.contacts.user.verify("chen")["errcode"] == 0
    assert stage.contacts.user.get("chen")["status"] == 1


@offers("user.get_info")
def _info(stage: Stage) -> None:
    code = stage.wecom.act("oauth", userid="ann")["code"]
    assert stage.app.user.get_info(stage.wecom.company.agentid, code)["UserId"] == "ann"
    with refused(40029):
        stage.app.user.get_info(stage.wecom.company.agentid, code)


@offers("department.create")
def _department(stage: Stage) -> None:
    made = stage.contacts.department.create("南店", parent_id=1, order=2, id=7)
    assert (made["errmsg"], made["id"]) == ("created", 7)
    with refused(60008):
        stage.contacts.department.create("南店", parent_id=1)
    with refused(60004):
        stage.contacts.department.create("北店", parent_id=99)


@offers("department.update")
def _move(stage: Stage) -> None:
    stage.contacts.department.create("南店", id=7)
    assert stage.contacts.department.update(7, name="西店")["errmsg"] == "updated"
    assert [row["name"] for row in stage.app.department.get(7)] == ["西店"]


@offers("department.delete")
def _close(stage: Stage) -> None:
    stage.contacts.department.create("南店", id=7)
    assert stage.contacts.department.delete(7)["errmsg"] == "deleted"
    with refused(60007):
        stage.contacts.department.delete(1)
    with refused(60003):
        stage.contacts.department.delete(7)


@offers("department.get")
def _departments(stage: Stage) -> None:
    stage.contacts.department.create("南店", id=7)
    rows = stage.app.department.get()
    assert [(row["id"], row["name"], row["parentid"]) for row in rows] == [
        (1, "青禾", 0),
        (7, "南店", 1),
    ]


@offers("department.get_users")
def _people(stage: Stage) -> None:
    assert [row["userid"] for row in stage.app.department.get_users(1)] == ["ann", "bob"]


@offers("department.get_map_users")
def _map(stage: Stage) -> None:
    assert stage.app.department.get_map_users() == {"安": "ann", "博": "bob"}


@offers("tag.create")
def _tag(stage: Stage) -> None:
    made = stage.contacts.tag.create("老员工")
    assert (made["errmsg"], type(made["tagid"])) == ("created", int)
    with refused(40071):
        stage.contacts.tag.create("老员工")


@offers("tag.update")
def _rename(stage: Stage) -> None:
    tagid = stage.contacts.tag.create("老员工")["tagid"]
    assert stage.contacts.tag.update(tagid, "新员工")["errmsg"] == "updated"
    assert stage.contacts.tag.list() == [{"tagid": tagid, "tagname": "新员工"}]


@offers("tag.delete")
def _drop(stage: Stage) -> None:
    tagid = stage.contacts.tag.create("老员工")["tagid"]
    assert stage.contacts.tag.delete(tagid)["errmsg"] == "deleted"
    with refused(40068):
        stage.contacts.tag.delete(tagid)


@offers("tag.list")
def _tags(stage: Stage) -> None:
    assert stage.contacts.tag.list() == []


@offers("tag.add_users")
def _give(stage: Stage) -> None:
    tagid = stage.contacts.tag.create("老员工")["tagid"]
    assert stage.contacts.tag.add_users(tagid, ["ann", "bob"]) == NOTHING
    partly = stage.contacts.tag.add_users(tagid, ["ann", "nobody"])
    assert (partly["errcode"], partly["invalidlist"]) == (0, "nobody")
    with refused(40070):
        stage.contacts.tag.add_users(tagid, ["nobody"])


@offers("tag.delete_users")
def _take(stage: Stage) -> None:
    tagid = stage.contacts.tag.create("老员工")["tagid"]
    stage.contacts.tag.add_users(tagid, ["ann", "bob"])
    assert stage.contacts.tag.delete_users(tagid, ["ann"])["errmsg"] == "deleted"
    told = stage.contacts.tag.get_users(tagid)
    assert told["userlist"] == [{"userid": "bob", "name": "博"}]


@offers("tag.get_users")
def _tagged(stage: Stage) -> None:
    tagid = stage.contacts.tag.create("老员工")["tagid"]
    stage.contacts.tag.add_users(tagid, ["ann"])
    told = stage.contacts.tag.get_users(tagid)
    assert (told["tagname"], told["userlist"], told["partylist"]) == (
        "老员工",
        [{"userid": "ann", "name": "安"}],
        [],
    )


@offers("batch.invite")
def _invite(stage: Stage) -> None:
    told = stage.contacts.batch.invite(user=["ann", "nobody"], party=[1])
    assert (told["errcode"], told["invaliduser"]) == (0, ["nobody"])


@offers("batch.sync_user")
def _sync(stage: Stage) -> None:
    made = stage.contacts.batch.sync_user(*WHERE, _table(stage, PEOPLE), to_invite=False)
    [row] = _job(stage, "sync_user", made)
    assert (row["userid"], row["errcode"]) == ("chen", 0)
    assert stage.contacts.user.get("chen")["name"] == "陈"


@offers("batch.replace_user")
def _replace(stage: Stage) -> None:
    made = stage.contacts.batch.replace_user(*WHERE, _table(stage, PEOPLE))
    _job(stage, "replace_user", made)
    assert [row["userid"] for row in stage.app.user.list(1)] == ["chen"]


@offers("batch.replace_party")
def _parties(stage: Stage) -> None:
    made = stage.contacts.batch.replace_party(*WHERE, _table(stage, PARTIES))
    _job(stage, "replace_party", made)
    assert [row["id"] for row in stage.app.department.get()] == [1, 7]


@offers("batch.get_result")
def _result(stage: Stage) -> None:
    with refused(40088):
        stage.contacts.batch.get_result("unknown")
    assert stage.contacts.agent.list()[0]["agentid"] == CONTACTS_AGENT
