"""Customers, their ids, tags, groups, and members who leave."""

from typing import Any

from .stage import DAY, Stage, plays

LIN = "wmQingheLin0000000000000000000001"
MO = "wmQingheMo00000000000000000000002"
PARTNER = "woQinghePartner000000000000000003"
BY_LINK = "wmQingheByLink0000000000000000005"
BOBS = "wmQingheBobs00000000000000000000010"
VISITORS = "wrQingheVisitors00000000000000001"
GOLD = "etQingheGold000000000000000000002"
WAY = "7d1f0c62a94b4f6f8d3e5a10b2c49e71"
LINK = "caQingheFair000000001"
X = "externalcontact/"


async def _added(stage: Stage, userid: str, **person: Any) -> str:
    told = await stage.act("add", userid=userid, person=person)
    return str(told["external_userid"])


@plays(LIN)
async def _lin(stage: Stage) -> str:
    """A customer of ann by a code, and of bob by WeChat Channels."""
    person = {"unionid": "oQingheLin", "name": "Lin", "gender": 2, "avatar": "https://a.test/0"}
    way = {"type": 1, "scene": 2, "state": "hall-2", "user": ["ann"]}
    made = await stage.call(f"{X}add_contact_way", way)
    lin = str(
        (await stage.act("scan", config_id=made["config_id"], person=person))["external_userid"]
    )
    channels = {"nickname": "Qinghe live", "source": 2}
    await stage.act("add", userid="bob", person=person, add_way=10, wechat_channels=channels)
    stage.real[LIN] = lin
    words = {"remark": "Lin (fair)", "description": "likes green tea", "remark_company": "Lin & Co"}
    who = {"userid": "ann", "external_userid": LIN}
    await stage.call(f"{X}remark", {**who, **words, "remark_mobiles": ["13900000001"]})
    await stage.call(f"{X}mark_tag", {**who, "add_tag": [GOLD]})
    mine = [{"group": "Mine", "name": "golf"}]
    await stage.act("staff/ann/tag", external_userid=LIN, personal=mine)
    return lin


@plays(MO)
async def _mo(stage: Stage) -> str:
    return await _added(stage, "ann", unionid="oQingheMo", name="Mo")


@plays(BOBS)
async def _bobs(stage: Stage) -> str:
    return await _added(stage, "bob", unionid="oQingheBobs", name="Pei")


@plays(PARTNER)
async def _partner(stage: Stage) -> str:
    """Somebody on WeCom himself, with a profile of his own."""
    attributes = [
        {"type": 0, "name": "Desk", "text": {"value": "second floor"}},
        {"type": 1, "name": "Site", "web": {"url": "https://nanhe.example.com", "title": "Nanhe"}},
        {
            "type": 2,
            "name": "Shop",
            "miniprogram": {"appid": "wx8899aabbccddeeff", "pagepath": "p", "title": "Nanhe shop"},
        },
    ]
    return await _added(
        stage,
        "ann",
        type=2,
        name="Wu",
        gender=1,
        avatar="https://a.test/1",
        position="buyer",
        corp_name="Nanhe",
        corp_full_name="Nanhe Trading Ltd",
        external_profile={"external_corp_name": "Nanhe", "external_attr": attributes},
    )


@plays("wmQingheTemporary00000000000000004")
async def _temporary(stage: Stage) -> str:
    config_id = await stage.bring("c2a86f30d1954e7b9f02c7e4518dab63")
    person = {"unionid": "oQingheLin", "name": "Lin"}
    return str((await stage.act("scan", config_id=config_id, person=person))["external_userid"])


@plays(BY_LINK)
async def _by_link(stage: Stage) -> str:
    person = {"unionid": "oQingheByLink", "name": "Yu"}
    told = await stage.act("open", link_id=LINK, customer_channel="banner", person=person)
    return str(told["external_userid"])


@plays("QingheChatKey0000000000000000001")
async def _chat_key(stage: Stage) -> str:
    for _ in range(3):
        await stage.act("say", **{"from": BY_LINK, "to": "ann", "text": "hello"})
    told = await stage.told("customer_acquisition", "message_from_customer")
    return str(told["ChatKey"])


@plays("a talk")
async def _talk(stage: Stage) -> str:
    await stage.act("say", **{"from": LIN, "to": "ann", "text": "are you open?"})
    await stage.wecom.control("clock", advance_seconds=120)
    await stage.act("say", **{"from": "ann", "to": LIN, "text": "until nine"})
    return "a talk"


@plays("the next day")
async def _next_day(stage: Stage) -> str:
    await stage.wecom.control("clock", advance_seconds=DAY)
    return "the next day"


@plays(VISITORS)
async def _visitors(stage: Stage) -> str:
    """A group of ann's, entered by its code and by invitation."""
    made = await stage.act("groups", owner="ann", name="Visitors", members=["bob"])
    stage.real[VISITORS] = made["chat_id"]
    at = f"groups/{VISITORS}"
    await stage.act(f"{at}/join", external_userid=LIN, scene=3, state="door")
    await stage.act(f"{at}/join", external_userid=MO, scene=1, invitor="ann")
    await stage.act(f"{at}/join", external_userid="wmSomebodyElse000000000000000099", scene=3)
    await stage.act(f"{at}/set_admin", userids=["bob"])
    await stage.act(f"{at}/notice", notice="be kind")
    return str(made["chat_id"])


