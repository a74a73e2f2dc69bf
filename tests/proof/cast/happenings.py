"""What brings each callback about, by the name of its sample."""

from collections.abc import Awaitable, Callable
from typing import Any

from .company import TAG
from .people import BY_LINK, GOLD, LEVEL, LIN, LINK, SILVER, VISITORS
from .stage import AGENT, DAY, Stage
from .things import WAY_OF_ANN

Happening = Callable[[Stage], Awaitable[object]]


def act(name: str, /, *needs: str | int, **body: Any) -> Happening:
    """One act of the control API, once these are there."""

    async def happen(stage: Stage) -> None:
        for need in needs:
            await stage.bring(need)
        await stage.act(name, **body)

    return happen


def call(name: str, /, *needs: str | int, by: str = "contacts", **body: Any) -> Happening:
    """One call of WeCom's API, once these are there."""

    async def happen(stage: Stage) -> None:
        for need in needs:
            await stage.bring(need)
        await stage.call(name, body, by)

    return happen


def _pressing(kind: str, key: str, **more: Any) -> Happening:
    async def happen(stage: Stage) -> None:
        target = {"url": key} if kind == "view" else {"key": key}
        body = {"button": [{"name": "Press", "type": kind, **target}]}
        await stage.call("menu/create", body, agentid=AGENT)
        await stage.act(f"apps/{AGENT}/menu", userid="ann", key=key, more=more)

    return happen


def _clicking(card: dict[str, Any], key: str, **more: Any) -> Happening:
    async def happen(stage: Stage) -> None:
        body = {"touser": "ann", "agentid": AGENT, "msgtype": "template_card"}
        sent = await stage.call("message/send", {**body, "template_card": card})
        await stage.act("cards/click", userid="ann", msgid=sent["msgid"], key=key, **more)

    return happen


async def _handed_over(stage: Stage) -> None:
    body = {"handover_userid": "ann", "takeover_userid": "cai", "external_userid": [LIN]}
    await stage.call("externalcontact/transfer_customer", body)


async def _taken_over(stage: Stage) -> None:
    await _handed_over(stage)
    await stage.act(f"transfers/{LIN}", accept=True)


async def _refused(stage: Stage) -> None:
    await _handed_over(stage)
    await stage.act(f"transfers/{LIN}", accept=False)


async def _quota_ends(stage: Stage) -> None:
    now = (await stage.wecom.control("clock", advance_seconds=0))["now"]
    await stage.act("acquisition_quota", uses=300, expire_date=now + 15 * DAY)
    await stage.wecom.control("clock", advance_seconds=2 * DAY)
    await stage.call("externalcontact/customer_acquisition_quota")


async def _used_up(stage: Stage) -> None:
    await stage.call("externalcontact/customer_acquisition_quota")
    await _quota(19)(stage)
    await _quota(0)(stage)
    await _quota(50)(stage)


def _quota(uses: int) -> Happening:
    async def happen(stage: Stage) -> None:
        now = (await stage.wecom.control("clock", advance_seconds=0))["now"]
        await stage.act("acquisition_quota", uses=uses, expire_date=now + 90 * DAY, set=True)

    return happen


async def _job_done(stage: Stage) -> None:
    jobid = await stage.bring("QingheImportJob00000000000000003")
    await stage.call("batch/getresult", None, "contacts", jobid=jobid)


async def _seen_again(stage: Stage) -> None:
    await stage.act(f"console/apps/{AGENT}", visible=["bob"])
    await stage.act(f"console/apps/{AGENT}", visible=["ann", "bob"])


async def _task_card(stage: Stage) -> None:
    card = {
        "title": "Take it?",
        "description": "order 17",
        "task_id": "task-old",
        "btn": [{"key": "yes", "name": "yes"}],
    }
    body = {"touser": "ann", "agentid": AGENT, "msgtype": "interactive_taskcard"}
    sent = await stage.call("message/send", {**body, "interactive_taskcard": card})
    await stage.act("cards/click", userid="ann", msgid=sent["msgid"], key="yes")


