"""Reads of staff."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ARRAY, BigInteger, ColumnElement, Select, Text, any_, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Department, Staff, StaffDepartment


class StaffRepository:
    """Members and departments of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def by_accounts(self, accounts: Iterable[str]) -> dict[str, int]:
        """Ids by lower-case account."""
        # One parameter, however many a file names.
        wanted = cast(list(accounts), ARRAY(Text))
        rows = await self.session.execute(
            select(Staff.account, Staff.id).where(
                Staff.corp_id == self.corp_id, Staff.account == any_(wanted)
            )
        )
        return {row.account: row.id for row in rows}

    async def by_ids(self, ids: Iterable[int]) -> list[Staff]:
        """Members by id; unknown ids are left out."""
        wanted = cast(list(ids), ARRAY(BigInteger))
        rows = await self.session.scalars(
            select(Staff).where(Staff.corp_id == self.corp_id, Staff.id == any_(wanted))
        )
        return list(rows)

    def _living(self, query: str, within: Sequence[ColumnElement[bool]]) -> Select[Staff]:
        statement = select(Staff).where(
            Staff.corp_id == self.corp_id, Staff.status != "left", *within
        )
        if query:
            # starts_with is leakproof and keeps its index under row-level security; LIKE is not.
            statement = statement.where(
                or_(
                    func.starts_with(Staff.name, query),
                    func.starts_with(Staff.account, query.lower()),
                )
            )
        return statement

    async def page(
        self, query: str, after: int, limit: int, within: Sequence[ColumnElement[bool]] = ()
    ) -> list[Staff]:
        """Members that have not left, by id, whose name or account begins with `query`.

        `within` says what else must hold of them.
        """
        statement = self._living(query, within).where(Staff.id > after)
        return list(await self.session.scalars(statement.order_by(Staff.id).limit(limit)))

    async def count(self, query: str, within: Sequence[ColumnElement[bool]] = ()) -> int:
        """How many members match."""
        statement = self._living(query, within).with_only_columns(func.count())
        return await self.session.scalar(statement) or 0

    async def departments_of(self, ids: Iterable[int]) -> dict[int, list[Department]]:
        """Departments by member."""
        rows = await self.session.execute(
            select(StaffDepartment.staff_id, Department)
            .join(
                Department,
                (Department.corp_id == StaffDepartment.corp_id)
                & (Department.id == StaffDepartment.department_id),
            )
            .where(StaffDepartment.corp_id == self.corp_id, StaffDepartment.staff_id.in_(list(ids)))
        )
        found: dict[int, list[Department]] = {}
        for staff_id, department in rows:
            found.setdefault(staff_id, []).append(department)
        return found

    async def departments(self) -> list[Department]:
        """All departments, as WeCom orders them: larger first."""
        rows = await self.session.scalars(
            select(Department)
            .where(Department.corp_id == self.corp_id)
            .order_by(Department.position.desc(), Department.id)
        )
        return list(rows)
