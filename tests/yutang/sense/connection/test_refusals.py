"""WeCom's refusals, made to happen in the emulator: each is named, and told in both languages."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.yutang.sense.connection.roads import (
    ADDRESSES,
    CARD,
    CONTACT_WAYS,
    DEPARTMENTS,
    FOLLOWERS,
    MEMBERS,
    TAGS,
    TICKET,
    TOKEN,
    Asgi,
    Connected,
    open_connected,
)
from tests.yutang.world import AES_KEY, App
from wecom_emulator.app import create_app
from yutang.kernel.settings import Settings
from yutang.sense.connection import service
from yutang.sense.connection.schemas import Check, Finding, Stranger
from yutang.sense.connection.wording import put_in_words

APP = 1000002


@dataclass
class Rehearsal:
    """The emulator with one corp in it."""

    emulator: Asgi
    control: httpx2.AsyncClient

    async def make(self, *apps: App) -> None:
        """Make the corp of these apps, or bring them up to date."""
        made = await self.control.post(
            "/emulator/corps",
            json={
                "corpid": apps[0].corpid,
                "name": "Pond",
                "apps": [{"agentid": app.agent_id, "secret": app.secret} for app in apps],
                "departments": [{"id": 1, "name": "Pond", "parentid": 0}],
                "staff": [{"userid": "alice", "name": "Alice", "department": [1]}],
            },
        )
        assert made.status_code == 200, made.text

    async def fault(self, path: str, kind: str, value: int) -> None:
        """Something shall go wrong until the end of the test."""
        answer = await self.control.post(
            "/emulator/faults", json={"path": path, "kind": kind, "value": value}
        )
        assert answer.status_code == 200, answer.text

    async def click(self, path: str, app: App, **fields: Any) -> None:
        """Something is set in the corp's console."""
        answer = await self.control.post(
            f"/emulator/corps/{app.corpid}/console/{path}", json=fields
        )
        assert answer.status_code == 200, answer.text

    async def check(self, app: App, tmp_path: Path) -> dict[str, Finding]:
        """Check the corp as one that was not added: no database is asked."""
        settings = Settings(
            home=tmp_path, public_url="https://yutang.test", wecom_base_url="http://wecom.test"
        )
        findings: list[Finding] = []
        stranger = Stranger(app.corpid, app.agent_id, app.secret)
        await service.check_stranger(settings, self.control, stranger, findings.append)
        return {finding.key: finding for finding in findings}


@pytest.fixture
async def rehearsal() -> AsyncIterator[Rehearsal]:
    """An empty one."""
    emulator = create_app()
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=emulator), base_url="http://wecom.test"
    ) as control:
        yield Rehearsal(emulator, control)


@pytest.fixture
async def connected(dsn: str, tmp_path: Path, rehearsal: Rehearsal) -> AsyncIterator[Connected]:
    """A Yutang whose WeCom is the emulator."""
    async with open_connected(dsn, tmp_path) as connected:
        connected.roads.emulator = rehearsal.emulator
        await rehearsal.make(*connected.world.apps)
        yield connected


def told(check: Check) -> str:
    """All that a person reads of a check."""
    return f"{check.title}\n{check.what}\n{check.means}\n{check.where}"


def plain(errcode: int) -> str:
    """The code of a refusal that is told by WeCom's number."""
    return f"wecom.{errcode}"


