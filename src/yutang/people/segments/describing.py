"""Segments as they are told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope

from .errors import BadCursorError
from .models import Segment, SegmentReport, SegmentRun, SegmentVersion
from .naming import sentences_of
from .repository import SegmentRepository
from .schemas import (
    Question,
    Report,
    SegmentDetail,
    SegmentPage,
    SegmentRow,
    SegmentRunRead,
    UnknownLine,
    VersionRead,
    Words,
)
from .using import count_uses

_PARTING = "~"
_SAID = frozenset(VersionRead.model_fields) - {"sentence"}


async def list_segments(
    session: AsyncSession,
    corp_id: int,
    asked: Question,
    after: str | None,
    limit: int,
    now: datetime,
) -> SegmentPage:
    """Segments by name. Raises BadCursorError."""
    repository = SegmentRepository(session, corp_id)
    rows = await repository.page(asked, _place(after), limit + 1)
    shown = rows[:limit]
    items = await _rows(session, corp_id, shown, now)
    return SegmentPage(
        items=items,
        next=f"{shown[-1].id}{_PARTING}{shown[-1].name}" if len(rows) > limit else None,
        total=await repository.count(asked),
    )


def _place(after: str | None) -> tuple[str, int] | None:
    if after is None:
        return None
    head, parting, name = after.partition(_PARTING)
    if not (parting and head.isascii() and head.isdigit()):
        raise BadCursorError
    return name, int(head)


async def _rows(
    session: AsyncSession, corp_id: int, rows: Sequence[Segment], now: datetime
) -> list[SegmentRow]:
    if not rows:
        return []
    ids = [row.id for row in rows]
    sentences = await sentences_of(session, corp_id, [row.tree for row in rows])
    week_ago = await SegmentRepository(session, corp_id).week_ago(ids, now)
    uses = await count_uses(session, corp_id, ids)
    # How many there are in all would tell of people whom he may not see.
    hidden = staff_in_scope(session) is not None
    return [
        SegmentRow.model_validate(
            _facts(row, sentence, uses[row.id], week_ago.get(row.id), hidden=hidden)
        )
        for row, sentence in zip(rows, sentences, strict=True)
    ]


def _facts(
    row: Segment, sentence: Words | None, uses: int, week_ago: int | None, *, hidden: bool
) -> dict[str, Any]:
    known = row.size is not None and week_ago is not None and not hidden
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind,
        "folder": row.folder,
        "description": row.description,
        "sentence": sentence,
        "size": None if hidden else row.size,
        "size_hidden": hidden,
        "as_of": row.as_of,
        "week": (row.size or 0) - (week_ago or 0) if known else None,
        "uses": uses,
        "every_minutes": row.every_minutes,
        "due_at": row.due_at,
        "trouble": row.trouble,
        "version": row.version,
        "created_by_name": row.created_by_name,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


async def detail_of(
    session: AsyncSession,
    row: Segment,
    now: datetime,
    unknown: Sequence[UnknownLine] = (),
) -> SegmentDetail:
    """One segment, whole; `unknown`: lines of its list to be told with it."""
    repository = SegmentRepository(session, row.corp_id)
    (told,) = await _rows(session, row.corp_id, [row], now)
    runs = await repository.runs(row.id, 1)
    report = await repository.report(row.id)
    hidden = told.size_hidden
    return SegmentDetail.model_validate(
        {
            **told.model_dump(),
            "tree": row.tree,
            "latest": run_read(runs[0]) if runs and not hidden else None,
            "report": report_of(report, unknown) if report is not None else None,
        }
    )


def run_read(run: SegmentRun) -> SegmentRunRead:
    """One refresh."""
    return SegmentRunRead.model_validate(run, from_attributes=True)


def report_of(row: SegmentReport, unknown: Sequence[UnknownLine] = ()) -> Report:
    """What became of a list's lines."""
    names = ("what", "lines", "found", "people", "unknown", "duplicates", "empty")
    return Report(**{name: getattr(row, name) for name in names}, unknown_lines=list(unknown))


async def versions_of(
    session: AsyncSession, corp_id: int, rows: Sequence[SegmentVersion]
) -> list[VersionRead]:
    """Versions with their sentences."""
    sentences = await sentences_of(session, corp_id, [row.tree for row in rows])
    return [
        VersionRead.model_validate(
            {
                **{name: getattr(row, name) for name in _SAID},
                "sentence": sentence,
            }
        )
        for row, sentence in zip(rows, sentences, strict=True)
    ]
