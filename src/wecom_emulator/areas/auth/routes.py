"""Who opens a page, tickets that sign it, and WeCom's addresses (documents 91023, 92520, 90465)."""

import time
from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.contacts.state import member_row
from wecom_emulator.areas.id_conversion import state as ids
from wecom_emulator.calls import MISSING_MEMBER, Call, Verb

from . import checks, errors, state
from .state import LAUNCH, MINI_PROGRAM, PRIVATE, SECOND, USER_TICKET_SECONDS

CORP_TICKET = "corp"
APP_TICKET, CARD_TICKET = "agent_config", "wx_card"
_DETAILS = ("gender", "avatar", "qr_code", "mobile", "email", "biz_mail", "address")


async def addresses(_: Call) -> dict[str, Any]:
    """Where the API is, and where callbacks come from: {ip_list}."""
    return {"ip_list": ["127.0.0.1"]}


async def userinfo(call: Call) -> dict[str, Any]:
    """Whom an OAuth code belongs to; it works once.

    A member is {userid, user_ticket?}, anybody else {openid, external_userid?}.
    """
    found = checks.oauth_code(call, call.query.get("code", ""))
    if found.get("userid"):
        told = {"userid": str(found["userid"])}
        if found.get("scope") == PRIVATE:
            told["user_ticket"] = state.new_user_ticket(
                call.world, call.corp, told["userid"], call.app.agentid
            )
        return told
    return _stranger(call, found)


def _stranger(call: Call, found: dict[str, Any]) -> dict[str, Any]:
    openid = str(found.get("openid") or "")
    external = str(found.get("external_userid") or ids.person_of(call.corp, openid) or "")
    if not openid and external:
        openid = ids.openid_of_person(call.world, call.corp, external)
    told = {"openid": openid} if openid else {}
    # Somebody whose members the app does not see is a stranger to it.
    if any(call.sees(relation.userid) for relation in call.corp.relations_of(external)):
        told["external_userid"] = external
    return told


async def old_userinfo(call: Call) -> dict[str, Any]:
    """The same with the names of old: {UserId, DeviceId} or {OpenId}."""
    told = await userinfo(call)
    if "userid" not in told:
        openid = told.pop("openid", "")
        return {"OpenId": openid, **told}
    old = {"UserId": told["userid"], "DeviceId": ""}
    if "user_ticket" in told:
        old |= {"user_ticket": told["user_ticket"], "expires_in": USER_TICKET_SECONDS}
    return old


async def userdetail(call: Call) -> dict[str, Any]:
    """What a member agreed to show."""
    member = checks.ticket_owner(call)
    row = member_row(call.corp, member, sensitive=True)
    return {"userid": member.userid, **{name: row[name] for name in _DETAILS}}


def _give(call: Call, kind: str) -> dict[str, Any]:
    ticket = state.js_ticket(call.world, call.corp, kind)
    return {"ticket": ticket.value, "expires_in": int(ticket.expires_at - time.time())}


async def corp_ticket(call: Call) -> dict[str, Any]:
    """The ticket of the company: {ticket, expires_in}."""
    return _give(call, CORP_TICKET)


async def app_ticket(call: Call) -> dict[str, Any]:
    """A ticket of the calling app: {ticket, expires_in}."""
    kind = call.query.get("type", "")
    if kind not in {APP_TICKET, CARD_TICKET}:
        raise errors.INVALID_TICKET_TYPE.error()
    return _give(call, f"{call.app.agentid} {kind}")


async def mini_program_session(call: Call) -> dict[str, Any]:
    """Who opened the mini program: {corpid, userid, session_key}."""
    checks.grant_type(call)
    name = call.query.get("js_code", "")
    code = checks.one_time(call, MINI_PROGRAM, name, errors.INVALID_CODE)
    state.use_up(call.world, call.corp, name)
    return {
        "corpid": call.corp.corpid,
        "userid": code.userid,
        "session_key": state.session_key(),
    }


async def launch_code(call: Call) -> dict[str, Any]:
    """A code that opens a chat in the client: {launch_code}."""
    operator = call.member(fields.text(call.body, "operator_userid"))
    other = checks.chat_partner(call, operator)
    code = state.new_code(call.world, call.corp, LAUNCH, operator.userid, other=other)
    return {"launch_code": code}


async def second_info(call: Call) -> dict[str, Any]:
    """Who is at his second verification: {userid, tfa_code}."""
    found = checks.oauth_code(call, fields.text(call.body, "code", missing=errors.INVALID_CODE))
    member = call.corp.member(str(found.get("userid") or ""))
    if member is None:
        raise errors.INVALID_CODE.error()
    code = state.new_code(call.world, call.corp, SECOND, member.userid, call.app.agentid)
    return {"userid": member.userid, "tfa_code": code}


async def second_passed(call: Call) -> dict[str, Any]:
    """He passed it; the code works once and for him only."""
    member = call.member(fields.text(call.body, "userid", missing=MISSING_MEMBER))
    name = fields.text(call.body, "tfa_code", missing=errors.INVALID_TFA_CODE)
    if checks.one_time(call, SECOND, name, errors.INVALID_TFA_CODE).userid != member.userid:
        raise errors.INVALID_TFA_CODE.error()
    state.use_up(call.world, call.corp, name)
    state.passed_second(call.world, call.corp, member.userid)
    return {}


async def second_passed_of_old(call: Call) -> dict[str, Any]:
    """He passed it, by the older call that has no code."""
    member = call.member(call.query.get("userid", ""))
    state.passed_second(call.world, call.corp, member.userid)
    return {}


_CODES = (
    "A code that was used or is too old answers 40029 unless exact_code_refusals is on; one made"
    " without an agentid works for every app of the company."
)
_SECOND = "A member who is not activated is activated by it; 40207 stands for all wrong codes."
VERBS = {
    "get_api_domain_ip": Verb("GET", addresses, {"ip_list": []}, document="92520"),
    "getcallbackip": Verb("GET", addresses, {"ip_list": []}, document="90465"),
    "auth/getuserinfo": Verb("GET", userinfo, document="91023", open=_CODES),
    "user/getuserinfo": Verb("GET", old_userinfo, document="91023", open=_CODES),
    "auth/getuserdetail": Verb(
        "POST", userdetail, open="All that is known of the member counts as agreed to."
    ),
    "get_jsapi_ticket": Verb("GET", corp_ticket, open="It is the same for all apps of a company."),
    "ticket/get": Verb("GET", app_ticket, document="100526"),
    "miniprogram/jscode2session": Verb(
        "GET",
        mini_program_session,
        open="Every app counts as bound to the mini program unless the code names one.",
    ),
    "get_launch_code": Verb(
        "POST", launch_code, open="A chat with a customer is taken beside one with a colleague."
    ),
    "auth/get_tfa_info": Verb(
        "POST", second_info, open="Any OAuth code of a member counts as one of this step."
    ),
    "user/tfa_succ": Verb("POST", second_passed, open=_SECOND),
    "user/authsucc": Verb("GET", second_passed_of_old, open=_SECOND),
}
