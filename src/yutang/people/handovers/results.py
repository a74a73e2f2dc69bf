"""What came of a handover for each customer, as a file."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from .reading import list_people
from .schemas import HandedPerson, Language
from .wording import HEAD, STATES

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CHUNK = 2_000


async def write_file(
    runtime: Runtime, corp_id: int, seer: Seer | None, handover_id: int, language: Language
) -> AsyncIterator[bytes]:
    """CSV rows of its customers, each chunk read in a transaction of its own.

    Raises UnknownHandoverError.
    """
    async with runtime.database.corp(corp_id) as session:
        zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    # The mark at the beginning tells Excel that it is UTF-8.
    yield b"\xef\xbb\xbf" + _lines([HEAD[language]])
    after: str | None = None
    while True:
        async with runtime.database.corp(corp_id, seer) as session:
            page = await list_people(session, corp_id, handover_id, None, None, after, _CHUNK)
        yield _lines([_row(one, zone, language) for one in page.items])
        if page.next is None:
            return
        after = page.next


def _row(one: HandedPerson, zone: ZoneInfo, language: Language) -> list[str]:
    state, why = STATES[one.state], one.say
    zh = language == "zh-CN"
    return [
        str(one.customer.id),
        _plain(one.customer.name),
        _plain(one.taker.name) if one.taker is not None else "",
        state.zh if zh else state.en,
        "" if why is None else why.zh if zh else why.en,
        "" if one.errcode is None else str(one.errcode),
        _moment(one.asked_at, zone),
        _moment(one.settled_at, zone),
    ]


def _moment(at: datetime | None, zone: ZoneInfo) -> str:
    return "" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _plain(name: str) -> str:
    """A name that a spreadsheet would take for a formula is told to be text."""
    return f"'{name}" if name.startswith(_FORMULA) else name


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()
