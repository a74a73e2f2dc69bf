"""What is kept of members and departments beyond what everybody asks for."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import Corp, Department, Leaver, Staff, below
from wecom_emulator.world import World

EVENT = "change_contact"
ACTIVATED, DISABLED, NOT_ACTIVATED = 1, 2, 4
TEXT = 0
"""The type of an attribute that is a text; 1 is a page."""
_TOLD = {
    "name": "Name",
    "mobile": "Mobile",
    "position": "Position",
    "gender": "Gender",
    "email": "Email",
    "biz_mail": "BizMail",
    "alias": "Alias",
    "telephone": "Telephone",
    "address": "Address",
    "avatar": "Avatar",
}
"""Fields that an event repeats under a name of its own."""
SENSITIVE = frozenset(
    {
        "mobile",
        "email",
        "biz_mail",
        "gender",
        "avatar",
        "thumb_avatar",
        "qr_code",
        "telephone",
        "address",
        "position",
        "direct_leader",
    }
)
"""What apps made since 2022-06 no longer get."""


@dataclass(slots=True)
class Contacts:
    """More of each member, of each department, by id."""

    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    departments: dict[int, dict[str, Any]] = field(default_factory=dict)
    emails: dict[str, str] = field(default_factory=dict)
    """The userid of each private address."""
    next_department: int = 2

    def by_email(self, email: str) -> str | None:
        """Whose address it is."""
        return self.emails.get(email.lower())

    def by_mailbox(self, mailbox: str) -> str | None:
        """Whose mailbox of the corp it is."""
        wanted = mailbox.lower()
        return next(
            (u for u, more in self.members.items() if more.get("biz_mail", "").lower() == wanted),
            None,
        )


def inside(departments: Mapping[int, Department], inner: int, outer: int) -> bool:
    """Whether a department is another one or lies below it."""
    return below(departments, inner, (outer,))


def depth(departments: Mapping[int, Department], id_: int) -> int:
    """How many steps a department lies below the root's parent."""
    steps, seen = 0, set[int]()
    while id_ in departments and id_ not in seen:
        seen.add(id_)
        id_, steps = departments[id_].parentid, steps + 1
    return steps


def keep_member(world: World, corp: Corp, userid: str, found: dict[str, Any]) -> Staff:
    """Make or change a member and tell the apps."""
    kept, known = corp.of(Contacts), corp.staff.get(userid)
    member = known or Staff(userid, "", [], status=NOT_ACTIVATED)
    corp.staff[userid] = member
    more = kept.members.setdefault(userid, {})
    if "email" in found:
        kept.emails = {a: u for a, u in kept.emails.items() if u != userid}
        kept.emails[found["email"].lower()] = userid
    for name, value in found.items():
        if name in {"name", "department", "mobile"}:
            setattr(member, name, value)
        elif name == "enable":
            enabled = ACTIVATED if member.status == DISABLED else member.status
            member.status = enabled if value else DISABLED
        else:
            more[name] = value
    change = "create_user" if known is None else "update_user"
    tell_member(world, corp, change, userid, found)
    return member


def tell_member(
    world: World, corp: Corp, change: str, userid: str, found: Mapping[str, Any]
) -> None:
    """News of a member, with what is new."""
    told: dict[str, Any] = {"Event": EVENT, "ChangeType": change, "UserID": userid}
    told |= {_TOLD[name]: value for name, value in found.items() if name in _TOLD}
    if "department" in found:
        told["Department"] = ",".join(map(str, found["department"]))
    if "main_department" in found:
        told["MainDepartment"] = found["main_department"]
    if "is_leader_in_dept" in found:
        told["IsLeaderInDept"] = ",".join(map(str, found["is_leader_in_dept"]))
    if "direct_leader" in found:
        told["DirectLeader"] = ",".join(found["direct_leader"])
    if "extattr" in found:
        told["ExtAttr"] = [_attribute(each) for each in found["extattr"].get("attrs", ())]
    member = corp.staff.get(userid)
    if member is not None and (change == "create_user" or "enable" in found):
        told["Status"] = member.status
    world.deliveries.send(corp, told)
    world.changed()


