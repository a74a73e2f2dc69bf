# ruff: noqa: S608 - statements hold numbers and names of this file only.
"""LinkWechat's shape of a list on PostgreSQL: a row a relation, its tags a comma list, OFFSET."""

from typing import Any

import psycopg

from yutang.people.customers.schemas import CustomerFilter


def build_peer(dsn: str) -> None:
    """One row a relation, all tags of the person on it as text, as LinkWechat keeps them."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("set transaction_timeout = 0")
        connection.execute(
            """
            create table bench_peer as
            select f.customer_id, f.staff_id, f.channel, f.state = 'friend' as living,
                   c.first_added_at, coalesce(t.tags, '') as tags
            from follows f
            join customers c on c.corp_id = f.corp_id and c.id = f.customer_id
            left join (
              select t.customer_id, string_agg(distinct t.tag_id::text, ',') as tags
              from follow_tags t
              join follows r on r.corp_id = t.corp_id and r.customer_id = t.customer_id
                            and r.staff_id = t.staff_id and r.state = 'friend'
              group by t.customer_id
            ) t on t.customer_id = f.customer_id
            """
        )
        connection.execute(
            "create index on bench_peer (first_added_at desc nulls last, customer_id desc)"
        )
        connection.execute("create index on bench_peer (staff_id)")
        connection.execute("vacuum (analyze) bench_peer")


def peer_query(wanted: CustomerFilter, offset: int, page: int) -> tuple[str, list[Any]]:
    """FIND_IN_SET over the list is LIKE with commas here."""
    conditions, values = ["living"], list[Any]()

    def holds(tag_id: int) -> str:
        values.append(f"%,{tag_id},%")
        return "',' || tags || ',' like %s"

    if wanted.tag_any:
        conditions.append("(" + " or ".join(map(holds, wanted.tag_any)) + ")")
    conditions += map(holds, wanted.tag_all)
    conditions += ["not " + holds(tag_id) for tag_id in wanted.tag_none]
    for column, chosen in (("staff_id", wanted.staff_ids), ("channel", wanted.channels)):
        if chosen:
            conditions.append(f"{column} = any(%s)")
            values.append(list(chosen))
    if wanted.department_id is not None:
        conditions.append(
            "staff_id in (with recursive t as (select id from departments where corp_id = 1 and"
            " id = %s union select d.id from departments d join t on d.parent_id = t.id"
            " where d.corp_id = 1) select staff_id from staff_departments where corp_id = 1 and"
            " department_id in (select id from t))"
        )
        values.append(wanted.department_id)
    if wanted.added_from is not None:
        conditions.append("first_added_at >= %s")
        values.append(wanted.added_from)
    return (
        "select customer_id from bench_peer where "
        + " and ".join(conditions)
        + " group by customer_id, first_added_at"
        + " order by first_added_at desc nulls last, customer_id desc"
        + f" limit {page} offset {offset}",
        values,
    )
