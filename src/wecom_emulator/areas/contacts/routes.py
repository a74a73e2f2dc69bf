"""Members and departments (documents 90195 to 90201, 90205 to 90208, 95350, 95351)."""

from datetime import date, datetime, timedelta
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import UNKNOWN_MEMBER, refuse_field
from wecom_emulator.paging import Over, page
from wecom_emulator.state import ROOT, Department, Staff

from . import errors
from .checks import (
    check_place,
    check_writer,
    department_name,
    department_of,
    member_fields,
    userid_of,
)
from .state import (
    Contacts,
    department_row,
    inside,
    keep_member,
    member_row,
    new_department_id,
    remove_member,
    tell_department,
)

LIST_IDS = 10_000
DELETED_AT_ONCE = 200
ACTIVE_DAYS = 30
MOBILE_LEAST, MOBILE_MOST = 5, 32
CORP_MAILBOX = 1
"""The email_type of mailboxes of the corp; 2 is a member's private address."""
WRITES_OPEN = "Whether a corp's own contacts-sync app is told of what it wrote: it is."


def _asked(call: Call) -> list[Department]:
    wanted, rows = department_of(call), call.corp.departments
    return [
        department
        for department in rows.values()
        if (wanted is None or inside(rows, department.id, wanted.id))
        and call.app.sees_department(department.id, rows)
    ]


async def departments(call: Call) -> dict[str, Any]:
    """All, or one and those below it."""
    return {"department": [department_row(call.corp, d) for d in _asked(call)]}


async def simple_departments(call: Call) -> dict[str, Any]:
    """Ids only."""
    return {
        "department_id": [
            {"id": d.id, "parentid": d.parentid, "order": d.order} for d in _asked(call)
        ]
    }


async def department(call: Call) -> dict[str, Any]:
    """One."""
    found = department_of(call)
    if found is None:
        raise errors.UNKNOWN_DEPARTMENT.error()
    return {"department": department_row(call.corp, found)}


async def create_department(call: Call) -> dict[str, Any]:
    """Make one."""
    check_writer(call)
    body, corp = call.body, call.corp
    name = department_name(body.get("name"))
    parent = fields.integer(body, "parentid", missing=errors.UNKNOWN_PARENT)
    check_place(call, None, name, parent)
    siblings = [d.order for d in corp.departments.values() if d.parentid == parent]
    order = fields.integer(body, "order", max(siblings, default=0) + 1, least=0, most=2**32 - 1)
    id_ = fields.integer(body, "id", 0, least=0, most=2**31) or new_department_id(corp)
    if id_ in corp.departments:
        raise errors.DEPARTMENT_EXISTS.error()
    english = fields.optional_text(body, "name_en", most=64)
    corp.departments[id_] = Department(id_, name, parent, order)
    corp.of(Contacts).departments[id_] = {"name_en": english}
    tell_department(call.world, corp, "create_party", id_, Name=name, ParentId=parent, Order=order)
    return {"errmsg": "created", "id": id_}


async def update_department(call: Call) -> dict[str, Any]:
    """Rename, move or reorder one."""
    check_writer(call)
    body, corp = call.body, call.corp
    found = corp.departments.get(fields.integer(body, "id"))
    if found is None:
        raise errors.UNKNOWN_DEPARTMENT.error()
    name = department_name(body["name"]) if body.get("name") is not None else found.name
    parent = fields.integer(body, "parentid", found.parentid)
    if (name, parent) != (found.name, found.parentid):
        if found.id == ROOT and parent != found.parentid:
            raise errors.DEPARTMENT_CIRCLE.error()
        if found.id != ROOT:
            check_place(call, found, name, parent)
    order = fields.integer(body, "order", found.order, least=0, most=2**32 - 1)
    english = fields.optional_text(body, "name_en", most=64)
    told: dict[str, str | int] = {}
    if name != found.name:
        told["Name"] = name
    if parent != found.parentid:
        told["ParentId"] = parent
    found.name, found.parentid, found.order = name, parent, order
    if "name_en" in body:
        corp.of(Contacts).departments.setdefault(found.id, {})["name_en"] = english
    tell_department(call.world, corp, "update_party", found.id, **told)
    return {"errmsg": "updated"}


