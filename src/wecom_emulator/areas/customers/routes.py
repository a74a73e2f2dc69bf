"""Customers (documents 92571, 92113, 92114, 92994, 92115, 99434)."""

from functools import partial
from typing import Any

from wecom_emulator import acts
from wecom_emulator.acts import PARTNER
from wecom_emulator.areas.tags.state import labels, living_ids
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import NOT_FRIENDS
from wecom_emulator.paging import Over, cursor, limit, page, place
from wecom_emulator.state import Person, Relation, Tag

from . import checks
from .contact_list import contact_list
from .errors import UNLICENSED
from .state import Walk, page_of_member, relations_of_member

BY_CHANNELS = 10
"""The add_way of whom WeChat Channels brought."""
PERSONAL_TAG = 2
DEFAULT_PAGE = 50
Labels = dict[str, tuple[str, Tag, int]]


async def follow_users(call: Call) -> dict[str, Any]:
    """Members with the feature whom the app sees."""
    able = (m for m in call.visible_staff() if m.contact and m.status == 1)
    return {"follow_user": [member.userid for member in able]}


async def list_ids(call: Call) -> dict[str, Any]:
    """A member's customers; none is a refusal."""
    member = checks.follower(call)
    rows = relations_of_member(call.corp, member.userid)
    found = [r.external_userid for r in rows if call.knows(r)]
    if not found:
        raise NOT_FRIENDS.error()
    return {"external_userid": found}


def _person(call: Call, person: Person) -> dict[str, Any]:
    told: dict[str, Any] = {
        "external_userid": person.external_userid,
        "name": person.name,
        "avatar": person.avatar,
        "type": person.type,
        "gender": person.gender,
    }
    if person.type != PARTNER:
        return told | ({"unionid": person.unionid} if call.corp.switches.bound_developer else {})
    told |= {
        "corp_name": person.corp_name,
        "corp_full_name": person.corp_full_name or person.corp_name,
    }
    if person.position:
        told["position"] = person.position
    # The name in WeChat Channels is for those who read the member himself.
    profile = {k: v for k, v in person.external_profile.items() if k != "wechat_channels"}
    return told | ({"external_profile": profile} if profile else {})


def _relation(person: Person, relation: Relation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "userid": relation.userid,
        "remark": relation.remark,
        "description": relation.description,
        "createtime": relation.createtime,
    }
    if person.type != PARTNER:
        told["remark_corp_name"] = relation.company
    told |= {
        "remark_mobiles": relation.mobiles,
        "oper_userid": relation.oper_userid,
        "add_way": relation.add_way,
    }
    if relation.channel:
        told["state"] = relation.channel
    if relation.add_way == BY_CHANNELS:
        told["wechat_channels"] = {"nickname": "", "source": 0} | relation.wechat_channels
    return told


def _tags(known: Labels, relation: Relation) -> list[dict[str, Any]]:
    """Corp and strategy tags in the library's order, then the member's own."""
    mine = set(relation.tags)
    told: list[dict[str, Any]] = [
        {"group_name": group, "tag_name": tag.name, "tag_id": tag.id, "type": kind}
        for group, tag, kind in known.values()
        if tag.id in mine
    ]
    told += [
        {"group_name": group, "tag_name": name, "type": PERSONAL_TAG}
        for group, name in relation.personal_tags
    ]
    return told


async def get(call: Call) -> dict[str, Any]:
    """One customer with his followers, 500 on a page."""
    person, relations = checks.followed(call)
    most = call.world.limits.followers_a_page
    where = {"cursor": call.query.get("cursor")}
    rows, after = page(
        relations, where, default=most, most=most, name=f"get/{person.external_userid}"
    )
    known = labels(call.corp)
    told: dict[str, Any] = {
        "external_contact": _person(call, person),
        "follow_user": [_relation(person, r) | {"tags": _tags(known, r)} for r in rows],
    }
    return told | ({"next_cursor": after} if after else {})


async def batch(call: Call) -> dict[str, Any]:
    """Pages of (member, customer) pairs."""
    members = checks.followers(call)
    most = call.world.limits.customers_a_page
    size = limit(call.body, default=min(DEFAULT_PAGE, most), most=most, over=Over.CLAMP)
    name = f"get_by_user/{','.join(member.userid for member in members)}"
    start = place(call.body, name)
    readable = [member for member in members if member.licensed]
    if not readable:
        raise UNLICENSED.error()
    sources = [partial(page_of_member, call.corp, member.userid) for member in readable]
    rows, after = Walk(sources).page(start, size)
    known = living_ids(call.corp)
    told = []
    for relation in rows:
        person = call.corp.persons[relation.external_userid]
        tag_ids = [tag for tag in relation.tags if tag in known]
        follow = _relation(person, relation) | {"tag_id": tag_ids}
        told.append({"external_contact": _person(call, person), "follow_info": follow})
    return {
        "external_contact_list": told,
        "next_cursor": cursor(after, name) if after is not None else "",
        "fail_info": {
            "unlicensed_userid_list": [one.userid for one in members if not one.licensed]
        },
    }


async def remark(call: Call) -> dict[str, Any]:
    """Change remark, description, company, mobiles or picture."""
    relation = call.pair()
    wanted = checks.remarks(call)
    if call.corp.persons[relation.external_userid].type == PARTNER:
        # A partner's company is known; there is nothing to write.
        wanted.pop("company", None)
    for name, value in wanted.items():
        setattr(relation, name, value)
    if call.corp.switches.events_for_api_changes:
        acts.edited(call.world, call.corp, relation)
    call.world.changed()
    return {}


VERBS = {
    "externalcontact/get_follow_user_list": Verb(
        "GET",
        follow_users,
        {"follow_user": []},
        document="92571",
        open="A member who is not activated is left out.",
    ),
    "externalcontact/list": Verb(
        "GET",
        list_ids,
        {"external_userid": []},
        document="92113",
        open="A member without the feature is refused with 84074.",
    ),
    "externalcontact/get": Verb(
        "GET",
        get,
        {"follow_user": []},
        document="92114",
        open="A customer whom nobody in the visible range follows is refused with 40096.",
    ),
    "externalcontact/batch/get_by_user": Verb(
        "POST",
        batch,
        {"external_contact_list": []},
        document="92994",
        open="Members without the feature show nobody; if none has it, 84074. The text of 701008;"
        " whether other calls refuse who has no licence: none here does.",
    ),
    "externalcontact/remark": Verb(
        "POST",
        remark,
        counts_parallel=True,
        document="92115",
        open="The company of a partner on WeCom is not changed, and nothing says so.",
    ),
    "externalcontact/contact_list": Verb(
        "POST",
        contact_list,
        {"info_list": []},
        document="99434",
        open="The largest limit; the code of an old cursor, 50100; how a name is masked.",
    ),
}
