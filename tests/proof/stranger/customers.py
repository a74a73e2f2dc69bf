"""Customers, tags, codes, broadcasts, welcomes and groups, as wechatpy calls them."""

from .stage import DAY, FEBRUARY, NOTHING, Stage, offers, refused


@offers("external_contact.get_follow_user_list")
def _follow_users(stage: Stage) -> None:
    stage.wecom.act("console/staff/bob", contact=False)
    told = stage.app.external_contact.get_follow_user_list()
    assert told == {**NOTHING, "follow_user": ["ann"]}


@offers("external_contact.list")
def _list(stage: Stage) -> None:
    friends = [stage.friend(unionid=f"o{number}") for number in range(2)]
    told = stage.app.external_contact.list("ann")
    assert (told["errcode"], sorted(told["external_userid"])) == (0, sorted(friends))
    with refused(84061):
        stage.app.external_contact.list("bob")


@offers("external_contact.get")
def _get(stage: Stage) -> None:
    friend = stage.friend(unionid="o1", name="Lin", gender=2)
    told = stage.app.external_contact.get(friend)
    person, [follow] = told["external_contact"], told["follow_user"]
    assert (person["external_userid"], person["name"], person["type"]) == (friend, "Lin", 1)
    assert (person["gender"], person["unionid"]) == (2, "o1")
    assert (follow["userid"], follow["add_way"], follow["tags"]) == ("ann", 2, [])
    with refused(40096):
        stage.app.external_contact.get("nobody")


@offers("external_contact.add_contact_way")
def _add_way(stage: Stage) -> None:
    made = stage.app.external_contact.add_contact_way(
        2, 2, remark="fair", skip_verify=False, state="fair", user=["ann", "bob"], party=[1]
    )
    assert set(made) == {"errcode", "errmsg", "config_id", "qr_code"}
    with refused(41054):
        stage.wecom.act("console/staff/bob", status=4)
        stage.app.external_contact.add_contact_way(1, 2, user=["bob"])


@offers("external_contact.get_contact_way")
def _get_way(stage: Stage) -> None:
    config_id = stage.way()
    told = stage.app.external_contact.get_contact_way(config_id)["contact_way"]
    assert (told["config_id"], told["type"], told["scene"]) == (config_id, 1, 2)
    assert (told["state"], told["user"], told["skip_verify"]) == ("expo", ["ann"], True)
    with refused(41044):
        stage.app.external_contact.get_contact_way("unknown")


@offers("external_contact.update_contact_way")
def _update_way(stage: Stage) -> None:
    config_id, calls = stage.way(), stage.app.external_contact
    assert calls.update_contact_way(config_id, "moved", skip_verify=False, user=["bob"]) == NOTHING
    told = calls.get_contact_way(config_id)["contact_way"]
    assert (told["remark"], told["skip_verify"], told["user"]) == ("moved", False, ["bob"])
    assert told["state"] == "expo"


@offers("external_contact.del_contact_way")
def _delete_way(stage: Stage) -> None:
    config_id = stage.way()
    assert stage.app.external_contact.del_contact_way(config_id) == NOTHING
    with refused(41044):
        stage.app.external_contact.del_contact_way(config_id)


@offers("external_contact.add_msg_template")
def _add_broadcast(stage: Stage) -> None:
    friend = stage.friend()
    made = stage.app.external_contact.add_msg_template(
        {"external_userid": [friend], "sender": "ann", "text": {"content": "open late"}}
    )
    assert (made["errcode"], made["fail_list"]) == (0, [])
    stage.wecom.act("confirm", userid="ann", msgid=made["msgid"])
    assert stage.received(friend) == [("broadcast", "open late")]
    with refused(41048):
        stage.app.external_contact.add_msg_template(
            {"sender": "bob", "text": {"content": "nobody there"}}
        )


