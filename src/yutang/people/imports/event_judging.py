"""What becomes of a chunk of events: whose they are, what the register says, which are new."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.eventlog import service as eventlog
from yutang.people.customers import service as customers
from yutang.people.kinds import service as kinds
from yutang.people.kinds.schemas import QUARANTINED, Said, Verdict
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import NEW, Claim

from .cleaning import SHOWN_CHARACTERS, RowProblem
from .event_writing import find_held, find_written, write
from .masking import hide_numbers
from .under_way import Run

_PROPERTY: Final = re.compile("「(.+?)」: ")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: an event as the file says it."""

    row: int
    claim: Claim
    said: Said
    digest: str
    """Of what happened, when and how: the same for the same row of another file."""
    again: bool
    """An earlier row says the same."""


@dataclass(slots=True)
class Judging:
    """One chunk under the hand."""

    session: AsyncSession
    run: Run
    taking: eventlog.Taking
    problems: list[RowProblem]
    write: bool
    created: int = 0
    unchanged: int = 0
    _fresh: list[tuple[Entry, Said]] = field(default_factory=list)

    async def judge(self, entries: Sequence[Entry]) -> None:
        """Count them; with `write` those that are new go into the log or the quarantine."""
        session, run, now = self.session, self.run, self.run.runtime.clock()
        found = await self._whose(entries)
        said = [
            replace(entry.said, customer_id=None if who == NEW else who) for entry, who in found
        ]
        verdicts = await kinds.foresee(run.runtime, session, run.corp_id, said, now)
        numbers = await customers.former_ids(
            session, run.corp_id, {one.customer_id for one in said if one.customer_id is not None}
        )
        pairs = list(zip(said, verdicts, strict=True))
        written = await find_written(session, run.corp_id, pairs, numbers)
        digests = [(one, entry.digest) for one, (entry, _) in zip(said, found, strict=True)]
        held = await find_held(session, run.corp_id, digests, numbers)
        seen: set[tuple[Any, ...]] = set()
        for place, (entry, who) in enumerate(found):
            key = (entry.claim.ids if who == NEW else who, entry.digest)
            again = key in seen or (entry.again and not self.write)
            seen.add(key)
            self._place(
                entry, said[place], verdicts[place],
                there=place in written, again=again, held=place in held,
            )  # fmt: skip
        if self.write:
            await self._write()

    async def _whose(self, entries: Sequence[Entry]) -> list[tuple[Entry, int]]:
        """Those of whom somebody is known, or would be; settled where it is written."""
        ask = persons.settle if self.write else persons.recognise
        runtime, corp_id = self.run.runtime, self.run.corp_id
        claims = [entry.claim for entry in entries]
        whose = await ask(runtime, self.session, corp_id, claims, runtime.clock())
        found = []
        for entry, who in zip(entries, whose, strict=True):
            if who is None:
                self.problems.append(RowProblem(entry.row, "", "event.no_person"))
            else:
                found.append((entry, who))
        return found

    def _place(
        self, entry: Entry, said: Said, verdict: Verdict, *, there: bool, again: bool, held: bool
    ) -> None:
        fits = verdict.refused is None
        if there:
            self.unchanged += 1
            return
        untaken = fits and self.taking.untaken(said.customer_id, verdict.kind, said.at)
        if untaken:
            months = self.taking.kept_months(verdict.kind)
            detail = str(months) if untaken == "expired" else f"{said.at:%Y-%m}"
            self._refuse(entry, f"event.{untaken}", verdict.kind, detail)
        elif fits and again:
            self.unchanged += 1
        elif held or (again and verdict.refused in QUARANTINED):
            code = "event.waiting" if fits else f"event.{verdict.refused}"
            self._refuse(entry, code, said.kind, _about(verdict))
        elif self.write:
            self._fresh.append((entry, said))
        elif fits:
            self.created += 1
        else:
            self._refuse(entry, f"event.{verdict.refused}", said.kind, _about(verdict))

    async def _write(self) -> None:
        run, said = self.run, [one for _, one in self._fresh]
        now = run.runtime.clock()
        verdicts = await kinds.sort_out(run.runtime, self.session, run.corp_id, said, now)
        good: list[tuple[Said, Verdict]] = []
        for (entry, one), verdict in zip(self._fresh, verdicts, strict=True):
            if verdict.refused is None:
                good.append((one, verdict))
            else:
                self._refuse(entry, f"event.{verdict.refused}", one.kind, _about(verdict))
        if good:
            await write(self.session, run.corp_id, run.name, good)
        self.created += len(good)

    def _refuse(self, entry: Entry, code: str, value: str, detail: str) -> None:
        shown = hide_numbers(value)[:SHOWN_CHARACTERS]
        self.problems.append(RowProblem(entry.row, "", code, shown, detail))


def _about(verdict: Verdict) -> str:
    """The property that the register's words begin with."""
    found = _PROPERTY.match(verdict.words or "")
    return hide_numbers(found[1])[:SHOWN_CHARACTERS] if found is not None else ""
