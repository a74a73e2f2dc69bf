"""What came of an act for each customer, as a file."""

import csv
import io
from collections.abc import AsyncIterator

from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers

from . import acts
from .repository import BulkRepository
from .schemas import CHANGED, Language
from .wording import HEAD, word

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def write_file(
    runtime: Runtime, corp_id: int, act_id: int, language: Language
) -> AsyncIterator[bytes]:
    """CSV rows customer id, name, outcome, reason; of an act that did not run, what it would do.

    One chunk at a time, each read in a transaction of its own. Raises UnknownActError.
    """
    async with runtime.database.corp(corp_id) as session:
        act = await BulkRepository(session, corp_id).find(act_id)
        seer = Seer.of(act.asked_by)
        ran, chunks, place = act.planned_at is not None and act.done > 0, act.chunks, act.place
        over = act.state in {"ended", "cancelled"}
    # The mark at the beginning tells Excel that it is UTF-8.
    yield b"\xef\xbb\xbf" + _lines([HEAD[language]])
    for chunk in range(1, chunks + 1):
        async with runtime.database.corp(corp_id, seer) as session:
            repository = BulkRepository(session, corp_id)
            outcomes = await repository.chunk(act_id, "plan", chunk)
            if over or ran:
                done = await repository.chunk(act_id, "run", chunk) if chunk <= place else {}
                left = "not_done" if chunk > place else None
                outcomes = _settled(outcomes, done, left)
            else:
                outcomes = {_planned(outcome): ids for outcome, ids in outcomes.items()}
            names = await customers.names_of(
                session, corp_id, {one for ids in outcomes.values() for one in ids}
            )
        rows = sorted((one, outcome) for outcome, ids in outcomes.items() for one in ids)
        yield _lines(
            [str(one), _plain(names.get(one, "")), *word(acts.code_of(outcome), language)]
            for one, outcome in rows
        )


def _settled(
    planned: dict[str, list[int]], done: dict[str, list[int]], left: str | None
) -> dict[str, list[int]]:
    """Whom the dry run skipped, with what the run did; `left` names whom it did not reach."""
    merged = {code: list(ids) for code, ids in planned.items() if not acts.is_change(code)}
    if left is not None:
        merged[left] = [i for code, ids in planned.items() if acts.is_change(code) for i in ids]
    for code, ids in done.items():
        merged.setdefault(code, []).extend(ids)
    return merged


def _planned(outcome: str) -> str:
    return f"would_{CHANGED}" if acts.is_change(outcome) else outcome


def _plain(name: str) -> str:
    """A name that a spreadsheet would take for a formula is told to be text."""
    return f"'{name}" if name.startswith(_FORMULA) else name


def _lines(rows: object) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)  # type: ignore[arg-type]
    return buffer.getvalue().encode()