@offers("external_contact.get_group_msg_result")
def _old_result(stage: Stage) -> None:
    friend = stage.friend()
    made = stage.app.external_contact.add_msg_template(
        {"external_userid": [friend], "text": {"content": "open late"}}
    )
    stage.wecom.act("confirm", userid="ann", msgid=made["msgid"])
    told = stage.app.external_contact.get_group_msg_result(made["msgid"])
    [row] = told["detail_list"]
    assert (row["external_userid"], row["userid"], row["status"]) == (friend, "ann", 1)
    assert row["send_time"] > 0
    with refused(41047):
        stage.app.external_contact.get_group_msg_result("unknown")


@offers("external_contact.get_user_behavior_data")
def _behavior(stage: Stage) -> None:
    stage.wecom.http.post("/emulator/clock", json={"now": FEBRUARY})
    friend = stage.friend()
    stage.wecom.act("say", **{"from": "ann", "to": friend, "text": "hello"})
    stage.wecom.advance(DAY)
    told = stage.app.external_contact.get_user_behavior_data(["ann"], FEBRUARY, FEBRUARY)
    [row] = told["behavior_data"]
    assert row["stat_time"] == FEBRUARY - (FEBRUARY + 8 * 3600) % DAY
    assert (row["new_contact_cnt"], row["chat_cnt"], row["message_cnt"]) == (1, 1, 1)
    with refused(40058):
        stage.app.external_contact.get_user_behavior_data(["ann"], FEBRUARY - 40 * DAY, FEBRUARY)


@offers("external_contact.send_welcome_msg")
def _welcome(stage: Stage) -> None:
    friend = stage.wecom.scan(stage.way(), unionid="o1")
    words = {"welcome_code": friend["welcome_code"], "text": {"content": "welcome"}}
    assert stage.app.external_contact.send_welcome_msg(words) == NOTHING
    assert stage.received(friend["external_userid"]) == [("welcome", "welcome")]
    with refused(41051):
        stage.app.external_contact.send_welcome_msg(words)
    with refused(41050):
        stage.app.external_contact.send_welcome_msg({**words, "welcome_code": "unknown"})


@offers("external_contact.get_unassigned_list")
def _unassigned(stage: Stage) -> None:
    friend = stage.friend("bob")
    stage.wecom.act("staff/bob/resign")
    told = stage.app.external_contact.get_unassigned_list(0, 10)
    [row] = told["info"]
    assert (row["handover_userid"], row["external_userid"]) == ("bob", friend)
    assert told["is_last"] is True
    # By page_id no cursor comes back.
    assert "next_cursor" not in told


@offers("external_contact.transfer")
def _transfer(stage: Stage) -> None:
    friend = stage.friend("bob")
    with refused(48005):
        stage.app.external_contact.transfer(friend, "bob", "ann")


@offers("external_contact.get_corp_tag_list")
def _tag_list(stage: Stage) -> None:
    group_id, [gold, _silver] = stage.tags("gold", "silver")
    [group] = stage.app.external_contact.get_corp_tag_list()["tag_group"]
    assert (group["group_id"], group["group_name"]) == (group_id, "Level")
    assert [tag["name"] for tag in group["tag"]] == ["gold", "silver"]
    [group] = stage.app.external_contact.get_corp_tag_list([gold])["tag_group"]
    assert [(tag["id"], tag["deleted"]) for tag in group["tag"]] == [(gold, False)]


@offers("external_contact.add_corp_tag")
def _add_tags(stage: Stage) -> None:
    rows = [{"name": "gold", "order": 2}, {"name": "silver", "order": 1}]
    made = stage.app.external_contact.add_corp_tag(None, "Level", 5, rows)["tag_group"]
    assert (made["group_name"], made["order"]) == ("Level", 5)
    assert [(tag["name"], tag["order"]) for tag in made["tag"]] == [("gold", 2), ("silver", 1)]
    more = stage.app.external_contact.add_corp_tag(made["group_id"], None, None, [{"name": "new"}])
    assert [tag["name"] for tag in more["tag_group"]["tag"]] == ["new"]
    with refused(40068):
        stage.app.external_contact.add_corp_tag("unknown", None, None, rows)


