"""Customers and groups handed to another member.

Documents 92125, 94088 (on the job), 92124, 94081, 94082 (resigned), 92127, 95703 (groups).
"""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.groups.checks import sees_owner
from wecom_emulator.calls import Call, Verb
from wecom_emulator.paging import Over, page, place
from wecom_emulator.paging import cursor as cursor_to
from wecom_emulator.paging import limit as limit_of
from wecom_emulator.state import SHOWN

from . import checks, errors, state
from .state import CUSTOMER_TIMER, GROUP_TIMER, Transfer

PAGE = 1000


def _transfer(
    call: Call, handover: str, taker: str, *, on_job: bool, message: str
) -> dict[str, Any]:
    """Start a handover of each customer that nothing speaks against."""
    wanted = checks.customers(call)
    member = call.corp.staff[taker]
    now = call.world.clock.now()
    told: list[dict[str, Any]] = []
    started = 0
    for external in wanted:
        refusal = checks.customer(call, handover, member, external, on_job=on_job, started=started)
        told.append(
            {
                "external_userid": external,
                "errcode": refusal.errcode if refusal is not None else 0,
            }
        )
        if refusal is not None:
            continue
        known = call.corp.relation(taker, external)
        started += known is None or known.state not in SHOWN
        due = now + call.world.limits.transfer_seconds
        transfer = Transfer(handover, taker, external, now, due, on_job, message)
        state.start(call.world, call.corp, transfer)
    return {"customer": told}


async def transfer_customer(call: Call) -> dict[str, Any]:
    """Hand customers of a member who works here to another one; it takes 24 hours."""
    giver = checks.giver(call)
    taker = checks.takeover(call, "takeover_userid")
    if giver.userid == taker.userid:
        raise errors.SAME_MEMBER.error()
    most = call.world.limits.transfer_message
    message = fields.optional_text(call.body, "transfer_success_msg", most=most)
    return _transfer(call, giver.userid, taker.userid, on_job=True, message=message)


async def transfer_resigned(call: Call) -> dict[str, Any]:
    """Hand customers of a member who left to another one; it takes 24 hours."""
    left = checks.recent_leaver(call)
    taker = checks.takeover(call, "takeover_userid")
    return _transfer(call, left.userid, taker.userid, on_job=False, message="")


def _result(call: Call, handover: str, *, on_job: bool) -> dict[str, Any]:
    taker = checks.somebody(call, "takeover_userid")
    found = state.transfers_between(call.corp, handover, taker, on_job=on_job)
    # A page has a fixed size here: there is no limit to ask for.
    where = {"cursor": call.body.get("cursor")}
    name = f"transfer_result/{handover}/{taker}/{on_job}"
    rows, cursor = page(found, where, default=PAGE, most=PAGE, name=name)
    return {
        "customer": [
            {
                "external_userid": transfer.external_userid,
                "status": transfer.status,
                "takeover_time": transfer.takeover_time,
            }
            for transfer in rows
        ],
        "next_cursor": cursor,
    }


async def transfer_result(call: Call) -> dict[str, Any]:
    """How the handovers between two members stand."""
    return _result(call, checks.somebody(call, "handover_userid"), on_job=True)


async def resigned_result(call: Call) -> dict[str, Any]:
    """The same of a member who left."""
    left = checks.leaver(call, fields.text(call.body, "handover_userid"))
    return _result(call, left.userid, on_job=False)


async def unassigned(call: Call) -> dict[str, Any]:
    """Customers of members who left, in pages by cursor, or by number where there is none."""
    leavers = [
        userid
        for userid in call.corp.leavers
        if userid not in call.corp.staff and sees_owner(call, userid)
    ]
    found = state.unassigned(call.corp, leavers)
    size = limit_of({"limit": call.body.get("page_size")}, default=PAGE, most=PAGE, over=Over.CLAMP)
    numbered = call.body.get("page_id") is not None and not call.body.get("cursor")
    if numbered:
        start = fields.integer(call.body, "page_id", least=0, most=1 << 31) * size
    else:
        start = place(call.body, "unassigned")
    end = start + size
    told: dict[str, Any] = {
        "info": [
            {
                "handover_userid": relation.userid,
                "external_userid": relation.external_userid,
                "dimission_time": left_at,
            }
            for relation, left_at in found[start:end]
        ],
        "is_last": end >= len(found),
    }
    if not numbered:
        told["next_cursor"] = "" if told["is_last"] else cursor_to(end, "unassigned")
    return told


def _move(call: Call, *, on_job: bool) -> dict[str, Any]:
    wanted = checks.groups(call)
    owner = checks.takeover(call, "new_owner")
    failed: list[dict[str, Any]] = []
    for chat_id in wanted:
        refusal = checks.group(call, chat_id, owner, on_job=on_job)
        if refusal is None:
            group = call.corp.groups[chat_id]
            state.move_group(call.world, call.corp, group, owner.userid, on_job=on_job)
        else:
            row = {"chat_id": chat_id, "errcode": refusal.errcode, "errmsg": refusal.text}
            failed.append(row)
    return {"failed_chat_list": failed}


async def transfer_groups(call: Call) -> dict[str, Any]:
    """Give groups of members who left to another one."""
    return _move(call, on_job=False)


async def onjob_transfer_groups(call: Call) -> dict[str, Any]:
    """Give groups of members who work here to another one, at once."""
    return _move(call, on_job=True)


TIMERS = {CUSTOMER_TIMER: state.ripen, GROUP_TIMER: state.arrive}
_START = (
    "Only handovers that wait or were done count for the two in 90 days; the add by a handover"
    " carries a welcome code, and names the old member as oper_userid."
)
_GROUPS = "A member's 301st group of a day answers 45009, a group's third time in 90 days 40128."
_LONG = "A member who left more than a year ago is refused with 40205."
VERBS = {
    "externalcontact/transfer_customer": Verb(
        "POST", transfer_customer, {"customer": []}, document="92125", open=_START
    ),
    "externalcontact/transfer_result": Verb(
        "POST",
        transfer_result,
        {"customer": []},
        document="94088",
        open="takeover_time is 0 for status 4 as for 3.",
    ),
    "externalcontact/get_unassigned_list": Verb(
        "POST",
        unassigned,
        {"info": []},
        document="92124",
        open="A customer who waits for his takeover is not unassigned; one who refused is again.",
    ),
    "externalcontact/resigned/transfer_customer": Verb(
        "POST", transfer_resigned, {"customer": []}, document="94081", open=_LONG
    ),
    "externalcontact/resigned/transfer_result": Verb(
        "POST", resigned_result, {"customer": []}, document="94082"
    ),
    "externalcontact/groupchat/transfer": Verb(
        "POST", transfer_groups, {"failed_chat_list": []}, document="92127", open=_LONG
    ),
    "externalcontact/groupchat/onjob_transfer": Verb(
        "POST", onjob_transfer_groups, {"failed_chat_list": []}, document="95703", open=_GROUPS
    ),
}
