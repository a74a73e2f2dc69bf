"""Which rules hold for a group, and what WeCom shows beside them; for all groups at once."""

from typing import Final

from yutang.act.groupcare.service import REACHED_SQL

from .patterns import STORE


def _plain(words: str) -> str:
    """A text as readers see it: kinds of line ends, blanks at ends of lines count for nothing."""
    return (
        rf"btrim(regexp_replace(replace({words}, E'\r', ''), '[ \t\u3000]+\n', E'\n', 'g'),"
        rf" E' \t\n\u3000')"
    )


NUMBER_SQL: Final = r"substring(w.name_pattern from '\{n(?::0[2-6])?\}')"
# The one open store in which the owner works: where there is none or more, a name is not told.
STORES: Final = """
    stores_of as materialized (
      select staff_id, min(name) as store, count(*) as stores from (
        select m.staff_id, t.id, t.name from store_staff m
        join stores t on t.corp_id = m.corp_id and t.id = m.store_id and t.closed_at is null
        where m.corp_id = :corp_id
        union
        select d.staff_id, t.id, t.name from stores t
        join staff_departments d on d.corp_id = t.corp_id and d.department_id = t.department_id
        where t.corp_id = :corp_id and t.closed_at is null) each
      group by 1)"""
GROUPS: Final = """
    groups as materialized (
      select g.id, g.name, g.owner_staff_id, g.kind, g.tier, g.notice, g.read_at, g.people,
             g.created_at, s.name as owner_name, s.status = 'left' as owner_left,
             s.id is not null and s.status <> 'left' as owned
      from group_chats g
      left join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id
      where g.corp_id = :corp_id and g.state <> 'dismissed'
        and (cast(:group_id as bigint) is null or g.id = :group_id))"""
_RANK: Final = "case w.reach when 'groups' then 0 when 'owners' then 1 when 'all' then 3 else 2 end"
RULED: Final = f"""{GROUPS},
    reaching as materialized (
      select g.id as group_id, w.id as set_id,
             row_number() over (partition by g.id order by {_RANK}, w.id desc) as place
      from groups g
      join group_rule_sets w on w.corp_id = :corp_id and w.deleted_at is null and {REACHED_SQL}),
    ruled as materialized (
      select g.*, r.set_id from reaching r join groups g on g.id = r.group_id
      where r.place = 1)"""  # noqa: S608 - constants
"""`ruled`: each group with the set that holds for it: the narrowest, of those the newest."""
STANDING: Final = f"""{RULED},{STORES},
    called as materialized (
      select g.id as group_id, n.number, w.name_pattern, w.notice as wanted_notice,
             w.nickname_match, w.ask_version, w.name as set_name, w.reach,
             case when n.number is null
                    or strpos(w.name_pattern, '{STORE}') > 0 and t.stores is distinct from 1
                  then null
                  else replace(replace(w.name_pattern, {NUMBER_SQL},
                                       lpad(n.number::text,
                                            greatest(length(n.number::text),
                                                     coalesce(substring({NUMBER_SQL}
                                                                from '\\:0([2-6])')::int, 1)),
                                            '0')),
                               '{STORE}', coalesce(t.store, '')) end as wanted,
             strpos(w.name_pattern, '{STORE}') > 0 and t.stores is distinct from 1 as storeless
      from ruled g
      join group_rule_sets w on w.corp_id = :corp_id and w.id = g.set_id
      left join group_name_numbers n
        on n.corp_id = :corp_id and n.set_id = g.set_id and n.group_id = g.id
      left join stores_of t on t.staff_id = g.owner_staff_id),
    standing as materialized (
      select g.*, c.number, c.wanted, c.wanted_notice, c.nickname_match, c.ask_version,
             c.set_name, c.reach,
             case when c.wanted_notice = '' then 'off'
                  when g.read_at is null then 'unknown'
                  when {_plain("g.notice")} = '' then 'empty'
                  when {_plain("g.notice")} = {_plain("c.wanted_notice")} then 'same'
                  else 'differs' end as notice_state,
             case when c.name_pattern = '' then 'off'
                  when g.read_at is null then 'unknown'
                  when c.storeless then 'no_store'
                  when c.number is null then 'no_number'
                  when g.name = c.wanted then 'right'
                  else 'wrong' end as name_state,
             k.fits, k.differs, k.nameless, k.read_at as counted_at
      from ruled g
      join called c on c.group_id = g.id
      left join group_nickname_counts k
        on k.corp_id = :corp_id and k.group_id = g.id and k.nickname_match = c.nickname_match
       and c.nickname_match <> '')"""  # noqa: S608 - constants
"""`standing`: each ruled group with what WeCom shows beside what its rules say."""
UNDONE: Final = "(g.notice_state in ('differs', 'empty') or g.name_state = 'wrong')"
"""Whether somebody has something to do in group `g` of STANDING."""