def _attribute(given: Mapping[str, Any]) -> dict[str, Any]:
    """An attribute as an event tells it: a text, or a page of the web."""
    head: dict[str, Any] = {"Name": str(given.get("name", "")), "Type": int(given.get("type", 0))}
    if head["Type"] == TEXT:
        return head | {"Text": {"Value": str((given.get("text") or {}).get("value", ""))}}
    page = given.get("web") or {}
    return head | {"Web": {"Title": str(page.get("title", "")), "Url": str(page.get("url", ""))}}


def remove_member(world: World, corp: Corp, member: Staff) -> None:
    """A member leaves; his customers and groups wait for somebody."""
    del corp.staff[member.userid]
    corp.leavers[member.userid] = Leaver(
        member.userid,
        member.name,
        world.clock.seconds(),
        list(member.department),
        member.signed_in_lately,
    )
    kept = corp.of(Contacts)
    kept.members.pop(member.userid, None)
    kept.emails = {a: u for a, u in kept.emails.items() if u != member.userid}
    tell_member(world, corp, "delete_user", member.userid, {})


def member_row(corp: Corp, member: Staff, *, sensitive: bool, full: bool = True) -> dict[str, Any]:
    """A member as the API shows him."""
    row: dict[str, Any] = {
        "userid": member.userid,
        "name": member.name,
        "department": member.department,
    }
    if not full:
        return row
    more = corp.of(Contacts).members.get(member.userid, {})
    count = len(member.department)
    row |= {
        "order": more.get("order", [0] * count),
        "position": more.get("position", ""),
        "mobile": member.mobile,
        "gender": more.get("gender") or "0",
        "email": more.get("email", ""),
        "biz_mail": more.get("biz_mail", ""),
        "is_leader_in_dept": more.get("is_leader_in_dept", [0] * count),
        "direct_leader": more.get("direct_leader", []),
        "avatar": more.get("avatar", ""),
        "thumb_avatar": more.get("avatar", ""),
        "qr_code": _card_of(corp, member),
        "telephone": more.get("telephone", ""),
        "alias": more.get("alias", ""),
        "address": more.get("address", ""),
        "main_department": more.get("main_department", (member.department or [1])[0]),
        "extattr": more.get("extattr", {"attrs": []}),
        "status": member.status,
        "external_position": more.get("external_position", ""),
        "external_profile": more.get("external_profile", {}),
    }
    return row if sensitive else {n: v for n, v in row.items() if n not in SENSITIVE}


def _card_of(corp: Corp, member: Staff) -> str:
    """The page with a member's own code."""
    vcode = hashlib.sha256(f"{corp.corpid}|{member.userid}".encode()).hexdigest()[:16]
    return f"https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=vc{vcode}"


def department_row(corp: Corp, department: Department) -> dict[str, Any]:
    """A department as the API shows it."""
    more = corp.of(Contacts).departments.get(department.id, {})
    leaders = [
        member.userid
        for member in corp.staff.values()
        if department.id in member.department and _leads(corp, member, department.id)
    ]
    return {
        "id": department.id,
        "name": department.name,
        "name_en": more.get("name_en", ""),
        "department_leader": leaders,
        "parentid": department.parentid,
        "order": department.order,
    }


def _leads(corp: Corp, member: Staff, department_id: int) -> bool:
    flags = corp.of(Contacts).members.get(member.userid, {}).get("is_leader_in_dept", [])
    place = member.department.index(department_id)
    return place < len(flags) and bool(flags[place])


def new_department_id(corp: Corp) -> int:
    """A number no department has or had."""
    kept = corp.of(Contacts)
    kept.next_department = max([kept.next_department, *(d + 1 for d in corp.departments)])
    kept.next_department += 1
    return kept.next_department - 1


def tell_department(world: World, corp: Corp, change: str, id_: int, **found: str | int) -> None:
    """News of a department."""
    world.deliveries.send(corp, {"Event": EVENT, "ChangeType": change, "Id": id_, **found})
    world.changed()
