"""Imports of people, orders and behaviour: upload, mapping, dry run, run, and what was refused."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.attributes import service as attributes
from yutang.people.kinds import service as kinds
from yutang.people.kinds.schemas import NamedKind

from . import formats, storing
from .cleaning import RowProblem
from .errors import EmptyFileError, GoneError, UnreadableFileError, WrongStateError
from .event_planning import ORDERS
from .event_words import TARGETS as EVENT_TARGETS
from .event_words import WHO
from .guessing import folded
from .jobs import CheckImport, RunImport
from .models import Import
from .order_words import BUYER, MONEY, TIMES
from .order_words import TARGETS as ORDER_TARGETS
from .planning import FIELD
from .progress import describe
from .reading import sheet_of
from .repository import ImportRepository
from .running import check, plan_of, take_in
from .schemas import (
    IDENTITIES,
    TARGETS,
    Holds,
    ImportPage,
    ImportRead,
    Mapping,
    RowErrorRead,
    RowErrors,
    Shape,
    TargetRead,
)
from .staging import Staging
from .wording import Language, error_csv_head, error_csv_line, word

__all__ = (
    "ask_for_check",
    "ask_for_run",
    "check",
    "forget_all",
    "forget_old",
    "list_errors",
    "list_imports",
    "list_kinds",
    "list_targets",
    "read_import",
    "receive",
    "start_upload",
    "stop",
    "stream_errors",
    "take_in",
    "under_way",
)

KEPT_DAYS = 7
ERRORS_AT_ONCE = 1_000
_KINDS = {"birthday": "date", "stage": "stage", "tags": "tags", "gender": "one_of"}
_ORDER_KINDS = {
    **dict.fromkeys(MONEY, "money"), **dict.fromkeys(TIMES, "date"), "status": "one_of",
    "quantity": "number",
}  # fmt: skip
_CHECKABLE = frozenset({"uploaded", "checked", "failed", "cancelled"})


async def receive(
    runtime: Runtime, corp_id: int, blocks: AsyncIterator[bytes], announced: int | None
) -> tuple[str, int]:
    """Store an upload; see `storing.receive`."""
    return await storing.receive(runtime, corp_id, blocks, announced)


async def start_upload(
    runtime: Runtime, corp_id: int, name: str, token: str, size: int, actor: str
) -> int:
    """Look into a stored upload and keep it as an import; returns its id.

    Raises UnreadableFileError and EmptyFileError, after which the file is gone.
    """
    path = storing.path_of(runtime, corp_id, token)
    shown = name.strip()[:200] or "file"
    try:
        shape = await storing.inspect(path, shown)
    except (UnreadableFileError, EmptyFileError):
        await storing.forget_file(runtime, corp_id, token)
        raise
    async with runtime.database.corp(corp_id) as session:
        row = Import(
            corp_id=corp_id,
            name=shown,
            token=token,
            bytes=size,
            shape=shape.model_dump(),
            signature=formats.signature(shape),
            subject=shape.subject,
            state="uploaded",
            created_by=actor,
            expires_at=runtime.clock() + timedelta(days=KEPT_DAYS),
        )
        session.add(row)
        await session.flush()
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="import.uploaded",
            target=f"import:{row.id}",
            after={"file": shown, "bytes": size},
        )
        return row.id


async def read_import(
    runtime: Runtime, session: AsyncSession, corp_id: int, import_id: int
) -> ImportRead:
    """One import with its progress. Raises UnknownImportError."""
    repository = ImportRepository(session, corp_id)
    row = await repository.find(import_id)
    remembered = None
    if row.mapping is None:
        remembered = _fitting(row, await repository.remembered(row.signature))
    return describe(runtime, row, remembered)


def _fitting(row: Import, remembered: dict[str, object] | None) -> Mapping | None:
    """What the columns meant last time, by header, as this file's places; no consent with it."""
    if remembered is None:
        return None
    by_header = remembered.get("by_header")
    mapping = Mapping.model_validate(remembered["mapping"])
    places = {
        folded(column.name): column.index for column in Shape.model_validate(row.shape).columns
    }
    if not isinstance(by_header, dict):
        return None
    columns = {places[h]: str(target) for h, target in by_header.items() if h in places}
    return mapping.model_copy(update={"columns": columns, "consent": None})


