"""What WeCom looks at before it does anything."""

from collections.abc import Mapping
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import refuse_field

from .errors import OUT_OF_RANGE, OUTSIDE_PARENT, TOO_DEEP, TOO_MANY_NODES, UNKNOWN_STRATEGY
from .state import Kind, Strategy, covers, found, lineage

MEMBER, DEPARTMENT = 1, 2
"""The kinds of a node of a range."""


def known(call: Call, kind: Kind) -> Strategy:
    """The rule group that a body names; those of other apps are unknown."""
    row = found(call.corp, kind, fields.integer(call.body, "strategy_id"), call.app.agentid)
    if row is None:
        raise UNKNOWN_STRATEGY.error()
    return row


def parent(call: Call, kind: Kind) -> Strategy | None:
    """The rule group above a new one; none makes it one of the first level."""
    parent_id = fields.integer(call.body, "parent_id", 0)
    if not parent_id:
        return None
    row = found(call.corp, kind, parent_id, call.app.agentid)
    if row is None:
        raise UNKNOWN_STRATEGY.error()
    if len(lineage(call.corp, kind, row)) >= call.world.limits.strategy_depth:
        raise TOO_DEEP.error()
    return row


def admins(call: Call, *, required: bool) -> list[str]:
    """Members of the visible range, at most 20."""
    most = call.world.limits.strategy_admins
    wanted = fields.strings(call.body, "admin_list", most=most, required=required)
    return list(dict.fromkeys(call.member(userid, OUT_OF_RANGE).userid for userid in wanted))


def privilege(body: Mapping[str, Any], kind: Kind) -> dict[str, bool]:
    """All privileges of the kind: what is not named is allowed, the basic ones always are."""
    given = fields.optional_object(body, "privilege")
    return {
        name: fields.flag(given, name, default=True) or name in kind.basic
        for name in sorted(kind.privileges)
    }


def nodes(call: Call, name: str, *, seen: bool = True) -> tuple[list[str], list[int]]:
    """Members and departments of a range; with `seen` 60030 for one outside the visible range."""
    users: dict[str, None] = {}
    parties: dict[int, None] = {}
    for row in fields.objects(call.body, name, most=call.world.limits.strategy_nodes_a_call):
        node = fields.integer(row, "type")
        if node == MEMBER:
            userid = fields.text(row, "userid")
            users[call.member(userid, OUT_OF_RANGE).userid if seen else userid] = None
        elif node == DEPARTMENT:
            party = fields.integer(row, "partyid")
            if seen and not _sees(call, party):
                raise OUT_OF_RANGE.error()
            parties[party] = None
        else:
            refuse_field("type", "is out of range")
    return list(users), list(parties)


def _sees(call: Call, party: int) -> bool:
    departments = call.corp.departments
    return party in departments and call.app.sees_department(party, departments)


def within(call: Call, above: Strategy | None, users: list[str], parties: list[int]) -> None:
    """A child's range is a part of its parent's."""
    if above is not None and not covers(call.corp, above, users, parties):
        raise OUTSIDE_PARENT.error()


def few_enough(call: Call, count: int) -> None:
    """A rule group has at most 3,000 nodes."""
    if count > call.world.limits.strategy_nodes:
        raise TOO_MANY_NODES.error()
