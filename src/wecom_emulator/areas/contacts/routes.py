"""Members and departments, reading (documents 90196, 90200, 90201, 90208)."""

from typing import Any

from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import Department, Staff

LIST_IDS = 10_000


def _below(call: Call, department_id: int) -> set[int]:
    found = {department_id}
    while True:
        more = {d.id for d in call.corp.departments.values() if d.parentid in found} - found
        if not more:
            return found
        found |= more


def _department(department: Department) -> dict[str, Any]:
    return {
        "id": department.id,
        "name": department.name,
        "parentid": department.parentid,
        "order": department.order,
        "department_leader": [],
    }


async def departments(call: Call) -> dict[str, Any]:
    """All, or one and those below it."""
    return {"department": [_department(d) for d in _asked(call)]}


def _asked(call: Call) -> list[Department]:
    rows = list(call.corp.departments.values())
    if not call.query.get("id"):
        return rows
    wanted = int(call.query["id"])
    if wanted not in call.corp.departments:
        raise RefusalError(60003, "department not found")
    below = _below(call, wanted)
    return [d for d in rows if d.id in below]


async def simple_departments(call: Call) -> dict[str, Any]:
    """Ids only."""
    return {
        "department_id": [
            {"id": d.id, "parentid": d.parentid, "order": d.order} for d in _asked(call)
        ]
    }


def _user(member: Staff) -> dict[str, Any]:
    return {
        "userid": member.userid,
        "name": member.name,
        "department": member.department,
        "main_department": member.department[0] if member.department else 1,
        "order": [0] * len(member.department),
        "is_leader_in_dept": [0] * len(member.department),
        "status": member.status,
        "avatar": "",
        "alias": "",
    }


def _members(call: Call) -> list[Staff]:
    wanted = int(call.query.get("department_id") or 0)
    if wanted not in call.corp.departments:
        raise RefusalError(60003, "department not found")
    deep = call.query.get("fetch_child") == "1"
    chosen = _below(call, wanted) if deep else {wanted}
    return [m for m in call.corp.staff.values() if chosen & set(m.department)]


async def users(call: Call) -> dict[str, Any]:
    """Members of a department."""
    return {"userlist": [_user(m) for m in _members(call)]}


async def simple_users(call: Call) -> dict[str, Any]:
    """The same, short."""
    return {
        "userlist": [
            {"userid": m.userid, "name": m.name, "department": m.department} for m in _members(call)
        ]
    }


async def user(call: Call) -> dict[str, Any]:
    """One member."""
    member = call.corp.member(call.query.get("userid", ""))
    if member is None:
        raise RefusalError(60111, "userid not found")
    return _user(member)


async def user_ids(call: Call) -> dict[str, Any]:
    """One row for each membership."""
    rows = [
        {"userid": m.userid, "department": d}
        for m in call.corp.staff.values()
        for d in m.department
    ]
    limit = int(call.body.get("limit") or LIST_IDS)
    if not 1 <= limit <= LIST_IDS:
        raise RefusalError(40058, "field `limit` is out of range. invalid Request Parameter")
    cursor = str(call.body.get("cursor") or "0")
    if not cursor.isdigit():
        raise RefusalError(50100, "invalid cursor")
    place = int(cursor)
    more = str(place + limit) if place + limit < len(rows) else ""
    return {"dept_user": rows[place : place + limit], "next_cursor": more}


VERBS = {
    "department/list": Verb("GET", departments),
    "department/simplelist": Verb("GET", simple_departments),
    "user/list": Verb("GET", users),
    "user/simplelist": Verb("GET", simple_users),
    "user/get": Verb("GET", user),
    "user/list_id": Verb("POST", user_ids),
}