@plays("wrQingheNeighbours000000000000002")
async def _neighbours(stage: Stage) -> str:
    """A group that is no customer group, since its owner has not the feature."""
    stranger = "wmSomebodyElse000000000000000098"
    made = await stage.act("groups", owner="cai", name="Neighbours", members=[stranger])
    await stage.act("console/staff/cai", contact=False)
    return str(made["chat_id"])


@plays("GQingheVisitors")
async def _opengid(stage: Stage) -> str:
    [row] = await stage.wecom.tell("groups", chat_id=await stage.bring(VISITORS))
    return str(row["opengid"])


@plays("wmProviderLin00000000000000000001")
async def _of_provider(stage: Stage) -> str:
    told = await stage.act("service_ids", source_agentid=1000011, external_userid=LIN)
    return str(told["external_userid"])


@plays("woQingheOpenAnn")
async def _open_ann(stage: Stage) -> str:
    told = await stage.act("service_ids", source_agentid=1000011, userid="ann")
    return str(told["open_userid"])


@plays("oQingheOpenAnn")
async def _openid_ann(stage: Stage) -> str:
    return str((await stage.call("user/convert_to_openid", {"userid": "ann"}))["openid"])


@plays("tmpQingheLin")
async def _temporary_lin(stage: Stage) -> str:
    told = await stage.act("temporary_ids", business_type=2, external_userid=LIN)
    return str(told["tmp_external_userid"])


@plays("tmpNanheWu")
async def _temporary_wu(stage: Stage) -> str:
    corpid = "ww8899aabbccddeeff"
    told = await stage.act(
        "temporary_ids", business_type=1, user_type=3, corpid=corpid, userid="wu"
    )
    return str(told["tmp_external_userid"])


LEVEL, SILVER = "etQingheLevel00000000000000000001", "etQingheSilver0000000000000000003"


@plays(LEVEL, GOLD, SILVER)
async def _level(stage: Stage) -> str:
    tags = [{"name": "gold", "order": 20}, {"name": "silver", "order": 10}]
    body = {"group_name": "Level", "order": 100, "tag": tags}
    made = (await stage.call(f"{X}add_corp_tag", body))["tag_group"]
    gold, silver = made["tag"]
    stage.real |= {LEVEL: made["group_id"], GOLD: gold["id"], SILVER: silver["id"]}
    return str(made["group_id"])


SHELF, TEA = "etQingheShelf0000000000000000007", "stQingheTea000000000000000000008"


@plays(SHELF, TEA)
async def _shelf(stage: Stage) -> str:
    tags = [{"name": "tea", "order": 9}]
    body = {"strategy_id": 8101, "group_name": "Shelf", "order": 4, "tag": tags}
    made = (await stage.call(f"{X}add_strategy_tag", body))["tag_group"]
    stage.real |= {SHELF: made["group_id"], TEA: made["tag"][0]["id"]}
    return str(made["group_id"])


async def _rule_group(stage: Stage, area: str, off: str) -> int:
    body = {
        "strategy_name": "South",
        "admin_list": ["ann"],
        "privilege": {off: False},
        "range": [{"type": 1, "userid": "bob"}, {"type": 2, "partyid": 2}],
    }
    return int((await stage.call(f"{X}{area}/create", body))["strategy_id"])


@plays(8101)
async def _customer_rules(stage: Stage) -> int:
    return await _rule_group(stage, "customer_strategy", "rapid_reply")


@plays(8201)
async def _moment_rules(stage: Stage) -> int:
    return await _rule_group(stage, "moment_strategy", "send_moment")


@plays("wmQingheMoving00000000000000000007")
async def _moving(stage: Stage) -> str:
    who = await _added(stage, "ann", unionid="oQingheMoving", name="Su")
    body = {"handover_userid": "ann", "takeover_userid": "cai", "external_userid": [who]}
    await stage.call(f"{X}transfer_customer", body)
    return who


LEFT, LEFT_MOVING = "wmQingheLeft0000000000000000000008", "wmQingheLeftMoving00000000000000009"
ORPHAN = "wrQingheOrphan0000000000000000004"


@plays(LEFT, LEFT_MOVING, ORPHAN)
async def _dan_leaves(stage: Stage) -> str:
    """Dan had customers and a group, of whom one is on the way to cai."""
    await stage.act("console/members", userid="dan", name="Dan")
    left = await _added(stage, "dan", unionid="oQingheLeft", name="Rui")
    moving = await _added(stage, "dan", unionid="oQingheLeftMoving", name="Tao")
    group = await stage.act("groups", owner="dan", name="Orphans", members=[left])
    await stage.act("staff/dan/resign")
    stage.real |= {LEFT: left, LEFT_MOVING: moving, ORPHAN: group["chat_id"]}
    body = {"handover_userid": "dan", "takeover_userid": "cai", "external_userid": [moving]}
    await stage.call(f"{X}resigned/transfer_customer", body)
    return left