@offers("external_contact.edit_corp_tag")
def _edit_tag(stage: Stage) -> None:
    _group, [gold] = stage.tags("gold")
    assert stage.app.external_contact.edit_corp_tag(gold, "golden", 7) == NOTHING
    [group] = stage.app.external_contact.get_corp_tag_list()["tag_group"]
    assert [(tag["name"], tag["order"]) for tag in group["tag"]] == [("golden", 7)]
    with refused(40068):
        stage.app.external_contact.edit_corp_tag("unknown", "x", 1)


@offers("external_contact.del_corp_tag")
def _delete_tag(stage: Stage) -> None:
    group_id, [gold, _silver] = stage.tags("gold", "silver")
    assert stage.app.external_contact.del_corp_tag(tag_id=[gold]) == NOTHING
    [group] = stage.app.external_contact.get_corp_tag_list()["tag_group"]
    assert [tag["name"] for tag in group["tag"]] == ["silver"]
    assert stage.app.external_contact.del_corp_tag(group_id=[group_id]) == NOTHING
    assert stage.app.external_contact.get_corp_tag_list()["tag_group"] == []


@offers("external_contact.mark_tag")
def _mark(stage: Stage) -> None:
    _group, [gold] = stage.tags("gold")
    friend = stage.friend()
    assert stage.app.external_contact.mark_tag("ann", friend, add_tag=[gold]) == NOTHING
    [follow] = stage.app.external_contact.get(friend)["follow_user"]
    assert [(tag["tag_id"], tag["type"]) for tag in follow["tags"]] == [(gold, 1)]
    assert stage.app.external_contact.mark_tag("ann", friend, remove_tag=[gold]) == NOTHING
    [follow] = stage.app.external_contact.get(friend)["follow_user"]
    assert follow["tags"] == []
    with refused(84061):
        stage.app.external_contact.mark_tag("bob", friend, add_tag=[gold])


@offers("external_contact_group_chat.list")
def _groups(stage: Stage) -> None:
    chat_id = stage.group()
    told = stage.app.external_contact_group_chat.list(owner_userid_list=["ann"])
    assert told["group_chat_list"] == [{"chat_id": chat_id, "status": 0}]
    with refused(40058):
        stage.app.external_contact_group_chat.list(limit=1001)


@offers("external_contact_group_chat.list_all")
def _all_groups(stage: Stage) -> None:
    made = {stage.group() for _ in range(3)}
    rows = stage.app.external_contact_group_chat.list_all(limit=1)
    assert (len(rows), {row["chat_id"] for row in rows}) == (3, made)


@offers("external_contact_group_chat.get")
def _group(stage: Stage) -> None:
    friend = stage.friend()
    chat_id = stage.group(friend)
    told = stage.app.external_contact_group_chat.get(chat_id)["group_chat"]
    assert (told["chat_id"], told["name"], told["owner"]) == (chat_id, "Visitors", "ann")
    assert {(row["userid"], row["type"]) for row in told["member_list"]} == {
        ("ann", 1),
        (friend, 2),
    }
    with refused(40050):
        stage.app.external_contact_group_chat.get("wrUNKNOWN")


@offers("external_contact_group_chat.statistic")
def _numbers(stage: Stage) -> None:
    stage.wecom.http.post("/emulator/clock", json={"now": FEBRUARY})
    stage.group(stage.friend())
    stage.wecom.advance(DAY)
    told = stage.app.external_contact_group_chat.statistic(FEBRUARY, owner_userid_list=["ann"])
    [row] = told["items"]
    assert (row["owner"], told["total"], told["next_offset"]) == ("ann", 1, 1)
    assert (row["data"]["new_chat_cnt"], row["data"]["member_total"]) == (1, 2)
    with refused(40058):
        stage.app.external_contact_group_chat.statistic(FEBRUARY - 200 * DAY)
