"""What members do in the app: they enter it, press, scan, choose; and what becomes of the app."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import Event, Makers, head, number_or_none, required

_CHOICE: Final = re.compile(
    r"SelectedItems\.SelectedItem(?:\[(\d+)\])?\.(?:(QuestionKey)|OptionIds\.OptionId(?:\[\d+\])?)"
)
_PICTURE: Final = re.compile(r"SendPicsInfo\.PicList\.item(?:\[\d+\])?\.PicMd5Sum")


@dataclass(frozen=True, slots=True)
class AppEvent(Event):
    """Something of one member in one app."""

    userid: str
    agent_id: str


@dataclass(frozen=True, slots=True)
class Subscribed(AppEvent):
    """subscribe: the member came into the app's visible range."""


@dataclass(frozen=True, slots=True)
class Unsubscribed(AppEvent):
    """unsubscribe: the member left the app's visible range."""


@dataclass(frozen=True, slots=True)
class AppEntered(AppEvent):
    """enter_agent, where the app asks to be told."""


@dataclass(frozen=True, slots=True)
class LocationReported(AppEvent):
    """LOCATION: where the member is; degrees and metres as WeCom writes them."""

    latitude: str
    longitude: str
    precision: str
    app_type: str


@dataclass(frozen=True, slots=True)
class MenuClicked(AppEvent):
    """click: a menu button with a key."""

    key: str


@dataclass(frozen=True, slots=True)
class MenuViewed(AppEvent):
    """view: a menu button that opens an address."""

    url: str


@dataclass(frozen=True, slots=True)
class CodeScanned(AppEvent):
    """scancode_push or scancode_waitmsg (``waits``: the app is expected to answer)."""

    key: str
    waits: bool
    scan_type: str
    result: str