RANGE_ZH, RANGE_EN = "「可见范围」→ 编辑", "Visible Range → Edit"
STOPPED_ZH, STOPPED_EN = "改成「已启用」", "turn it from Stopped to Enabled"
REFUSALS = [
    (TOKEN, 40001, "token", plain(40001), "Secret 一栏的「查看」", "press View beside Secret"),
    (
        TOKEN,
        40013,
        "token",
        plain(40013),
        "我的企业 → 企业信息",
        "My Company → Company Information",
    ),
    (TOKEN, 40091, "token", plain(40091), "不属于这个企业", "not of this company"),
    (TOKEN, 41002, "token", plain(41002), "企业 ID 是空的", "company ID is empty"),
    (TOKEN, 41004, "token", plain(41004), "Secret 是空的", "Secret is empty"),
    (TOKEN, 50003, "token", plain(50003), STOPPED_ZH, STOPPED_EN),
    (TOKEN, 301007, "token", plain(301007), "已解散或被封禁", "dissolved or banned"),
    (TOKEN, -1, "token", "wecom.busy", "过一分钟", "in a minute"),
    (TOKEN, 45009, "token", plain(45009), "等一会儿", "Check again later"),
    (TOKEN, 43009, "token", "wecom.refused", "输入 43009", "Enter 43009"),
    (TOKEN, 60020, "trusted_ip", plain(60020), "加上 127.0.0.1", "add 127.0.0.1"),
    (
        ADDRESSES,
        60020,
        "trusted_ip",
        plain(60020),
        "「企业可信IP」→ 配置",
        "Trusted IPs → Configure",
    ),
    (ADDRESSES, 50003, "token", plain(50003), STOPPED_ZH, STOPPED_EN),
    (FOLLOWERS, 301007, "token", plain(301007), "申诉", "appeal"),
    (CARD, 301002, "token", plain(301002), "另一个应用的", "another app's"),
    (CARD, 40056, "token", plain(40056), "没有 AgentId 是 1000002", "no app with AgentId 1000002"),
    (CARD, 60011, "visible_range", plain(60011), RANGE_ZH, RANGE_EN),
    (CARD, 60021, "visible_range", plain(60021), RANGE_ZH, RANGE_EN),
    (CARD, 60111, "visible_range", plain(60111), "已经离职", "he has left"),
    (CARD, 50002, "visible_range", plain(60011), RANGE_ZH, RANGE_EN),
    (FOLLOWERS, 48002, "customer_contact", plain(48002), "可调用接口的应用", "Apps that can call"),
    (FOLLOWERS, 48006, "customer_contact", plain(48006), "重新启用", "enable it again"),
    (FOLLOWERS, 84074, "customer_contact", plain(84074), "可使用客户联系的成员", "Permissions"),
    (FOLLOWERS, 60011, "customer_contact", plain(60011), RANGE_ZH, RANGE_EN),
    (FOLLOWERS, 45009, "customer_contact", plain(45009), "一小时的", "an hour's"),
    (DEPARTMENTS, 48002, "contacts", "contacts.48002", "自建应用自己的 Secret", "the own Secret"),
    (DEPARTMENTS, 48009, "contacts", plain(48009), "通讯录同步", "contacts sync"),
    (DEPARTMENTS, 60011, "contacts", plain(60011), RANGE_ZH, RANGE_EN),
    (MEMBERS, 60111, "contacts", plain(60111), "找不到", "does not find"),
    (MEMBERS, 60021, "contacts", plain(60021), RANGE_ZH, RANGE_EN),
    (TICKET, 80001, "js_sdk", plain(80001), "已备案", "ICP filing"),
    (TICKET, 85005, "js_sdk", plain(85005), "申请校验域名", "Verify"),
    (TICKET, 45009, "js_sdk", plain(45009), "等一会儿", "Check again later"),
    (CONTACT_WAYS, 48002, "quotas", plain(48002), "可调用接口的应用", "Apps that can call"),
    (TAGS, 48006, "quotas", plain(48006), "重新启用", "enable it again"),
]


