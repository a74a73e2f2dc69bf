"""Imports and exports of contacts (documents 90980 to 90983)."""

import base64
import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import orjson
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from wecom_emulator import fields
from wecom_emulator.areas.contact_tags.checks import tag_of
from wecom_emulator.areas.contacts.checks import (
    check_place,
    check_writer,
    department_name,
    member_fields,
    userid_of,
)
from wecom_emulator.areas.contacts.state import (
    department_row,
    keep_member,
    member_row,
    remove_member,
    tell_department,
)
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import RefusalError
from wecom_emulator.state import ROOT, Corp, Department, Media, new_id
from wecom_emulator.timers import Handler, set_timer
from wecom_emulator.world import World

from . import errors
from .checks import (
    PARTY_COLUMNS,
    USER_COLUMNS,
    callback_of,
    check_one_at_a_time,
    key_of,
    rows_of,
)
from .state import DONE, ContactJobs, ExportJob, ImportJob

RESULTS_KEPT = 5
URL_SECONDS = 2 * 3600
IMPORTED, EXPORTED = "contact_jobs.imported", "contact_jobs.exported"
ADDED, CHANGED = 1, 2
REPLACE_OPEN = "How many deletions at once replaceuser takes for a mistake (45026): none here."


def _begin(call: Call, kind: str, columns: dict[str, str]) -> dict[str, Any]:
    check_writer(call)
    check_one_at_a_time(call)
    rows, callback = rows_of(call, columns), callback_of(call)
    job = ImportJob(secrets.token_hex(16), kind, call.app.agentid, rows, callback)
    call.corp.of(ContactJobs).keep(job, RESULTS_KEPT)
    _wait(call, IMPORTED, job.jobid)
    return {"jobid": job.jobid}


def _wait(call: Call, what: str, jobid: str) -> None:
    set_timer(call.corp, call.world.clock.now() + call.corp.switches.jobs_take_seconds, what, jobid)
    call.world.changed()


async def sync_users(call: Call) -> dict[str, Any]:
    """Add and change the members of a file."""
    return _begin(call, "sync_user", USER_COLUMNS)


async def replace_users(call: Call) -> dict[str, Any]:
    """The same, and whoever is not in the file leaves."""
    return _begin(call, "replace_user", USER_COLUMNS)


async def replace_parties(call: Call) -> dict[str, Any]:
    """Add and change the departments of a file; empty ones that are not in it go."""
    return _begin(call, "replace_party", PARTY_COLUMNS)


def _imported(world: World, corp: Corp, jobid: str) -> None:
    job = corp.of(ContactJobs).imports.get(jobid)
    app = next((a for a in corp.apps if job is not None and a.agentid == job.agentid), None)
    if job is None or app is None:
        return
    call = Call(world, corp, app, {}, {}, "")
    if job.kind == "replace_party":
        job.result = [_party(replace(call, body=row)) for row in job.rows]
        _drop_parties(call, {str(row.get("id")) for row in job.rows})
    else:
        job.result = [_user(replace(call, body=row)) for row in job.rows]
        if job.kind == "replace_user":
            _drop_users(call, {str(row.get("userid", "")).lower() for row in job.rows})
    job.status = DONE
    if job.callback is not None:
        told = {"JobId": jobid, "JobType": job.kind, "ErrCode": 0, "ErrMsg": "ok"}
        world.deliveries.send(
            corp, {"Event": "batch_job_result", "BatchJob": told}, to=[job.callback]
        )


def _tried(do: Callable[[], object]) -> dict[str, Any]:
    try:
        do()
    except RefusalError as refusal:
        return {"errcode": refusal.errcode, "errmsg": refusal.text}
    return {"errcode": 0, "errmsg": "ok"}


def _user(call: Call) -> dict[str, Any]:
    known = call.corp.member(str(call.body.get("userid", "")))

    def do() -> None:
        userid = known.userid if known is not None else userid_of(call)
        keep_member(call.world, call.corp, userid, member_fields(call, known))

    return {"userid": str(call.body.get("userid", "")), **_tried(do)}


def _drop_users(call: Call, kept: set[str]) -> None:
    for member in list(call.corp.staff.values()):
        if member.userid.lower() not in kept:
            remove_member(call.world, call.corp, member)


def _party(call: Call) -> dict[str, Any]:
    body, corp = call.body, call.corp
    known = corp.departments.get(int(body["id"])) if str(body.get("id", "")).isdecimal() else None

    def do() -> None:
        id_ = fields.integer(body, "id", least=1, most=2**31)
        name = department_name(body.get("name"))
        parent = fields.integer(body, "parentid", ROOT if id_ != ROOT else 0)
        if id_ != ROOT:
            check_place(call, known, name, parent)
        order = fields.integer(body, "order", 0, least=0, most=2**32 - 1)
        corp.departments[id_] = Department(id_, name, parent, order)
        change = "create_party" if known is None else "update_party"
        tell_department(call.world, corp, change, id_, Name=name, ParentId=parent)

    given = str(body.get("id", ""))
    partyid = int(given) if given.isdecimal() else given
    return {"action": ADDED if known is None else CHANGED, "partyid": partyid, **_tried(do)}


