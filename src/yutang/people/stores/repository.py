"""Rows of stores and of who works in them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.staff import service as staff

from .models import Store, StoreStaff
from .schemas import City, Question, StoreCrew

_COUNT = text(
    """
    with recursive tree as (
      select s.id as store_id, s.department_id from stores s
      where s.corp_id = :corp_id and s.id = any(cast(:ids as bigint[]))
        and s.department_id is not null
      union
      select t.store_id, d.id from departments d join tree t on d.parent_id = t.department_id
      where d.corp_id = :corp_id
    ), placed as (
      select t.store_id, p.staff_id from tree t
      join staff_departments p on p.corp_id = :corp_id and p.department_id = t.department_id
    ), working as (
      select store_id, staff_id, true as by_department from placed
      union all
      select m.store_id, m.staff_id, false from store_staff m
      where m.corp_id = :corp_id and m.store_id = any(cast(:ids as bigint[]))
    )
    select w.store_id, count(distinct w.staff_id) as members,
           count(distinct w.staff_id) filter (where w.by_department) as by_department
    from working w
    join staff s on s.corp_id = :corp_id and s.id = w.staff_id and s.status <> 'left'
    group by w.store_id
    """
)

_CITIES_OF_STAFF = text(
    """
    with recursive up as (
      select p.staff_id, p.department_id as id from staff_departments p
      where p.corp_id = :corp_id and p.staff_id = any(cast(:staff as bigint[]))
      union
      select u.staff_id, d.parent_id from up u
      join departments d on d.corp_id = :corp_id and d.id = u.id
      where d.parent_id is not null
    ), working as (
      select u.staff_id, s.city from up u
      join stores s on s.corp_id = :corp_id and s.department_id = u.id
                   and s.closed_at is null and s.city <> ''
      union
      select m.staff_id, s.city from store_staff m
      join stores s on s.corp_id = m.corp_id and s.id = m.store_id
                   and s.closed_at is null and s.city <> ''
      where m.corp_id = :corp_id and m.staff_id = any(cast(:staff as bigint[]))
    )
    select staff_id, array_agg(city order by city) as cities from working group by staff_id
    """
)

_POST = text(
    """
    with wanted as (
      select * from unnest(cast(:stores as bigint[]), cast(:members as bigint[]),
                           cast(:managing as boolean[])) as w(store_id, staff_id, is_manager)
    ), gone as (
      delete from store_staff m
      where m.corp_id = :corp_id and m.store_id = any(cast(:ids as bigint[]))
        and not exists (select from wanted w
                        where (w.store_id, w.staff_id) = (m.store_id, m.staff_id))
    )
    insert into store_staff as m (corp_id, store_id, staff_id, is_manager)
    select :corp_id, store_id, staff_id, is_manager from wanted
    on conflict (corp_id, store_id, staff_id) do update set is_manager = excluded.is_manager
    where m.is_manager <> excluded.is_manager
    """
)

_PUT = text(
    """
    insert into stores as s (corp_id, number, name, city, address, phone, hours, latitude,
                             longitude, department_id, closed_at, created_by)
    select :corp_id, r.number, r.name, r.city, r.address, r.phone, r.hours, r.latitude,
           r.longitude, r.department_id, r.closed_at, r.created_by
    from json_to_recordset(cast(:rows as json)) as r(
      number text, name text, city text, address text, phone text, hours text,
      latitude double precision, longitude double precision, department_id bigint,
      closed_at timestamptz, created_by text)
    on conflict (corp_id, number) do update
    set name = excluded.name, city = excluded.city, address = excluded.address,
        phone = excluded.phone, hours = excluded.hours, latitude = excluded.latitude,
        longitude = excluded.longitude, department_id = excluded.department_id,
        closed_at = excluded.closed_at, version = s.version + 1
    returning number, id
    """
)


@dataclass(frozen=True, slots=True)
class Crew:
    """How many work in a store, and how many of them by its department."""

    members: int = 0
    by_department: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """One named member of one store."""

    store_id: int
    staff_id: int
    is_manager: bool


class StoreRepository:
    """Stores of one corp that the session may see."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    def _asked(self, wanted: Question) -> Select[Store]:
        statement = select(Store).where(Store.corp_id == self.corp_id)
        if wanted.state != "all":
            closed = Store.closed_at.is_not(None)
            statement = statement.where(closed if wanted.state == "closed" else ~closed)
        if wanted.city:
            statement = statement.where(Store.city == wanted.city)
        if wanted.q:
            # starts_with is leakproof: the policies of the table do not stand in its way.
            statement = statement.where(
                or_(
                    *(
                        func.starts_with(column, wanted.q)
                        for column in (Store.number, Store.name, Store.city)
                    )
                )
            )
        return statement

    async def page(self, wanted: Question, after: str, limit: int | None) -> list[Store]:
        """By number; None: all of them."""
        statement = self._asked(wanted).where(Store.number > after).order_by(Store.number)
        return list(await self.session.scalars(statement.limit(limit)))

    async def count(self, wanted: Question) -> int:
        """How many match."""
        return await self.session.scalar(self._asked(wanted).with_only_columns(func.count())) or 0

    async def cities(self) -> list[City]:
        """Cities with open or closed stores, the most first."""
        rows = await self.session.execute(
            select(Store.city, func.count().label("stores"))
            .where(Store.corp_id == self.corp_id, Store.city != "")
            .group_by(Store.city)
            .order_by(func.count().desc(), Store.city)
        )
        return [City(name=row.city, stores=row.stores) for row in rows]

    async def cities_of_staff(self, staff_ids: Sequence[int]) -> dict[int, list[str]]:
        """Cities of the open stores in which each works, by name or by its department."""
        asked = {"corp_id": self.corp_id, "staff": list(staff_ids)}
        rows = await self.session.execute(_CITIES_OF_STAFF, asked)
        return {row.staff_id: list(row.cities) for row in rows}

    async def one(self, store_id: int, *, locked: bool = False) -> Store | None:
        """One of them; `locked` until the transaction ends, as it is now."""
        return await self.session.get(
            Store,
            (self.corp_id, store_id),
            with_for_update=True if locked else None,
            populate_existing=locked,
        )

    async def by_numbers(self, numbers: Iterable[str]) -> dict[str, Store]:
        """Those with these numbers, locked: in the order of their numbers, so that two wait."""
        rows = await self.session.scalars(
            select(Store)
            .where(Store.corp_id == self.corp_id, Store.number.in_(list(numbers)))
            .order_by(Store.number)
            .with_for_update()
        )
        return {row.number: row for row in rows}

    async def names(self, ids: Iterable[int]) -> dict[int, str]:
        """Names by id."""
        rows = await self.session.execute(
            select(Store.id, Store.name).where(
                Store.corp_id == self.corp_id, Store.id.in_(list(ids))
            )
        )
        return {row.id: row.name for row in rows}

    async def is_taken(self, number: str, besides: int | None) -> bool:
        """Whether another store has this number."""
        statement = select(Store.id).where(Store.corp_id == self.corp_id, Store.number == number)
        if besides is not None:
            statement = statement.where(Store.id != besides)
        return await self.session.scalar(statement) is not None

    async def crews(self, ids: Iterable[int]) -> dict[int, Crew]:
        """How many work in each; a store with nobody is left out."""
        rows = await self.session.execute(_COUNT, {"corp_id": self.corp_id, "ids": list(ids)})
        return {row.store_id: Crew(row.members, row.by_department) for row in rows}

    async def posts(self, ids: Iterable[int], *, managers_only: bool = False) -> list[Post]:
        """Who was named for these."""
        statement = select(StoreStaff).where(
            StoreStaff.corp_id == self.corp_id, StoreStaff.store_id.in_(list(ids))
        )
        if managers_only:
            statement = statement.where(StoreStaff.is_manager)
        rows = await self.session.scalars(
            statement.order_by(StoreStaff.store_id, StoreStaff.staff_id)
        )
        return [Post(row.store_id, row.staff_id, row.is_manager) for row in rows]

    async def set_posts(self, ids: Sequence[int], posts: Iterable[Post]) -> None:
        """Make exactly these the named ones of these stores."""
        wanted = list({(post.store_id, post.staff_id): post for post in posts}.values())
        await self.session.execute(
            _POST,
            {
                "corp_id": self.corp_id,
                "ids": list(ids),
                "stores": [post.store_id for post in wanted],
                "members": [post.staff_id for post in wanted],
                "managing": [post.is_manager for post in wanted],
            },
        )

    async def put(self, rows: Sequence[dict[str, object]]) -> dict[str, int]:
        """Write whole stores by number, new ones and known ones; returns their ids by number."""
        given = json.dumps(list(rows), default=datetime.isoformat)
        written = await self.session.execute(_PUT, {"corp_id": self.corp_id, "rows": given})
        return {row.number: row.id for row in written}


