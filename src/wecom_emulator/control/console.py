"""What an administrator does in WeCom's own console: apps, members, the corp, its switches."""

import ipaddress
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pydantic import ConfigDict, Field
from starlette.requests import Request

from wecom_emulator import switches
from wecom_emulator.areas.acquisition_links import state as links
from wecom_emulator.company import App, Staff
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .declaring import Answer, Body, declare, some_of
from .plumbing import Act, BadRequestError, member_of

STATUSES = (1, 2, 4)
"""Activated, disabled, not activated; who leaves does so by `resign`."""
_FLAGS = frozenset({"stopped", "withdrawn"})
_MOST_TEXT = 4000


def shown_app(corp: Corp, app: App) -> dict[str, Any]:
    """An app with all that the console set."""
    return asdict(app) | {"may_call_contact": corp.lets_call_contact(app)}


def app_of(corp: Corp, agentid: object) -> App:
    """The app; raises BadRequestError."""
    text = str(agentid)
    app = corp.app(int(text)) if text.isdecimal() else None
    if app is None:
        message = f"no app {agentid} in {corp.corpid}"
        raise BadRequestError(message, 404)
    return app


def _refuse(name: str, what: str) -> BadRequestError:
    return BadRequestError(f"{name} is {what}")


def _only(body: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := sorted(set(body) - known):
        message = f"{', '.join(unknown)} is nothing of the console; there are {sorted(known)}"
        raise BadRequestError(message)


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        what = "true or false"
        raise _refuse(name, what)
    return value


def _count(name: str, value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        what = "a number from 0, or null for the usual"
        raise _refuse(name, what)
    return value


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) > _MOST_TEXT:
        what = f"a text of at most {_MOST_TEXT} characters"
        raise _refuse(name, what)
    return value


def _texts(name: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        what = "a list of texts"
        raise _refuse(name, what)
    return value


def _addresses(name: str, value: Any) -> list[str] | None:
    if value is None:
        return None
    addresses = _texts(name, value)
    for each in addresses:
        try:
            ipaddress.ip_network(each, strict=False)
        except ValueError:
            what = f"a list of addresses and networks; {each} is none"
            raise _refuse(name, what) from None
    return addresses


def _departments(corp: Corp, name: str, value: Any) -> list[int] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(type(each) is int for each in value):
        what = "a list of departments"
        raise _refuse(name, what)
    for each in value:
        if each not in corp.departments:
            message = f"no department {each}"
            raise BadRequestError(message, 404)
    return value


def _app_field(corp: Corp, name: str, value: Any) -> Any:
    if name == "visible":
        return value and [member_of(corp, each).userid for each in _texts(name, value)]
    if name == "visible_departments":
        return _departments(corp, name, value)
    if name == "trusted_ips":
        return _addresses(name, value)
    if name in {"unauthorised", "trusted_domains"}:
        return _texts(name, value)
    if name == "redirect_domain":
        return _text(name, value)
    return _flag(name, value)


_APP_FIELDS = _FLAGS | {
    "visible",
    "visible_departments",
    "may_call_contact",
    "trusted_ips",
    "unauthorised",
    "trusted_domains",
    "redirect_domain",
}


class Only(Body):
    """Nothing beside what it names: the console knows no more."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class ConsoleApp(Only):
    """What an administrator sets of an app; what is left out stays."""

    visible: list[str] | None = None
    """Members of its visible range; null together with no departments is everybody."""
    visible_departments: list[int] | None = None
    """Departments of its visible range, with those below them."""
    may_call_contact: bool = True
    """Whether it may call customer contact (48002)."""
    trusted_ips: list[str] | None = None
    """Addresses and networks it may be called from (60020); null is everywhere."""
    stopped: bool = False
    """Whether it is stopped (40001, 50003)."""
    withdrawn: bool = False
    """Whether its permissions were taken back because it slept for long (48006)."""
    unauthorised: list[str] = Field(default_factory=list)
    """Beginnings of paths it was never authorised for (48001)."""
    trusted_domains: list[str] = Field(default_factory=list)
    """Hosts whose pages may ask for the JS-SDK and sign-in."""
    redirect_domain: str = ""
    """The host that sign-in may come back to."""


class Tokens(Body):
    """How the token ends."""

    kind: Literal["revoke", "expire"] = "revoke"


class ConsoleMember(Only):
    """What an administrator sets of a member; what is left out stays."""

    status: Literal[1, 2, 4] = 1
    """1 activated, 2 disabled, 4 not activated."""
    contact: bool = True
    """Whether he has the customer-contact feature."""
    verified: bool = True
    """Whether his real name is verified."""
    banned: bool = False
    """Whether he may hand over nothing (40143)."""
    signed_in_lately: bool = True
    """Whether he signed in within the last year (40205)."""
    console_welcome: str = ""
    """A welcome text of the console's own: adds of him carry no code then."""
    customer_limit: int | None = None
    """How many customers he may have; null is the usual limit."""
    licensed: bool = True
    """Whether he has the licence that apps of providers need to read his customers (701008)."""


class ConsoleCorp(Only):
    """What an administrator sets of the company."""

    contact_scale: int | None = None
    """How many customers the company may have; null is the usual limit."""


class SomeSwitches(Body):
    """Some of the switches, each of the kind of its default."""

    model_config = ConfigDict(json_schema_extra=some_of(switches.Switches))


class Ended(Answer):
    """How many tokens ended."""

    ended: int


class Scale(Answer):
    """What is set now."""

    contact_scale: int | None


@dataclass
class ShownApp(App):
    """An app with all that the console set."""

    may_call_contact: bool = False


@declare(
    takes=ConsoleApp,
    answers=ShownApp,
    tells=("subscribe", "unsubscribe"),
)
async def set_app(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Change an app: its visible range, what it may call, whence, whether it runs at all.

    It is told who came into its visible range and who left it.
    """
    app = app_of(corp, request.path_params["agentid"])
    _only(body, _APP_FIELDS)
    before = _seen_by(corp, app)
    for name, value in {n: _app_field(corp, n, v) for n, v in body.items()}.items():
        setattr(app, name, value)
    after = _seen_by(corp, app)
    for event, userids in (("subscribe", after - before), ("unsubscribe", before - after)):
        for userid in sorted(userids):
            told = {"FromUserName": userid, "Event": event, "AgentID": app.agentid}
            to = [each for each in corp.callbacks if each.agentid == app.agentid]
            world.deliveries.send(corp, told, to=to)
    world.changed()
    return shown_app(corp, app)


def _seen_by(corp: Corp, app: App) -> set[str]:
    return {m.userid for m in corp.staff.values() if app.sees(m, corp.departments)}


@declare(takes=Tokens, answers=Ended)
async def end_tokens(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """End the token of an app before its time: `revoke` (40014 after it) or `expire` (42001)."""
    app = app_of(corp, request.path_params["agentid"])
    kind = body.get("kind", "revoke")
    if kind not in {"revoke", "expire"}:
        message = f"kind is revoke or expire, not {kind}"
        raise BadRequestError(message)
    name = world.tokens_of.pop((corp.corpid, app.agentid), None)
    if name is not None and kind == "expire":
        world.tokens[name].expires_at = 0.0
    elif name is not None:
        del world.tokens[name]
    return {"ended": int(name is not None)}


_MEMBER_FIELDS = frozenset(
    {
        "status",
        "contact",
        "verified",
        "banned",
        "signed_in_lately",
        "console_welcome",
        "customer_limit",
        "licensed",
    }
)


def _member_field(name: str, value: Any) -> Any:
    if name == "status":
        if type(value) is not int or value not in STATUSES:
            what = f"one of {STATUSES}: activated, disabled, not activated"
            raise _refuse(name, what)
        return value
    if name == "console_welcome":
        return _text(name, value)
    if name == "customer_limit":
        return _count(name, value)
    return _flag(name, value)


@declare(takes=ConsoleMember, answers=Staff, tells=("update_user",))
async def set_member(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Change what the console knows of a member; a new status is told to the apps."""
    member = member_of(corp, request.path_params["userid"])
    _only(body, _MEMBER_FIELDS)
    before = member.status
    for name, value in {n: _member_field(n, v) for n, v in body.items()}.items():
        setattr(member, name, value)
    if member.status != before:
        world.deliveries.send(
            corp,
            {
                "Event": "change_contact",
                "ChangeType": "update_user",
                "UserID": member.userid,
                "Status": member.status,
            },
        )
    links.watch(world, corp)
    world.changed()
    return asdict(member)


@declare(takes=ConsoleCorp, answers=Scale)
async def set_corp(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Change the corp itself: how many customers it may have (`contact_scale`)."""
    _only(body, frozenset({"contact_scale"}))
    if "contact_scale" in body:
        corp.contact_scale = _count("contact_scale", body["contact_scale"])
    world.changed()
    return {"contact_scale": corp.contact_scale}


@declare(takes=SomeSwitches, answers=switches.Switches)
async def set_switches(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Turn switches; answers all of them."""
    corp.switches = switches.turned(corp.switches, body)
    world.changed()
    return asdict(corp.switches)


ACTS: dict[str, Act] = {
    "console/apps/{agentid}": set_app,
    "console/apps/{agentid}/tokens": end_tokens,
    "console/staff/{userid}": set_member,
    "console/corp": set_corp,
    "switches": set_switches,
}
