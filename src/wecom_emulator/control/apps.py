"""What members do with apps: read what they sent, click cards and menus, write to them; robots."""

import secrets
from dataclasses import asdict
from typing import Any, Literal

from pydantic import Field
from starlette.requests import Request

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.agents.state import Agents
from wecom_emulator.areas.app_chats.state import AppChat, AppChats
from wecom_emulator.areas.app_messages.cards import takes_answers
from wecom_emulator.areas.app_messages.routes import give_code
from wecom_emulator.areas.app_messages.state import AppMessage, AppMessages, received_by
from wecom_emulator.areas.robots.state import Robot, Robots
from wecom_emulator.delivery import Many
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError, member_of
from .shapes import Fields, Member, OfMember

_DIGITS = 18
TASK_CARD = "interactive_taskcard"
OF_A_MEMBER = frozenset({"LOCATION", "switch_workbench_mode"})
CAUSELESS = OF_A_MEMBER | {
    "close_inactive_agent",
    "reopen_inactive_agent",
    "inactive_alert",
    "active_alert",
    "share_agent_change",
    "share_chain_change",
}
"""Events of an app that nothing in the emulator brings about."""


def _tell(world: World, corp: Corp, agentid: int, userid: str, told: dict[str, Any]) -> None:
    fields = {"FromUserName": userid, **told, "AgentID": agentid}
    to = [callback for callback in corp.callbacks if callback.agentid == agentid]
    world.deliveries.send(corp, fields, to=to)


def _agentid(corp: Corp, given: object) -> int:
    if not any(str(app.agentid) == str(given) for app in corp.apps):
        message = f"no app {given} in {corp.corpid}"
        raise BadRequestError(message, 404)
    return int(str(given))


class Chosen(Body):
    """What was chosen of one question."""

    question_key: str
    option_ids: list[str]


class Click(Body):
    """Who presses what."""

    userid: str
    msgid: str
    key: str
    selected: list[Chosen] | None = None
    menu: bool | None = None


class Pressed(Body):
    """Who presses which entry."""

    userid: str
    key: str
    more: Fields | None = None
    """Elements that the event has beside its key."""


class Writing(Body):
    """What a member writes."""

    userid: str
    msgtype: str = "text"
    text: str = ""
    """Of a text."""
    fields: Fields = Field(default_factory=dict)
    """Of any other msgtype: the elements of the message."""


class Causeless(Body):
    """What is told."""

    event: Literal[
        "LOCATION",
        "switch_workbench_mode",
        "close_inactive_agent",
        "reopen_inactive_agent",
        "inactive_alert",
        "active_alert",
        "share_agent_change",
        "share_chain_change",
    ]
    userid: str | None = None
    fields: Fields | None = None


class ChatRobot(Body):
    """A robot that is added, or one that is disabled."""

    chat: str = "群聊"
    """The name of the group it is added to."""
    key: str = ""
    """Which one is disabled."""
    disabled: bool = True


class AppMessageRow(Answer):
    """A message of an app."""

    msgid: str
    agentid: int
    msgtype: str
    at: float
    safe: int
    body: Fields


class Response(Answer):
    """What the app was told."""

    response_code: str | None


class Event(Answer):
    """Which event was told."""

    event: str


class Told(Answer):
    """Whether it was told."""

    told: bool


class MessageId(Answer):
    """The id that the app was told."""

    msgid: str


class RobotKey(Answer):
    """A robot."""

    key: str
    disabled: bool


