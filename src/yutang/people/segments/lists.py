"""Lists: people named one by one, by numbers that the company has of them, or frozen.

Who was listed stays listed under the number he has now: a list keeps the people as they were
named (`origin`), and is settled anew when some of them were merged, told apart or erased.
"""

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from pyroaring import BitMap
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.schemas import Principal
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault
from yutang.people.customers import service as customers

from . import sweeping
from .describing import detail_of
from .drafting import add_row, record
from .errors import EmptyListError, ListTooLongError, NoReportError
from .membership import members_of
from .models import SegmentReport
from .refreshing import switch
from .repository import SegmentRepository
from .schemas import (
    LIST_LINES,
    TOLD_UNKNOWN,
    Frozen,
    NewList,
    SegmentDetail,
    SegmentFacts,
    UnknownLine,
    What,
)

CHUNK: Final = 50_000
ID_DIGITS: Final = 10
_PARTING: Final = re.compile(r"[,，;；、\t]")
CONTEXT: Final = "segment_reports.sealed"
_KINDS: Final[dict[What, str]] = {
    "phones": "phone",
    "member_numbers": "member_number",
    "external_ids": "external",
}
_BY_IDENTITY: Final = text(
    """
    select v.value, i.customer_id from unnest(cast(:values as text[])) as v(value)
    join customer_identities i on i.corp_id = :corp_id and i.kind = :kind and i.value = v.value
    """
)


@dataclass(slots=True)
class _Read:
    """What a list's lines say."""

    lines: int = 0
    empty: int = 0
    duplicates: int = 0
    unreadable: list[UnknownLine] = field(default_factory=list)
    values: dict[str, tuple[int, str]] = field(default_factory=dict)
    """By the value as it is stored: the first line that says it, and how it was written."""
    repeats: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Found:
    """Whom they name."""

    people: BitMap
    lines: int
    unknown: list[UnknownLine]


def lines_of(pasted: str) -> list[str]:
    """What was pasted, a number a line; commas, semicolons and tabs part numbers too.

    Blanks do not: people write them inside of phone numbers.
    """
    return [part for line in pasted.splitlines() for part in _PARTING.split(line)]


async def make_list(
    runtime: Runtime, principal: Principal, new: NewList, now: datetime
) -> SegmentDetail:
    """A list from numbers of people; what names nobody is told, not lost.

    Raises ListTooLongError, EmptyListError (then nothing is written), NameTakenError,
    TooManySegmentsError.
    """
    lines = [*new.lines, *lines_of(new.text)]
    if len(lines) > LIST_LINES:
        raise ListTooLongError(LIST_LINES)
    # A million keyed hashes take seconds of a processor.
    read = await asyncio.to_thread(_read, runtime.vault, new.what, lines)
    found = await _find(runtime, principal, new.what, read)
    if not found.people:
        raise EmptyListError(len(found.unknown), read.empty)
    told = "\n".join(f"{one.line}\t{one.value}" for one in found.unknown)
    sealed = await asyncio.to_thread(runtime.vault.seal, told, CONTEXT) if found.unknown else None
    report = SegmentReport(
        corp_id=principal.corp_id,
        what=new.what,
        lines=read.lines,
        found=found.lines,
        people=len(found.people),
        unknown=len(found.unknown),
        duplicates=read.duplicates,
        empty=read.empty,
        sealed=sealed,
        made_at=now,
    )
    facts = SegmentFacts(
        name=new.name, kind="static", folder=new.folder, description=new.description
    )
    return await _write(
        runtime, principal, facts, found.people, now, report, found.unknown[:TOLD_UNKNOWN]
    )


async def freeze(
    runtime: Runtime, principal: Principal, segment_id: int, frozen: Frozen, now: datetime
) -> SegmentDetail:
    """A list of who is in a segment now.

    Raises UnknownSegmentError, EmptyListError, NameTakenError, TooManySegmentsError and what
    `members_of` does.
    """
    ids = await members_of(runtime, principal.corp_id, segment_id)
    if not ids:
        raise EmptyListError(0, 0)
    facts = SegmentFacts(**frozen.model_dump(), kind="static")
    return await _write(runtime, principal, facts, ids, now, frozen_of=segment_id)


async def _write(
    runtime: Runtime,
    principal: Principal,
    facts: SegmentFacts,
    people: BitMap,
    now: datetime,
    report: SegmentReport | None = None,
    unknown: Sequence[UnknownLine] = (),
    frozen_of: int | None = None,
) -> SegmentDetail:
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        row = await add_row(session, principal, facts, None, now)
        why: Literal["listed", "frozen"] = "listed" if frozen_of is None else "frozen"
        run = await switch(session, row, people, why, now, by=principal.actor)
        row.origin = run.run
        if report is not None:
            report.segment_id = row.id
            session.add(report)
        await session.flush()
        await record(
            session,
            principal,
            f"segments.{why}",
            row,
            after={
                "name": row.name,
                "size": len(people),
                **({"from": frozen_of} if frozen_of is not None else {}),
                **(
                    {"what": report.what, "lines": report.lines, "unknown": report.unknown}
                    if report is not None
                    else {}
                ),
            },
        )
        return await detail_of(session, row, now, unknown)


