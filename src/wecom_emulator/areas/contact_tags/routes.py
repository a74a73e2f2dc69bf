"""Tags of members and departments (documents 90210 to 90216)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.contacts.checks import check_writer
from wecom_emulator.calls import Call, Verb

from . import errors
from .checks import lists_of, name_of, seen, tag_of
from .state import MemberTag, MemberTags, tell


async def create(call: Call) -> dict[str, Any]:
    """Make one."""
    check_writer(call)
    kept, name = call.corp.of(MemberTags), name_of(call, None)
    if len(kept.tags) >= call.world.limits.member_tags:
        raise errors.TOO_MANY.error()
    tagid = fields.integer(call.body, "tagid", 0, least=0, most=2**31) or kept.new_id()
    if tagid in kept.tags:
        raise errors.INVALID_TAG.error()
    kept.tags[tagid] = MemberTag(tagid, name, call.app.agentid)
    call.world.changed()
    return {"errmsg": "created", "tagid": tagid}


async def update(call: Call) -> dict[str, Any]:
    """Rename one."""
    check_writer(call)
    tag = tag_of(call, call.body)
    tag.tagname = name_of(call, tag)
    call.world.changed()
    return {"errmsg": "updated"}


async def delete(call: Call) -> dict[str, Any]:
    """Delete one."""
    check_writer(call)
    del call.corp.of(MemberTags).tags[tag_of(call, call.query).tagid]
    call.world.changed()
    return {"errmsg": "deleted"}


async def get(call: Call) -> dict[str, Any]:
    """Who has it."""
    tag = tag_of(call, call.query)
    return {
        "tagname": tag.tagname,
        "userlist": [
            {"userid": userid, "name": call.corp.staff[userid].name}
            for userid in tag.users
            if call.sees(userid)
        ],
        "partylist": [p for p in tag.parties if p in call.corp.departments],
    }


async def list_tags(call: Call) -> dict[str, Any]:
    """Those the app may know of."""
    return {
        "taglist": [
            {"tagid": tag.tagid, "tagname": tag.tagname}
            for tag in call.corp.of(MemberTags).tags.values()
            if seen(call, tag)
        ]
    }


def _told(wrong: list[str], missing: list[int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if wrong:
        found["invalidlist"] = "|".join(wrong)
    if missing:
        found["invalidparty"] = missing
    return found


async def add(call: Call) -> dict[str, Any]:
    """Put it on members and departments; those that are not there are named."""
    check_writer(call)
    tag = tag_of(call, call.body)
    users, wrong, parties, missing = lists_of(call)
    new_users = [u for u in dict.fromkeys(users) if u not in tag.users]
    new_parties = [p for p in dict.fromkeys(parties) if p not in tag.parties]
    if len(tag.users) + len(new_users) > call.world.limits.members_of_a_tag:
        raise errors.TOO_MANY.error()
    tag.users += new_users
    tag.parties += new_parties
    tell(call.world, call.corp, tag, users=(new_users, []), parties=(new_parties, []))
    return _told(wrong, missing)


async def remove(call: Call) -> dict[str, Any]:
    """Take it from members and departments."""
    check_writer(call)
    tag = tag_of(call, call.body)
    users, wrong, parties, missing = lists_of(call)
    gone = [u for u in tag.users if u in users], [p for p in tag.parties if p in parties]
    tag.users = [u for u in tag.users if u not in users]
    tag.parties = [p for p in tag.parties if p not in parties]
    tell(call.world, call.corp, tag, users=([], gone[0]), parties=([], gone[1]))
    return {"errmsg": "deleted"} | _told(wrong, missing)


VERBS = {
    "tag/create": Verb("POST", create, document="90210"),
    "tag/update": Verb("POST", update, document="90211"),
    "tag/delete": Verb("GET", delete, document="90212"),
    "tag/get": Verb("GET", get, document="90213"),
    "tag/addtagusers": Verb("POST", add, document="90214"),
    "tag/deltagusers": Verb("POST", remove, document="90215"),
    "tag/list": Verb("GET", list_tags, document="90216"),
}