async def delete_department(call: Call) -> dict[str, Any]:
    """Delete one that is empty."""
    check_writer(call)
    found = department_of(call)
    if found is None:
        raise errors.UNKNOWN_DEPARTMENT.error()
    if found.id == ROOT:
        raise errors.ROOT_STAYS.error()
    if any(d.parentid == found.id for d in call.corp.departments.values()):
        raise errors.DEPARTMENTS_INSIDE.error()
    if any(found.id in member.department for member in call.corp.staff.values()):
        raise errors.MEMBERS_INSIDE.error()
    del call.corp.departments[found.id]
    tell_department(call.world, call.corp, "delete_party", found.id)
    return {"errmsg": "deleted"}


def _members(call: Call) -> list[Staff]:
    wanted, rows = department_of(call, "department_id"), call.corp.departments
    if wanted is None:
        raise errors.UNKNOWN_DEPARTMENT.error()
    deep = call.query.get("fetch_child") == "1"
    return [
        member
        for member in call.visible_staff()
        if any(inside(rows, d, wanted.id) if deep else d == wanted.id for d in member.department)
    ]


def _sensitive(call: Call) -> bool:
    return call.corp.switches.sensitive_fields


async def users(call: Call) -> dict[str, Any]:
    """Members of a department."""
    told = _sensitive(call)
    return {"userlist": [member_row(call.corp, m, sensitive=told) for m in _members(call)]}


async def simple_users(call: Call) -> dict[str, Any]:
    """The same, short."""
    rows = [member_row(call.corp, m, sensitive=False, full=False) for m in _members(call)]
    return {"userlist": rows}


async def user(call: Call) -> dict[str, Any]:
    """One member."""
    member = call.member(call.query.get("userid", ""))
    return member_row(call.corp, member, sensitive=_sensitive(call))


async def user_ids(call: Call) -> dict[str, Any]:
    """One row for each membership."""
    check_writer(call)
    rows = [
        {"userid": m.userid, "department": d} for m in call.visible_staff() for d in m.department
    ]
    found, cursor = page(
        rows, call.body, default=LIST_IDS, most=LIST_IDS, over=Over.REFUSE, name="list_id"
    )
    return {"dept_user": found, "next_cursor": cursor}


async def create_user(call: Call) -> dict[str, Any]:
    """Make a member, not activated until he signs in."""
    check_writer(call)
    userid = userid_of(call)
    keep_member(call.world, call.corp, userid, member_fields(call, None))
    return {"errmsg": "created"}


async def update_user(call: Call) -> dict[str, Any]:
    """Change what is given."""
    check_writer(call)
    member = call.corp.member(fields.text(call.body, "userid", missing=errors.INVALID_USERID))
    if member is None:
        raise UNKNOWN_MEMBER.error()
    if fields.optional_text(call.body, "new_userid") not in {"", member.userid}:
        # Everybody here got his userid from a person, never from the system.
        raise errors.USERID_FIXED.error()
    keep_member(call.world, call.corp, member.userid, member_fields(call, member))
    return {"errmsg": "updated"}


async def delete_user(call: Call) -> dict[str, Any]:
    """A member leaves the corp."""
    check_writer(call)
    remove_member(call.world, call.corp, call.member(call.query.get("userid", "")))
    return {"errmsg": "deleted"}


async def delete_users(call: Call) -> dict[str, Any]:
    """Up to 200 members leave, or none of them."""
    check_writer(call)
    asked = fields.strings(call.body, "useridlist")
    if not asked:
        raise errors.INVALID_USERS.error()
    if len(asked) > DELETED_AT_ONCE:
        raise errors.TOO_MANY_USERS.error()
    found = {m.userid: m for userid in asked if (m := call.corp.member(userid)) is not None}
    if len({userid.lower() for userid in asked}) != len(found):
        raise errors.INVALID_USERS.error()
    for member in found.values():
        remove_member(call.world, call.corp, member)
    return {"errmsg": "deleted"}