def members_of(corp_id: int, store_id: int) -> Select[int]:
    """Ids of who works in a store, named or by its department, for use inside another query."""
    department = (
        select(Store.department_id)
        .where(Store.corp_id == corp_id, Store.id == store_id)
        .scalar_subquery()
    )
    named = select(StoreStaff.staff_id).where(
        StoreStaff.corp_id == corp_id, StoreStaff.store_id == store_id
    )
    working = named.union(staff.members_of_tree(corp_id, department)).subquery()
    return select(working.c.staff_id)


_STORES_OF = text(
    """
    with recursive tree as (
      select s.id as store_id, s.department_id as id from stores s
      where s.corp_id = :corp_id and s.department_id is not null and s.closed_at is null
      union
      select t.store_id, d.id from departments d join tree t on d.parent_id = t.id
      where d.corp_id = :corp_id
    )
    select w.staff_id, min(w.store_id) as store_id
    from (
      select m.staff_id, m.store_id from store_staff m
      join stores s on s.corp_id = m.corp_id and s.id = m.store_id and s.closed_at is null
      where m.corp_id = :corp_id
      union all
      select d.staff_id, t.store_id from staff_departments d
      join tree t on t.id = d.department_id
      where d.corp_id = :corp_id
    ) w
    where w.staff_id = any(cast(:ids as bigint[]))
    group by 1
    """
)


