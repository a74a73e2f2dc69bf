"""A company's customers, made from a seed; the same seed makes the same people."""

import random
from typing import Any

from .capacity import room_of, scale_limit
from .population.words import GIVEN, NICKNAMES, SURNAMES
from .state import Corp, Group, Person, Relation, Tag, TagGroup, person_id
from .world import World

_WAYS = (1, 1, 1, 2, 3, 4, 16, 201)
_BY_CARD, _SHARED = 3, 201
_DAYS = 400
_NICKNAMED, _REMARKED = 0.3, 0.2
"""Shares of people with a nickname for a name, and with a remark."""


def populate(world: World, corp: Corp, wanted: dict[str, Any]) -> dict[str, int]:
    """Make customers, tag groups and groups, silently; a seed that was used changes nothing."""
    seed = int(wanted.get("seed") or 1)
    if seed not in corp.populated:
        chance = random.Random(seed)  # noqa: S311 - repeatable people, no secrets
        tags = _make_tags(world, corp, wanted.get("tag_groups") or 0)
        people = _make_people(world, corp, int(wanted.get("customers") or 0), chance, tags)
        _make_groups(world, corp, int(wanted.get("groups") or 0), chance, people)
        _widen(world, corp)
        corp.populated.append(seed)
        world.changed()
    return {
        "customers": len(corp.persons),
        "tag_groups": len(corp.tag_groups),
        "groups": len(corp.groups),
    }


def _widen(world: World, corp: Corp) -> None:
    """A corp that is this large has the room for it, and for as many again."""
    if len(corp.persons) >= scale_limit(world, corp):
        corp.contact_scale = 2 * len(corp.persons)
    corp.loads.clear()
    for member in corp.staff.values():
        if not room_of(world, corp, member.userid):
            member.customer_limit = 2 * corp.loads[member.userid]


def _make_tags(world: World, corp: Corp, wanted: list[dict[str, Any]] | int) -> list[str]:
    if isinstance(wanted, int):
        wanted = [
            {"name": f"标签组 {g + 1}", "tags": [f"标签 {g + 1}-{t + 1}" for t in range(5)]}
            for g in range(wanted)
        ]
    now = world.clock.seconds()
    made: list[str] = []
    for place, group in enumerate(wanted):
        group_id = f"et{corp.corpid[-6:]}g{place:04d}".ljust(32, "A")
        tags = [
            Tag(
                f"et{corp.corpid[-6:]}g{place:04d}t{number:04d}".ljust(32, "A"),
                name,
                100 - number,
                now,
            )
            for number, name in enumerate(group["tags"])
        ]
        corp.tag_groups[group_id] = TagGroup(group_id, group["name"], 100 - place, now, tags)
        made += [tag.id for tag in tags]
    return made


def _make_people(
    world: World, corp: Corp, count: int, chance: random.Random, tags: list[str]
) -> list[Person]:
    now = world.clock.seconds()
    members = list(corp.staff)
    people = []
    for number in range(count if members else 0):
        unionid = f"oSeed{chance.randrange(16**20):020x}"
        name = (
            chance.choice(NICKNAMES)
            if chance.random() < _NICKNAMED
            else chance.choice(SURNAMES) + chance.choice(GIVEN)
        )
        person = Person(
            person_id(corp.corpid, unionid), name, unionid, gender=chance.choice((0, 1, 2, 2))
        )
        corp.persons[person.external_userid] = person
        people.append(person)
        owners = chance.sample(members, k=min(len(members), 2 if number % 9 == 0 else 1))
        for userid in owners:
            since, way = now - chance.randrange(_DAYS * 24 * 3600), chance.choice(_WAYS)
            # Only who is somebody's already can be shared by him.
            shared = way == _SHARED and userid != owners[0]
            corp.put(
                Relation(
                    userid,
                    person.external_userid,
                    "whole",
                    since,
                    add_way=_BY_CARD if way == _SHARED and not shared else way,
                    remark=name if chance.random() < _REMARKED else "",
                    tags=chance.sample(tags, k=min(len(tags), chance.randrange(4))),
                    talked=True,
                    oper_userid=owners[0] if shared else person.external_userid,
                )
            )
    return people


def _make_groups(
    world: World, corp: Corp, count: int, chance: random.Random, people: list[Person]
) -> None:
    now = world.clock.seconds()
    members = list(corp.staff)
    for number in range(count if members else 0):
        chat_id = f"wr{corp.corpid[-6:]}{number:06d}".ljust(32, "A")
        owner = members[number % len(members)]
        joined = chance.sample(people, k=min(len(people), chance.randrange(20, 120)))
        corp.groups[chat_id] = Group(
            chat_id,
            f"会员福利 {number + 1} 群",
            owner,
            now - chance.randrange(_DAYS * 24 * 3600),
            {owner: now, **{p.external_userid: now - chance.randrange(10**6) for p in joined}},
        )
