"""What the log can take of events long past, for who brings them in by the thousand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select

from yutang.kernel.runtime import Runtime

from .models import LogCold
from .retaining import Keeping, read_keeping
from .schemas import month_of

Untaken = Literal["expired", "frozen"]


@dataclass(frozen=True, slots=True)
class Taking:
    """Of one corp, as it stands at one moment."""

    corp_id: int
    keeping: Keeping
    frozen: Mapping[date, int]
    """The highest number of a customer in each frozen month: who came later has nothing there."""

    def untaken(self, customer_id: int | None, kind: str, at: datetime) -> Untaken | None:
        """Why an event cannot be taken: it would go in the next night, or lies in a file maybe.

        In a frozen month nobody can look up whether an event is there already.
        """
        month = month_of(at)
        if self.keeping.is_over(self.corp_id, kind, month):
            return "expired"
        if customer_id is not None and customer_id <= self.frozen.get(month, -1):
            return "frozen"
        return None

    def kept_months(self, kind: str) -> int | None:
        """For how long events of a kind are kept; None: for good."""
        return self.keeping.months_of(self.corp_id, kind)


async def read_taking(runtime: Runtime, corp_id: int) -> Taking:
    """As it stands now."""
    keeping = await read_keeping(runtime)
    async with runtime.database.owner() as session:
        rows = await session.scalars(select(LogCold).where(LogCold.corp_id == corp_id))
        frozen = {row.month: row.last_person for row in rows}
    return Taking(corp_id, keeping, frozen)
