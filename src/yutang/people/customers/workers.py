"""The lane that keeps lists quick: bitmaps, last digits, names by their sound."""

from collections.abc import AsyncIterator  # noqa: TC003 - an annotation of an attribute
from datetime import timedelta

from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime
from yutang.people.facets import service as facets

from .indexing import PHONE, draw, fill_names, fold, fold_phones, seconds, survey
from .tails import forget_searches

SIGNAL = "lists"
SURVEY_SECONDS = 60.0
FOLDED_FROM = 500
"""A facet with fewer marks waits: a bitmap of millions is a megabyte to write."""
FOLDED_AFTER_SECONDS = 120.0
"""Then all marks are folded in, however few."""
SEARCHES_KEPT = timedelta(days=1)


class ListLane:
    """One step of one thing at a time, the most urgent first."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        self._surveyed = -SURVEY_SECONDS
        self._folded = seconds()
        self._drawing: AsyncIterator[int] | None = None
        self._due: list[int] = []

    def lane(self) -> Lane:
        """Looks once a second, at once again while there is work."""
        return Lane("lists", SIGNAL, self.step)

    async def step(self) -> int:
        """Phones, then marks, then a piece of a drawing, then old names."""
        if seconds() - self._surveyed > SURVEY_SECONDS:
            await self._survey()
        return await self._fold() or await self._draw() or await self._fill()

    async def _survey(self) -> None:
        self._due = await survey(self.runtime.database, self.runtime.clock())
        async with self.runtime.database.owner() as session:
            await forget_searches(session, self.runtime.clock() - SEARCHES_KEPT)
        self._surveyed = seconds()

    async def _fold(self) -> int:
        database = self.runtime.database
        async with database.owner() as session:
            marks = await facets.count_marks(session)
            built = {state.corp_id for state in await facets.states(session) if state.built_at}
        all_of_them = seconds() - self._folded > FOLDED_AFTER_SECONDS
        folded = 0
        for corp_id in sorted({corp_id for corp_id, facet, _ in marks if facet == PHONE}):
            folded += await fold_phones(self.runtime, corp_id)
        for corp_id in sorted(built):
            names = [
                facet
                for corp, facet, many in marks
                if corp == corp_id and facet != PHONE and (all_of_them or many >= FOLDED_FROM)
            ]
            if names:
                folded += await fold(database, corp_id, names)
        if all_of_them and not folded:
            self._folded = seconds()
        return folded

    async def _draw(self) -> int:
        if self._drawing is None:
            if not self._due:
                return 0
            self._drawing = draw(self.runtime.database, self._due.pop(), self.runtime.clock())
        try:
            return await anext(self._drawing) or 1
        except StopAsyncIteration:
            self._drawing = None
            return 1

    async def _fill(self) -> int:
        async with self.runtime.database.owner() as session:
            waiting = [
                state.corp_id
                for state in await facets.states(session)
                if state.names_through < state.names_upto
            ]
        return await fill_names(self.runtime.database, waiting[0]) if waiting else 0
