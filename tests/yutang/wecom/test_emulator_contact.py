"""The client's verbs of customer contact against the emulator, which shares no code with it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from tests.yutang.wecom.verbs import collect
from wecom_emulator.app import create_app
from yutang.wecom.acquisition_links import LinkPriority, LinkRange, PriorityKind, channel_url
from yutang.wecom.attachments import LinkAttachment
from yutang.wecom.client import WeCom
from yutang.wecom.conclusions import Conclusions
from yutang.wecom.contact_ways import NewContactWay, Scene, TemporaryChat
from yutang.wecom.errors import (
    ChatKeyGoneError,
    CorpNotReadyError,
    ForbiddenError,
    HandoverRefusedError,
    NotFriendError,
    RefusedError,
    UnknownContactWayError,
    UnknownGroupError,
    UnknownStaffError,
    UnknownTagError,
)
from yutang.wecom.external_ids import TemporarySource, TemporaryUser
from yutang.wecom.groups import GroupStatus
from yutang.wecom.join_ways import NewJoinWay
from yutang.wecom.strategies import NewStrategy, Privilege, StrategyRange
from yutang.wecom.tags import NewTag
from yutang.wecom.tokens import Credentials, MemoryTokenStore
from yutang.wecom.transport import Transport

CORP, SECRET = "ww00fedcba98765432", "secret-of-the-second"
BASE = "http://emulator.test"
DAY = 86_400


@dataclass
class Company:
    """An emulated corp: its control API and a client of its app."""

    http: httpx2.AsyncClient
    wecom: WeCom

    async def act(self, name: str, /, **told: object) -> dict[str, Any]:
        """Call the control API of the corp."""
        answer = await self.http.post(f"{BASE}/emulator/corps/{CORP}/{name}", json=told)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def later(self, seconds: int) -> int:
        """Let time pass; return the time that it is then."""
        answer = await self.http.post(f"{BASE}/emulator/clock", json={"advance_seconds": seconds})
        return int(answer.json()["now"])

    async def customer(self, userid: str = "mei", **person: str) -> str:
        """Have a member add a person."""
        made = await self.act("add", userid=userid, person=person or {"name": "Xu"})
        external_userid: str = made["external_userid"]
        return external_userid

    async def group(self, owner: str = "mei", name: str = "老客群") -> str:
        """Have a member open a group."""
        chat_id: str = (await self.act("groups", owner=owner, name=name))["chat_id"]
        return chat_id


@pytest.fixture
async def company() -> AsyncIterator[Company]:
    emulator = create_app()
    async with (
        emulator.router.lifespan_context(emulator),
        httpx2.AsyncClient(transport=httpx2.ASGITransport(emulator)) as http,
    ):
        staff = [("mei", 1), ("lan", 2), ("zhu", 2)]
        made = await http.post(
            f"{BASE}/emulator/corps",
            json={
                "corpid": CORP,
                "name": "茶庄",
                "apps": [{"agentid": 1000007, "secret": SECRET}],
                "departments": [
                    {"id": 1, "name": "茶庄", "parentid": 0, "order": 1},
                    {"id": 2, "name": "门店", "parentid": 1, "order": 1},
                ],
                "staff": [
                    {"userid": userid, "name": userid.title(), "department": [department]}
                    for userid, department in staff
                ],
            },
        )
        assert made.status_code == 200, made.text
        credentials = Credentials(CORP, SECRET)
        transport = Transport(BASE, http, MemoryTokenStore(), credentials, backoff_seconds=0.0)
        yield Company(http, WeCom(transport))


async def test_contact_ways_of_each_kind(company: Company) -> None:
    ways = company.wecom.contact_ways
    button = await ways.add(NewContactWay(["mei"], scene=Scene.MINI_PROGRAM, style=2, state="b"))
    assert button.qr_code == ""
    await ways.update(button.config_id, style=3, remark="按钮")
    found = await ways.get(button.config_id)
    assert (found.type, found.scene, found.style, found.remark) == (1, 1, 3, "按钮")
    code = await ways.add(NewContactWay(["mei"], departments=[2], is_exclusive=True))
    assert code.qr_code.startswith("http")
    found = await ways.get(code.config_id)
    assert (found.type, found.user, found.party, found.is_temp) == (2, ("mei",), (2,), False)
    listed = await collect(ways.config_ids())
    assert sorted(listed) == sorted([button.config_id, code.config_id])


async def test_a_temporary_chat_from_its_code_to_its_end(company: Company) -> None:
    ways = company.wecom.contact_ways
    farewell = Conclusions("慢走", LinkAttachment("茶单", "https://tea.test/list"))
    chat = TemporaryChat(3600, 7200, conclusions=farewell)
    made = await ways.add(NewContactWay(["mei"], temporary=chat))
    found = await ways.get(made.config_id)
    assert (found.is_temp, found.expires_in, found.chat_expires_in) == (True, 3600, 7200)
    assert found.conclusions is not None
    assert found.conclusions.text is not None
    assert found.conclusions.link is not None
    assert (found.conclusions.text.content, found.conclusions.link.title) == ("慢走", "茶单")
    assert await collect(ways.config_ids()) == []
    scanned = await company.act("scan", config_id=made.config_id, person={"name": "Xu"})
    await ways.close_temporary_chat("mei", scanned["external_userid"])
    with pytest.raises(RefusedError):
        await ways.close_temporary_chat("mei", scanned["external_userid"])


async def test_refused_contact_ways(company: Company) -> None:
    ways = company.wecom.contact_ways
    with pytest.raises(ForbiddenError) as unseen:
        await ways.add(NewContactWay([], departments=[99]))
    assert unseen.value.errcode == 60011
    await company.act("switches", bound_developer=False)
    with pytest.raises(CorpNotReadyError) as unbound:
        await ways.add(NewContactWay(["mei"], temporary=TemporaryChat(unionid="oX")))
    assert unbound.value.errcode == 41057
    with pytest.raises(UnknownContactWayError):
        await ways.get("0" * 32)
    await company.act("staff/lan/resign")
    with pytest.raises(RefusedError):
        await ways.add(NewContactWay(["lan"]))
    assert await collect(ways.config_ids()) == []


async def test_join_ways(company: Company) -> None:
    ways = company.wecom.join_ways
    first, second = await company.group(), await company.group(name="新客群")
    way = NewJoinWay(
        [first, second], state="door", remark="门口", room_base_name="茶友", room_base_id=3
    )
    config_id = await ways.add(way)
    found = await ways.get(config_id)
    assert found.chat_id_list == (first, second)
    assert (found.scene, found.state, found.remark) == (2, "door", "门口")
    assert (found.auto_create_room, found.room_base_name, found.room_base_id) == (True, "茶友", 3)
    assert found.qr_code.startswith("http")
    await ways.update(config_id, NewJoinWay([second], auto_create_room=False))
    changed = await ways.get(config_id)
    assert (changed.chat_id_list, changed.auto_create_room) == ((second,), False)
    assert (changed.state, changed.remark) == ("", "")
    await ways.delete(config_id)
    with pytest.raises(UnknownContactWayError):
        await ways.get(config_id)
    with pytest.raises(UnknownGroupError):
        await ways.add(NewJoinWay(["wr-nowhere"]))


async def test_who_came_by_a_join_way(company: Company) -> None:
    chat_id = await company.group()
    config_id = await company.wecom.join_ways.add(NewJoinWay([chat_id], state="door"))
    scanned = await company.act("scan", config_id=config_id, person={"name": "Xu"})
    assert scanned["chat_id"] == chat_id
    (xu,) = [
        member
        for member in (await company.wecom.groups.get(chat_id)).member_list
        if member.type == 2
    ]
    assert (xu.name, xu.join_scene, xu.state) == ("Xu", 3, "door")


async def test_acquisition_links(company: Company) -> None:
    links = company.wecom.acquisition_links
    made = await links.create("茶博会", LinkRange(["mei"], [2]), skip_verify=False)
    assert made.link_id.startswith("ca")
    assert (await links.get(made.link_id)).link.skip_verify is False
    await links.update(
        made.link_id,
        name="秋茶",
        skip_verify=True,
        priority=LinkPriority(PriorityKind.FRIEND_AMONG, ["mei"]),
    )
    found = await links.get(made.link_id)
    assert (found.link.link_name, found.link.skip_verify) == ("秋茶", True)
    assert (found.range.user_list, found.range.department_list) == (("mei",), (2,))
    assert found.priority_option.priority_userid_list == ("mei",)
    assert await collect(links.list()) == [made.link_id]
    before = await links.quota()
    opened = await company.act("open", url=channel_url(made.url, "展位 5"), person={"name": "Xu"})
    after = await links.quota()
    assert (after.total - before.total, before.balance - after.balance) == (1, 1)
    assert sum(part.balance for part in after.quota_list) == after.balance
    (gained,) = await collect(links.customers(made.link_id))
    assert (gained.external_userid, gained.state) == (opened["external_userid"], "展位 5")
    detail = await company.wecom.customers.get(gained.external_userid)
    assert [(follow.add_way, follow.state) for follow in detail.follow_user] == [(16, "展位 5")]
    now = await company.later(0)
    counted = await links.statistic(made.link_id, now - DAY, now)
    assert (counted.click_link_customer_cnt, counted.new_customer_cnt) == (1, 1)
    with pytest.raises(ChatKeyGoneError):
        await links.chat_info("no-such-key")
    await company.act("switches", priority_option=False)
    with pytest.raises(CorpNotReadyError) as unfit:
        await links.create("x", LinkRange(["mei"]), priority=LinkPriority(PriorityKind(1)))
    assert unfit.value.errcode == 41200
    await links.delete(made.link_id)
    assert await collect(links.list()) == []


async def test_tags_by_order_and_group(company: Company) -> None:
    tags = company.wecom.tags
    group = await tags.add([NewTag("红茶", 5), NewTag("绿茶", 9)], group_name="口味", order=4)
    more = await tags.add([NewTag("白茶")], group_id=group.group_id)
    assert [tag.name for tag in more.tag] == ["白茶"]
    (whole,) = await tags.list(group_ids=[group.group_id])
    assert (whole.order, {tag.name for tag in whole.tag}) == (4, {"红茶", "绿茶", "白茶"})
    await tags.edit(more.tag[0].id, name="老白茶", order=2**32 - 1)
    (asked,) = await tags.list(tag_ids=[more.tag[0].id])
    assert [(tag.name, tag.order) for tag in asked.tag if tag.id == more.tag[0].id] == [
        ("老白茶", 2**32 - 1)
    ]
    await tags.delete(group_ids=[group.group_id])
    assert await tags.list() == ()
    with pytest.raises(UnknownTagError):
        await tags.edit("et-nothing", name="x")


async def test_remarks_with_a_company(company: Company) -> None:
    xu = await company.customer()
    await company.wecom.customers.remark(
        "mei", xu, remark="徐", description="爱喝红茶", company="徐记", mobiles=["13000000009"]
    )
    (follow,) = (await company.wecom.customers.get(xu)).follow_user
    assert (follow.remark, follow.description, follow.remark_corp_name) == (
        "徐",
        "爱喝红茶",
        "徐记",
    )
    assert follow.remark_mobiles == ("13000000009",)
    await company.wecom.customers.remark("mei", xu, mobiles=[])
    (follow,) = (await company.wecom.customers.get(xu)).follow_user
    assert (follow.remark, follow.remark_mobiles) == ("徐", ())
    with pytest.raises(NotFriendError):
        await company.wecom.customers.remark("lan", xu, remark="徐")


async def test_everybody_who_was_served(company: Company) -> None:
    xu = await company.customer()
    rows = await collect(company.wecom.customers.contact_list())
    assert [(row.is_customer, row.external_userid, row.follow_userid) for row in rows] == [
        (True, xu, "mei")
    ]
    assert rows[0].tmp_openid != ""


async def test_ids(company: Company) -> None:
    ids = company.wecom.external_ids
    xu, chat_id = await company.customer(), await company.group()
    assert await ids.openid(xu) != ""
    (group,) = (await company.http.get(f"{BASE}/emulator/corps/{CORP}/groups")).json()
    assert await ids.chat_id(group["opengid"]) == chat_id
    with pytest.raises(UnknownGroupError):
        await ids.chat_id("o-no-group")
    met = await company.act("temporary_ids", business_type=1, external_userid=xu)
    temporary: str = met["tmp_external_userid"]
    found = await ids.from_temporary(
        TemporarySource.MEETING, TemporaryUser.CUSTOMER, [temporary, "other"]
    )
    assert [(one.tmp_external_userid, one.external_userid) for one in found.results] == [
        (temporary, xu)
    ]
    assert found.invalid_tmp_external_userid_list == ("other",)


async def test_customers_and_groups_of_a_member_at_work(company: Company) -> None:
    xu, chat_id = await company.customer(), await company.group()
    handover = company.wecom.handover
    (begun,) = await handover.transfer("mei", "lan", [xu], message="以后找小兰")
    assert (begun.external_userid, begun.refusal()) == (xu, None)
    (waiting,) = await collect(handover.results("mei", "lan"))
    assert (waiting.external_userid, waiting.status) == (xu, 2)
    (again,) = await handover.transfer("mei", "zhu", [xu])
    assert isinstance(again.refusal(), HandoverRefusedError)
    await company.later(DAY + 60)
    (done,) = await collect(handover.results("mei", "lan"))
    assert done.status == 1
    assert await company.wecom.customers.list_ids("lan") == (xu,)
    assert await handover.transfer_groups([chat_id], "lan") == ()
    assert (await company.wecom.groups.get(chat_id)).owner == "lan"
    (stayed,) = await handover.transfer_groups([chat_id], "lan")
    assert (stayed.chat_id, stayed.refusal().errcode) == (chat_id, 90504)
    (working,) = await handover.transfer_resigned_groups([chat_id], "mei")
    assert working.refusal().errcode == 90500


async def test_customers_and_groups_of_a_member_who_left(company: Company) -> None:
    xu, chat_id = await company.customer(), await company.group()
    handover = company.wecom.handover
    with pytest.raises(HandoverRefusedError) as working:
        await handover.transfer_resigned("mei", "lan", [xu])
    assert working.value.errcode == 40097
    await company.act("staff/mei/resign")
    (left,) = await collect(handover.unassigned())
    assert (left.handover_userid, left.external_userid) == ("mei", xu)
    assert left.dimission_time > 0
    rows = company.wecom.groups.list(["mei"], status=GroupStatus.OWNER_LEFT)
    assert [row.chat_id for row in await collect(rows)] == [chat_id]
    (begun,) = await handover.transfer_resigned("mei", "lan", [xu])
    assert begun.refusal() is None
    await company.later(DAY + 60)
    (done,) = await collect(handover.resigned_results("mei", "lan"))
    assert (done.external_userid, done.status) == (xu, 1)
    assert await collect(handover.unassigned()) == []
    assert await handover.transfer_resigned_groups([chat_id], "lan") == ()
    assert (await company.wecom.groups.get(chat_id)).owner == "lan"


async def test_rule_groups_and_their_tags(company: Company) -> None:
    strategies, tags = company.wecom.strategies, company.wecom.strategy_tags
    strategy_id = await strategies.create(
        NewStrategy(
            "门店", ["lan"], StrategyRange(["mei"], [2]), privilege=Privilege(rapid_reply=False)
        )
    )
    assert await collect(strategies.list()) == [strategy_id]
    found = await strategies.get(strategy_id)
    assert (found.strategy_name, found.admin_list, found.parent_id) == ("门店", ("lan",), 0)
    assert (found.privilege.rapid_reply, found.privilege.contact_me) == (False, True)
    await strategies.edit(strategy_id, name="各门店", remove=StrategyRange(["mei"]))
    nodes = await collect(strategies.range(strategy_id))
    assert [(node.type, node.userid, node.partyid) for node in nodes] == [(2, "", 2)]
    group = await tags.add(strategy_id, [NewTag("常客", 2)], group_name="熟悉")
    (tag,) = group.tag
    (listed,) = await tags.list(strategy_id=strategy_id)
    assert (listed.strategy_id, listed.tag[0].name) == (strategy_id, "常客")
    xu = await company.customer("lan")
    await company.wecom.tags.mark("lan", xu, add=[tag.id])
    (follow,) = (await company.wecom.customers.get(xu)).follow_user
    assert [(shown.tag_id, shown.type) for shown in follow.tags] == [(tag.id, 3)]
    await tags.edit(tag.id, name="老客")
    (renamed,) = await tags.list(tag_ids=[tag.id])
    assert renamed.tag[0].name == "老客"
    await tags.delete(group_ids=[group.group_id])
    await strategies.delete(strategy_id)
    assert await collect(strategies.list()) == []


async def test_statistics_of_what_happened(company: Company) -> None:
    xu, chat_id = await company.customer(), await company.group()
    await company.act(f"groups/{chat_id}/join", external_userid=xu)
    started = await company.later(0)
    today = await company.later(DAY)
    statistics = company.wecom.statistics
    days = await statistics.behavior(started, started, userids=["mei"])
    assert [day.new_contact_cnt for day in days] == [1]
    (owner,) = await collect(statistics.groups_by_owner(started, owners=["mei"]))
    assert (owner.owner, owner.data.new_chat_cnt, owner.data.chat_total) == ("mei", 1, 1)
    (day,) = await statistics.groups_by_day(started, owners=["mei"])
    assert (day.data.new_chat_cnt, day.data.chat_total) == (1, 1)
    assert day.stat_time <= started < today


async def test_members_with_the_feature(company: Company) -> None:
    with pytest.raises(UnknownStaffError):
        await company.wecom.customers.list_ids("nobody")
    assert set(await company.wecom.customers.follow_user_list()) == {"mei", "lan", "zhu"}
