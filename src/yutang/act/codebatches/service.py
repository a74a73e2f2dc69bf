"""Codes from a file: the front door."""

import asyncio
import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, cast

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.runtime import Runtime
from yutang.people.staff import service as staff

from . import sheets
from .errors import TooManyPicturesError
from .making import begin, check_file, find, stop
from .models import CodeBatch, CodeBatchRow
from .schemas import (
    PICTURES,
    SAMPLES,
    BatchList,
    BatchRead,
    CodeRowError,
    Kind,
    Language,
    SampleRow,
    State,
)
from .sheets import FORM, template

__all__ = (
    "FORM",
    "begin",
    "check_file",
    "list_batches",
    "read_batch",
    "stop",
    "template",
    "write_file",
)

LISTED: Final = 20
PICTURE_PIXELS: Final = 600
MEDIA_TYPES: Final[dict[Kind, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
}
_STATES: Final[dict[Language, dict[str, str]]] = {
    "zh-CN": {
        "creating": "生成中", "active": "可用", "updating": "修改中", "failed": "需要处理",
        "deleting": "删除中", "deleted": "已删除", "skipped": "员工都已离职，没有生成",
        "waiting": "还没生成",
    },
    "en": {
        "creating": "being made", "active": "active", "updating": "being changed",
        "failed": "needs attention", "deleting": "being deleted", "deleted": "deleted",
        "skipped": "not made: everybody has left", "waiting": "not made yet",
    },
}  # fmt: skip
_COUNTS: Final = text(
    """
    select r.batch_id, count(r.channel_id) as made,
           count(*) filter (where c.qr_content is not null) as ready,
           count(*) filter (where c.status = 'failed') as failed
    from code_batch_rows r
    left join channels c on c.corp_id = r.corp_id and c.id = r.channel_id
    where r.corp_id = :corp_id and r.batch_id = any(cast(:ids as bigint[]))
    group by 1
    """
)
_ROWS: Final = text(
    """
    select r.line, r.name, r.skipped, r.channel_id, c.status, c.qr_content, c.error,
           (select string_agg(s.account, ';' order by s.id) from staff s
            where s.corp_id = :corp_id and s.id = any(r.staff_ids)) as accounts
    from code_batch_rows r
    left join channels c on c.corp_id = r.corp_id and c.id = r.channel_id
    where r.corp_id = :corp_id and r.batch_id = :batch_id
    order by r.line
    """
)


async def list_batches(session: AsyncSession, corp_id: int) -> BatchList:
    """Files of codes, the newest first."""
    rows = await session.scalars(
        select(CodeBatch)
        .where(CodeBatch.corp_id == corp_id)
        .order_by(CodeBatch.id.desc())
        .limit(LISTED)
    )
    return BatchList(items=await _describe(session, corp_id, rows.all(), samples=0))


async def read_batch(session: AsyncSession, corp_id: int, batch_id: int) -> BatchRead:
    """One with its first rows. Raises UnknownBatchError."""
    batch = await find(session, corp_id, batch_id)
    return (await _describe(session, corp_id, [batch], samples=SAMPLES))[0]


async def _describe(
    session: AsyncSession, corp_id: int, batches: Sequence[CodeBatch], *, samples: int
) -> list[BatchRead]:
    ids = [batch.id for batch in batches]
    found = await session.execute(_COUNTS, {"corp_id": corp_id, "ids": ids})
    counts: dict[int, Any] = {row.batch_id: row for row in found}
    left = await acquisition.ways_left(session, corp_id)
    return [
        BatchRead(
            id=batch.id,
            name=batch.name,
            state=cast("State", batch.state),
            rows=batch.rows,
            wrong=batch.wrong,
            made=counts[batch.id].made if batch.id in counts else 0,
            ready=counts[batch.id].ready if batch.id in counts else 0,
            failed=counts[batch.id].failed if batch.id in counts else 0,
            room_left=left,
            ignored_columns=batch.ignored,
            errors=[CodeRowError.model_validate(one) for one in batch.errors],
            samples=await _samples(session, corp_id, batch.id, samples) if samples else [],
            created_at=batch.created_at,
            ended_at=batch.ended_at,
        )
        for batch in batches
    ]


async def _samples(
    session: AsyncSession, corp_id: int, batch_id: int, most: int
) -> list[SampleRow]:
    rows = (
        await session.scalars(
            select(CodeBatchRow)
            .where(CodeBatchRow.corp_id == corp_id, CodeBatchRow.batch_id == batch_id)
            .order_by(CodeBatchRow.line)
            .limit(most)
        )
    ).all()
    members = {one for row in rows for one in row.staff_ids}
    names = await staff.names_by_ids(session, corp_id, members)
    return [
        SampleRow(
            row=row.line,
            name=row.name,
            staff=[names[one] for one in row.staff_ids if one in names],
            remark=row.remark,
        )
        for row in rows
    ]


async def write_file(
    runtime: Runtime, corp_id: int, batch_id: int, kind: Kind, language: Language
) -> bytes:
    """What came of each row: a table, or the pictures of the codes that are there.

    Raises UnknownBatchError, TooManyPicturesError.
    """
    async with runtime.database.corp(corp_id) as session:
        await find(session, corp_id, batch_id)
        rows = (await session.execute(_ROWS, {"corp_id": corp_id, "batch_id": batch_id})).all()
    if kind == "zip":
        codes = [(row.name, row.qr_content) for row in rows if row.qr_content is not None]
        if len(codes) > PICTURES:
            raise TooManyPicturesError(len(codes), PICTURES)
        return await asyncio.to_thread(_archive, codes)
    words = _STATES[language]
    cells = [
        [
            str(row.line),
            row.name,
            row.accounts or "",
            words["skipped" if row.skipped else row.status or "waiting"],
            row.qr_content or "",
            str(row.channel_id or ""),
            row.error or "",
        ]
        for row in rows
    ]
    if kind == "csv":
        return sheets.write_result_csv(cells, language)
    return await asyncio.to_thread(sheets.write_result, cells, language)


def _archive(codes: Sequence[tuple[str, str]]) -> bytes:
    sink = io.BytesIO()
    seen: Counter[str] = Counter()
    # A PNG is packed already.
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as packed:
        for name, content in codes:
            plain = "".join(sign if sign.isalnum() or sign in "-_ ()（）" else "_" for sign in name)
            seen[plain] += 1
            again = f" {seen[plain]}" if seen[plain] > 1 else ""
            packed.writestr(f"{plain}{again}.png", acquisition.draw_png(content, PICTURE_PIXELS))
    return sink.getvalue()
