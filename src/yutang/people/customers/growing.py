"""What the planner is told while a reading or an import fills the tables."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

# A first reading fills tables of which the planner knows nothing: any index seems to do. Grams
# would cost as much as all the rest; the server looks at them by itself a minute later.
_STATISTICS = text(
    "analyze customers (corp_id, id, state, name_sort, first_added_at, last_active_at),"
    " customer_identities (corp_id, kind, value, customer_id), follows, follow_history,"
    " follow_tags, credits (corp_id, customer_id)"
)


def has_grown(before: int, after: int) -> bool:
    """Whether so many new customers call for `refresh_statistics`: ten times as many as before.

    From some hundred thousand on the server notices by itself.
    """
    return any(before < mark <= after for mark in (1_000, 10_000, 100_000))


async def refresh_statistics(session: AsyncSession) -> None:
    """Tell the planner what is in the tables now, a second's work."""
    await session.execute(_STATISTICS)
