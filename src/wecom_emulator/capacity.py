"""How many customers fit: a member's list and the corp's contact scale."""

from .company import Staff
from .state import SHOWN, Corp
from .world import World


def member_limit(world: World, member: Staff) -> int:
    """How many customers the member may have."""
    if member.customer_limit is not None:
        return member.customer_limit
    return world.limits.customers_of_a_member


def scale_limit(world: World, corp: Corp) -> int:
    """How many customers the corp may have."""
    return world.limits.contact_scale if corp.contact_scale is None else corp.contact_scale


def room_of(world: World, corp: Corp, userid: str) -> int:
    """How many customers more the member can take; exact once it is small."""
    member = corp.staff[userid]
    most = member_limit(world, member)
    if userid not in corp.loads or corp.loads[userid] >= most:
        # Only where it matters: what is kept is never too small, for who goes is not taken off.
        corp.loads[userid] = corp.load(userid)
    return max(0, most - corp.loads[userid])


def corp_is_full(world: World, corp: Corp, external_userid: str) -> bool:
    """Whether the corp's contact scale has no room for a person it does not have yet."""
    most = scale_limit(world, corp)
    if len(corp.persons) < most:
        return False
    if any(r.state in SHOWN for r in corp.between(external_userid).values()):
        return False
    if corp.derived is not None:
        return corp.derived.having_followers() >= most
    having = sum(
        1
        for of_person in corp.relations.values()
        if any(relation.state in SHOWN for relation in of_person.values())
    )
    return having >= most
