"""Other names of people: told, led back, and refused where they lead nowhere."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, Emulator, open_emulator

TEMPORARY = "idconvert/convert_tmp_external_userid"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


async def friend(emulator: Emulator, **person: Any) -> str:
    met = await emulator.act("add", userid="ann", person={"unionid": "o1"} | person)
    return str(met["external_userid"])


async def test_a_member_has_one_openid_for_ever(tmp_path: Path) -> None:
    async with open_emulator(state_file=tmp_path / "state.json") as emulator:
        told = await emulator.call("user/convert_to_openid", {"userid": "ANN"})
        assert set(told) == {"errcode", "errmsg", "openid"}
    async with open_emulator(state_file=tmp_path / "state.json") as emulator:
        back = await emulator.call("user/convert_to_userid", {"openid": told["openid"]})
        assert back == {"errcode": 0, "errmsg": "ok", "userid": "ann"}
        again = await emulator.call("user/convert_to_openid", {"userid": "ann"})
        assert again["openid"] == told["openid"]
        assert await emulator.code("user/convert_to_openid", {"userid": "nobody"}) == 60111
        assert await emulator.code("user/convert_to_openid", {}) == 40003
        assert await emulator.code("user/convert_to_userid", {"openid": "oX"}) == 60111
        assert await emulator.code("user/convert_to_userid", {}) == 40058
        await emulator.act("console/apps/1", visible=["bob"])
        assert await emulator.code("user/convert_to_openid", {"userid": "ann"}) == 60011
        assert await emulator.code("user/convert_to_userid", {"openid": told["openid"]}) == 60011


async def test_a_customer_on_wechat_has_an_openid(emulator: Emulator) -> None:
    convert = "externalcontact/convert_to_openid"
    external = await friend(emulator)
    openid = (await emulator.call(convert, {"external_userid": external}))["openid"]
    assert openid.startswith("o")
    assert await emulator.code("user/convert_to_userid", {"openid": openid}) == 60111
    partner = await friend(emulator, unionid="o2", type=2, corp_name="云帆")
    assert await emulator.code(convert, {"external_userid": partner}) == 41056
    assert await emulator.code(convert, {"external_userid": "wm404"}) == 40096
    assert await emulator.code(convert, {}) == 41035
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(convert, {"external_userid": external}) == 40096


async def test_member_ids_in_the_form_of_an_app(emulator: Emulator) -> None:
    there, back = "batch/userid_to_openuserid", "batch/openuserid_to_userid"
    told = await emulator.call(there, {"userid_list": ["Ann", "nobody"]})
    [row] = told["open_userid_list"]
    assert (row["userid"], told["invalid_userid_list"]) == ("ann", ["nobody"])
    body = {"open_userid_list": [row["open_userid"], "woX"], "source_agentid": 1}
    assert await emulator.call(back, body) == {
        "errcode": 0,
        "errmsg": "ok",
        "userid_list": [{"open_userid": row["open_userid"], "userid": "ann"}],
        "invalid_open_userid_list": ["woX"],
    }
    # Another provider's app has other ids of the same people.
    other = await emulator.act("service_ids", source_agentid=7, userid="ann")
    assert other["open_userid"] != row["open_userid"]
    assert (await emulator.call(back, body | {"source_agentid": 7}))["userid_list"] == []
    mine = {"open_userid_list": [other["open_userid"]], "source_agentid": 7}
    assert (await emulator.call(back, mine))["userid_list"][0]["userid"] == "ann"
    for given in (None, [], "ann", ["a"] * 1001):
        refused = await emulator.call(there, {"userid_list": given})
        assert (refused["errcode"], refused["open_userid_list"]) == (40058, [])
    refused = await emulator.call(back, {"open_userid_list": ["woX"]})
    assert (refused["errcode"], refused["userid_list"]) == (40058, [])


async def test_a_customers_id_in_the_form_of_a_provider(emulator: Emulator) -> None:
    convert = "externalcontact/from_service_external_userid"
    external = await friend(emulator)
    theirs = await emulator.act("service_ids", source_agentid=7, external_userid=external)
    body = {"external_userid": theirs["external_userid"], "source_agentid": 7}
    assert body["external_userid"] != external
    assert await emulator.call(convert, body) == {
        "errcode": 0,
        "errmsg": "ok",
        "external_userid": external,
    }
    for wrong, errcode in (
        ({"source_agentid": 8}, 40096),
        ({"external_userid": external}, 40096),
        ({"external_userid": None}, 41035),
        ({"source_agentid": None}, 40058),
    ):
        assert await emulator.code(convert, body | wrong) == errcode
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(convert, body) == 40096


async def test_temporary_ids_lead_to_people(emulator: Emulator) -> None:
    external = await friend(emulator)
    person = await emulator.act("temporary_ids", business_type=2, external_userid=external)
    partner = await emulator.act(
        "temporary_ids", business_type=2, user_type=3, corpid="ww2", userid="zed"
    )
    foreign = await emulator.act(
        "temporary_ids", business_type=2, external_userid=external, agentid=2
    )
    ids = [each["tmp_external_userid"] for each in (person, partner, foreign)]
    body = {"business_type": 2, "user_type": 1, "tmp_external_userid_list": ids}
    assert await emulator.call(TEMPORARY, body) == {
        "errcode": 0,
        "errmsg": "ok",
        "results": [{"tmp_external_userid": ids[0], "external_userid": external}],
        "invalid_tmp_external_userid_list": ids[1:],
    }
    partners = await emulator.call(TEMPORARY, body | {"user_type": 3})
    assert partners["results"] == [
        {"tmp_external_userid": ids[1], "corpid": "ww2", "userid": "zed"}
    ]
    assert (await emulator.call(TEMPORARY, body | {"business_type": 1}))["results"] == []
    wrongs: list[dict[str, Any]] = [
        {"business_type": 4},
        {"business_type": None},
        {"user_type": 0},
        {"tmp_external_userid_list": []},
        {"tmp_external_userid_list": ["x"] * 101},
    ]
    for wrong in wrongs:
        refused = await emulator.call(TEMPORARY, body | wrong)
        assert (refused["errcode"], refused["results"]) == (40058, [])
    for strange in (
        {"business_type": 9, "external_userid": external},
        {"business_type": 1, "external_userid": "wm404"},
        {"business_type": 1, "user_type": 2},
    ):
        answer = await emulator.http.post(f"{CORP}/temporary_ids", json=strange)
        assert answer.status_code in {400, 404}


@pytest.mark.parametrize(
    "path",
    [
        "externalcontact/unionid_to_external_userid",
        "externalcontact/get_new_external_userid",
        "externalcontact/groupchat/get_new_external_userid",
        "externalcontact/to_service_external_userid",
        "idconvert/unionid_to_external_userid",
        "idconvert/batch/external_userid_to_pending_id",
        "idconvert/external_tagid",
        "idconvert/open_kfid",
    ],
)
async def test_what_only_third_parties_may(emulator: Emulator, path: str) -> None:
    assert await emulator.code(path, {"unionid": "o1", "openid": "o2"}) == 846000