@pytest.mark.parametrize(("path", "errcode", "key", "code", "zh", "en"), REFUSALS)
async def test_a_refusal_is_named_and_told_in_both_languages(
    rehearsal: Rehearsal,
    tmp_path: Path,
    path: str,
    errcode: int,
    key: str,
    code: str,
    zh: str,
    en: str,
) -> None:
    app = App("ww0123456789abcdef", APP)
    await rehearsal.make(app)
    await rehearsal.fault(path, "errcode", errcode)
    found = (await rehearsal.check(app, tmp_path))[key]
    assert (found.status, found.code) == ("failed", code)
    assert found.facts["errcode"] == errcode
    for check, words in ((put_in_words(found, "zh"), zh), (put_in_words(found, "en"), en)):
        assert words in told(check)
        assert check.link == (
            "https://developer.work.weixin.qq.com/document/path/90313"
            if code == "wecom.busy"
            else f"https://open.work.weixin.qq.com/devtool/query?e={errcode}"
        )
        assert app.secret not in check.model_dump_json()


ME = f"apps/{APP}"
CLICKS = [
    (ME, {"trusted_ips": ["203.0.113.0/24"]}, "trusted_ip", plain(60020), "127.0.0.1", "127.0.0.1"),
    (ME, {"stopped": True}, "token", plain(40001), "应用被停用了", "the app is stopped"),
    (
        ME,
        {"withdrawn": True},
        "visible_range",
        plain(48006),
        "太久没有使用",
        "not used for so long",
    ),
    (ME, {"withdrawn": True}, "customer_contact", plain(48006), "重新启用", "enable it again"),
    (ME, {"withdrawn": True}, "contacts", plain(48006), "收回了接口权限", "withdrew"),
    (ME, {"withdrawn": True}, "js_sdk", plain(48006), "管理员", "administrator"),
    (ME, {"may_call_contact": False}, "customer_contact", plain(48002), "勾上", "tick the app"),
    (ME, {"visible": []}, "visible_range", "range.empty", RANGE_ZH, RANGE_EN),
    (ME, {"visible": []}, "contacts", "contacts.nobody", RANGE_ZH, RANGE_EN),
    (ME, {"redirect_domain": ""}, "js_sdk", "js.no_domain", "填 yutang.test", "enter yutang.test"),
    (ME, {"redirect_domain": "a.test"}, "js_sdk", "js.other_domain", "是 a.test", "is a.test"),
    (
        "staff/alice",
        {"contact": False},
        "customer_contact",
        "contact.nobody",
        "权限配置",
        "Permissions",
    ),
]


@pytest.mark.parametrize(("path", "fields", "key", "code", "zh", "en"), CLICKS)
async def test_what_is_set_wrongly_in_the_console_is_told(
    rehearsal: Rehearsal,
    tmp_path: Path,
    path: str,
    fields: dict[str, Any],
    key: str,
    code: str,
    zh: str,
    en: str,
) -> None:
    """No faults: the emulator refuses by what its console says."""
    app = App("ww0123456789abcdef", APP)
    await rehearsal.make(app)
    await rehearsal.click(ME, app, redirect_domain="yutang.test")
    well = await rehearsal.check(app, tmp_path)
    # In this process no server tells the time, and the corp was not added.
    assert {one.code for one in well.values() if one.key not in {"clock", "callback"}} == {"ok"}
    await rehearsal.click(path, app, **fields)
    found = (await rehearsal.check(app, tmp_path))[key]
    assert (found.status, found.code) == ("failed", code)
    assert zh in told(put_in_words(found, "zh"))
    assert en in told(put_in_words(found, "en"))


@pytest.mark.parametrize(("agent_id", "errcode"), [(1000009, 301002), (1000099, 40056)])
async def test_a_secret_and_an_agent_id_that_do_not_belong_together_are_told(
    rehearsal: Rehearsal, tmp_path: Path, agent_id: int, errcode: int
) -> None:
    app, other = App("ww0123456789abcdef", APP), App("ww0123456789abcdef", 1000009)
    await rehearsal.make(app, other)
    found = await rehearsal.check(App(app.corpid, agent_id, app.secret), tmp_path)
    assert (found["token"].status, found["token"].code) == ("failed", f"wecom.{errcode}")
    assert (found["visible_range"].status, found["visible_range"].code) == (
        "unknown",
        "needs.token",
    )
    assert str(agent_id) in put_in_words(found["token"], "zh").what


