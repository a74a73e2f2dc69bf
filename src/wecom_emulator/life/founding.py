"""Before the first day: stores and members, and what the company's app makes for them."""

import asyncio
from typing import Any

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.company import Department, Staff
from wecom_emulator.faults import Fault
from wecom_emulator.state import ROOT

from .scenario import Code
from .stage import Stage
from .words import GIVEN, SURNAMES

_BATCH = 50
_MOST_USERS = 100
"""Members that one code names."""
_REMARK, _STATE = 30, 30


async def found(stage: Stage) -> None:
    """Make what a scenario needs and is not there; raises RefusalError or ImpossibleActError."""
    if stage.scenario.company.existing:
        stage.members = sorted(stage.corp.staff)
        if not stage.members:
            message = f"{stage.corp.corpid} has no members, and the scenario brings none"
            raise ImpossibleActError(message)
    else:
        _open_stores(stage)
    stage.numbers = {userid: number for number, userid in enumerate(stage.members)}
    await _make_tags(stage)
    await _open_groups(stage)
    await _make_codes(stage)
    _break_callbacks(stage)


def _break_callbacks(stage: Stage) -> None:
    """On a group day callbacks get lost, come twice or late, as often as it says."""
    day = stage.scenario.group_day
    if day is None:
        return
    for kind, share in (
        ("drop_callback", day.lost),
        ("duplicate_callback", day.twice),
        ("reorder_callback", day.late),
    ):
        if share:
            stage.world.faults.add(Fault(kind, None, 1, None, share=share))


def _open_stores(stage: Stage) -> None:
    """Stores and members are there before anything is told, as if they came with the company."""
    corp, company = stage.corp, stage.scenario.company
    corp.departments.setdefault(ROOT, Department(ROOT, corp.name, 0, 1))
    by_name = {department.name: department.id for department in corp.departments.values()}
    free = max(corp.departments) + 1
    chance = stage.luck("names")
    for store in range(company.stores):
        name = store_name(stage, store)
        if name not in by_name:
            corp.departments[free] = Department(free, name, ROOT, store + 1)
            by_name[name], free = free, free + 1
        for number in range(company.staff):
            userid = f"{company.userid}{store * company.staff + number + 1:05d}"
            called = chance.choice(SURNAMES) + chance.choice(GIVEN)
            if userid not in corp.staff:
                corp.staff[userid] = Staff(
                    userid, called, [by_name[name]], customer_limit=company.customer_limit
                )
            stage.members.append(userid)
    stage.world.changed()


def store_name(stage: Stage, store: int) -> str:
    """What a store is called."""
    return stage.scenario.company.store_name.replace("{n}", str(store + 1))


async def _make_tags(stage: Stage) -> None:
    by_name = {group.group_name: group for group in stage.corp.tag_groups.values()}
    for name, wanted in stage.scenario.tags.items():
        group = by_name.get(name)
        there = {} if group is None else {tag.name: tag.id for tag in group.tags}
        missing = [tag for tag in wanted if tag not in there]
        if missing:
            where = {"group_name": name} if group is None else {"group_id": group.group_id}
            made = await stage.hands.act("console/tags", {**where, "tags": missing})
            there |= dict(zip(missing, made["tag_ids"], strict=True))
        stage.tags |= {tag: there[tag] for tag in wanted}


def _staff_of(stage: Stage, each: str, place: int) -> list[str]:
    """Who stands behind a code or owns a group."""
    if each == "member":
        return stage.members[place : place + 1]
    company = stage.scenario.company
    if each == "company" or company.existing:
        return stage.members
    return stage.members[place * company.staff : (place + 1) * company.staff]


def _places(stage: Stage, each: str) -> int:
    company = stage.scenario.company
    stores = 1 if company.existing else company.stores
    return {"company": 1, "store": stores, "member": len(stage.members)}[each]


async def _open_groups(stage: Stage) -> None:
    living = {
        (group.owner, group.name): group.chat_id
        for group in stage.corp.groups.values()
        if not group.dismissed
    }
    for key, group in stage.scenario.groups.items():
        if group.existing:
            continue
        for place in range(_places(stage, group.each)):
            owner = _staff_of(stage, group.each, place)[0]
            name = group.name.replace("{store}", store_name(stage, place))
            name = name.replace("{n}", str(place + 1))
            chat_id = living.get((owner, name))
            if chat_id is None:
                made = await stage.hands.act("groups", {"owner": owner, "name": name})
                chat_id = str(made["chat_id"])
            stage.groups[key, place] = chat_id
            way = {
                "scene": 2,
                "remark": name[:_REMARK],
                "auto_create_room": 1,
                "room_base_name": name,
                "room_base_id": 2,
                "chat_id_list": [chat_id],
                "state": key[:_STATE],
            }
            told = await stage.hands.call("externalcontact/groupchat/add_join_way", way)
            stage.join_ways[key, place] = str(told["config_id"])
            await _breathe(place)


async def _make_codes(stage: Stage) -> None:
    there = {way.remark: way.config_id for way in stage.corp.contact_ways.values()}
    for name, code in stage.scenario.codes.items():
        if code.kind == "existing":
            continue
        for place in range(_places(stage, code.each)):
            users = _staff_of(stage, code.each, place)[:_MOST_USERS]
            remark = f"{name} {place + 1} {users[0]}"[:_REMARK]
            if code.kind == "phone":
                stage.codes[name, place] = users[0]
            elif code.kind == "link":
                stage.codes[name, place] = await _make_link(stage, code, remark, users)
            else:
                known = there.get(remark)
                body = _way(name, code, remark, users)
                stage.codes[name, place] = known or await _make_way(stage, body)
            await _breathe(place)


def _way(name: str, code: Code, remark: str, users: list[str]) -> dict[str, Any]:
    return {
        "type": 1 if len(users) == 1 else 2,
        "scene": 2,
        "remark": remark,
        "skip_verify": code.skip_verify,
        "state": code.state or name[:_STATE],
        "user": users,
    }


async def _make_way(stage: Stage, body: dict[str, Any]) -> str:
    return str((await stage.hands.call("externalcontact/add_contact_way", body))["config_id"])


async def _make_link(stage: Stage, code: Code, name: str, users: list[str]) -> str:
    body = {"link_name": name, "range": {"user_list": users}, "skip_verify": code.skip_verify}
    told = await stage.hands.call("externalcontact/customer_acquisition/create_link", body)
    return str(told["link"]["link_id"])


async def _breathe(place: int) -> None:
    """A large company is not founded in one breath: others are served in between."""
    if place % _BATCH == _BATCH - 1:
        await asyncio.sleep(0)