def _told(event: str, **more: Any) -> Happening:
    return act(f"apps/{AGENT}/tell", event=event, **more)


async def _said_thrice(stage: Stage) -> None:
    await stage.bring("QingheChatKey0000000000000000001")


async def _entered(stage: Stage) -> None:
    await stage.call("agent/set", {"agentid": AGENT, "isreportenter": 1})
    await stage.act(f"apps/{AGENT}/enter", userid="ann")


VOTE = {
    "card_type": "vote_interaction",
    "task_id": "task-3",
    "main_title": {"title": "Lunch"},
    "checkbox": {
        "question_key": "dish",
        "mode": 1,
        "option_list": [{"id": "a", "text": "rice"}, {"id": "b", "text": "noodles"}],
    },
    "submit_button": {"text": "send", "key": "send"},
}
NOTICE = {
    "card_type": "text_notice",
    "task_id": "task-1",
    "main_title": {"title": "Order"},
    "card_action": {"type": 1, "url": "https://shop.example.com/card"},
    "action_menu": {"desc": "more", "action_list": [{"text": "later", "key": "later"}]},
}
PICTURES = {
    "Count": 2,
    "PicList": {
        "item": [
            {"PicMd5Sum": "1b5f7c23b5bf75682a53e7b6d163e185"},
            {"PicMd5Sum": "5a75aaca956d97be686719218f275c6b"},
        ]
    },
}
PLACE = {
    "Location_X": "30.25",
    "Location_Y": "120.16",
    "Scale": "15",
    "Label": "Lake road 3",
}
_PERSON = {"unionid": "oQingheLin", "name": "Lin"}
_PAIR = {"userid": "ann", "external_userid": LIN}
_GROUP = f"groups/{VISITORS}"
_SAY = f"apps/{AGENT}/say"
CUSTOMERS: dict[str, Happening] = {
    "add_external_contact": act("scan", config_id=WAY_OF_ANN, person=_PERSON),
    "add_half_external_contact": act("scan", config_id=WAY_OF_ANN, person=_PERSON, half=True),
    "edit_external_contact": act("staff/ann/remark", external_userid=LIN, remark="Lin L"),
    "del_external_contact": act("unfollow", **_PAIR, by="staff"),
    "del_external_contact_by_transfer": _taken_over,
    "del_follow_user": act("unfollow", **_PAIR, by="customer"),
    "transfer_fail": _refused,
    "msg_audit_approved": act("consent", **_PAIR),
    "group_create": act("groups", owner="ann", name="New"),
    "group_add_member": act(f"{_GROUP}/join", members=["cai", "wmSomebodyElse000000000000000097"]),
    "group_del_member": act(f"{_GROUP}/kick", members=[LIN, "bob"]),
    "group_change_owner": act(f"{_GROUP}/change_owner", userid="bob"),
    "group_change_name": act(f"{_GROUP}/rename", name="Guests"),
    "group_change_notice": act(f"{_GROUP}/notice", notice="be kinder"),
    "group_dismiss": act(f"{_GROUP}/dismiss"),
    "tag_create_tag": act("console/tags", group_name="Season", tags=["spring"]),
    "tag_create_tag_group": act("console/tags", group_name="Season", tags=["spring"]),
    "tag_update_tag": act(f"console/tags/{GOLD}/rename", name="golden"),
    "tag_update_tag_group": act(f"console/tags/{LEVEL}/rename", name="Rank"),
    "tag_delete_tag": act(f"console/tags/{GOLD}/delete"),
    "tag_delete_tag_group": act(f"console/tags/{LEVEL}/delete"),
    "tag_shuffle": act("console/tags/shuffle", group_id=LEVEL, ids=[SILVER, GOLD]),
    "balance_low": _used_up,
    "balance_exhausted": _used_up,
    "balance_increased": _used_up,
    "quota_expire_soon": _quota_ends,
    "link_unavailable": act(f"links/{LINK}/fail"),
    "delete_link": act(f"links/{LINK}/delete"),
    "open_profile": act("open", link_id=LINK, customer_channel="banner", person=_PERSON),
    "friend_request": act("open", link_id=LINK, customer_channel="banner", person=_PERSON),
    "customer_start_chat": act("say", **{"from": BY_LINK, "to": "ann", "text": "hello"}),
    "message_from_customer": _said_thrice,
}
COMPANY: dict[str, Happening] = {
    "create_user": act("switches", "eve"),
    "update_user": call("user/update", "eve", userid="eve", name="Eva", position="lead"),
    "delete_user": act("staff/eve/resign", "eve"),
    "create_party": call("department/create", id=9, name="West", parentid=1, order=5),
    "update_party": call("department/update", id=3, name="South", parentid=2),
    "delete_party": act("console/departments/3/delete"),
    "update_tag_added": call(
        "tag/addtagusers", TAG, tagid=TAG, userlist=["bob", "cai"], partylist=[1, 3]
    ),
    "update_tag_taken": call("tag/deltagusers", TAG, tagid=TAG, userlist=["ann"], partylist=[2]),
    "batch_job_result": _job_done,
    "subscribe": _seen_again,
    "unsubscribe": act(f"console/apps/{AGENT}", visible=["bob"]),
    "upload_media_job_finish": act("switches", "QingheUploadJob0000000000000002"),
}
APPS: dict[str, Happening] = {
    "enter_agent": _entered,
    "taskcard_click": _task_card,
    "location_reported": _told(
        "LOCATION",
        userid="ann",
        fields={"Latitude": "30.25", "Longitude": "120.16", "Precision": "65.0", "AppType": "w"},
    ),
    "switch_workbench_mode": _told("switch_workbench_mode", userid="ann", fields={"Mode": 1}),
    "inactive_alert": _told("inactive_alert", fields={"EffectTime": 1, "AlertTime": 1}),
    **{
        event: _told(event)
        for event in (
            "active_alert",
            "close_inactive_agent",
            "reopen_inactive_agent",
            "share_agent_change",
            "share_chain_change",
        )
    },
    "click": _pressing("click", "today"),
    "view": _pressing("view", "https://shop.example.com"),
    **{
        kind: _pressing(kind, "code", ScanCodeInfo={"ScanType": "qrcode", "ScanResult": "cup-1"})
        for kind in ("scancode_push", "scancode_waitmsg")
    },
    **{
        kind: _pressing(kind, "photo", SendPicsInfo=PICTURES)
        for kind in ("pic_sysphoto", "pic_photo_or_album", "pic_weixin")
    },
    "location_select": _pressing(
        "location_select", "place", SendLocationInfo={**PLACE, "Poiname": "Lake"}, AppType="wxwork"
    ),
    "template_card_event": _clicking(
        VOTE, "send", selected=[{"question_key": "dish", "option_ids": ["a", "b"]}]
    ),
    "template_card_menu_event": _clicking(NOTICE, "later", menu=True),
    "text": act(_SAY, userid="ann", text="几点开门 & 在哪"),
    "image": act(
        _SAY, userid="ann", msgtype="image", fields={"PicUrl": "https://a.test", "MediaId": "3k1"}
    ),
    "voice": act(_SAY, userid="ann", msgtype="voice", fields={"MediaId": "3k2", "Format": "amr"}),
    "video": act(
        _SAY, userid="ann", msgtype="video", fields={"MediaId": "3k3", "ThumbMediaId": "3k4"}
    ),
    "location": act(_SAY, userid="ann", msgtype="location", fields={**PLACE, "AppType": "wxwork"}),
    "link": act(
        _SAY,
        userid="ann",
        msgtype="link",
        fields={"Title": "Hours", "Description": "x", "Url": "https://a.test", "PicUrl": "p"},
    ),
}
HAPPENINGS = {**CUSTOMERS, **COMPANY, **APPS}
