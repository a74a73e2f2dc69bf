"""Renewals as they are read: how far each is, who came, which groups may be the new one."""

from typing import Any, Final, Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.groups.schemas import GroupRef

from .errors import UnknownRenewalError
from .schemas import RenewalDetail, RenewalList, RenewalPersonRead, RenewalRead

RUNNING: Final = ("planned", "made", "moving")
LISTED: Final = 200
PEOPLE: Final = 1_000
_GROUP: Final = """json_build_object('id', {g}.id, 'name', {g}.name, 'owner',
      case when s.id is not null then json_build_object(
        'id', s.id, 'name', s.name, 'left', s.status = 'left') end)"""
_READ: Final = f"""
    select r.*, {_GROUP.format(g="o")} as old,
           case when n.id is not null then {_GROUP.format(g="n")} end as new,
           case when r.made_at is not null
                then coalesce(r.goodbye_at, r.made_at + make_interval(days => r.days)) end
             as goodbye_due,
           (select count(*) from group_renewal_people p
            where p.corp_id = r.corp_id and p.renewal_id = r.id) as persons,
           (select count(*) from group_renewal_people p
            where p.corp_id = r.corp_id and p.renewal_id = r.id
              and exists (select from group_members m
                          where m.corp_id = p.corp_id and m.group_id = r.new_group_id
                            and m.customer_id = p.customer_id and m.left_at is null)) as arrived
    from group_renewals r
    join group_chats o on o.corp_id = r.corp_id and o.id = r.group_id
    left join group_chats n on n.corp_id = r.corp_id and n.id = r.new_group_id
    left join staff s on s.corp_id = r.corp_id and s.id = r.staff_id
    where r.corp_id = :corp_id {{more}}
    order by r.state not in ('planned', 'made', 'moving'), r.id desc limit :limit
"""  # noqa: S608 - constants
_PEOPLE = text(
    """
    select * from (
      select p.why, c.id as customer_id, coalesce(nullif(m.name, ''), c.name, '') as name,
             (select max(a.joined_at) from group_members a
              where a.corp_id = p.corp_id and a.group_id = :new_group_id
                and a.customer_id = p.customer_id and a.left_at is null) as arrived_at
      from group_renewal_people p
      left join customers c on c.corp_id = p.corp_id and c.id = p.customer_id
      left join lateral (
        select m.name from group_members m
        where m.corp_id = p.corp_id and m.group_id = p.group_id and m.customer_id = p.customer_id
        order by m.joined_at desc limit 1) m on true
      where p.corp_id = :corp_id and p.renewal_id = :renewal_id) told
    order by told.arrived_at is not null,
             array_position(array['core', 'friend', 'recent'], told.why), told.name
    limit :limit
    """
)
# Read from WeCom, of the same owner, made since, and taken by no other renewal.
FIT: Final = """
    from group_chats g
    where g.corp_id = r.corp_id and g.owner_staff_id = r.staff_id and g.state <> 'dismissed'
      and g.id <> r.group_id and g.read_at is not null
      and not exists (select from group_renewals x
                      where x.corp_id = g.corp_id and x.new_group_id = g.id
                        and x.state <> 'stopped' and x.id <> r.id)"""
SINCE: Final = "and g.created_at >= r.created_at - interval '1 hour'"
_CHOICES = text(
    f"""
    select {_GROUP.format(g="g")} as told
    from group_renewals r
    left join staff s on s.corp_id = r.corp_id and s.id = r.staff_id
    cross join lateral (select g.id, g.name, g.created_at {FIT} {SINCE}
                        order by g.created_at desc, g.id desc limit 20) g
    where r.corp_id = :corp_id and r.id = :id
    order by g.created_at desc, g.id desc
    """  # noqa: S608 - constants
)


async def list_renewals(
    session: AsyncSession, corp_id: int, which: Literal["running", "over", "all"]
) -> RenewalList:
    """The newest that one may see, those that run first."""
    more = {
        "running": f"and r.state in {RUNNING}",
        "over": f"and r.state not in {RUNNING}",
        "all": "",
    }[which]
    asked = {"corp_id": corp_id, "limit": LISTED}
    rows = await session.execute(text(_READ.format(more=more)), asked)
    return RenewalList(items=[RenewalRead.model_validate(dict(row)) for row in rows.mappings()])


async def renewal_of(session: AsyncSession, corp_id: int, group_id: int) -> RenewalRead | None:
    """The one of an old, or of a new group that runs, else the last."""
    more = "and :group_id in (r.group_id, coalesce(r.new_group_id, 0))"
    asked = {"corp_id": corp_id, "group_id": group_id, "limit": 1}
    row = (await session.execute(text(_READ.format(more=more)), asked)).mappings().one_or_none()
    return RenewalRead.model_validate(dict(row)) if row is not None else None


async def read_renewal(session: AsyncSession, corp_id: int, renewal_id: int) -> RenewalDetail:
    """One with everybody who shall come. Raises UnknownRenewalError."""
    asked: dict[str, Any] = {"corp_id": corp_id, "id": renewal_id, "limit": 1}
    found = await session.execute(text(_READ.format(more="and r.id = :id")), asked)
    row = found.mappings().one_or_none()
    if row is None:
        raise UnknownRenewalError(renewal_id)
    choices: list[GroupRef] = []
    if row["state"] in RUNNING:
        told = await session.scalars(_CHOICES, {"corp_id": corp_id, "id": renewal_id})
        choices = [GroupRef.model_validate(one) for one in told]
    people = await people_of(session, corp_id, renewal_id, row["new_group_id"], PEOPLE)
    return RenewalDetail.model_validate({**row, "people": people, "choices": choices})


async def people_of(
    session: AsyncSession, corp_id: int, renewal_id: int, new_group_id: int | None, limit: int
) -> list[RenewalPersonRead]:
    """Who shall come, who is not there yet first."""
    asked = {
        "corp_id": corp_id,
        "renewal_id": renewal_id,
        "new_group_id": new_group_id,
        "limit": limit,
    }
    rows = await session.execute(_PEOPLE, asked)
    return [RenewalPersonRead.model_validate(dict(row)) for row in rows.mappings()]
