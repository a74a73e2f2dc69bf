"""What else a chunk of people brings: stage, tags, fields, consents, and the event of it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import events
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import NewValue
from yutang.people.consents import service as consents
from yutang.people.consents.schemas import PHONE, NewConsent
from yutang.people.customers import service as customers
from yutang.people.suppressions import service as suppressions
from yutang.people.tags import service as tags

from .cleaning import RowProblem
from .events import PersonImported
from .library import make_own_tags, own_tags
from .models import Import
from .planning import Plan, read_value
from .schemas import Shape

VALUES_AT_ONCE = 10_000
TAGGED_AT_ONCE = 5_000

_TELL = text(
    """
    insert into import_errors (corp_id, import_id, row, field, code, value, detail)
    select :corp_id, :import_id, t.row, '', t.code, t.value, t.detail
    from unnest(cast(:rows as bigint[]), cast(:codes as text[]), cast(:values as text[]),
                cast(:details as text[])) as t(row, code, value, detail)
    on conflict do nothing
    """
)
_EVENTS = text(
    """
    insert into events (corp_id, customer_id, kind, at, actor, props, source)
    select :corp_id, known_id, :kind, :now, :actor,
           jsonb_build_object('import_id', cast(:import_id as bigint), 'created', fresh), :source
    from import_chunk order by known_id
    """
)
_MAY_CONSENT = text(
    """
    select k.known_id from import_chunk k where not exists (
      select from consents w where w.corp_id = :corp_id and w.customer_id = k.known_id
        and w.purpose = :purpose and w.withdrawn_at >= :given_at)
    """
)


async def tell(
    session: AsyncSession, corp_id: int, import_id: int, problems: Sequence[RowProblem]
) -> None:
    """Write down which rows cannot be taken because of what is known."""
    await session.execute(
        _TELL,
        {
            "corp_id": corp_id,
            "import_id": import_id,
            "rows": [one.row for one in problems],
            "codes": [one.code for one in problems],
            "values": [one.value for one in problems],
            "details": [one.detail for one in problems],
        },
    )


async def make_tags(
    session: AsyncSession, corp_id: int, plan: Plan, row: Import, actor: str
) -> None:
    """Make the tags that the file names and nobody had; those there by now are taken."""
    wanted = Shape.model_validate(row.shape).new_tags
    if not wanted or plan.mapping.unknown_tags != "create":
        return
    known = await own_tags(session, corp_id)
    missing = [name for name in wanted if name not in known]
    if missing:
        await make_own_tags(session, corp_id, missing, actor)
    plan.tags = await own_tags(session, corp_id)


async def write_rest(
    session: AsyncSession,
    corp_id: int,
    plan: Plan,
    signed: str,
    import_id: int,
    given_at: datetime | None,
    now: datetime,
) -> None:
    """Write the other parts of what lies in `import_chunk`; `signed` is `import:<id>`."""
    if plan.mapping.consent is not None and given_at is not None:
        # Before the fields: a sensitive one asks for its consent.
        await _write_consents(session, corp_id, plan, signed, given_at, now)
    targets = {reader.target for reader in plan.readers}
    if plan.fields or plan.mapping.tag_ids or targets & {"stage", "tags"}:
        columns = ["known_id", "stage", "tags", *(f"f{one}" for one in plan.fields)]
        found = await session.execute(text(f"select {', '.join(columns)} from import_chunk"))  # noqa: S608
        rows = found.all()
        await _write_stages(session, corp_id, rows, signed, now)
        await _write_tags(session, corp_id, plan, rows, signed, now)
        await _write_fields(session, corp_id, plan, rows, signed, now)
    events.wake_readers(session)
    await session.execute(
        _EVENTS,
        {
            "corp_id": corp_id,
            "kind": PersonImported.kind,
            "now": now,
            "actor": signed,
            "import_id": import_id,
            "source": signed,
        },
    )


async def _write_consents(
    session: AsyncSession, corp_id: int, plan: Plan, signed: str, given_at: datetime, now: datetime
) -> None:
    consent = plan.mapping.consent
    if consent is None:
        return
    for purpose in sorted(set(consent.purposes)):
        # Who withdrew after the declared day did not give it anew by being in a list.
        found = await session.scalars(
            _MAY_CONSENT, {"corp_id": corp_id, "purpose": purpose, "given_at": given_at}
        )
        ids = list(found)
        await consents.record_consents(
            session,
            corp_id,
            ids,
            NewConsent(purpose=purpose, source=consent.source, given_at=given_at),
            signed,
            now,
        )
        if purpose == PHONE:
            await suppressions.lift_withdrawn(session, corp_id, ids)


async def _write_stages(
    session: AsyncSession, corp_id: int, rows: Sequence[Any], signed: str, now: datetime
) -> None:
    by_stage: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.stage is not None:
            by_stage[row.stage].append(row.known_id)
    for stage, ids in sorted(by_stage.items()):
        await customers.set_stage(session, corp_id, ids, stage, signed, "", now)


async def _write_tags(
    session: AsyncSession, corp_id: int, plan: Plan, rows: Sequence[Any], signed: str, now: datetime
) -> None:
    by_tag: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        for tag_id in plan.mapping.tag_ids:
            by_tag[tag_id].append(row.known_id)
        for part in (row.tags or "").split(","):
            if part:
                tag_id = plan.tags[part[1:]] if part.startswith("+") else int(part)
                by_tag[tag_id].append(row.known_id)
    for tag_id, ids in sorted(by_tag.items()):
        for start in range(0, len(ids), TAGGED_AT_ONCE):
            await tags.tag_customers(
                session, corp_id, ids[start : start + TAGGED_AT_ONCE], tag_id, signed, now
            )


async def _write_fields(
    session: AsyncSession, corp_id: int, plan: Plan, rows: Sequence[Any], signed: str, now: datetime
) -> None:
    values = [
        NewValue(row.known_id, one.id, read_value(one, staged))
        for one in plan.fields.values()
        for row in rows
        if (staged := getattr(row, f"f{one.id}")) is not None
    ]
    for start in range(0, len(values), VALUES_AT_ONCE):
        await attributes.write_values(
            session, corp_id, values[start : start + VALUES_AT_ONCE], "system", now, source=signed
        )