def _read(vault: Vault, what: What, lines: Iterable[str]) -> _Read:
    read = _Read()
    for number, line in enumerate(lines, 1):
        read.lines += 1
        written = line.strip()
        if not written:
            read.empty += 1
            continue
        value = _value(vault, what, written)
        if value is None:
            read.unreadable.append(UnknownLine(line=number, value=written[:200]))
        elif value in read.values:
            read.duplicates += 1
            read.repeats[value] = read.repeats.get(value, 0) + 1
        else:
            read.values[value] = (number, written[:200])
    return read


def _value(vault: Vault, what: What, written: str) -> str | None:
    """As it is stored; None for what cannot be one."""
    if "\x00" in written:
        return None
    if what == "phones":
        phone = customers.phone_of(written)
        return vault.fingerprint(phone) if phone is not None else None
    if what == "ids":
        fits = written.isascii() and written.isdigit() and len(written) <= ID_DIGITS
        number = int(written) if fits else 0
        return str(number) if 0 < number < 2**32 else None
    return written


async def _find(runtime: Runtime, principal: Principal, what: What, read: _Read) -> _Found:
    """Whom the values name, chunk by chunk: no transaction lasts."""
    corp_id = principal.corp_id
    found: dict[str, int] = {}
    values = list(read.values)
    for start in range(0, len(values), CHUNK):
        part = values[start : start + CHUNK]
        async with runtime.database.corp(corp_id, principal.seer) as session:
            if what == "ids":
                now = await _now(session, corp_id, BitMap(map(int, part)))
                found |= {str(one): who for one, who in now.items()}
            else:
                rows = await session.execute(
                    _BY_IDENTITY, {"corp_id": corp_id, "kind": _KINDS[what], "values": part}
                )
                found |= {row.value: row.customer_id for row in rows}
    unknown = [
        UnknownLine(line=line, value=written)
        for value, (line, written) in read.values.items()
        if value not in found
    ]
    lines = len(found) + sum(read.repeats.get(value, 0) for value in found)
    return _Found(
        BitMap(found.values()),
        lines,
        sorted([*unknown, *read.unreadable], key=lambda one: one.line),
    )


async def _now(session: AsyncSession, corp_id: int, ids: BitMap) -> dict[int, int]:
    """Under which number each is known now; who is not known is left out."""
    repository = SegmentRepository(session, corp_id)
    gone = ids & await repository.merged_away()
    into = await customers.current_ids(session, corp_id, list(gone)) if gone else {}
    known = await repository.living(ids | BitMap(into.values()))
    # A merged person has no row of his own: he is whom he became a part of.
    return {one: one for one in (ids - gone) & known} | {
        one: who for one, who in into.items() if who in known
    }


async def unknown_of(runtime: Runtime, principal: Principal, segment_id: int) -> list[UnknownLine]:
    """Every line that named nobody. Raises UnknownSegmentError, NoReportError."""
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        repository = SegmentRepository(session, principal.corp_id)
        row = await repository.find(segment_id)
        report = await repository.report(segment_id)
        if report is None or report.sealed is None:
            raise NoReportError
        await record(
            session, principal, "segments.unknown_fetched", row, after={"lines": report.unknown}
        )
        told = runtime.vault.unseal(report.sealed, CONTEXT)
    parts = (line.partition("\t") for line in told.split("\n"))
    return [UnknownLine(line=int(number), value=value) for number, _, value in parts]


async def settle_lists(runtime: Runtime) -> int:
    """Have lists name people by the numbers they have now; how many changed."""
    async with runtime.database.owner() as session:
        touched = await sweeping.touched_lists(session)
    count = 0
    for corp_id, segment_id in touched:
        count += await _settle(runtime, corp_id, segment_id)
    return count


async def _settle(runtime: Runtime, corp_id: int, segment_id: int) -> bool:
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        repository = SegmentRepository(session, corp_id)
        row = await repository.find(segment_id)
        before = await repository.read_bits(row.id, row.run)
        ids = await repository.read_bits(row.id, row.origin)
    known = BitMap()
    for start in range(0, len(ids), CHUNK):
        async with runtime.database.corp(corp_id) as session:
            known |= BitMap((await _now(session, corp_id, ids[start : start + CHUNK])).values())
    async with runtime.database.corp(corp_id) as session:
        row = await SegmentRepository(session, corp_id).find(segment_id, lock=True)
        if known == before:
            row.as_of = now
            return False
        await switch(session, row, known, "settled", now, by="system")
    return True
