"""Other names of people (documents 95884, 98729, 97108; customers: 93274, 95878)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import MISSING_MEMBER, Call, Verb

from . import checks, errors, state
from .checks import IDS_A_CALL
from .state import Temporary


async def openid_of_member(call: Call) -> dict[str, Any]:
    """{openid} of a member, as red packets want it."""
    member = call.member(fields.text(call.body, "userid", missing=MISSING_MEMBER))
    return {"openid": state.openid_of_member(call.world, call.corp, member.userid)}


async def member_of_openid(call: Call) -> dict[str, Any]:
    """{userid} behind an openid."""
    return {"userid": checks.member_of_openid(call)}


async def openid_of_customer(call: Call) -> dict[str, Any]:
    """{openid} of a customer on WeChat."""
    person = checks.on_wechat(call)
    return {"openid": state.openid_of_person(call.world, call.corp, person.external_userid)}


async def open_userids(call: Call) -> dict[str, Any]:
    """{open_userid_list, invalid_userid_list}, in the form of the calling app."""
    rows, invalid = [], []
    for given in fields.strings(call.body, "userid_list", most=IDS_A_CALL, required=True):
        member = call.corp.member(given)
        if member is None or not call.sees(member.userid):
            invalid.append(given)
            continue
        other = state.open_userid(call.world, call.corp, call.app.agentid, member.userid)
        rows.append({"userid": member.userid, "open_userid": other})
    return {"open_userid_list": rows, "invalid_userid_list": invalid}


async def userids(call: Call) -> dict[str, Any]:
    """{userid_list, invalid_open_userid_list} behind ids in the form of another app."""
    given = fields.strings(call.body, "open_userid_list", most=IDS_A_CALL, required=True)
    agentid = fields.integer(call.body, "source_agentid")
    found = {one: checks.member_of_provider(call, agentid, one) for one in given}
    return {
        "userid_list": [
            {"open_userid": one, "userid": userid} for one, userid in found.items() if userid
        ],
        "invalid_open_userid_list": [one for one, userid in found.items() if not userid],
    }


async def own_external_userid(call: Call) -> dict[str, Any]:
    """{external_userid} behind one in the form of a provider."""
    return {"external_userid": checks.person_of_provider(call)}


def _resolved(name: str, found: Temporary) -> dict[str, str]:
    told = {"tmp_external_userid": name}
    if found.external_userid:
        return {**told, "external_userid": found.external_userid}
    return {**told, "corpid": found.corpid, "userid": found.userid}


async def temporary(call: Call) -> dict[str, Any]:
    """{results, invalid_tmp_external_userid_list} of ids that a meeting, a form or a sheet gave."""
    good, bad = checks.temporary(call)
    return {
        "results": [_resolved(name, found) for name, found in good],
        "invalid_tmp_external_userid_list": bad,
    }


async def refuse(_: Call) -> dict[str, Any]:
    """Only third-party and provider-developed apps may."""
    raise errors.NO_PROVIDER.error()


_THIRD_PARTY = (
    "externalcontact/unionid_to_external_userid",
    "externalcontact/get_new_external_userid",
    "externalcontact/groupchat/get_new_external_userid",
    "externalcontact/to_service_external_userid",
    "idconvert/unionid_to_external_userid",
    "idconvert/batch/external_userid_to_pending_id",
    "idconvert/external_tagid",
    "idconvert/open_kfid",
)
VERBS = {
    "user/convert_to_openid": Verb(
        "POST", openid_of_member, open="Every member counts as bound to WeChat."
    ),
    "user/convert_to_userid": Verb(
        "POST", member_of_openid, open="An openid that is nobody's answers 60111."
    ),
    "externalcontact/convert_to_openid": Verb(
        "POST", openid_of_customer, open="A partner on WeCom answers 41056."
    ),
    "batch/userid_to_openuserid": Verb(
        "POST", open_userids, {"open_userid_list": [], "invalid_userid_list": []}
    ),
    "batch/openuserid_to_userid": Verb(
        "POST",
        userids,
        {"userid_list": [], "invalid_open_userid_list": []},
        document="95884",
        open="Any source_agentid counts as that of a provider's app.",
    ),
    "externalcontact/from_service_external_userid": Verb(
        "POST",
        own_external_userid,
        document="95884",
        open="Any source_agentid counts as that of a provider's app; visibility is looked at for"
        " the calling one.",
    ),
    "idconvert/convert_tmp_external_userid": Verb(
        "POST",
        temporary,
        {"results": [], "invalid_tmp_external_userid_list": []},
        document="98729",
        open="A temporary id does not expire; one of another business or kind is an invalid one.",
    ),
    **{
        path: Verb("POST", refuse, open="A self-built app is refused with 846000.")
        for path in _THIRD_PARTY
    },
}
