"""What is known of each add before its welcome: who it is, through what, and which one applies.

Two statements a batch over corps, and one each for departments, stores and files where a welcome
needs them; WeCom is asked nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import DueWelcome

from .checking import Needed, files_of
from .models import ReadyFile
from .repository import alive_files, rules_for
from .resolving import Rule, choose, places
from .ruling import rule_of
from .schemas import Known, WelcomeText
from .wording import holds

SAME_ADD: Final = timedelta(minutes=1)
"""So far apart WeCom's time of a relation and that of its callback may be."""
_HIGHEST: Final = 30
"""Levels of departments; WeCom has at most 15."""

_FACTS: Final = text(
    """
    select a.id as welcome_id, o.timezone, p.id as customer_id, p.name as customer_name,
           k.first_at, c.id as channel_id, c.name as channel_name, s.id as staff_id,
           nullif(s.name, s.account) as staff_name,
           exists (select from greetings g
                   where g.corp_id = a.corp_id and g.reach = 'department') as by_department
    from unnest(cast(:corps as bigint[]), cast(:ids as bigint[]), cast(:external_ids as text[]),
                cast(:accounts as text[]), cast(:channels as text[]))
         as a(corp_id, id, external_id, account, channel)
    join corps o on o.id = a.corp_id
    left join customer_identities i
      on i.corp_id = a.corp_id and i.kind = 'external' and i.value = a.external_id
    left join customers p on p.corp_id = a.corp_id and p.id = i.customer_id
    left join credits k on k.corp_id = a.corp_id and k.customer_id = i.customer_id
    left join channels c on c.corp_id = a.corp_id and c.state = a.channel
    left join staff s on s.corp_id = a.corp_id and s.account = lower(a.account)
    """
)
# The departments of members, and those above them.
_LEVELS: Final = text(
    """
    with recursive up as (
      select m.corp_id, m.staff_id, m.department_id, 0 as distance
      from unnest(cast(:corps as bigint[]), cast(:members as bigint[])) as a(corp_id, staff_id)
      join staff_departments m using (corp_id, staff_id)
      union
      select u.corp_id, u.staff_id, d.parent_id, u.distance + 1
      from up u join departments d on d.corp_id = u.corp_id and d.id = u.department_id
      where d.parent_id > 0 and u.distance < :highest
    )
    select corp_id, staff_id, department_id, min(distance) as distance
    from up group by 1, 2, 3 order by 1, 2, 4, 3
    """
)
_STORES: Final = text(
    """
    with recursive up as (
      select m.corp_id, m.staff_id, m.department_id, 0 as distance
      from unnest(cast(:corps as bigint[]), cast(:members as bigint[])) as a(corp_id, staff_id)
      join staff_departments m using (corp_id, staff_id)
      union
      select u.corp_id, u.staff_id, d.parent_id, u.distance + 1
      from up u join departments d on d.corp_id = u.corp_id and d.id = u.department_id
      where d.parent_id > 0 and u.distance < :highest
    ), placed as (
      select u.corp_id, u.staff_id, t.id, t.name from up u
      join stores t on t.corp_id = u.corp_id and t.department_id = u.department_id
      where t.closed_at is null
      union
      select m.corp_id, m.staff_id, t.id, t.name
      from unnest(cast(:corps as bigint[]), cast(:members as bigint[])) as a(corp_id, staff_id)
      join store_staff m using (corp_id, staff_id)
      join stores t on t.corp_id = m.corp_id and t.id = m.store_id
      where t.closed_at is null
    )
    select distinct on (corp_id, staff_id) corp_id, staff_id, name
    from placed order by corp_id, staff_id, id
    """
)


@dataclass(slots=True)
class Plan:
    """One add with all its welcome needs; `greeting_id` None: nothing is for it."""

    greeting_id: int | None = None
    content: WelcomeText | None = None
    standing: Known = "unknown"
    """unknown: he is not stored here yet, so he is taken for a new one."""
    customer_id: int | None = None
    customer_name: str = ""
    staff_name: str = ""
    store_name: str = ""
    channel_name: str = ""
    files: dict[Needed, ReadyFile] = field(default_factory=dict)
    """What is known of its uploads."""


@dataclass(frozen=True, slots=True)
class _Facts:
    welcome_id: int
    timezone: str
    customer_id: int | None
    customer_name: str | None
    first_at: datetime | None
    channel_id: int | None
    channel_name: str | None
    staff_id: int | None
    staff_name: str | None
    by_department: bool
    """Whether any department of the corp has a welcome."""


