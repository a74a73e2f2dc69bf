"""Statements over many orders; each names its corp."""

from typing import Final

from sqlalchemy import text

BOUGHT: Final = "(o.bought_at is not null and (o.refunded_fen < o.amount_fen or o.amount_fen = 0))"
"""Paid, not cancelled, and not wholly given back."""

READ = text(
    """
    select o.*
    from unnest(cast(:sources as text[]), cast(:numbers as text[])) as v(source, number)
    join orders o on o.corp_id = :corp_id and o.source = v.source and o.number = v.number
    order by o.source, o.number
    for update of o
    """
)
# A statement of its own: it sees what was written while the one above waited.
READ_REFUNDS = text(
    "select order_id, number, amount_fen, at, logged from order_refunds"
    " where corp_id = :corp_id and order_id = any(cast(:ids as bigint[]))"
)
_FACTS = """
    source text, number text, customer_id bigint, status text, placed_at timestamptz,
    paid_at timestamptz, shipped_at timestamptz, completed_at timestamptz,
    cancelled_at timestamptz, bought_at timestamptz, amount_fen bigint, discount_fen bigint,
    freight_fen bigint, refunded_fen bigint, store_number text, store_id bigint,
    staff_account text, staff_id bigint,
    credit text, channel text, told_at timestamptz, said jsonb, logged smallint
"""
_NAMES = (
    "source, number, customer_id, status, placed_at, paid_at, shipped_at, completed_at,"
    " cancelled_at, bought_at, amount_fen, discount_fen, freight_fen, refunded_fen,"
    " store_number, store_id, staff_account, staff_id, credit, channel, told_at, said, logged"
)
# Who else writes the same new order at this moment is waited for; then it is read and merged.
INSERT = text(
    f"""
    insert into orders (corp_id, {_NAMES})
    select :corp_id, {_NAMES} from jsonb_to_recordset(cast(:rows as jsonb)) as v({_FACTS})
    order by source, number
    on conflict (corp_id, source, number) do nothing
    returning id, source, number
    """  # noqa: S608 - its parts are constants
)
UPDATE = text(
    f"""
    update orders o set ({_NAMES}, updated_at) = (
      {", ".join(f"v.{name.strip()}" for name in _NAMES.split(","))}, now())
    from jsonb_to_recordset(cast(:rows as jsonb)) as v(id bigint, {_FACTS})
    where o.corp_id = :corp_id and o.id = v.id
    """  # noqa: S608 - its parts are constants
)
DROP_ITEMS = text(
    "delete from order_items where corp_id = :corp_id and order_id = any(cast(:ids as bigint[]))"
)
WRITE_ITEMS = text(
    """
    insert into order_items (corp_id, order_id, place, sku, name, category, quantity, price_fen)
    select :corp_id, order_id, place, sku, name, category, quantity, price_fen
    from jsonb_to_recordset(cast(:rows as jsonb))
      as v(order_id bigint, place smallint, sku text, name text, category text, quantity bigint,
           price_fen bigint)
    """
)
WRITE_REFUNDS = text(
    """
    insert into order_refunds as r (corp_id, order_id, number, amount_fen, at, logged)
    select :corp_id, order_id, number, amount_fen, at, logged
    from jsonb_to_recordset(cast(:rows as jsonb))
      as v(order_id bigint, number text, amount_fen bigint, at timestamptz, logged boolean)
    on conflict (corp_id, order_id, number) do update set
      amount_fen = excluded.amount_fen, at = excluded.at, logged = r.logged or excluded.logged
    """
)
STORES = text(
    "select number, id from stores"
    " where corp_id = :corp_id and number = any(cast(:numbers as text[]))"
)
MEMBERS = text(
    "select account, id from staff"
    " where corp_id = :corp_id and account = any(cast(:accounts as text[]))"
)
# Only relations that had begun when he ordered: who came later did not bring the order.
HOLDERS = text(
    """
    select v.place, coalesce(h.staff_id, k.first_staff_id) as staff_id,
           case when h.staff_id is not null then 'holder'
                when k.first_staff_id is not null then 'first' end as credit
    from unnest(cast(:customers as bigint[]), cast(:moments as timestamptz[])) with ordinality
         as v(customer_id, at, place)
    left join credits k
      on k.corp_id = :corp_id and k.customer_id = v.customer_id and k.first_at <= v.at
    left join lateral (
      select f.staff_id from follows f
      where f.corp_id = :corp_id and f.customer_id = v.customer_id and f.state = 'friend'
        and f.added_at <= v.at
      order by (f.staff_id = k.first_staff_id) desc nulls last, f.added_at, f.staff_id
      limit 1
    ) h on true
    """
)
NOTE_SOURCES = text(
    """
    insert into order_sources as s (corp_id, source, first_at, last_at)
    select :corp_id, source, :now, :now from unnest(cast(:sources as text[])) as v(source)
    order by source
    on conflict (corp_id, source) do update set last_at = excluded.last_at
    where excluded.last_at >= s.last_at + interval '1 minute'
    returning 1
    """
)
# What was unknown when an order came may be known by now: a store or member entered later.
FIND_LATER = text(
    """
    with wanted as (
      select o.id, s.id as store_id, m.id as staff_id
      from orders o
      left join stores s
        on s.corp_id = :corp_id and o.store_id is null and s.number = o.store_number
      left join staff m
        on m.corp_id = :corp_id and o.credit = 'unknown' and m.account = o.staff_account
      where o.corp_id = :corp_id and o.id > :after and o.id <= :upto
        and (o.store_id is null and o.store_number is not null or o.credit = 'unknown')
        and (s.id is not null or m.id is not null)
    )
    update orders o set store_id = coalesce(o.store_id, w.store_id),
      staff_id = coalesce(o.staff_id, w.staff_id),
      credit = case when w.staff_id is not null then 'named' else o.credit end
    from wanted w where o.corp_id = :corp_id and o.id = w.id
    returning o.id
    """
)
SKUS = text(
    """
    select order_id, (array_agg(sku order by place))[1 : :most] as skus from order_items
    where corp_id = :corp_id and order_id = any(cast(:ids as bigint[]))
    group by order_id
    """
)
