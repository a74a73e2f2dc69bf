"""What WeCom looks at before it does anything: names, rights and sizes of member tags."""

from collections.abc import Mapping
from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.contacts.checks import CONTACTS_APP
from wecom_emulator.calls import Call

from . import errors
from .state import MemberTag, MemberTags

NAME, MEMBERS_A_CALL, PARTIES_A_CALL = 32, 1000, 100


def name_of(call: Call, tag: MemberTag | None) -> str:
    """The name asked for; 40072 for its length, 40071 where another tag has it."""
    name = call.body.get("tagname")
    if not isinstance(name, str) or not 0 < len(name) <= NAME:
        raise errors.NAME_LENGTH.error()
    for other in call.corp.of(MemberTags).tags.values():
        if other is not tag and other.tagname == name:
            raise errors.NAME_TAKEN.error()
    return name


def seen(call: Call, tag: MemberTag) -> bool:
    """Whether the app may know of it: its own ones, and all for the contacts-sync secret."""
    return call.app.agentid in {CONTACTS_APP, tag.agentid}


def tag_of(call: Call, told: Mapping[str, Any]) -> MemberTag:
    """The tag a call names."""
    tag = call.corp.of(MemberTags).tags.get(
        fields.integer(told, "tagid", missing=errors.INVALID_TAG)
    )
    if tag is None:
        raise errors.INVALID_TAG.error()
    if not seen(call, tag):
        raise errors.FOREIGN.error()
    return tag


def lists_of(call: Call) -> tuple[list[str], list[str], list[int], list[int]]:
    """Members that are there and that are not, departments that are there and that are not."""
    asked, parties = fields.strings(call.body, "userlist"), fields.integers(call.body, "partylist")
    if not asked and not parties:
        raise errors.BOTH_EMPTY.error()
    if len(asked) > MEMBERS_A_CALL or len(parties) > PARTIES_A_CALL:
        raise errors.TOO_MANY_AT_ONCE.error()
    users = [m.userid for u in asked if (m := call.corp.member(u)) is not None and call.sees(u)]
    wrong = [u for u in asked if not call.sees(u)]
    here = [p for p in parties if p in call.corp.departments]
    if not users and not here:
        raise errors.NOBODY_VALID.error()
    return users, wrong, here, [p for p in parties if p not in call.corp.departments]
