"""Events for the log's tests: each numbered, in months far from now."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.eventlog import months
from yutang.kernel.eventlog.schemas import add_months, month_of
from yutang.kernel.events import Event, NewEvent, append


class Viewed(Event, frozen=True):
    """A page was seen."""

    kind = "page.viewed"
    number: int


class Paid(Event, frozen=True):
    """An order was paid."""

    kind = "order.paid"
    number: int
    before: str = "who he was"


NOW = datetime.now(UTC)


def month_back(many: int) -> datetime:
    """The middle of the month so many months ago."""
    month = add_months(month_of(NOW), -many)
    return datetime(month.year, month.month, 15, 12, tzinfo=UTC)


def made(
    number: int, at: datetime, customer_id: int | None = None, kind: Callable[..., Event] = Viewed
) -> NewEvent:
    """One event."""
    return NewEvent(
        customer_id=customer_id,
        at=at + timedelta(seconds=number),
        actor="system",
        source="inbox:7",
        event=kind(number=number),
    )


async def write(world: World, events: Iterable[NewEvent], corp_id: int | None = None) -> None:
    """In one transaction."""
    async with world.runtime.database.owner() as session:
        await append(session, corp_id or world.corp_id, events)


async def numbers(world: World, where: str = "true") -> list[int]:
    """What the log holds."""
    async with world.runtime.database.owner() as session:
        found = await session.scalars(
            text(f"select (props ->> 'number')::int from events where {where} order by 1")  # noqa: S608
        )
        return list(found)


async def beside(world: World) -> int:
    """Rows in the default partition."""
    async with world.runtime.database.owner() as session:
        return int(await session.scalar(text("select count(*) from events_default")) or 0)


async def places(world: World) -> set[str]:
    """The tables of months."""
    async with world.runtime.database.owner() as session:
        return {one.place for one in await months.find_months(session)}
