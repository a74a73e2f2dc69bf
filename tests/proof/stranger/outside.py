"""What wechatpy offers and no emulator of this corp's own apps answers: why, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .stage import AGENT

OLD_CHAT = "chats of the enterprise account that WeCom replaced by appchat"
OLD_MATERIAL = "permanent files of the enterprise account; WeCom has none of them"
OFFICE = "calendars, schedules and approvals are office work, no customer contact"
PROVIDER = "calls of service providers, which no self-built app may make"
KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"


@dataclass(frozen=True, slots=True)
class Outside:
    """A call that is left out: how it is made, and what comes back.

    `answer` is an errcode of the envelope or HTTP 404, as WeCom answers a path that it has not.
    """

    call: Callable[[Any], object]
    answer: int
    why: str


def _known(why: str, call: Callable[[Any], object]) -> Outside:
    return Outside(call, 48002, why)


def _unknown(why: str, call: Callable[[Any], object]) -> Outside:
    return Outside(call, 404, why)


_ARTICLE = {"thumb_media_id": "m", "title": "t", "content": "c"}
OUT_OF_SCOPE = {
    "OA.apply_event": _known(
        OFFICE, lambda app: app.OA.apply_event("ann", "t1", 0, [], {"contents": []}, [])
    ),
    "OA.get_approval_detail": _known(OFFICE, lambda app: app.OA.get_approval_detail("1")),
    "OA.get_approval_info": _known(OFFICE, lambda app: app.OA.get_approval_info(1, 2, 0)),
    "OA.get_template_detail": _known(OFFICE, lambda app: app.OA.get_template_detail("t1")),
    "calendar.add": _known(OFFICE, lambda app: app.calendar.add("ann", "s", "#FF3030")),
    "calendar.delete": _known(OFFICE, lambda app: app.calendar.delete("c1")),
    "calendar.get": _known(OFFICE, lambda app: app.calendar.get(["c1"])),
    "calendar.update": _known(OFFICE, lambda app: app.calendar.update("c1", "s", "#FF3030")),
    "schedule.add": _known(OFFICE, lambda app: app.schedule.add("ann", 1, 2)),
    "schedule.delete": _known(OFFICE, lambda app: app.schedule.delete("s1")),
    "schedule.get": _known(OFFICE, lambda app: app.schedule.get(["s1"])),
    "schedule.get_by_calendar": _known(OFFICE, lambda app: app.schedule.get_by_calendar("c1")),
    "schedule.update": _known(OFFICE, lambda app: app.schedule.update("ann", "s1", 1, 2)),
    "service.get_login_info": _known(PROVIDER, lambda app: app.service.get_login_info("a")),
    "service.get_login_url": _known(PROVIDER, lambda app: app.service.get_login_url("t", "x")),
    "service.get_provider_token": _known(PROVIDER, lambda app: app.service.get_provider_token("s")),
    "service.get_suite_token": _known(
        PROVIDER, lambda app: app.service.get_suite_token("s", "s", "t")
    ),
    "chat.clear_notify": _unknown(
        OLD_CHAT, lambda app: app.chat.clear_notify("ann", "single", "bob")
    ),
    "chat.create": _unknown(OLD_CHAT, lambda app: app.chat.create("1", "n", "ann", ["ann", "bob"])),
    "chat.get": _unknown(OLD_CHAT, lambda app: app.chat.get("1")),
    "chat.quit": _unknown(OLD_CHAT, lambda app: app.chat.quit("1", "ann")),
    "chat.send_file": _unknown(
        OLD_CHAT, lambda app: app.chat.send_file("ann", "single", "bob", "m")
    ),
    "chat.send_group_file": _unknown(
        OLD_CHAT, lambda app: app.chat.send_group_file("ann", "1", "m")
    ),
    "chat.send_group_image": _unknown(
        OLD_CHAT, lambda app: app.chat.send_group_image("ann", "1", "m")
    ),
    "chat.send_group_text": _unknown(
        OLD_CHAT, lambda app: app.chat.send_group_text("ann", "1", "x")
    ),
    "chat.send_image": _unknown(
        OLD_CHAT, lambda app: app.chat.send_image("ann", "single", "bob", "m")
    ),
    "chat.send_single_file": _unknown(
        OLD_CHAT, lambda app: app.chat.send_single_file("ann", "bob", "m")
    ),
    "chat.send_single_image": _unknown(
        OLD_CHAT, lambda app: app.chat.send_single_image("ann", "bob", "m")
    ),
    "chat.send_single_text": _unknown(
        OLD_CHAT, lambda app: app.chat.send_single_text("ann", "bob", "x")
    ),
    "chat.send_text": _unknown(
        OLD_CHAT, lambda app: app.chat.send_text("ann", "single", "bob", "x")
    ),
    "chat.set_mute": _unknown(OLD_CHAT, lambda app: app.chat.set_mute([])),
    "chat.update": _unknown(OLD_CHAT, lambda app: app.chat.update("1", "ann", name="n")),
    "material.add": _unknown(
        OLD_MATERIAL, lambda app: app.material.add(AGENT, "image", ("a.png", b"x"))
    ),
    "material.add_articles": _unknown(
        OLD_MATERIAL, lambda app: app.material.add_articles([_ARTICLE])
    ),
    "material.batchget": _unknown(OLD_MATERIAL, lambda app: app.material.batchget(AGENT, "image")),
    "material.delete": _unknown(OLD_MATERIAL, lambda app: app.material.delete(AGENT, "m")),
    "material.get": _unknown(OLD_MATERIAL, lambda app: app.material.get(str(AGENT), "m")),
    "material.get_articles": _unknown(
        OLD_MATERIAL, lambda app: app.material.get_articles(AGENT, "m")
    ),
    "material.get_count": _unknown(OLD_MATERIAL, lambda app: app.material.get_count(AGENT)),
    "material.get_url": _unknown(
        OLD_MATERIAL, lambda app: app.get(app.material.get_url(str(AGENT), "m"))
    ),
    "material.update_articles": _unknown(
        OLD_MATERIAL, lambda app: app.material.update_articles(AGENT, "m", [_ARTICLE])
    ),
    "batch.invite_user": _unknown(
        "an invitation of the enterprise account; batch/invite takes its place",
        lambda app: app.batch.invite_user("http://inbox.invalid/", "t", KEY, ["ann"]),
    ),
    "shakearound.get_shake_info": _unknown(
        "devices of the enterprise account; WeCom has none of them",
        lambda app: app.shakearound.get_shake_info("t"),
    ),
}
