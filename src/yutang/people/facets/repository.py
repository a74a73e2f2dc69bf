"""Statements on bitmaps. Ids travel as four bytes each: a row each would cost ten times that."""

READ = """
select facet, version, case when version = any(:known) then null else bits end as bits,
       null::bytea as marked
from customer_facets where corp_id = :corp_id and facet = any(cast(:names as text[]))
union all
select facet, null, null, string_agg(int4send(customer_id::integer), ''::bytea)
from facet_marks where corp_id = :corp_id and facet = any(cast(:names as text[])) group by facet
"""

KIND_MARKS = """
union all
select facet, null, null, string_agg(int4send(customer_id::integer), ''::bytea)
from facet_marks
where corp_id = :corp_id and facet ^@ :prefix and not facet = any(cast(:names as text[]))
group by facet
"""

MARK_COUNTS = "select corp_id, facet, count(*) from facet_marks group by corp_id, facet"

DELETE_MARKS = """
with taken as (
  delete from facet_marks m
  using (
    select facet, id from facet_marks
    where corp_id = :corp_id and facet = any(cast(:names as text[]))
    order by facet, id limit :limit
  ) t
  where m.corp_id = :corp_id and m.facet = t.facet and m.id = t.id
  returning m.facet, m.customer_id
)
select facet, string_agg(int4send(customer_id::integer), ''::bytea) from taken group by facet
"""

WRITE = """
insert into customer_facets (corp_id, facet, bits, held)
values (:corp_id, :facet, :bits, :held)
on conflict (corp_id, facet) do update
set bits = excluded.bits, held = excluded.held, version = nextval('facet_versions')
"""

_STAMP = """
select count(*) as rows, coalesce(sum(version), 0) as versions,
       (select string_agg(int4send(customer_id::integer), ''::bytea) from facet_marks
        where corp_id = :corp_id and {facets}) as marked
from customer_facets where corp_id = :corp_id and {facets}
"""
# One text instead of an array: hundreds of names are written into it at once, not each by itself.
STAMP = _STAMP.format(facets="facet = any(string_to_array(:names, chr(31)))")
NAMES_BETWEEN = """
select facet from customer_facets where corp_id = :corp_id and facet between :first and :last
"""
STAMP_BETWEEN = _STAMP.format(facets="facet between :first and :last")