async def userid_by_mobile(call: Call) -> dict[str, Any]:
    """Whose number it is."""
    mobile = fields.text(call.body, "mobile", missing=errors.INVALID_MOBILE)
    if not MOBILE_LEAST <= len(mobile.encode()) <= MOBILE_MOST:
        raise errors.INVALID_MOBILE.error()
    found = next((m for m in call.visible_staff() if m.mobile == mobile), None)
    if found is None:
        raise errors.NO_USER_OF_PHONE.error()
    return {"userid": found.userid}


async def userid_by_email(call: Call) -> dict[str, Any]:
    """Whose address it is."""
    email = fields.text(call.body, "email", missing=errors.INVALID_EMAIL)
    kind = fields.integer(call.body, "email_type", 1, least=1, most=2)
    kept = call.corp.of(Contacts)
    found = kept.by_mailbox(email) if kind == CORP_MAILBOX else kept.by_email(email)
    if found is None or not call.sees(found):
        raise errors.NO_USER_OF_PHONE.error()
    return {"userid": found}


async def active_stat(call: Call) -> dict[str, Any]:
    """How many members were active on a day: those who are activated and said or confirmed."""
    try:
        day = date.fromisoformat(fields.text(call.body, "date"))
    except ValueError:
        refuse_field("date", "is no date")
    today = datetime.fromtimestamp(call.world.clock.now(), fields.SHANGHAI).date()
    if not today - timedelta(days=ACTIVE_DAYS) <= day <= today:
        refuse_field("date", "is out of range")
    begin = datetime(day.year, day.month, day.day, tzinfo=fields.SHANGHAI).timestamp()
    offset = call.world.clock.offset
    spoke = {
        message.sender
        for message in call.corp.messages
        if begin <= message.at + offset < begin + 86_400
    }
    return {"active_cnt": sum(member.userid in spoke for member in call.visible_staff())}


async def join_code(call: Call) -> dict[str, Any]:
    """The address of the code with which somebody joins the corp."""
    check_writer(call)
    size = fields.integer(call.query, "size_type", 1, least=1, most=4)
    return {"join_qrcode": f"{call.base_url}/qr/join-{call.corp.corpid}-{size}.png"}


async def invite(call: Call) -> dict[str, Any]:
    """Ask members to join; those who cannot be asked are named."""
    asked = fields.strings(call.body, "user", most=1000)
    parties = fields.integers(call.body, "party", most=100)
    tags = fields.integers(call.body, "tag", most=100)
    if not asked and not parties and not tags:
        raise errors.EMPTY_LISTS.error()
    wrong = {
        "invaliduser": [userid for userid in asked if not call.sees(userid)],
        "invalidparty": [p for p in parties if p not in call.corp.departments],
        "invalidtag": tags,
    }
    return {name: found for name, found in wrong.items() if found}


VERBS = {
    "department/list": Verb("GET", departments, document="90208"),
    "department/simplelist": Verb("GET", simple_departments, document="95350"),
    "department/get": Verb("GET", department, document="95351"),
    "department/create": Verb("POST", create_department, document="90205", open=WRITES_OPEN),
    "department/update": Verb("POST", update_department, document="90206", open=WRITES_OPEN),
    "department/delete": Verb("GET", delete_department, document="90207", open=WRITES_OPEN),
    "user/list": Verb("GET", users, document="90201"),
    "user/simplelist": Verb("GET", simple_users, document="90200"),
    "user/get": Verb("GET", user, document="90196"),
    "user/list_id": Verb("POST", user_ids),
    "user/create": Verb("POST", create_user, document="90195", open=WRITES_OPEN),
    "user/update": Verb("POST", update_user, document="90197", open=WRITES_OPEN),
    "user/delete": Verb("GET", delete_user, document="90198", open=WRITES_OPEN),
    "user/batchdelete": Verb("POST", delete_users, document="90199", open=WRITES_OPEN),
    "user/getuserid": Verb("POST", userid_by_mobile, document="95402"),
    "user/get_userid_by_email": Verb("POST", userid_by_email),
    "user/get_active_stat": Verb("POST", active_stat),
    "corp/get_join_qrcode": Verb("GET", join_code),
    "batch/invite": Verb("POST", invite),
}