async def list_imports(
    runtime: Runtime, session: AsyncSession, corp_id: int, before: int | None, limit: int
) -> ImportPage:
    """Imports, newest first."""
    rows = await ImportRepository(session, corp_id).page(before, limit + 1)
    return ImportPage(
        items=[describe(runtime, row) for row in rows[:limit]],
        next=rows[limit - 1].id if len(rows) > limit else None,
    )


async def list_targets(
    session: AsyncSession, corp_id: int, role: str | None, holds: Holds = "members"
) -> list[TargetRead]:
    """What a column can mean: ours, then the corp's own fields that the role may write."""
    if holds == "events":
        return [
            TargetRead(
                key=key, name=None, kind="date" if key == "at" else "text", identity=key in WHO,
                sensitive=False,
            )
            for key in EVENT_TARGETS
        ]  # fmt: skip
    if holds == "orders":
        return [
            TargetRead(
                key=key, name=None, kind=_ORDER_KINDS.get(key, "text"), identity=key in BUYER,
                sensitive=False,
            )
            for key in ORDER_TARGETS
        ]  # fmt: skip
    fields = await attributes.list_fields(session, corp_id, role)
    return [
        TargetRead(
            key=key, name=None, kind=_KINDS.get(key, "text"), identity=key in IDENTITIES,
            sensitive=False,
        )
        for key in TARGETS
    ] + [
        TargetRead(
            key=f"{FIELD}{one.id}", name=one.name, kind=one.kind, identity=False,
            sensitive=one.is_sensitive,
        )
        for one in fields
        if attributes.may_edit(one, role)
    ]  # fmt: skip


async def list_kinds(runtime: Runtime, session: AsyncSession, corp_id: int) -> list[NamedKind]:
    """What may have happened in every row of a file; orders have a file of their own."""
    outlook = await kinds.look(runtime, session, corp_id)
    return [one for one in outlook.named() if not one.name.startswith(ORDERS)]


async def ask_for_check(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    import_id: int,
    mapping: Mapping,
    actor: str,
    role: str | None,
) -> None:
    """Ask for a dry run with this mapping, and remember it for files with the same headers.

    Raises UnknownImportError, WrongStateError, GoneError, BadMappingError, ConsentNeededError.
    """
    repository = ImportRepository(session, corp_id)
    row = await repository.find(import_id, lock=True)
    if row.forgotten:
        raise GoneError
    if row.state not in _CHECKABLE or (row.place and row.found is not None):
        # What is half in goes on as it began.
        raise WrongStateError(row.state, "uploaded or checked")
    shape = Shape.model_validate(row.shape)
    await plan_of(runtime, session, corp_id, shape, mapping, role)
    names = {column.index: folded(column.name) for column in shape.columns}
    kept = mapping.model_dump(mode="json")
    await repository.remember(
        row.signature,
        {"mapping": kept, "by_header": {names[i]: t for i, t in mapping.columns.items()}},
        actor,
    )
    await repository.update(
        import_id,
        subject=mapping.subject,
        mapping=kept,
        state="checking",
        total=None,
        found=None,
        reason=None,
        stop=False,
        place=0,
        staged=0,
        created=0,
        changed=0,
        unchanged=0,
        refused=0,
        started_at=None,
        ended_at=None,
    )
    await enqueue(session, CheckImport(corp_id=corp_id, import_id=import_id))


async def ask_for_run(session: AsyncSession, corp_id: int, import_id: int, actor: str) -> None:
    """Ask for the people to be taken in; one that was interrupted or stopped half-way goes on.

    Raises UnknownImportError, GoneError, WrongStateError.
    """
    repository = ImportRepository(session, corp_id)
    row = await repository.find(import_id, lock=True)
    if row.forgotten:
        raise GoneError
    goes_on = row.state in {"failed", "cancelled"} and row.found is not None
    if row.state != "checked" and not goes_on:
        raise WrongStateError(row.state, "checked")
    mapping = Mapping.model_validate(row.mapping)
    await repository.update(
        import_id, state="running", reason=None, stop=False, started_at=None, ended_at=None
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="import.asked",
        target=f"import:{import_id}",
        after={
            "file": row.name,
            "found": row.found,
            "consent": mapping.consent.model_dump(mode="json") if mapping.consent else None,
        },
    )
    await enqueue(session, RunImport(corp_id=corp_id, import_id=import_id))


