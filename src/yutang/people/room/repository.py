"""Counts over many rows; each names its corp."""

from sqlalchemy import text

COUNT_LOADS = text(
    """
    insert into staff_loads as l (corp_id, staff_id, friends, used, as_of)
    select :corp_id, t.staff_id, count(f.*) filter (where f.state = 'friend'), count(f.*),
           coalesce(cast(:now as timestamptz), clock_timestamp())
    from unnest(cast(:staff as bigint[])) as t (staff_id)
    left join follows f
      on f.corp_id = :corp_id and f.staff_id = t.staff_id
     and f.state in ('friend', 'deleted_by_customer')
    group by t.staff_id
    order by t.staff_id
    on conflict (corp_id, staff_id) do update
      set friends = excluded.friends, used = excluded.used, as_of = excluded.as_of
    """
)
"""Of the named members. Needs the owner's session, where the state may be asked of the index."""

MEMBERS = text(
    """
    select s.id from staff s
    where s.corp_id = :corp_id and s.id > :after
      and (s.status <> 'left' or exists (select from staff_loads l
                                         where l.corp_id = :corp_id and l.staff_id = s.id))
    order by s.id limit :limit
    """
)

COUNT_FRIENDS = text(
    """
    select count(*) filter (where c.state = 'friend') as friends
    from customers c
    where c.corp_id = :corp_id and c.id > :after and c.id <= :upto
    """
)

KNOWN = text("select coalesce(max(next_id), 1) - 1 from customer_ordinals where corp_id = :corp_id")

TAGS = text(
    """
    select count(*) from tags
    where corp_id = :corp_id and wecom_id is not null and deleted_at is null
    """
)

KEEP = text(
    """
    insert into room_counts (corp_id, kind, used, "left", detail, reason, as_of)
    values (:corp_id, :kind, :used, :left, cast(:detail as jsonb), :reason, :now)
    on conflict (corp_id, kind) do update
      set used = coalesce(excluded.used, room_counts.used),
          "left" = coalesce(excluded."left", room_counts."left"),
          detail = case when excluded.reason is null then excluded.detail
                        else room_counts.detail end,
          reason = excluded.reason,
          as_of = case when excluded.reason is null then excluded.as_of
                       else room_counts.as_of end
    """
)
"""What could not be read leaves the last number with its age, and says why it is old."""

LINKS = text("select \"left\", detail from room_counts where corp_id = :corp_id and kind = 'links'")

SUMMARY = text(
    """
    select count(*) as counted, count(*) filter (where l.used >= :line) as warned,
           count(*) filter (where l.used >= :limit) as full, min(l.as_of) as as_of
    from staff_loads l
    join staff s on s.corp_id = l.corp_id and s.id = l.staff_id and s.status <> 'left'
    where l.corp_id = :corp_id
    """
)

PAGE = """
    select l.staff_id, s.name, s.account, s.status, l.friends, l.used, l.as_of
    from staff_loads l
    join staff s on s.corp_id = l.corp_id and s.id = l.staff_id and s.status <> 'left'
    where l.corp_id = :corp_id {more}
    order by l.used desc, l.staff_id desc
    limit :limit
"""

LEFT = text(
    """
    select staff_id, used, as_of from staff_loads
    where corp_id = :corp_id and staff_id = any(cast(:staff as bigint[]))
    """
)
