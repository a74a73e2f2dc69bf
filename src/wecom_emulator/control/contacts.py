"""What an administrator does to members and departments in WeCom's own console."""

from typing import Any

from pydantic import Field
from starlette.requests import Request

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.contacts.state import (
    ACTIVATED,
    inside,
    keep_member,
    new_department_id,
    tell_department,
)
from wecom_emulator.state import ROOT, Corp, Department
from wecom_emulator.world import World

from .declaring import Answer, Body, Empty, declare
from .plumbing import Act, BadRequestError, member_of


def _departments(corp: Corp, given: object) -> list[int]:
    found = [int(str(id_)) for id_ in given] if isinstance(given, list) else []
    if not found or not set(found) <= set(corp.departments):
        message = f"department is a list of departments that are here, not {given}"
        raise BadRequestError(message)
    return found


def _department(corp: Corp, given: object) -> Department:
    found = corp.departments.get(int(str(given)))
    if found is None:
        message = f"no department {given}"
        raise BadRequestError(message, 404)
    return found


class NewMember(Body):
    """Who joins."""

    userid: str
    name: str = ""
    """The userid without it."""
    department: list[int] = Field(default_factory=lambda: [ROOT])
    mobile: str | None = None


class ChangedMember(Body):
    """What is new of a member."""

    name: str = ""
    department: list[int] = Field(default_factory=list)


class NewDepartment(Body):
    """A department."""

    name: str
    id: int = 0
    """The next that is free without it."""
    parentid: int = ROOT
    order: int = 0


class ChangedDepartment(Body):
    """What is new of a department."""

    name: str = ""
    parentid: int = 0


class Userid(Answer):
    """Which member."""

    userid: str


class DepartmentId(Answer):
    """Which department."""

    id: int


@declare(takes=NewMember, answers=Userid, tells=("create_user",))
async def make_member(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member joins the corp, activated at once; the apps are told."""
    userid = str(body["userid"])
    if not userid or corp.member(userid) is not None:
        message = f"{userid or 'nobody'} cannot join: the userid is taken or empty"
        raise ImpossibleActError(message)
    found: dict[str, Any] = {
        "name": str(body.get("name", userid)),
        "department": _departments(corp, body.get("department", [ROOT])),
    }
    if body.get("mobile"):
        found["mobile"] = str(body["mobile"])
    member = keep_member(world, corp, userid, found)
    member.status = ACTIVATED
    corp.leavers.pop(userid, None)
    return {"userid": userid}


@declare(takes=ChangedMember, answers=Userid, tells=("update_user",))
async def change_member(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member gets another name or other departments; the apps are told."""
    member = member_of(corp, request.path_params["userid"])
    found: dict[str, Any] = {}
    if "name" in body:
        found["name"] = str(body["name"])
    if "department" in body:
        found["department"] = _departments(corp, body["department"])
    if not found:
        message = "give name or department"
        raise BadRequestError(message)
    keep_member(world, corp, member.userid, found)
    return {"userid": member.userid}


@declare(takes=NewDepartment, answers=DepartmentId, tells=("create_party",))
async def make_department(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A new department below `parentid`; the apps are told."""
    parent = _department(corp, body.get("parentid", ROOT))
    id_ = int(body["id"]) if "id" in body else new_department_id(corp)
    if id_ in corp.departments:
        message = f"department {id_} is here already"
        raise ImpossibleActError(message)
    name, order = str(body["name"]), int(body.get("order", 0))
    corp.departments[id_] = Department(id_, name, parent.id, order)
    tell_department(world, corp, "create_party", id_, Name=name, ParentId=parent.id, Order=order)
    return {"id": id_}


@declare(takes=ChangedDepartment, answers=DepartmentId, tells=("update_party",))
async def change_department(
    world: World, corp: Corp, body: dict[str, Any], request: Request
) -> Any:
    """Another name or another parent; the apps are told what is new."""
    found = _department(corp, request.path_params["id"])
    told: dict[str, str | int] = {}
    if "name" in body:
        told["Name"] = str(body["name"])
    if "parentid" in body:
        parent = _department(corp, body["parentid"])
        if inside(corp.departments, parent.id, found.id):
            message = f"department {parent.id} lies in {found.id}"
            raise ImpossibleActError(message)
        told["ParentId"] = parent.id
    found.name = str(told.get("Name", found.name))
    found.parentid = int(told.get("ParentId", found.parentid))
    tell_department(world, corp, "update_party", found.id, **told)
    return {"id": found.id}


@declare(answers=Empty, tells=("delete_party",))
async def delete_department(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """An empty department goes; the apps are told."""
    found = _department(corp, request.path_params["id"])
    used = any(found.id in member.department for member in corp.staff.values())
    if used or found.id == ROOT or any(d.parentid == found.id for d in corp.departments.values()):
        message = f"department {found.id} is the root or not empty"
        raise ImpossibleActError(message)
    del corp.departments[found.id]
    tell_department(world, corp, "delete_party", found.id)
    return {}


ACTS: dict[str, Act] = {
    "console/members": make_member,
    "console/members/{userid}": change_member,
    "console/departments": make_department,
    "console/departments/{id}": change_department,
    "console/departments/{id}/delete": delete_department,
}