async def plan_batch(
    session: AsyncSession,
    rows: Sequence[DueWelcome],
    siblings: dict[tuple[int, str, str], list[DueWelcome]],
) -> dict[int, Plan]:
    """By the add's id. `siblings` holds every row of their pairs."""
    facts = await _read_facts(session, rows)
    by_corp = {row.id: row.corp_id for row in rows}
    members = sorted(
        {
            (by_corp[one.welcome_id], one.staff_id)
            for one in facts
            if one.staff_id is not None and one.by_department
        }
    )
    levels = await read_levels(session, members)
    found = await rules_for(
        session,
        set(by_corp.values()),
        {one.channel_id for one in facts if one.channel_id is not None},
        {number for member in levels.values() for level in member for number in level},
    )
    rules = [rule_of(row) for row in found]
    known = {one.welcome_id: one for one in facts}
    plans = {}
    for row in rows:
        if (one := known.get(row.id)) is not None:
            began = _began(row, siblings.get((row.corp_id, row.external_id, row.account), []))
            own = [rule for rule in rules if rule.corp_id == row.corp_id]
            way = levels.get((row.corp_id, one.staff_id or 0), [])
            plans[row.id] = _plan(row, one, own, way, began)
    await _add_stores(session, rows, plans, known)
    await _add_files(session, rows, plans)
    return plans


async def _read_facts(session: AsyncSession, rows: Sequence[DueWelcome]) -> list[_Facts]:
    found = await session.execute(
        _FACTS,
        {
            "corps": [row.corp_id for row in rows],
            "ids": [row.id for row in rows],
            "external_ids": [row.external_id for row in rows],
            "accounts": [row.account for row in rows],
            "channels": [row.channel for row in rows],
        },
    )
    return [_Facts(**row) for row in found.mappings()]


def _began(row: DueWelcome, of_pair: Sequence[DueWelcome]) -> datetime:
    """When this add began: a half add is the beginning of its whole one."""
    other = welcomes.sibling(row, of_pair)
    return row.occurred_at if other is None else min(row.occurred_at, other.occurred_at)


def _plan(
    row: DueWelcome, one: _Facts, rules: list[Rule], levels: list[list[int]], began: datetime
) -> Plan:
    standing: Known = "unknown"
    if one.customer_id is not None:
        came_before = one.first_at is not None and one.first_at < began - SAME_ADD
        standing = "returning" if came_before else "new"
    there = row.occurred_at.astimezone(ZoneInfo(one.timezone))
    rule = choose(rules, places(one.channel_id, levels), there.hour * 60 + there.minute, standing)
    return Plan(
        greeting_id=rule.id if rule is not None else None,
        content=WelcomeText.model_validate(rule.content) if rule is not None else None,
        standing=standing,
        customer_id=one.customer_id,
        customer_name=one.customer_name or "",
        staff_name=one.staff_name or "",
        channel_name=one.channel_name or "",
    )


async def read_levels(
    session: AsyncSession, members: Collection[tuple[int, int]]
) -> dict[tuple[int, int], list[list[int]]]:
    """Departments by (corp, member): his own, those above them, and so on."""
    if not members:
        return {}
    rows = await session.execute(
        _LEVELS,
        {
            "corps": [corp_id for corp_id, _ in members],
            "members": [staff_id for _, staff_id in members],
            "highest": _HIGHEST,
        },
    )
    found: dict[tuple[int, int], list[list[int]]] = {}
    for row in rows:
        levels = found.setdefault((row.corp_id, row.staff_id), [])
        while len(levels) <= row.distance:
            levels.append([])
        levels[row.distance].append(row.department_id)
    return found


async def read_stores(
    session: AsyncSession, members: Collection[tuple[int, int]]
) -> dict[tuple[int, int], str]:
    """The name of each member's store, by (corp, member): of several the one with the lowest id."""
    if not members:
        return {}
    rows = await session.execute(
        _STORES,
        {
            "corps": [corp_id for corp_id, _ in members],
            "members": [staff_id for _, staff_id in members],
            "highest": _HIGHEST,
        },
    )
    return {(row.corp_id, row.staff_id): row.name for row in rows}


async def _add_stores(
    session: AsyncSession,
    rows: Sequence[DueWelcome],
    plans: dict[int, Plan],
    known: dict[int, _Facts],
) -> None:
    """Names of stores, where a text asks for one."""
    wanted = {
        row.id: (row.corp_id, staff_id)
        for row in rows
        if row.id in plans
        and (content := plans[row.id].content) is not None
        and holds(content.text + content.text_nameless, "store")
        and (staff_id := known[row.id].staff_id) is not None
    }
    stores = await read_stores(session, sorted(set(wanted.values())))
    for welcome_id, member in wanted.items():
        plans[welcome_id].store_name = stores.get(member, "")


async def _add_files(
    session: AsyncSession, rows: Sequence[DueWelcome], plans: dict[int, Plan]
) -> None:
    needed = {
        row.id: [(row.corp_id, *one) for one in files_of(content.attachments)]
        for row in rows
        if row.id in plans and (content := plans[row.id].content) is not None
    }
    wanted = sorted({one for own in needed.values() for one in own})
    found = {
        (one.corp_id, one.kind, one.file_id): one for one in await alive_files(session, wanted)
    }
    for welcome_id, own in needed.items():
        plans[welcome_id].files = {
            (kind, file_id): found[corp_id, kind, file_id]
            for corp_id, kind, file_id in own
            if (corp_id, kind, file_id) in found
        }
