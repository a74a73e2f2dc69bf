"""States and marks in PostgreSQL, as the feed asks for them."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import TextClause, text

from yutang.kernel.yielding import SHARE


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks that are taken beside others'."""

    take: TextClause
    corps: TextClause
    rests: float
    """How many times as long as it worked it gives way while others are late."""


def _lane(which: str, rests: float) -> Lane:
    return Lane(
        text(
            f"""
            select what, array_agg(distinct ref) as refs, array_agg(id) as ids
            from (
              select what, ref, id from audience_marks where corp_id = :corp_id and {which}
              order by id limit :rows
            ) m group by what
            """  # noqa: S608 - ours
        ),
        text(
            f"""
            select s.corp_id from audience_states s where exists (
              select from audience_marks m where m.corp_id = s.corp_id and {which})
            """  # noqa: S608 - ours
        ),
        rests,
    )


FEW: Final = _lane("not bulk", 1.0)
"""Of statements about some people: a count that is a second old is waited for."""
MANY: Final = _lane("bulk", SHARE)
"""Of statements about more than a hundred, as an import's."""
DROP = text("delete from audience_marks where corp_id = :corp_id and id = any(:ids)")

UNBUILT = text(
    """
    select c.id from corps c
    left join audience_states s on s.corp_id = c.id
    where s.built_at is null or s.store <> :store or s.wanted_at is not null
       or s.era <> (select era from installation)
    order by c.id
    """
)
BEGIN = text(
    """
    insert into audience_states (corp_id, store, era, since)
    select :corp_id, :store, era, now() from installation
    on conflict (corp_id) do update set store = excluded.store, era = excluded.era,
      since = coalesce(audience_states.since, excluded.since), built_at = null, stage = 'people',
      done = 0, total = 0, wanted_at = null
    returning pg_current_xact_id()::text
    """
)
OVER = text("select pg_snapshot_xmin(pg_current_snapshot()) > cast(:xid as xid8)")
PROGRESS = text(
    "update audience_states set stage = :stage, done = :done, total = :total"
    " where corp_id = :corp_id"
)
FINISH = text(
    "update audience_states set built_at = now(), stage = '', done = 0, total = 0"
    " where corp_id = :corp_id and store = :store"
)
WANT = text("update audience_states set wanted_at = now() where corp_id = any(:corps)")
WANTED = text("select corp_id from audience_states where wanted_at is not null")
STATES = text(
    "select corp_id, store, since, built_at, stage, done, total from audience_states"
    " order by corp_id"
)
READER: Final = "audience"
REGISTER = text("insert into event_readers (name) values ('audience') on conflict do nothing")
STEP_READER = text(
    "update event_readers set era = :era, xid = cast(:xid as xid8), id = :id, read_at = now()"
    " where name = 'audience'"
)
