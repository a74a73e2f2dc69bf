"""What WeCom looks at before it keeps a member, a department or a tag."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.customers.profile import external_profile
from wecom_emulator.calls import Call
from wecom_emulator.errors import (
    INVALID_MEDIA,
    NO_PRIVILEGE,
    NOT_THIS_APP,
    refuse_field,
)
from wecom_emulator.state import ROOT, Department, Staff

from . import errors
from .state import Contacts, depth, inside

CONTACTS_APP = 2000002
"""The agentid of the contacts-sync secret, the only one that writes."""
DEPARTMENTS_A_MEMBER = 100
NAME, ALIAS, POSITION, EMAIL_LEAST, EMAIL_MOST = 64, 64, 128, 6, 64
MORE = {"address": 128, "external_position": 12, "nickname": 64}
"""Texts and the characters they may have."""
_USERID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_\-@.]{0,63}", re.ASCII)
_MOBILE = re.compile(r"\+?[0-9][0-9 \-]{4,19}", re.ASCII)
_EMAIL = re.compile(r"[^@\s]{1,62}@[^@\s]+\.[^@\s]+")
_TELEPHONE = re.compile(r"[0-9\-+,]{0,32}", re.ASCII)
_FORBIDDEN = frozenset('\\:*?"<>|｜')
_DEEPEST = 15
_GENDERS = {"", "1", "2"}


def check_writer(call: Call) -> None:
    """Only the contacts-sync secret changes members, departments and tags."""
    if call.app.agentid != CONTACTS_APP:
        raise NOT_THIS_APP.error()


def userid_of(call: Call) -> str:
    """The userid a new member asks for."""
    userid = fields.text(call.body, "userid", missing=errors.INVALID_USERID)
    if _USERID.fullmatch(userid) is None:
        raise errors.INVALID_USERID.error()
    if call.corp.member(userid) is not None:
        raise errors.USERID_TAKEN.error()
    return userid


def member_fields(call: Call, known: Staff | None) -> dict[str, Any]:
    """What a create or update gives, checked; only what is there."""
    body = call.body
    found: dict[str, Any] = {
        **_names(body, known),
        **_places(call, known),
        **_addresses(call, known),
        **_rest(call),
    }
    if known is None and not found.get("mobile") and not found.get("email"):
        raise errors.NO_WAY_TO_REACH.error()
    return found


def _names(body: Mapping[str, Any], known: Staff | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if known is None or "name" in body:
        name = body.get("name")
        if not isinstance(name, str) or not 0 < len(name) <= NAME:
            raise errors.INVALID_NAME.error()
        found["name"] = name
    if "alias" in body:
        found["alias"] = fields.optional_text(body, "alias", most=ALIAS)
    return found


def _places(call: Call, known: Staff | None) -> dict[str, Any]:
    body = call.body
    found: dict[str, Any] = {}
    departments = known.department if known is not None else [ROOT]
    if body.get("department") is not None:
        departments = fields.integers(body, "department", most=DEPARTMENTS_A_MEMBER) or [ROOT]
        if not set(departments) <= set(call.corp.departments):
            raise errors.INVALID_DEPARTMENT.error()
        found["department"] = list(dict.fromkeys(departments))
    elif known is None:
        found["department"] = departments
    for name, refusal in (("order", None), ("is_leader_in_dept", errors.LEADERS_LENGTH)):
        if body.get(name) is not None:
            numbers = fields.integers(body, name)
            if len(numbers) != len(departments):
                if refusal is not None:
                    raise refusal.error()
                refuse_field(name, "does not fit department")
            found[name] = numbers
    if body.get("main_department") is not None:
        found["main_department"] = fields.integer(body, "main_department")
        if found["main_department"] not in departments:
            raise errors.INVALID_DEPARTMENT.error()
    return found


def _addresses(call: Call, known: Staff | None) -> dict[str, Any]:
    body, kept = call.body, call.corp.of(Contacts)
    found: dict[str, Any] = {}
    mobile, email = fields.optional_text(body, "mobile"), fields.optional_text(body, "email")
    activated = known is not None and known.status == 1
    if mobile and not activated:
        if _MOBILE.fullmatch(mobile) is None:
            raise errors.INVALID_MOBILE.error()
        owner = next((m for m in call.corp.staff.values() if m.mobile == mobile), None)
        if owner is not None and owner is not known:
            raise errors.MOBILE_TAKEN.error()
        found["mobile"] = mobile
    if email and not activated:
        _check_email(email)
        owner_id = kept.by_email(email)
        if owner_id is not None and (known is None or owner_id != known.userid):
            raise errors.EMAIL_TAKEN.error()
        found["email"] = email
    if "biz_mail" in body:
        found["biz_mail"] = fields.optional_text(body, "biz_mail")
        if found["biz_mail"]:
            _check_email(found["biz_mail"])
    return found


def _check_email(address: str) -> None:
    if not EMAIL_LEAST <= len(address.encode()) <= EMAIL_MOST or _EMAIL.fullmatch(address) is None:
        raise errors.INVALID_EMAIL.error()


def _rest(call: Call) -> dict[str, Any]:
    body = call.body
    found: dict[str, Any] = {
        name: check(call, name) for name, check in _CHECKS.items() if body.get(name) is not None
    }
    for name, most in MORE.items():
        if name in body:
            found[name] = fields.optional_text(body, name, most=most)
    if "avatar_mediaid" in found:
        found["avatar"] = found.pop("avatar_mediaid")
    return found


def _position(call: Call, name: str) -> str:
    text = fields.optional_text(call.body, name)
    if len(text) > POSITION:
        raise errors.INVALID_POSITION.error()
    return text


def _telephone(call: Call, name: str) -> str:
    text = fields.optional_text(call.body, name)
    if _TELEPHONE.fullmatch(text) is None:
        raise errors.INVALID_TELEPHONE.error()
    return text


def _gender(call: Call, name: str) -> str:
    text = str(call.body[name])
    if text not in _GENDERS:
        refuse_field(name, "is 1 or 2")
    return text


def _leader(call: Call, name: str) -> list[str]:
    leaders = fields.strings(call.body, name)
    if len(leaders) > 1 or any(call.corp.member(u) is None for u in leaders):
        raise errors.DIRECT_LEADERS.error()
    return leaders


def _avatar(call: Call, name: str) -> str:
    media_id = fields.optional_text(call.body, name)
    media = call.world.state.media.get(media_id)
    if media is None or media.corpid != call.corp.corpid or media.kind != "image":
        raise errors.INVALID_AVATAR.error()
    if media.expires_at < call.world.clock.now():
        raise INVALID_MEDIA.error()
    return f"{call.base_url}/media/{media_id}"


_CHECKS: dict[str, Callable[[Call, str], Any]] = {
    "position": _position,
    "telephone": _telephone,
    "gender": _gender,
    "direct_leader": _leader,
    "avatar_mediaid": _avatar,
    "enable": lambda call, name: fields.flag(call.body, name, default=True),
    "extattr": lambda call, name: fields.optional_object(call.body, name),
    "external_profile": external_profile,
}


def department_name(name: object) -> str:
    """A department's name; 60001 for its length, 60009 for its characters."""
    if not isinstance(name, str) or not 0 < len(name) <= NAME:
        raise errors.DEPARTMENT_NAME.error()
    if set(name) & _FORBIDDEN:
        raise errors.DEPARTMENT_CHARACTERS.error()
    return name


def check_place(call: Call, department: Department | None, name: str, parent: int) -> None:
    """Whether a department may be called `name` under `parent`."""
    departments = call.corp.departments
    if parent not in departments:
        raise errors.UNKNOWN_PARENT.error()
    if department is not None and inside(departments, parent, department.id):
        raise errors.DEPARTMENT_CIRCLE.error()
    if depth(departments, parent) >= _DEEPEST:
        raise errors.TOO_DEEP.error()
    for other in departments.values():
        if other is not department and (other.parentid, other.name) == (parent, name):
            raise errors.DEPARTMENT_EXISTS.error()


def department_of(call: Call, name: str = "id") -> Department | None:
    """The department a query asks for; None where it asks for none."""
    if not call.query.get(name):
        return None
    found = call.corp.departments.get(fields.integer(call.query, name))
    if found is None:
        raise errors.UNKNOWN_DEPARTMENT.error()
    if not call.app.sees_department(found.id, call.corp.departments):
        raise NO_PRIVILEGE.error()
    return found