async def stores_of(
    session: AsyncSession, corp_id: int, staff_ids: Iterable[int]
) -> dict[int, int]:
    """The store each works in, of several the oldest; who works in none is left out."""
    asked = {"corp_id": corp_id, "ids": sorted(set(staff_ids))}
    return {row.staff_id: row.store_id for row in await session.execute(_STORES_OF, asked)}


_CREWS = text(
    """
    with recursive wanted as (
      select id, number, name, closed_at is not null as closed, department_id
      from stores where corp_id = :corp_id and number = any(cast(:numbers as text[]))
    ), tree as (
      select w.id as store_id, w.department_id from wanted w where w.department_id is not null
      union
      select t.store_id, d.id from tree t
      join departments d on d.corp_id = :corp_id and d.parent_id = t.department_id
    ), crew as (
      select w.id as store_id, m.staff_id from wanted w
      join store_staff m on m.corp_id = :corp_id and m.store_id = w.id
      union
      select t.store_id, p.staff_id from tree t
      join staff_departments p on p.corp_id = :corp_id and p.department_id = t.department_id
    )
    select w.number, w.name, w.closed,
           coalesce(array_agg(s.id order by s.id) filter (where s.id is not null), '{}')
             as staff_ids
    from wanted w
    left join crew c on c.store_id = w.id
    left join staff s on s.corp_id = :corp_id and s.id = c.staff_id and s.status <> 'left'
    group by 1, 2, 3
    """
)


async def crews_by_number(
    session: AsyncSession, corp_id: int, numbers: Iterable[str]
) -> dict[str, StoreCrew]:
    """Stores by number with who works in each, named or by its department; closed ones too."""
    asked = {"corp_id": corp_id, "numbers": sorted(set(numbers))}
    return {
        row.number: StoreCrew(row.name, closed=row.closed, staff_ids=list(row.staff_ids))
        for row in await session.execute(_CREWS, asked)
    }
