"""Who works where: SQL that turns a department or store into its members."""

from typing import Final

DEPARTMENT: Final = """
    with recursive tree as (
      select id from departments where corp_id = :corp_id and id = :department_id
      union
      select d.id from departments d join tree t on d.parent_id = t.id
      where d.corp_id = :corp_id
    )
    select d.staff_id from staff_departments d
    where d.corp_id = :corp_id and d.department_id in (select id from tree)
"""
CREWS: Final = """
    with recursive tree as (
      select s.id as store_id, s.department_id from stores s
      where s.corp_id = :corp_id and s.department_id is not null
      union
      select t.store_id, d.id from departments d join tree t on d.parent_id = t.department_id
      where d.corp_id = :corp_id
    )
    select t.store_id, p.staff_id from tree t
    join staff_departments p on p.corp_id = :corp_id and p.department_id = t.department_id
    union
    select m.store_id, m.staff_id from store_staff m where m.corp_id = :corp_id
"""
"""Store and member, each pair once."""