def _drop_parties(call: Call, kept: set[str]) -> None:
    departments = call.corp.departments
    used = {d for member in call.corp.staff.values() for d in member.department}
    while True:
        parents = {d.parentid for d in departments.values()}
        gone = [
            id_
            for id_ in departments
            if id_ != ROOT and str(id_) not in kept and id_ not in used | parents
        ]
        if not gone:
            return
        for id_ in gone:
            del departments[id_]
            tell_department(call.world, call.corp, "delete_party", id_)


async def import_result(call: Call) -> dict[str, Any]:
    """How far an import is, and what became of each row."""
    check_writer(call)
    kept, jobid = call.corp.of(ContactJobs), call.query.get("jobid", "")
    if jobid in kept.forgotten:
        raise errors.FORGOTTEN_JOB.error()
    job = kept.imports.get(jobid)
    if job is None:
        raise errors.UNKNOWN_JOB.error()
    done = job.status == DONE
    return {
        "status": job.status,
        "type": job.kind,
        "total": len(job.rows),
        "percentage": 100 if done else 0,
        "result": job.result,
    }


def _export(call: Call, name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    key, size = key_of(call)
    job = ExportJob(secrets.token_hex(16), call.app.agentid, call.base_url, key, size, name, rows)
    call.corp.of(ContactJobs).exports[job.jobid] = job
    _wait(call, EXPORTED, job.jobid)
    return {"jobid": job.jobid}


def _users(call: Call, *, full: bool) -> list[dict[str, Any]]:
    told = call.corp.switches.sensitive_fields
    return [
        member_row(call.corp, member, sensitive=told, full=full) for member in call.visible_staff()
    ]


async def export_simple_users(call: Call) -> dict[str, Any]:
    """Members, short."""
    return _export(call, "userlist", _users(call, full=False))


async def export_users(call: Call) -> dict[str, Any]:
    """Members in full."""
    return _export(call, "userlist", _users(call, full=True))


async def export_departments(call: Call) -> dict[str, Any]:
    """Departments."""
    rows = call.corp.departments
    found = [
        department_row(call.corp, d) for d in rows.values() if call.app.sees_department(d.id, rows)
    ]
    return _export(call, "department", found)


async def export_tag(call: Call) -> dict[str, Any]:
    """The members of a tag."""
    tag = tag_of(call, call.body)
    rows = [
        member_row(call.corp, call.corp.staff[userid], sensitive=False, full=False)
        for userid in tag.users
        if call.sees(userid)
    ]
    return _export(call, "userlist", rows)


def _exported(world: World, corp: Corp, jobid: str) -> None:
    job = corp.of(ContactJobs).exports.get(jobid)
    if job is None:
        return
    for start in range(0, max(len(job.rows), 1), job.size):
        content = _sealed(job.key, orjson.dumps({job.name: job.rows[start : start + job.size]}))
        media_id = new_id("3", 60)
        expires_at = world.clock.now() + URL_SECONDS
        media = Media(corp.corpid, "file", "export", "application/octet-stream", expires_at)
        world.keep_media_now(media_id, media, content)
        url = f"{job.base_url}/media/{media_id}"
        md5 = hashlib.md5(content, usedforsecurity=False).hexdigest()
        job.files.append({"url": url, "size": len(content), "md5": md5})
    job.rows, job.done = [], True


def _sealed(encoding_key: str, plain: bytes) -> bytes:
    key = base64.b64decode(f"{encoding_key}=")
    padder = padding.PKCS7(256).padder()
    padded = padder.update(plain) + padder.finalize()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return encryptor.update(padded) + encryptor.finalize()


async def export_result(call: Call) -> dict[str, Any]:
    """How far an export is, and where its files are."""
    job = call.corp.of(ContactJobs).exports.get(call.query.get("jobid", ""))
    if job is None or job.agentid != call.app.agentid:
        raise errors.UNKNOWN_JOB.error()
    return {"status": 2 if job.done else 1, "data_list": job.files}


TIMERS: dict[str, Handler] = {IMPORTED: _imported, EXPORTED: _exported}
VERBS = {
    "batch/syncuser": Verb("POST", sync_users, document="90980"),
    "batch/replaceuser": Verb("POST", replace_users, document="90981", open=REPLACE_OPEN),
    "batch/replaceparty": Verb("POST", replace_parties, document="90982"),
    "batch/getresult": Verb("GET", import_result, document="90983"),
    "export/simple_user": Verb("POST", export_simple_users),
    "export/user": Verb("POST", export_users),
    "export/department": Verb("POST", export_departments),
    "export/taguser": Verb("POST", export_tag),
    "export/get_result": Verb("GET", export_result),
}
