"""What is kept of codes, links and sign-in outlives a restart."""

from pathlib import Path

from tests.wecom_emulator.areas.links import CHAT_INFO, CUSTOMERS, QUOTA, link
from tests.wecom_emulator.corp import open_emulator
from wecom_emulator.limits import Limits

TEMPORARY = {"type": 1, "scene": 2, "user": ["ann"], "is_temp": True, "chat_expires_in": 60}


async def test_codes_and_links_outlive_a_restart(tmp_path: Path) -> None:
    state_file, limits = tmp_path / "state.json", Limits(contact_ways=2)
    async with open_emulator(limits, state_file) as emulator:
        made = await emulator.call("externalcontact/add_contact_way", TEMPORARY)
        met = await emulator.act("scan", config_id=made["config_id"], person={"unionid": "o1"})
        chat_id = (await emulator.act("groups", owner="ann", name="鱼友"))["chat_id"]
        body = {"scene": 2, "chat_id_list": [chat_id]}
        join_way = await emulator.call("externalcontact/groupchat/add_join_way", body)
        link_id = await link(emulator)
        gained = await emulator.act("open", link_id=link_id, person={"unionid": "o2"})
        for _ in range(3):
            await emulator.act("say", **{"from": gained["external_userid"]}, to="ann", text="在吗")
        log = await emulator.tell("callbacks")
        key = log[-1]["xml"].rpartition("<ChatKey><![CDATA[")[2].partition("]]>")[0]
        js_code = (await emulator.act("js_code", userid="bob"))["js_code"]
        quota = await emulator.call(QUOTA)
        customers = await emulator.call(CUSTOMERS, {"link_id": link_id})
    async with open_emulator(limits, state_file) as emulator:
        assert await emulator.call(QUOTA) == quota
        assert await emulator.call(CUSTOMERS, {"link_id": link_id}) == customers
        assert (await emulator.call(CHAT_INFO, {"chat_key": key}))["errcode"] == 0
        scanned = {"config_id": join_way["config_id"], "person": {"unionid": "o3"}}
        assert (await emulator.act("scan", **scanned))["chat_id"] == chat_id
        asked = {"js_code": js_code, "grant_type": "authorization_code"}
        session = await emulator.ask(
            "miniprogram/jscode2session", access_token=emulator.token, **asked
        )
        assert session.json()["userid"] == "bob"
        # One code into groups and one contact way fill the quota; the temporary one does not.
        await emulator.way()
        full = {"type": 2, "scene": 2, "user": ["ann"]}
        assert await emulator.code("externalcontact/add_contact_way", full) == 41045
        await emulator.advance(61)
        get = await emulator.call(
            "externalcontact/get", external_userid=str(met["external_userid"])
        )
        assert get["errcode"] == 84061