async def stop(
    runtime: Runtime, session: AsyncSession, corp_id: int, import_id: int, actor: str
) -> None:
    """Stop after the chunk under way; what is in stays in. Raises WrongStateError."""
    repository = ImportRepository(session, corp_id)
    row = await repository.find(import_id, lock=True)
    if row.state not in {"checking", "running"}:
        raise WrongStateError(row.state, "under way")
    await audit.record(
        session, corp_id, actor=actor, action="import.stopped", target=f"import:{import_id}"
    )
    if row.started_at is None:
        # It waits for its turn: nobody would look at the wish.
        await repository.update(import_id, state="cancelled", ended_at=runtime.clock())
    else:
        await repository.update(import_id, stop=True)


async def list_errors(
    session: AsyncSession, corp_id: int, import_id: int, language: Language, limit: int
) -> RowErrors:
    """The first things that are wrong, in words. Raises UnknownImportError."""
    repository = ImportRepository(session, corp_id)
    row = await repository.find(import_id)
    shape = Shape.model_validate(row.shape)
    found = await repository.errors(import_id, (0, ""), limit + 1)
    items = []
    for one in found[:limit]:
        sheet, number = sheet_of(shape, one.row)
        what, todo = word(RowProblem(one.row, one.field, one.code, one.value, one.detail), language)
        items.append(
            RowErrorRead(
                row=number, sheet=sheet, column=one.field, value=one.value, what=what, todo=todo
            )
        )
    return RowErrors(items=items, more=len(found) > limit)


async def stream_errors(
    runtime: Runtime, corp_id: int, import_id: int, language: Language
) -> AsyncIterator[bytes]:
    """All that is wrong as a CSV for Excel, part by part."""
    yield error_csv_head(language)
    place = (0, "")
    async with runtime.database.corp(corp_id) as session:
        row = await ImportRepository(session, corp_id).find(import_id)
    shape = Shape.model_validate(row.shape)
    while True:
        async with runtime.database.corp(corp_id) as session:
            found = await ImportRepository(session, corp_id).errors(
                import_id, place, ERRORS_AT_ONCE
            )
        if not found:
            return
        place = (found[-1].row, found[-1].field)
        lines = []
        for one in found:
            sheet, number = sheet_of(shape, one.row)
            problem = RowProblem(one.row, one.field, one.code, one.value, one.detail)
            lines.append(error_csv_line(number, sheet, problem, language))
        yield "".join(lines).encode()


async def forget_old(runtime: Runtime) -> None:
    """Delete files, staged rows and errors of imports whose time is over, of all corps."""
    async with runtime.database.owner() as session:
        old = await ImportRepository.expired(session, runtime.clock())
    await _forget(runtime, old)


async def under_way(runtime: Runtime, corp_id: int) -> bool:
    """Whether a file of the corp is being read or taken in."""
    async with runtime.database.owner() as session:
        return await ImportRepository(session, corp_id).is_under_way()


async def forget_all(runtime: Runtime, corp_id: int) -> int:
    """The same for all imports of a corp that are not under way, however young. How many."""
    async with runtime.database.owner() as session:
        found = await ImportRepository(session, corp_id).with_rows()
    await _forget(runtime, found)
    return len(found)


async def _forget(runtime: Runtime, found: Sequence[tuple[int, int, str]]) -> None:
    for corp_id, import_id, token in found:
        await storing.forget_file(runtime, corp_id, token)
        while True:
            async with runtime.database.owner() as session:
                repository = ImportRepository(session, corp_id)
                if not await repository.forget_errors(import_id, ERRORS_AT_ONCE):
                    await Staging(corp_id, import_id).drop(session)
                    await repository.drop_samples(import_id)
                    await repository.update(import_id, forgotten=True)
                    break
