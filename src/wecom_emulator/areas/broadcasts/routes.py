"""Broadcasts that members confirm (documents 92135, 93338, 97610, 97611)."""

from typing import Any

from wecom_emulator import attachments, fields, paging
from wecom_emulator.calls import MISSING_MEMBER, Call, Verb
from wecom_emulator.paging import Over

from . import checks, state
from .state import GROUP, SENT, SINGLE, UNSENT, Broadcast, Broadcasts, Task

BY_CORP, BY_MEMBER, BY_ANYBODY = 0, 1, 2


async def add(call: Call) -> dict[str, Any]:
    """Make a task for members."""
    plan = checks.plan(call)
    made = state.make(
        call.world,
        call.corp,
        plan.chat_type,
        plan.content,
        plan.targets,
        allow_select=plan.allow_select,
    )
    return {"fail_list": plan.failed, "msgid": made.msgid}


def _created(call: Call, broadcast: Broadcast) -> int | str:
    quoted = call.corp.switches.broadcast_time_quoted
    return str(broadcast.create_time) if quoted else broadcast.create_time


def _head(call: Call, broadcast: Broadcast) -> dict[str, Any]:
    told: dict[str, Any] = {"msgid": broadcast.msgid}
    if broadcast.creator:
        told["creator"] = broadcast.creator
    told["create_time"] = _created(call, broadcast)
    told["create_type"] = BY_MEMBER if broadcast.creator else BY_CORP
    if broadcast.content.text:
        told["text"] = {"content": broadcast.content.text}
    return told


def _found(call: Call) -> list[Broadcast]:
    kind = checks.chat_type(call.body)
    start, end = checks.span(call.body, checks.MONTH)
    by = fields.integer(call.body, "filter_type", BY_ANYBODY, least=BY_CORP, most=BY_ANYBODY)
    creator = fields.optional_text(call.body, "creator").lower()
    return [
        each
        for each in call.corp.of(Broadcasts).kept.values()
        if each.chat_type == kind
        and start <= each.create_time <= end
        and by in {BY_ANYBODY, BY_MEMBER if each.creator else BY_CORP}
        and (not creator or each.creator.lower() == creator)
    ]


async def list_new(call: Call) -> dict[str, Any]:
    """Page through broadcasts."""
    rows, cursor = paging.page(
        _found(call), call.body, default=50, most=100, over=Over.RESET, name="broadcasts"
    )
    return {
        "group_msg_list": [
            {**_head(call, each), "attachments": attachments.listed(each.content.attachments)}
            for each in rows
        ],
        "next_cursor": cursor,
    }


async def list_old(call: Call) -> dict[str, Any]:
    """The same as it was when a broadcast had one attachment."""
    rows, cursor = paging.page(
        _found(call), call.body, default=50, most=100, over=Over.RESET, name="broadcasts"
    )
    told = []
    for each in rows:
        row = _head(call, each)
        for attachment in attachments.listed(each.content.attachments)[:1]:
            row[attachment["msgtype"]] = attachment[attachment["msgtype"]]
        told.append(row)
    return {"group_msg_list": told, "next_cursor": cursor}


def _task(task: Task) -> dict[str, Any]:
    told: dict[str, Any] = {"userid": task.userid, "status": task.status}
    if task.status != UNSENT:
        told["send_time"] = task.send_time
    return told


async def list_tasks(call: Call) -> dict[str, Any]:
    """Who has sent his part."""
    broadcast = checks.broadcast(call, dispatched=True)
    rows, cursor = paging.page(
        list(broadcast.tasks.values()),
        call.body,
        default=500,
        most=1000,
        over=Over.RESET,
        name=f"tasks {broadcast.msgid}",
    )
    return {"task_list": [_task(task) for task in rows], "next_cursor": cursor}


def _results(broadcast: Broadcast, task: Task) -> list[dict[str, Any]]:
    if broadcast.chat_type == GROUP:
        # The owner chooses them when he sends, so there is nothing to tell of the others.
        targets = [to for to, outcome in task.outcomes.items() if outcome.status == SENT]
    else:
        targets = task.targets
    name = "external_userid" if broadcast.chat_type == SINGLE else "chat_id"
    rows = []
    for to in targets:
        outcome = task.outcomes.get(to)
        row: dict[str, Any] = {name: to, "userid": task.userid}
        row["status"] = UNSENT if outcome is None else outcome.status
        if outcome is not None and outcome.status == SENT:
            row["send_time"] = outcome.send_time
        rows.append(row)
    return rows


async def list_results(call: Call) -> dict[str, Any]:
    """What became of each customer or group of one member."""
    broadcast = checks.broadcast(call, dispatched=True)
    userid = fields.text(call.body, "userid", missing=MISSING_MEMBER)
    task = next((t for t in broadcast.tasks.values() if t.userid.lower() == userid.lower()), None)
    rows, cursor = paging.page(
        [] if task is None else _results(broadcast, task),
        call.body,
        default=500,
        most=1000,
        over=Over.RESET,
        name=f"results {broadcast.msgid} {userid.lower()}",
    )
    return {"send_list": rows, "next_cursor": cursor}


async def list_old_results(call: Call) -> dict[str, Any]:
    """What became of everybody, in one list."""
    broadcast = checks.broadcast(call, dispatched=True)
    rows, cursor = paging.page(
        [row for task in broadcast.tasks.values() for row in _results(broadcast, task)],
        call.body,
        default=10_000,
        most=10_000,
        over=Over.RESET,
        name=f"details {broadcast.msgid}",
    )
    return {"detail_list": rows, "next_cursor": cursor}


async def remind(call: Call) -> dict[str, Any]:
    """Tell the members again."""
    broadcast = checks.remindable(call)
    now = call.world.clock.now()
    broadcast.reminders = [
        *(at for at in broadcast.reminders if at > now - checks.DAY),
        now,
    ]
    call.world.changed()
    return {}


async def cancel(call: Call) -> dict[str, Any]:
    """Stop who has not sent yet."""
    checks.living(call).cancelled = True
    call.world.changed()
    return {}


_LIST = "Members' order and the order of broadcasts are ours: oldest first."
VERBS = {
    "externalcontact/add_msg_template": Verb(
        "POST",
        add,
        {"fail_list": []},
        document="92135",
        open=(
            "An id of another shape refuses the whole call (40096), an unknown one stands in"
            " fail_list; a tag counts whichever follower gave it; placeholders are not emulated."
        ),
    ),
    "externalcontact/get_groupmsg_list_v2": Verb(
        "POST", list_new, {"group_msg_list": []}, document="93338", open=_LIST
    ),
    "externalcontact/get_groupmsg_list": Verb(
        "POST",
        list_old,
        {"group_msg_list": []},
        document="93338",
        open="Its shape is only known as 'one attachment': it stands beside the text here.",
    ),
    "externalcontact/get_groupmsg_task": Verb(
        "POST", list_tasks, {"task_list": []}, document="93338", open=_LIST
    ),
    "externalcontact/get_groupmsg_send_result": Verb(
        "POST",
        list_results,
        {"send_list": []},
        document="93338",
        open="A member without a part gets an empty list.",
    ),
    "externalcontact/get_group_msg_result": Verb(
        "POST",
        list_old_results,
        {"detail_list": []},
        document="93338",
        open="check_status of the oldest form is left out; every broadcast is told.",
    ),
    "externalcontact/remind_groupmsg_send": Verb(
        "POST", remind, document="97610", open="A cancelled one is refused with 41093."
    ),
    "externalcontact/cancel_groupmsg_send": Verb("POST", cancel, document="97611"),
}
