"""What differs between files of customers, of orders and of events; the machinery is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from .cleaning import RowProblem
from .schemas import People

if TYPE_CHECKING:
    from .models import Import
    from .planning import Plan
    from .under_way import Run


@dataclass(slots=True)
class Chunk:
    """A span of rows that was compared; `work` is what its subject makes of it."""

    after: int
    upto: int
    rows: int
    """How many stand in it."""
    work: Any
    seconds: float


@dataclass(slots=True)
class Outcome:
    """What came, or would come, of a chunk."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    """Rows."""
    problems: list[RowProblem] = field(default_factory=list)


class Subject(Protocol):
    """One kind of file."""

    @property
    def needed(self) -> Sequence[str]:
        """A row has to have one of these."""

    @property
    def nobody(self) -> str:
        """What is wrong with a row that has none."""

    @property
    def keeps_wrong(self) -> bool:
        """Wrong rows are staged and marked: they spoil what they are a part of."""

    @property
    def first_chunk(self) -> int:
        """So many rows to begin with."""

    @property
    def largest_chunk(self) -> int:
        """So many at most."""

    def columns(self, plan: "Plan") -> Mapping[str, str]:
        """The staging table's, with their types."""

    def indexed(self) -> str | None:
        """By which columns staged rows are found."""

    async def refuse_doubles(self, run: "Run") -> int:
        """Leave out rows that say again what an earlier one said; how many."""

    async def begin(self, session: AsyncSession, run: "Run", row: "Import") -> None:
        """Before anything is taken in."""

    async def compare(self, run: "Run", after: int, upto: int, *, write: bool) -> Chunk:
        """Look at what is known of a span of rows. Changes nothing."""

    async def commit(
        self, session: AsyncSession, run: "Run", chunk: Chunk, *, write: bool
    ) -> Outcome:
        """Take a chunk in, or only say what would come of it."""

    async def grown(self, run: "Run", known: int, created: int) -> None:
        """After the commit: `created` were made beside the `known`."""

    async def people(self, run: "Run") -> People | None:
        """Whom the dry run found, where the rows are not people themselves."""
