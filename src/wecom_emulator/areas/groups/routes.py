"""Customer groups and statistics (documents 92120, 92122, 94822, 92132, 92133)."""

from dataclasses import asdict
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import UNKNOWN_GROUP
from wecom_emulator.grouping import SCANNED, is_customer_group, known_of, seat_of
from wecom_emulator.paging import Over, page
from wecom_emulator.state import Group

from . import checks, state
from .errors import MISSING_OPENGID
from .state import DAY, Behavior, GroupData

MOST, DEFAULT = 1000, 500
STATUSES = 3
ORDERS = {1: "new_chat_cnt", 2: "chat_total", 3: "new_member_cnt", 4: "member_total"}


async def list_groups(call: Call) -> dict[str, Any]:
    """Page through ids; of some owners or of one status where asked."""
    status = fields.integer(call.body, "status_filter", 0, least=0, most=STATUSES)
    named = checks.owners(call)
    seen = named or [member.userid for member in call.visible_staff()]
    wanted = set(seen)
    rows = [
        (group, state.status_of(call.corp, group))
        for group in call.corp.groups.values()
        if not group.dismissed and group.owner in wanted and is_customer_group(call.corp, group)
    ]
    found = [(group, mine) for group, mine in rows if status in {0, mine}]
    part, cursor = page(
        found,
        call.body,
        default=MOST,
        most=MOST,
        over=Over.REFUSE,
        required=True,
        name="groupchat/list",
    )
    return {
        "group_chat_list": [{"chat_id": group.chat_id, "status": mine} for group, mine in part],
        "next_cursor": cursor,
    }


def _member(call: Call, group: Group, who: str, joined_at: int, *, named: bool) -> dict[str, Any]:
    person = call.corp.persons.get(who)
    seat = seat_of(call.corp, group, who)
    told: dict[str, Any] = {
        "userid": who,
        "type": 1 if person is None else 2,
        "join_time": joined_at,
        "join_scene": seat.scene,
        "group_nickname": seat.nickname,
    }
    if seat.state and seat.scene == SCANNED:
        told["state"] = seat.state
    if seat.invitor and seat.invitor not in call.corp.persons:
        told["invitor"] = {"userid": seat.invitor}
    if person is not None and person.type == 1 and call.corp.switches.bound_developer:
        told["unionid"] = person.unionid
    if named:
        staff = call.corp.staff.get(who) or call.corp.leavers.get(who)
        known = person or staff
        told["name"] = known.name if known is not None else ""
    return told


async def get(call: Call) -> dict[str, Any]:
    """One group with its members."""
    chat_id = fields.text(call.body, "chat_id", missing=UNKNOWN_GROUP)
    named = bool(fields.integer(call.body, "need_name", 0, least=0, most=1))
    group = checks.customer_group(call, chat_id)
    return {
        "group_chat": {
            "chat_id": group.chat_id,
            "name": group.name,
            "owner": group.owner,
            "create_time": group.create_time,
            "notice": group.notice,
            "member_list": [
                _member(call, group, who, at, named=named) for who, at in group.members.items()
            ],
            "admin_list": [{"userid": who} for who in known_of(call.corp, group).admins],
            "member_version": group.version,
        }
    }


async def opengid_to_chatid(call: Call) -> dict[str, Any]:
    """The group a mini program was opened in."""
    opengid = fields.text(call.body, "opengid", missing=MISSING_OPENGID)
    return {"chat_id": checks.of_opengid(call, opengid).chat_id}


async def statistic(call: Call) -> dict[str, Any]:
    """Groups of each owner over the days together, sorted and in pages."""
    days = checks.window(call, "day_begin_time", "day_end_time", required=False)
    named = checks.owners(call)
    key = ORDERS[fields.integer(call.body, "order_by", 1, least=1, most=len(ORDERS))]
    ascending = fields.integer(call.body, "order_asc", 0, least=0, most=1)
    offset = fields.integer(call.body, "offset", 0, least=0, most=1 << 31)
    limit = fields.integer(call.body, "limit", DEFAULT, least=1, most=MOST)
    rows: list[tuple[str, GroupData]] = []
    if days:
        visible = [member.userid for member in call.visible_staff()] if named is None else named
        found = state.ever_of(call.corp, set(visible))
        owned = state.owned(call.corp, found, days[-1] + DAY - 1)
        groups = state.ledgers(call.corp, found)
        for owner in visible:
            if owner in owned:
                mine = [groups[group.chat_id] for group in owned[owner]]
                rows.append((owner, state.count_groups(mine, days[0], days[-1])))
    rows.sort(key=lambda row: getattr(row[1], key), reverse=not ascending)
    part = rows[offset : offset + limit]
    return {
        "total": len(rows),
        "next_offset": min(offset + limit, len(rows)),
        "items": [{"owner": owner, "data": asdict(data)} for owner, data in part],
    }


async def statistic_by_day(call: Call) -> dict[str, Any]:
    """Groups of all owners together, day by day."""
    days = checks.window(call, "day_begin_time", "day_end_time", required=False)
    named = checks.owners(call)
    visible = set(named or [member.userid for member in call.visible_staff()])
    found = state.ever_of(call.corp, visible)
    groups = state.ledgers(call.corp, found)
    items = []
    for day in days:
        owned = state.owned(call.corp, found, day + DAY - 1)
        mine = [groups[g.chat_id] for owner in visible for g in owned.get(owner, [])]
        data = state.count_groups(mine, day, day)
        items.append({"stat_time": day, "data": asdict(data)})
    return {"items": items}


def _row(day: int, data: Behavior) -> dict[str, Any]:
    told: dict[str, Any] = {
        "stat_time": day,
        "new_apply_cnt": data.new_apply_cnt,
        "new_contact_cnt": data.new_contact_cnt,
        "chat_cnt": len(data.chats),
        "message_cnt": data.message_cnt,
        "negative_feedback_cnt": data.negative_feedback_cnt,
    }
    if data.begun:
        told["reply_percentage"] = round(100 * len(data.waits) / data.begun, 2)
    if data.waits:
        told["avg_reply_time"] = round(sum(data.waits) / len(data.waits) / 60)
    return told


async def behavior(call: Call) -> dict[str, Any]:
    """What some members did with their customers, day by day, together."""
    userids = checks.members(call, call.body)
    days = checks.window(call, "start_time", "end_time", required=True)
    return {
        "behavior_data": [
            _row(day, data) for day, data in state.behavior_of(call.corp, userids, days)
        ]
    }


_TOTALS = "chat_has_msg, member_has_msg and msg_total count all until the end of the last day."
VERBS = {
    "externalcontact/groupchat/list": Verb(
        "POST",
        list_groups,
        {"group_chat_list": []},
        document="92120",
        open="The code of a limit outside 1 to 1,000 is 40058.",
    ),
    "externalcontact/groupchat/get": Verb("POST", get, document="92122"),
    "externalcontact/opengid_to_chatid": Verb(
        "POST", opengid_to_chatid, document="94822", open="What an opengid looks like."
    ),
    "externalcontact/groupchat/statistic": Verb(
        "POST", statistic, {"items": []}, document="92133", open=_TOTALS
    ),
    "externalcontact/groupchat/statistic_group_by_day": Verb(
        "POST", statistic_by_day, {"items": []}, document="92133", open=_TOTALS
    ),
    "externalcontact/get_user_behavior_data": Verb(
        "POST",
        behavior,
        {"behavior_data": []},
        document="92132",
        open="Departments count their own members, not those below them.",
    ),
}
