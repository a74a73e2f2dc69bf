"""One import under way, and how it says how far it is."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from .planning import Plan
from .repository import ImportRepository
from .schemas import Shape
from .staging import Staging
from .subjects import Subject


class StoppedError(Exception):
    """Someone asked the import to stop, or another worker has it."""


@dataclass(slots=True)
class Run:
    """One import under way."""

    runtime: Runtime
    corp_id: int
    import_id: int
    shape: Shape
    subject: Subject
    plan: Plan
    staging: Staging
    path: Path
    actor: str
    given_at: datetime | None
    """The first moment of the day of the declared consent."""

    @property
    def name(self) -> str:
        """How it signs what it writes."""
        return f"import:{self.import_id}"


async def advance(session: AsyncSession, run: Run, **values: object) -> None:
    """Write progress in the caller's transaction. Raises StoppedError where it shall stop."""
    repository = ImportRepository(session, run.corp_id)
    row = await repository.find(run.import_id)
    if row.stop or row.state not in {"checking", "running"}:
        raise StoppedError
    await repository.update(run.import_id, **values)
