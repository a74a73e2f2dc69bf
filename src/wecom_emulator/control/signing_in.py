"""Who opens pages and mini programs, and the ids that others tell an app."""

from typing import Any

from starlette.requests import Request

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.auth import state as auth
from wecom_emulator.areas.id_conversion import state as ids
from wecom_emulator.areas.id_conversion.checks import BUSINESSES, USERS
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError, member_of

WHO = ("userid", "external_userid", "openid")
CUSTOMER = 1


def _agentid(body: dict[str, Any]) -> int | None:
    return None if body.get("agentid") is None else int(body["agentid"])


class Identity(Body):
    """Who opens the page: one of the three."""

    userid: str | None = None
    external_userid: str | None = None
    openid: str | None = None
    scope: str | None = None
    agentid: int | None = None


class MiniProgram(Body):
    """Who opens a mini program."""

    userid: str
    agentid: int | None = None


class Launch(Body):
    """With what the client is opened."""

    launch_code: str


class OfProvider(Body):
    """Whose id, for which app: a member or a person."""

    source_agentid: int
    userid: str | None = None
    external_userid: str | None = None


class Temporary(Body):
    """For whom the id stands, and where it comes from."""

    business_type: int
    user_type: int | None = None
    agentid: int | None = None
    external_userid: str = ""
    corpid: str = ""
    userid: str = ""


class OAuthCode(Answer):
    """The code."""

    code: str


class JsCode(Answer):
    """The code."""

    js_code: str


class Launched(Answer):
    """Who is in a chat with whom; one of the two below."""

    operator_userid: str
    userid: str = ""
    external_userid: str = ""


class ServiceId(Answer):
    """The id; one of the two."""

    open_userid: str = ""
    external_userid: str = ""


class TemporaryId(Answer):
    """The id."""

    tmp_external_userid: str


@declare(takes=Identity, answers=OAuthCode)
async def oauth(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """An OAuth code for a page of staff or customers; once, 5 minutes.

    `scope` snsapi_privateinfo gives a user_ticket, `agentid` binds the code to an app.
    """
    who = {name: str(body[name]) for name in WHO if body.get(name)}
    told = who | {"scope": str(body.get("scope") or "snsapi_base"), "agentid": _agentid(body)}
    return {"code": auth.new_oauth_code(world, corp, told)}


@declare(takes=MiniProgram, answers=JsCode)
async def js_code(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The code that `wx.qy.login` gives in a mini program; once, 5 minutes."""
    member = member_of(corp, body["userid"])
    code = auth.new_code(world, corp, auth.MINI_PROGRAM, member.userid, _agentid(body))
    return {"js_code": code}


@declare(takes=Launch, answers=Launched)
async def launch(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member opens WeCom with a launch code: which chat he is in then."""
    name = str(body["launch_code"])
    code = auth.find_code(world, corp, auth.LAUNCH, name)
    if code is None:
        message = "this launch code was used, is too old or never was"
        raise ImpossibleActError(message)
    auth.use_up(world, corp, name)
    kind = "external_userid" if code.other in corp.persons else "userid"
    return {"operator_userid": code.userid, kind: code.other}


@declare(takes=OfProvider, answers=ServiceId)
async def service_id(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The id of a member or a person in the form of the provider of app `source_agentid`."""
    agentid = int(body["source_agentid"])
    if body.get("userid"):
        member = member_of(corp, body["userid"])
        return {"open_userid": ids.open_userid(world, corp, agentid, member.userid)}
    external = str(body["external_userid"])
    _known(corp, external)
    return {"external_userid": ids.service_external_userid(world, corp, agentid, external)}


@declare(takes=Temporary, answers=TemporaryId)
async def temporary_id(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """An app gets a temporary id from a meeting (`business_type` 1), a form (2) or a sheet (3).

    It stands for a person of this corp (`external_userid`, user_type 1), or for a member of
    another one (`corpid`, `userid`, user_type 2 to 4).
    """
    business, kind = int(body["business_type"]), int(body.get("user_type") or CUSTOMER)
    if not (1 <= business <= BUSINESSES and 1 <= kind <= USERS):
        message = f"business_type is 1 to {BUSINESSES}, user_type 1 to {USERS}"
        raise BadRequestError(message)
    temporary = ids.Temporary(_agentid(body) or corp.apps[0].agentid, business, kind)
    if kind == CUSTOMER:
        temporary.external_userid = str(body["external_userid"])
        _known(corp, temporary.external_userid)
    else:
        temporary.corpid, temporary.userid = str(body["corpid"]), str(body["userid"])
    return {"tmp_external_userid": ids.new_temporary(world, corp, temporary)}


def _known(corp: Corp, external_userid: str) -> None:
    if external_userid not in corp.persons:
        message = f"nobody is {external_userid}"
        raise BadRequestError(message, 404)


ACTS: dict[str, Act] = {
    "oauth": oauth,
    "js_code": js_code,
    "launch": launch,
    "service_ids": service_id,
    "temporary_ids": temporary_id,
}
