"""What WeCom looks at before it makes or changes a contact way (document 92228)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from wecom_emulator import code_quota, fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import (
    INVALID_MEDIA,
    NO_CONTACT_FEATURE,
    NO_PRIVILEGE,
    refuse_field,
    refuse_missing,
)
from wecom_emulator.state import ContactWay, Staff

from . import errors, state
from .state import MINI_PROGRAM, MULTIPLE, QR, SINGLE

_DAY: Final = 24 * 3600
STYLES: Final = {SINGLE: {1, 2, 3}, MULTIPLE: {1, 2}}
EXPIRES, MOST_EXPIRES = 7 * _DAY, 14 * _DAY
CHAT_EXPIRES, CHAT_MOST_EXPIRES = _DAY, 14 * _DAY
TEXT_BYTES, TITLE_BYTES, DESC_BYTES, APP_TITLE_BYTES = 4000, 128, 512, 64


def found(call: Call) -> ContactWay:
    """The one that the body names."""
    way = call.corp.contact_ways.get(fields.text(call.body, "config_id", missing=errors.MISSING_ID))
    if way is None:
        raise errors.UNKNOWN_ID.error()
    return way


def new(call: Call, config_id: str) -> ContactWay:
    """The contact way of a body that makes one."""
    body = call.body
    kind = fields.integer(body, "type", missing=errors.MISSING_TYPE)
    scene = fields.integer(body, "scene", missing=errors.MISSING_SCENE)
    if kind not in STYLES:
        raise errors.INVALID_TYPE.error()
    if scene not in {MINI_PROGRAM, QR}:
        raise errors.INVALID_SCENE.error()
    empty = ContactWay(
        config_id,
        kind,
        "",
        skip_verify=True,
        state="",
        user=[],
        party=[],
        created_at=call.world.clock.seconds(),
        scene=scene,
        style=1 if scene == MINI_PROGRAM else 0,
        is_temp=fields.flag(body, "is_temp"),
        is_exclusive=fields.flag(body, "is_exclusive"),
    )
    if empty.is_temp:
        if kind != SINGLE:
            refuse_field("is_temp", "needs type 1")
        if not call.corp.switches.medical:
            raise errors.NO_TEMPORARY_CHATS.error()
        empty = replace(empty, expires_in=EXPIRES, chat_expires_in=CHAT_EXPIRES)
    way = changed(call, empty, people=True)
    _check_quota(call, way)
    return way


def _check_quota(call: Call, way: ContactWay) -> None:
    limits, corp = call.world.limits, call.corp
    if way.is_temp:
        taken, most = state.made_today(call.world, corp), limits.temporary_ways_a_day
    else:
        taken, most = code_quota.taken(corp), limits.contact_ways
    if taken >= most:
        raise errors.QUOTA_FULL.error()


def changed(call: Call, way: ContactWay, *, people: bool = False) -> ContactWay:
    """The contact way with what the body gives; `people` looks at its members in any case."""
    body, limits = call.body, call.world.limits
    way = replace(
        way,
        remark=fields.optional_text(body, "remark", way.remark, most=limits.remark_characters),
        state=fields.optional_text(body, "state", way.state, most=limits.state_characters),
        skip_verify=fields.flag(body, "skip_verify", way.skip_verify),
        mark_source=fields.flag(body, "mark_source", way.mark_source),
    )
    if way.scene == MINI_PROGRAM:
        way = replace(way, style=fields.integer(body, "style", way.style))
        if way.style not in STYLES[way.type]:
            raise errors.INVALID_STYLE.error()
    if way.is_temp:
        way = _temporary(call, way)
    if people or body.get("user") is not None or body.get("party") is not None:
        way = _with_people(call, way)
    return way


def _temporary(call: Call, way: ContactWay) -> ContactWay:
    body = call.body
    unionid = fields.optional_text(body, "unionid", way.unionid)
    if unionid and not call.corp.switches.bound_developer:
        raise errors.NO_DEVELOPER.error()
    given = body.get("conclusions") is not None
    return replace(
        way,
        unionid=unionid,
        expires_in=fields.integer(body, "expires_in", way.expires_in, least=1, most=MOST_EXPIRES),
        chat_expires_in=fields.integer(
            body, "chat_expires_in", way.chat_expires_in, least=1, most=CHAT_MOST_EXPIRES
        ),
        conclusions=_conclusions(call) if given else way.conclusions,
    )


def _with_people(call: Call, way: ContactWay) -> ContactWay:
    body = call.body
    if not isinstance(body.get("user") or [], list):
        # A lone string is no member that anybody could see.
        raise NO_PRIVILEGE.error()
    users, parties = way.user, way.party
    if body.get("user") is not None:
        named = [_able(call.member(userid)).userid for userid in fields.strings(body, "user")]
        users = list(dict.fromkeys(named))
    if way.type == MULTIPLE and body.get("party") is not None:
        parties = fields.integers(body, "party")
    if way.type == SINGLE and len(users) != 1:
        raise errors.TOO_MANY_MEMBERS.error()
    check_departments(call, parties)
    covered = state.behind(call.corp, users, parties)
    if not covered:
        refuse_missing("user")
    if len(covered) > call.world.limits.staff_of_a_way:
        raise errors.TOO_MANY_MEMBERS.error()
    return replace(way, user=users, party=parties)


def _able(member: Staff) -> Staff:
    if member.status != state.ACTIVATED:
        raise errors.NOT_ACTIVATED.error()
    if not member.verified:
        raise errors.NOT_VERIFIED.error()
    if not member.contact:
        raise NO_CONTACT_FEATURE.error()
    return member


def check_departments(call: Call, ids: list[int]) -> None:
    """Refuse departments that are not there or not in the visible range (60011)."""
    departments = call.corp.departments
    for id_ in ids:
        if id_ not in departments or not call.app.sees_department(id_, departments):
            raise NO_PRIVILEGE.error()


def _conclusions(call: Call) -> dict[str, Any]:
    """A text, and one of image, link, mini program in this order where several are given."""
    body = fields.optional_object(call.body, "conclusions")
    kept: dict[str, Any] = {}
    if body.get("text") is not None:
        text = fields.optional_object(body, "text")
        kept["text"] = {"content": fields.text(text, "content", most=TEXT_BYTES, unit="bytes")}
    for kind, read in (("image", _image), ("link", _link), ("miniprogram", _miniprogram)):
        if body.get(kind) is not None:
            kept[kind] = read(call, fields.optional_object(body, kind))
            break
    if not kept:
        refuse_missing("conclusions")
    return kept


def _picture(call: Call, media_id: str) -> str:
    media = call.world.state.media.get(media_id)
    if (
        media is None
        or media.corpid != call.corp.corpid
        or media.kind != "image"
        or media.expires_at < call.world.clock.now()
    ):
        raise INVALID_MEDIA.error()
    return f"{call.base_url}/media/{media_id}"


def _image(call: Call, body: Mapping[str, Any]) -> dict[str, Any]:
    return {"pic_url": _picture(call, fields.text(body, "media_id", missing=INVALID_MEDIA))}


def _link(_: Call, body: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": fields.text(body, "title", most=TITLE_BYTES, unit="bytes"),
        "picurl": fields.optional_text(body, "picurl"),
        "desc": fields.optional_text(body, "desc", most=DESC_BYTES, unit="bytes"),
        "url": fields.text(body, "url"),
    }


def _miniprogram(call: Call, body: Mapping[str, Any]) -> dict[str, Any]:
    media_id = fields.text(body, "pic_media_id")
    _picture(call, media_id)
    return {
        "title": fields.text(body, "title", most=APP_TITLE_BYTES, unit="bytes"),
        "pic_media_id": media_id,
        "appid": fields.text(body, "appid"),
        "page": fields.text(body, "page"),
    }