@pytest.mark.parametrize(
    ("errcode", "code"),
    [(60020, "needs.trusted_ip"), (40001, "needs.token"), (50003, "needs.token")],
)
async def test_what_needs_a_token_is_unknown_without_one(
    connected: Connected, rehearsal: Rehearsal, errcode: int, code: str
) -> None:
    await rehearsal.fault(TOKEN, "errcode", errcode)
    found = await connected.check()
    later = ("visible_range", "customer_contact", "contacts", "js_sdk")
    assert {(found[key, APP]["status"], found[key, APP]["code"]) for key in later} == {
        ("unknown", code)
    }
    assert found["quotas", None]["code"] == "needs.customer_contact"
    assert found["callback", APP]["status"] == "ok"


async def test_a_stopped_app_leaves_nothing_but_itself_to_mend(
    connected: Connected, rehearsal: Rehearsal
) -> None:
    for path in (ADDRESSES, FOLLOWERS, CARD, DEPARTMENTS, TICKET):
        await rehearsal.fault(path, "errcode", 50003)
    found = await connected.check()
    failed = [key for (key, app), one in found.items() if one["status"] == "failed" and app == APP]
    assert failed == ["token"]
    assert found["visible_range", APP]["code"] == "needs.token"


async def test_the_page_is_served_in_the_language_that_is_asked_for(
    connected: Connected, rehearsal: Rehearsal
) -> None:
    await rehearsal.fault(TOKEN, "errcode", 60020)
    http, url = connected.world.http, "/api/wecom/connection/checks"
    for query, header, title in (
        ({"lang": "en"}, "zh", "Trusted IPs"),
        ({}, "en-GB,zh;q=0.5", "Trusted IPs"),
        ({}, "zh-CN", "企业可信 IP"),
    ):
        answer = await http.post(url, params=query, headers={"Accept-Language": header})
        assert answer.json()["items"][1]["title"] == title
        for secret in (connected.world.app.secret, connected.world.app.token, AES_KEY):
            assert secret not in answer.text
    assert (await http.post(url, params={"lang": "fr"})).status_code == 422


async def test_a_wecom_that_fails_over_http_is_no_wecom(
    connected: Connected, rehearsal: Rehearsal
) -> None:
    await rehearsal.fault(FOLLOWERS, "http", 502)
    found = (await connected.check("zh"))["customer_contact", APP]
    assert (found["status"], found["code"]) == ("failed", "wecom.not_wecom")
    assert "代理或防火墙" in found["what"]


async def test_a_secret_of_another_making_is_refused_by_the_emulator_itself(
    connected: Connected, rehearsal: Rehearsal
) -> None:
    """No fault: the corp in the emulator changed its secret."""
    await rehearsal.make(*(App(app.corpid, app.agent_id) for app in connected.world.apps))
    found = (await connected.check())["token", APP]
    assert (found["status"], found["code"]) == ("failed", "wecom.40001")


async def test_nothing_is_written_to_wecom(connected: Connected, rehearsal: Rehearsal) -> None:
    corp = f"/emulator/corps/{connected.world.app.corpid}"
    before = (await rehearsal.control.get(corp)).json()
    await connected.check()
    after = (await rehearsal.control.get(corp)).json()
    assert before == after
    journal = (await rehearsal.control.get("/emulator/journal")).json()
    assert {entry["path"].removeprefix("/cgi-bin/") for entry in journal} == {
        "gettoken",
        "getcallbackip",
        "agent/get",
        "department/simplelist",
        "user/simplelist",
        "ticket/get",
        "externalcontact/get_follow_user_list",
        "externalcontact/list_contact_way",
        "externalcontact/get_corp_tag_list",
    }