@dataclass(frozen=True, slots=True)
class PicturesSent(AppEvent):
    """pic_sysphoto, pic_photo_or_album or pic_weixin; the pictures follow as messages."""

    key: str
    source: str
    count: int | None
    md5s: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceSent(AppEvent):
    """location_select: a place that the member chose."""

    key: str
    x: str
    y: str
    scale: str
    label: str
    name: str
    app_type: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen in one list of a card."""

    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardAnswered(AppEvent):
    """template_card_event: a button of a card; the code changes the card once, for 72 hours."""

    key: str
    task_id: str
    card_type: str
    response_code: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CardMenuUsed(AppEvent):
    """template_card_menu_event: the menu in the corner of a card."""

    key: str
    task_id: str
    card_type: str
    response_code: str


@dataclass(frozen=True, slots=True)
class TaskCardClicked(AppEvent):
    """taskcard_click: a button of an old task card."""

    key: str
    task_id: str


@dataclass(frozen=True, slots=True)
class WorkbenchSwitched(AppEvent):
    """switch_workbench_mode, to 0 or 1."""

    mode: int | None


@dataclass(frozen=True, slots=True)
class UploadFinished(Event):
    """upload_media_job_finish: an upload by address ended, well or not."""

    job_id: str


@dataclass(frozen=True, slots=True)
class AppStateChanged(Event):
    """What WeCom says of the app itself; ``what`` is the event's name.

    close_inactive_agent, reopen_inactive_agent, inactive_alert, active_alert, share_agent_change,
    share_chain_change. Not all their fields are documented, so they come as they are.
    """

    what: str
    agent_id: str
    fields: tuple[tuple[str, str], ...]


def _who(callback: Callback) -> tuple[str, int, str, str]:
    return (*head(callback), required(callback, "FromUserName"), callback.agent_id)


def _plainly(family: type[AppEvent]) -> Callable[[Callback], AppEvent]:
    def make(callback: Callback) -> AppEvent:
        return family(*_who(callback))

    return make


def _location(callback: Callback) -> LocationReported:
    get = callback.get
    where = get("Latitude"), get("Longitude"), get("Precision"), get("AppType")
    return LocationReported(*_who(callback), *where)


def _clicked(callback: Callback) -> MenuClicked:
    return MenuClicked(*_who(callback), callback.get("EventKey"))


def _viewed(callback: Callback) -> MenuViewed:
    return MenuViewed(*_who(callback), callback.get("EventKey"))


def _scanned(callback: Callback) -> CodeScanned:
    get = callback.get
    return CodeScanned(
        *_who(callback),
        get("EventKey"),
        callback.event == "scancode_waitmsg",
        get("ScanCodeInfo.ScanType"),
        get("ScanCodeInfo.ScanResult"),
    )


def _pictures(callback: Callback) -> PicturesSent:
    return PicturesSent(
        *_who(callback),
        callback.get("EventKey"),
        callback.event,
        number_or_none(callback, "SendPicsInfo.Count"),
        tuple(text for name, text in callback.fields if _PICTURE.fullmatch(name)),
    )


def _place(callback: Callback) -> PlaceSent:
    get = callback.get
    names = ("Location_X", "Location_Y", "Scale", "Label", "Poiname")
    x, y, scale, label, name = (get(f"SendLocationInfo.{name}") for name in names)
    return PlaceSent(*_who(callback), get("EventKey"), x, y, scale, label, name, get("AppType"))


def _card(callback: Callback) -> CardAnswered:
    questions: dict[str, str] = {}
    options: dict[str, list[str]] = {}
    for name, text in callback.fields:
        found = _CHOICE.fullmatch(name)
        if found and found[2]:
            questions[found[1] or "0"] = text
        elif found:
            options.setdefault(found[1] or "0", []).append(text)
    return CardAnswered(
        *_who(callback),
        *_card_ids(callback),
        tuple(Choice(text, tuple(options.get(at, ()))) for at, text in questions.items()),
    )


def _card_menu(callback: Callback) -> CardMenuUsed:
    return CardMenuUsed(*_who(callback), *_card_ids(callback))


def _card_ids(callback: Callback) -> tuple[str, str, str, str]:
    get = callback.get
    return get("EventKey"), get("TaskId"), get("CardType"), get("ResponseCode")


def _task_card(callback: Callback) -> TaskCardClicked:
    return TaskCardClicked(*_who(callback), callback.get("EventKey"), callback.get("TaskId"))


def _switched(callback: Callback) -> WorkbenchSwitched:
    return WorkbenchSwitched(*_who(callback), number_or_none(callback, "Mode"))


def _uploaded(callback: Callback) -> UploadFinished:
    return UploadFinished(*head(callback), required(callback, "JobId"))


def _app_state(callback: Callback) -> AppStateChanged:
    return AppStateChanged(*head(callback), callback.event, callback.agent_id, callback.fields)


MAKERS: Final[Makers] = {
    ("subscribe", ""): _plainly(Subscribed),
    ("unsubscribe", ""): _plainly(Unsubscribed),
    ("enter_agent", ""): _plainly(AppEntered),
    ("LOCATION", ""): _location,
    ("click", ""): _clicked,
    ("view", ""): _viewed,
    ("scancode_push", ""): _scanned,
    ("scancode_waitmsg", ""): _scanned,
    ("pic_sysphoto", ""): _pictures,
    ("pic_photo_or_album", ""): _pictures,
    ("pic_weixin", ""): _pictures,
    ("location_select", ""): _place,
    ("template_card_event", ""): _card,
    ("template_card_menu_event", ""): _card_menu,
    ("taskcard_click", ""): _task_card,
    ("switch_workbench_mode", ""): _switched,
    ("upload_media_job_finish", ""): _uploaded,
    ("close_inactive_agent", ""): _app_state,
    ("reopen_inactive_agent", ""): _app_state,
    ("inactive_alert", ""): _app_state,
    ("active_alert", ""): _app_state,
    ("share_agent_change", ""): _app_state,
    ("share_chain_change", ""): _app_state,
}
