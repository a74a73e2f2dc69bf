"""Reads and writes of links; each names its corp."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from .models import LinkFacts

BEHIND = text(
    """
    with recursive tree as (
      select id from departments
      where corp_id = :corp_id and id = any(cast(:departments as bigint[]))
      union
      select d.id from departments d join tree t on d.corp_id = :corp_id and d.parent_id = t.id
    )
    select count(*) from staff s
    where s.corp_id = :corp_id and s.status <> 'left'
      and (s.id = any(cast(:members as bigint[]))
           or exists (select from staff_departments o where o.corp_id = :corp_id
                        and o.staff_id = s.id and o.department_id in (select id from tree)))
    """
)
STEP = text(
    """
    insert into link_days as d (corp_id, channel_id, day, profiles, requests)
    select :corp_id, c.id, t.day, t.profiles, t.requests
    from unnest(cast(:links as text[]), cast(:days as date[]), cast(:profiles as bigint[]),
                cast(:requests as bigint[])) as t(link_id, day, profiles, requests)
    join channels c on c.corp_id = :corp_id and c.config_id = t.link_id and c.kind = 'link'
    on conflict (corp_id, channel_id, day) do update
      set profiles = d.profiles + excluded.profiles, requests = d.requests + excluded.requests
    """
)
STEPS = text(
    """
    select channel_id, sum(profiles) filter (where day >= :since) as profiles,
           sum(requests) filter (where day >= :since) as requests
    from link_days where corp_id = :corp_id and channel_id = any(cast(:ids as bigint[]))
    group by 1
    """
)
OF_WECOM = text(
    "select id from channels where corp_id = :corp_id and config_id = :link_id and kind = 'link'"
)
STATES = text("select state from channels where corp_id = :corp_id and kind = 'link'")
COUNTED = text(
    """
    select id, config_id, agent_id from channels
    where corp_id = :corp_id and kind = 'link' and config_id is not null
      and status in ('active', 'updating')
      and (cast(:id as bigint) is null or id = :id)
    order by id
    """
)
# Of a link that was made anew meanwhile it says nothing. What was counted before stays beside a
# refusal, with its own time.
KEEP_COUNT = text(
    """
    update acquisition_links l
    set opened = coalesce(cast(:opened as bigint), l.opened),
        won = coalesce(cast(:won as bigint), l.won),
        counted_from = coalesce(cast(:first as date), l.counted_from),
        counted_to = coalesce(cast(:last as date), l.counted_to),
        counted_at = coalesce(cast(:now as timestamptz), l.counted_at),
        count_refused = cast(:reason as text)
    from channels c
    where l.corp_id = :corp_id and l.channel_id = :id
      and c.corp_id = l.corp_id and c.id = l.channel_id and c.config_id = :link_id
    """
)
KEEP_PRICE = text(
    """
    insert into link_prices (corp_id, cents, changed_by, changed_at)
    values (:corp_id, :cents, :by, :now)
    on conflict (corp_id) do update
      set cents = excluded.cents, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at
    """
)
DROP_PRICE = text("delete from link_prices where corp_id = :corp_id")
PRICE = text("select cents from link_prices where corp_id = :corp_id")


class LinkRepository:
    """Links of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def find(self, channel_id: int, *, lock: bool = False) -> LinkFacts | None:
        """One, by its channel."""
        key = (self.corp_id, channel_id)
        return await self.session.get(LinkFacts, key, with_for_update=lock or None)

    async def find_many(self, ids: Sequence[int]) -> dict[int, LinkFacts]:
        """Several, by their channels."""
        rows = await self.session.scalars(
            select(LinkFacts).where(
                LinkFacts.corp_id == self.corp_id, LinkFacts.channel_id.in_(list(ids))
            )
        )
        return {row.channel_id: row for row in rows}

    async def behind(self, members: Sequence[int], departments: Sequence[int]) -> int:
        """How many people stand behind a link, each once."""
        asked = {
            "corp_id": self.corp_id,
            "members": list(members),
            "departments": list(departments),
        }
        return int(await self.session.scalar(BEHIND, asked) or 0)

    async def steps(self, ids: Sequence[int], since: date) -> dict[int, tuple[int, int]]:
        """Profiles and requests since a day; a link that WeCom never told of is left out."""
        asked = {"corp_id": self.corp_id, "ids": list(ids), "since": since}
        rows = await self.session.execute(STEPS, asked)
        return {row.channel_id: (int(row.profiles or 0), int(row.requests or 0)) for row in rows}

    async def price(self) -> int | None:
        """What one use costs."""
        cents: int | None = await self.session.scalar(PRICE, {"corp_id": self.corp_id})
        return cents
