"""Tell who left: by day, one by one, and by member."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds
from yutang.people.corps import service as corps
from yutang.people.staff.schemas import StaffRef

from . import repository
from .errors import BadCursorError, BadSpanError
from .models import LossPlace
from .notices import tell_losses
from .reckoning import RECKONING, reckon_all
from .schemas import (
    LossDay,
    LossFilter,
    LossPage,
    LossRow,
    LossSummary,
    LossTotals,
    StaffLosses,
    StaffLossPage,
)

__all__ = (
    "RECKONING",
    "list_losses",
    "list_staff_losses",
    "read_summary",
    "reckon_all",
    "tell_losses",
)

MOST_DAYS: Final = 366
MOST_STAFF_DAYS: Final = 92
COUNTED: Final = 100_000
_TREE: Final = """
    with recursive tree as (
      select id from departments where corp_id = :corp_id and id = :department_id
      union
      select d.id from departments d join tree t on d.parent_id = t.id
      where d.corp_id = :corp_id
    )
    select d.staff_id from staff_departments d
    where d.corp_id = :corp_id and d.department_id in (select id from tree)
"""


async def read_summary(
    session: AsyncSession, corp_id: int, wanted: LossFilter, now: datetime
) -> LossSummary:
    """The days of the span and as many before it. Raises BadSpanError."""
    _check(wanted, MOST_DAYS)
    corp = await corps.describe(session, corp_id)
    days = (wanted.last - wanted.first).days + 1
    earlier = wanted.first - timedelta(days=days)
    more, asked = _conditions(wanted)
    asked |= {
        "corp_id": corp_id,
        "zone": corp.timezone,
        "start": day_bounds(earlier, corp.timezone)[0],
        "stop": day_bounds(wanted.last, corp.timezone)[1],
    }
    rows = await session.execute(text(repository.DAYS.format(more=more)), asked)
    found = {row["day"]: LossDay.model_validate(dict(row)) for row in rows.mappings()}
    shown = [
        found.get(day) or LossDay(day=day, by_customer=0, by_staff=0, persons=0, returned=0)
        for day in (wanted.first + timedelta(days=ahead) for ahead in range(days))
    ]
    place = await session.get(LossPlace, corp_id)
    return LossSummary(
        days=shown,
        total=_sums(shown),
        before=_sums([row for day, row in found.items() if day < wanted.first]),
        as_of=now,
        reckoned_at=place.reckoned_at if place is not None else None,
    )


def _check(wanted: LossFilter, most: int) -> None:
    if not wanted.first <= wanted.last <= wanted.first + timedelta(days=most - 1):
        raise BadSpanError(most)


def _sums(days: list[LossDay]) -> LossTotals:
    return LossTotals(
        by_customer=sum(day.by_customer for day in days),
        by_staff=sum(day.by_staff for day in days),
        persons=sum(day.persons for day in days),
        returned=sum(day.returned for day in days),
    )


def _conditions(wanted: LossFilter) -> tuple[str, dict[str, Any]]:
    """What must hold of a row `l` beside its span, and the values that are bound to it."""
    more: list[str] = []
    asked: dict[str, Any] = {}
    if wanted.by is not None:
        more.append("and l.ending = :ending")
        asked["ending"] = f"deleted_by_{wanted.by}"
    if wanted.staff_id is not None:
        more.append("and l.staff_id = :staff_id")
        asked["staff_id"] = wanted.staff_id
    if wanted.department_id is not None:
        more.append(f"and l.staff_id in ({_TREE})")
        asked["department_id"] = wanted.department_id
    if wanted.channel is not None:
        more.append("and l.channel = :channel")
        asked["channel"] = wanted.channel
    return " ".join(more), asked


def _listed(wanted: LossFilter) -> tuple[str, str, dict[str, Any]]:
    """The moment by which rows are listed, and what must hold of them."""
    more, asked = _conditions(wanted)
    moment = "person_returned_at" if wanted.what == "returned" else "at"
    if wanted.what == "persons":
        more += " and l.person"
    if wanted.back is not None and wanted.what != "returned":
        column = "person_returned_at" if wanted.what == "persons" else "returned_at"
        more += f" and l.{column} is {'not null' if wanted.back else 'null'}"
    return moment, more, asked


async def list_losses(
    session: AsyncSession, corp_id: int, wanted: LossFilter, after: str | None, limit: int
) -> LossPage:
    """One page of losses, the newest first. Raises BadSpanError, BadCursorError."""
    _check(wanted, MOST_DAYS)
    corp = await corps.describe(session, corp_id)
    moment, more, asked = _listed(wanted)
    asked |= {
        "corp_id": corp_id,
        "start": day_bounds(wanted.first, corp.timezone)[0],
        "stop": day_bounds(wanted.last, corp.timezone)[1],
    }
    total = await session.scalar(
        text(repository.COUNT.format(moment=moment, more=more)), {**asked, "limit": COUNTED + 1}
    )
    if after is not None:
        head, _, tail = after.partition("~")
        if not (head.isascii() and head.isdigit()):
            raise BadCursorError
        try:
            asked |= {"before_id": int(head), "before": datetime.fromisoformat(tail)}
        except ValueError as error:
            raise BadCursorError from error
        more += f" and (l.{moment}, l.history_id) < (:before, :before_id)"
    found = await session.execute(
        text(repository.ROWS.format(moment=moment, more=more)), {**asked, "limit": limit + 1}
    )
    rows = found.all()
    items = [_row(row) for row in rows[:limit]]
    end = rows[limit - 1] if len(rows) > limit else None
    return LossPage(
        items=items,
        next=f"{end.id}~{getattr(end, moment).isoformat()}" if end is not None else None,
        total=min(total or 0, COUNTED),
        exact=(total or 0) <= COUNTED,
    )


def _row(row: Any) -> LossRow:
    return LossRow(
        id=row.id,
        customer_id=row.customer_id,
        customer_name=row.customer_name,
        customer_state=row.customer_state,
        staff=StaffRef(id=row.staff_id, name=row.staff_name, account=row.account),
        staff_left=row.status == "left",
        by="customer" if row.ending == "deleted_by_customer" else "staff",
        at=row.at,
        began_at=row.began_at,
        channel=row.channel,
        person=row.person,
        returned_at=row.returned_at,
        person_returned_at=row.person_returned_at,
    )


async def list_staff_losses(
    session: AsyncSession, corp_id: int, wanted: LossFilter, after: str | None, limit: int
) -> StaffLossPage:
    """Members whom customers deleted most, with their adds of the same days.

    Raises BadSpanError for more than 92 days, BadCursorError.
    """
    _check(wanted, MOST_STAFF_DAYS)
    corp = await corps.describe(session, corp_id)
    more, asked = _conditions(wanted)
    asked |= {
        "corp_id": corp_id,
        "start": day_bounds(wanted.first, corp.timezone)[0],
        "stop": day_bounds(wanted.last, corp.timezone)[1],
        "limit": limit + 1,
    }
    beyond = ""
    if after is not None:
        count, _, last = after.partition("~")
        if not (count.isascii() and count.isdigit() and last.isascii() and last.isdigit()):
            raise BadCursorError
        beyond = "where (by_customer, staff_id) < (:before, :before_id)"
        asked |= {"before": int(count), "before_id": int(last)}
    rows = (
        await session.execute(text(repository.BY_STAFF.format(more=more, beyond=beyond)), asked)
    ).all()
    items = [
        StaffLosses(
            staff=StaffRef(id=row.staff_id, name=row.name, account=row.account),
            adds=row.adds,
            by_customer=row.by_customer,
            by_staff=row.by_staff,
            persons=row.persons,
            per_add=row.by_customer / row.adds if row.adds else None,
        )
        for row in rows[:limit]
    ]
    end = items[-1] if len(rows) > limit else None
    return StaffLossPage(
        items=items, next=f"{end.by_customer}~{end.staff.id}" if end is not None else None
    )
