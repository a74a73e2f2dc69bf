"""What would become of events, without a trace; and which are in quarantine already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import register, repository
from .cleaning import property_name
from .register import Register
from .schemas import FILES, NamedKind, Said, Type, Verdict
from .sealing import agreed_of
from .sorting import Sorter


@dataclass(frozen=True, slots=True)
class Outlook:
    """The kinds of a corp as they stand."""

    register: Register

    def kind_of(self, said: str) -> str | None:
        """The kind that a source means; None for one that is unknown or refused."""
        found = self.register.resolve(said)
        return found.name if found is not None else None

    def type_of(self, kind: str, name: str) -> Type | None:
        """The type of a property; None where nobody sent it yet."""
        found = self.register.kinds.get(kind)
        rules = found.properties.get(property_name(name) or name) if found is not None else None
        return rules.type if rules is not None else None

    def named(self) -> list[NamedKind]:
        """Every kind by name."""
        return [NamedKind(name=one.name, label=one.label) for one in self.register.kinds.values()]


async def look(runtime: Runtime, session: AsyncSession, corp_id: int) -> Outlook:
    """As they stand in this transaction."""
    return Outlook(await register.read(runtime, session, corp_id))


async def foresee(
    runtime: Runtime, session: AsyncSession, corp_id: int, said: Sequence[Said], now: datetime
) -> list[Verdict]:
    """What `sort_out` would say of each; nothing is learnt, counted or kept."""
    sorter = Sorter(await register.read(runtime, session, corp_id), now)
    sorter.sort(said)
    if sorter.pending:
        sorter.settle(await agreed_of(session, corp_id, sorter.pending))
    return sorter.verdicts


async def held_among(
    session: AsyncSession, corp_id: int, told: Sequence[tuple[int, str]]
) -> set[tuple[int, str]]:
    """Which events of files are in quarantine, by customer and digest. Owner's session."""
    if not told:
        return set()
    rows = await session.execute(
        repository.HELD_AMONG,
        {
            "corp_id": corp_id,
            "source_id": FILES,
            "customers": [customer_id for customer_id, _ in told],
            "digests": [digest for _, digest in told],
        },
    )
    return {(row.customer_id, row.digest) for row in rows}