@declare(asks=OfMember, answers=list[AppMessageRow])
async def read_messages(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """What a member has of apps, oldest first, cards as they look now; recalled ones are gone."""
    del world
    member = member_of(corp, request.query_params["userid"])
    return [
        {
            "msgid": message.msgid,
            "agentid": message.agentid,
            "msgtype": message.msgtype,
            "at": message.at,
            "safe": message.safe,
            "body": message.shown(member.userid),
        }
        for message in received_by(corp, member.userid)
        if not message.recalled
    ]


@declare(answers=list[AppChat])
async def read_chats(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Group chats of apps with all that was said there."""
    del world
    return [asdict(chat) for chat in corp.of(AppChats).chats.values()]


@declare(answers=list[Robot])
async def read_robots(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Robots with all they said."""
    del world
    return [asdict(robot) for robot in corp.of(Robots).robots.values()]


def _message(corp: Corp, body: dict[str, Any], userid: str) -> AppMessage:
    message = corp.of(AppMessages).messages.get(str(body["msgid"]))
    if message is None or userid not in message.receivers or message.recalled:
        text = f"{userid} has no message {body['msgid']}"
        raise BadRequestError(text, 404)
    return message


@declare(
    takes=Click,
    answers=Response,
    tells=("template_card_event", "template_card_menu_event", "taskcard_click"),
)
async def click_card(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member presses a button of a card, or submits it with what he chose.

    `key` is the button's, `selected` a list of {question_key, option_ids}, `menu` true for an
    entry of the card's action menu. Answers the response_code that the app was told.
    """
    member = member_of(corp, body["userid"])
    message = _message(corp, body, member.userid)
    card = message.shown(member.userid)
    if message.msgtype == TASK_CARD:
        return _click_task_card(world, corp, body, message)
    if message.msgtype != "template_card" or not takes_answers(card) or "replace_text" in card:
        text = f"nothing of {message.msgid} can be clicked"
        raise ImpossibleActError(text)
    key, menu = str(body["key"]), bool(body.get("menu"))
    if key not in _keys(card, menu=menu):
        text = f"the card has no button {key}"
        raise BadRequestError(text)
    code = give_code(corp.of(AppMessages), message, member.userid, world.clock.now())
    told: dict[str, Any] = {
        "Event": "template_card_menu_event" if menu else "template_card_event",
        "EventKey": key,
        "TaskId": card.get("task_id", ""),
        "CardType": card["card_type"],
        "ResponseCode": code,
    }
    if body.get("selected"):
        told["SelectedItems"] = Many("SelectedItem", [_selected(row) for row in body["selected"]])
    _tell(world, corp, message.agentid, member.userid, told)
    world.changed()
    return {"response_code": code}


def _click_task_card(world: World, corp: Corp, body: dict[str, Any], message: AppMessage) -> Any:
    """A button of an old task card; it has no response_code."""
    key = str(body["key"])
    if not any(str(button.get("key")) == key for button in message.body["btn"]):
        text = f"the card has no button {key}"
        raise BadRequestError(text)
    told = {"Event": "taskcard_click", "EventKey": key, "TaskId": message.body["task_id"]}
    _tell(world, corp, message.agentid, str(body["userid"]), told)
    return {"response_code": None}


def _selected(row: dict[str, Any]) -> dict[str, Any]:
    ids = [str(option) for option in row["option_ids"]]
    return {"QuestionKey": str(row["question_key"]), "OptionIds": Many("OptionId", ids)}


def _keys(card: dict[str, Any], *, menu: bool) -> set[str]:
    if menu:
        return {str(a["key"]) for a in (card.get("action_menu") or {}).get("action_list", [])}
    buttons = [*card.get("button_list", []), card.get("submit_button") or {}]
    return {str(button["key"]) for button in buttons if button.get("key")}


@declare(takes=Pressed, answers=Event)
async def press_menu(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member presses an entry of an app's menu, by its key or, of a view, its url."""
    agentid = _agentid(corp, request.path_params["agentid"])
    member = member_of(corp, body["userid"])
    wanted = str(body["key"])
    for button in corp.of(Agents).of(agentid).menu:
        for entry in button.get("sub_button") or [button]:
            if wanted in {entry.get("key"), entry.get("url")}:
                told = {"Event": str(entry["type"]), "EventKey": wanted}
                _tell(world, corp, agentid, member.userid, told | dict(body.get("more") or {}))
                return {"event": entry["type"]}
    message = f"the menu of app {agentid} has no entry {wanted}"
    raise BadRequestError(message, 404)


@declare(takes=Member, answers=Told, tells=("enter_agent",))
async def enter(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member opens the app; it is told if it asked to be (agent/set isreportenter)."""
    agentid = _agentid(corp, request.path_params["agentid"])
    member = member_of(corp, body["userid"])
    told = bool(corp.of(Agents).of(agentid).isreportenter)
    if told:
        _tell(world, corp, agentid, member.userid, {"Event": "enter_agent", "EventKey": ""})
    return {"told": told}


@declare(takes=Writing, answers=MessageId)
async def write(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member writes to the app: text by default; `fields` are those of other types."""
    agentid = _agentid(corp, request.path_params["agentid"])
    member = member_of(corp, body["userid"])
    kind = str(body.get("msgtype", "text"))
    content = {"Content": str(body["text"])} if kind == "text" else dict(body["fields"])
    msgid = str(secrets.randbelow(9 * 10**_DIGITS) + 10**_DIGITS)
    _tell(world, corp, agentid, member.userid, {"MsgType": kind, **content, "MsgId": msgid})
    return {"msgid": msgid}


@declare(takes=Causeless, answers=Event)
async def happen(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """What has no cause in here: a report of a place, a sleeping or shared app.

    `event` is its name, `fields` are its elements, `userid` the member of the two that have one.
    """
    agentid, event = _agentid(corp, request.path_params["agentid"]), str(body["event"])
    if event not in CAUSELESS:
        message = f"an app is told {', '.join(sorted(CAUSELESS))}, not {event}"
        raise BadRequestError(message)
    sender = member_of(corp, body["userid"]).userid if event in OF_A_MEMBER else "sys"
    _tell(world, corp, agentid, sender, {"Event": event, **dict(body.get("fields") or {})})
    return {"event": event}


@declare(takes=ChatRobot, answers=RobotKey)
async def make_robot(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Somebody adds a robot to a group chat, or disables one by its key."""
    kept = corp.of(Robots).robots
    if "key" in body:
        robot = kept.get(str(body["key"]))
        if robot is None:
            message = f"no robot {body['key']}"
            raise BadRequestError(message, 404)
        robot.disabled = bool(body.get("disabled", True))
    else:
        parts = [secrets.token_hex(size) for size in (4, 2, 2, 2, 6)]
        robot = kept["-".join(parts)] = Robot("-".join(parts), str(body.get("chat", "群聊")))
    world.changed()
    return {"key": robot.key, "disabled": robot.disabled}


ACTS: dict[str, Act] = {
    "apps/{agentid}/say": write,
    "apps/{agentid}/enter": enter,
    "apps/{agentid}/tell": happen,
    "apps/{agentid}/menu": press_menu,
    "cards/click": click_card,
    "robots": make_robot,
}
VIEWS: dict[str, Act] = {
    "app_messages": read_messages,
    "app_chats": read_chats,
    "robots": read_robots,
}
