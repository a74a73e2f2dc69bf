"""The audit over HTTP; names of who acted come from people, so this stands above."""

import csv
import io
import json
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.auditing import service as auditing
from yutang.kernel.auditing.jobs import CheckAudit
from yutang.kernel.auditing.schemas import ChainRead, Entry, Keeping, Search
from yutang.kernel.clock import day_bounds
from yutang.kernel.jobs import enqueue
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff

router = APIRouter(prefix="/audit", tags=["audit"], dependencies=[Depends(needs("audit.read"))])

CSV_HEADER = (
    "id", "at", "actor", "name", "action", "target", "before", "after",
    "means", "session", "ip", "request_id",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FLUSH_CHARACTERS = 64_000


class AuditRow(Entry):
    """One act; `name` is that of who did it, null where nobody has it any more."""

    name: str | None


class AuditPage(BaseModel):
    """Acts, newest first."""

    items: list[AuditRow]
    next: str | None


class Actor(BaseModel):
    """Somebody who is in the audit."""

    actor: str
    name: str | None


class ActorList(BaseModel):
    """At most 1,000."""

    items: list[Actor]


async def get_search(
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    actor: Annotated[str | None, Query(max_length=100)] = None,
    family: Annotated[list[str] | None, Query(max_length=20)] = None,
    target: Annotated[str | None, Query(max_length=200)] = None,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
) -> Search:
    """The filters; days are the corp's own, both included."""
    since = until = None
    if first is not None or last is not None:
        async with runtime.database.corp(principal.corp_id) as session:
            zone = (await corps.describe(session, principal.corp_id)).timezone
        since = day_bounds(first, zone)[0] if first else None
        until = day_bounds(last, zone)[1] if last else None
    return Search(
        actor=actor or None,
        families=tuple(family or ()),
        target=(target or "").strip() or None,
        since=since,
        until=until,
    )


Wanted = Annotated[Search, Depends(get_search)]


async def _names(session: AsyncSession, corp_id: int, actors: Iterable[str]) -> dict[str, str]:
    """Names of persons and members by how the audit spells them."""
    ids: dict[str, set[int]] = {"user": set(), "staff": set()}
    for actor in actors:
        kind, _, number = actor.partition(":")
        if kind in ids and number.isdigit():
            ids[kind].add(int(number))
    users = await access.names_of(session, corp_id, ids["user"])
    members = await staff.names_by_ids(session, corp_id, ids["staff"])
    return {f"user:{one}": name for one, name in users.items()} | {
        f"staff:{one}": name for one, name in members.items()
    }


@router.get("")
async def search_audit(
    wanted: Wanted,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    session: CorpSession,
    after: Annotated[str | None, Query(max_length=80)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> AuditPage:
    """Who did what, newest first.

    `family`, once or often, is what stands before the first dot of an action; `target` an id
    (`12`) or a thing (`customer:12`); `from` and `to` are days. 422 `audit.bad_place` for an
    `after` of another list.
    """
    entries, following = await auditing.search(session, principal.corp_id, wanted, after, limit)
    async with runtime.database.owner() as owner:
        names = await _names(owner, principal.corp_id, {one.actor for one in entries})
    return AuditPage(
        items=[AuditRow(**one.model_dump(), name=names.get(one.actor)) for one in entries],
        next=following,
    )


@router.get("/actors")
async def list_audit_actors(
    principal: CurrentPrincipal, runtime: CurrentRuntime, session: CorpSession
) -> ActorList:
    """Everybody who is in the audit, with their names."""
    actors = await auditing.list_actors(session, principal.corp_id)
    async with runtime.database.owner() as owner:
        names = await _names(owner, principal.corp_id, actors)
    return ActorList(items=[Actor(actor=one, name=names.get(one)) for one in actors])


@router.get("/chain")
async def read_audit_chain(principal: CurrentPrincipal, session: CorpSession) -> ChainRead:
    """How far the entries are sealed, and what the last check of the seals said."""
    return await auditing.read_chain(session, principal.corp_id)


@router.post("/chain/check", status_code=202)
async def check_audit_chain(principal: CurrentPrincipal, session: CorpSession) -> None:
    """Have every seal computed anew; `checked_at` of the chain moves when it is done."""
    await enqueue(session, CheckAudit(corp_id=principal.corp_id))
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action="audit.check_asked",
        target="audit",
    )


@router.put("/keeping", status_code=204, dependencies=[Depends(needs("settings.write"))])
async def set_audit_keeping(
    keeping: Keeping, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> None:
    """Keep entries so many days, 183 or more; older ones go in the night."""
    async with runtime.database.owner() as session:
        await auditing.set_keeping(session, principal.corp_id, keeping.days, principal.actor)


@router.get("/entries.csv", response_class=StreamingResponse)
async def export_audit(
    wanted: Wanted, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> StreamingResponse:
    """The same list as a CSV of any length; who fetched it is in the audit as well."""
    await auditing.seal_corp(runtime, principal.corp_id)
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        actors = await auditing.list_actors(session, principal.corp_id)
        await audit.record(
            session,
            principal.corp_id,
            actor=principal.actor,
            action="audit.exported",
            target="audit",
            after=wanted.model_dump(mode="json", exclude_defaults=True),
        )
    async with runtime.database.owner() as session:
        names = await _names(session, principal.corp_id, actors)
    entries = auditing.export(runtime.database, principal, wanted)
    return StreamingResponse(
        _csv(entries, names),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="audit.csv"'},
    )


async def _csv(entries: AsyncIterator[Entry], names: dict[str, str]) -> AsyncIterator[str]:
    """UTF-8 with a mark for Excel; a cell that Excel would run as a formula is shown instead."""
    page = io.StringIO()
    page.write("\ufeff")
    writer = csv.writer(page)
    writer.writerow(CSV_HEADER)
    async for one in entries:
        cells = (
            str(one.id),
            one.at.astimezone(UTC).isoformat(),
            one.actor,
            names.get(one.actor, ""),
            one.action,
            one.target,
            _json(one.before),
            _json(one.after),
            one.means,
            one.session,
            one.ip,
            one.request_id,
        )
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
        if page.tell() > _FLUSH_CHARACTERS:
            yield page.getvalue()
            page.seek(0)
            page.truncate()
    yield page.getvalue()


def _json(value: dict[str, object] | None) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
