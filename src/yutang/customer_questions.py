"""What a list of customers is asked, as it comes over HTTP: for lists, bulk acts, exports alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated, Final, cast

from fastapi import Depends, Query
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.access import service as access
from yutang.kernel.access.schemas import Principal
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault
from yutang.kernel.web import CurrentPrincipal, CurrentRuntime
from yutang.people.attributes import service as attributes
from yutang.people.attributes.errors import UnknownFieldError
from yutang.people.attributes.schemas import FieldRead, Operator
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.customers.errors import BadFieldTestError
from yutang.people.customers.schemas import CustomerFilter, FieldTest, Sort, State
from yutang.people.segments import service as segments
from yutang.people.tags import service as tags
from yutang.people.tags.errors import UnknownTagError
from yutang.people.views.errors import BadFiltersError

MOST = 100
Ids = Annotated[tuple[Annotated[int, Query(ge=1)], ...], Query(max_length=MOST)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions of a list of customers; all of them hold. Days are the corp's, both included."""

    q: Annotated[str, Query(max_length=64)] = ""
    state: State | None = None
    tag_id: Ids = ()
    """Any of these."""
    tag_all: Ids = ()
    tag_none: Ids = ()
    tag_least: Ids = ()
    """Of ordered groups: this level or a higher one."""
    untagged: bool = False
    staff_id: Ids = ()
    """Any of these."""
    department_id: Annotated[int | None, Query(ge=1)] = None
    store_id: Annotated[int | None, Query(ge=1)] = None
    unowned: bool = False
    channel_id: Ids = ()
    add_way: Annotated[tuple[int, ...], Query(max_length=MOST)] = ()
    added_from: date | None = None
    added_to: date | None = None
    ended_from: date | None = None
    ended_to: date | None = None
    stage: Annotated[tuple[str, ...], Query(max_length=20)] = ()
    silent: bool | None = None
    refused: bool | None = None
    field: Annotated[tuple[str, ...], Query(max_length=10)] = ()
    """`<field id>:<operator>:<value>`, several values parted by `|`."""
    group_id: Ids = ()
    """Who is in any of these groups now."""
    phone_tail: Annotated[str | None, Query(pattern=r"^[0-9]{4}$")] = None
    segment_id: Annotated[int | None, Query(ge=1)] = None
    """Who is in the segment; needs `segments.read`."""
    sort: Sort = "-added"


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, and by whom: some conditions need a right of their own."""

    asked: Asked
    principal: Principal
    vault: Vault
    now: datetime


async def _asking(
    asked: Annotated[Asked, Depends(Asked)], principal: CurrentPrincipal, runtime: CurrentRuntime
) -> Asking:
    await make_ready(runtime, principal, asked)
    return Asking(asked, principal, runtime.vault, runtime.clock())


async def make_ready(runtime: Runtime, principal: Principal, asked: Asked) -> None:
    """Lists read who is in a segment where it is kept; one by conditions is asked before.

    Before a session is opened: the engine may take its time.
    """
    if asked.segment_id is not None:
        access.demand(principal, "segments.read")
        await segments.make_ready(runtime, principal.corp_id, asked.segment_id)


Question = Annotated[Asking, Depends(_asking)]


async def as_filter(session: AsyncSession, corp_id: int, question: Asking) -> CustomerFilter:
    """The conditions with codes, days and fields resolved.

    Raises UnknownChannelError, UnknownTagError, UnknownFieldError, BadFieldTestError and what a
    field's value lacks; for last digits of a phone ForbiddenError and TooManyPhoneSearchesError.
    """
    asked = question.asked
    zone = (await corps.describe(session, corp_id)).timezone
    return CustomerFilter(
        q=asked.q,
        state=asked.state,
        tag_any=asked.tag_id,
        tag_all=asked.tag_all,
        tag_none=asked.tag_none,
        tag_levels=await _levels(session, corp_id, asked.tag_least),
        untagged=asked.untagged,
        staff_ids=asked.staff_id,
        department_id=asked.department_id,
        store_id=asked.store_id,
        unowned=asked.unowned,
        channels=await acquisition.states_of(session, corp_id, asked.channel_id),
        add_ways=asked.add_way,
        added_from=day_bounds(asked.added_from, zone)[0] if asked.added_from else None,
        added_before=day_bounds(asked.added_to, zone)[1] if asked.added_to else None,
        ended_from=day_bounds(asked.ended_from, zone)[0] if asked.ended_from else None,
        ended_before=day_bounds(asked.ended_to, zone)[1] if asked.ended_to else None,
        stages=asked.stage,
        silent=asked.silent,
        refused=asked.refused,
        fields=await _tests(session, question),
        group_ids=asked.group_id,
        tail=await _tail(session, question),
        segment_id=asked.segment_id,
        sort=asked.sort,
    )


_KEPT: Final = {
    "tag": "tag_id",
    "staff": "staff_id",
    "department": "department_id",
    "store": "store_id",
    "channel": "channel_id",
    "way": "add_way",
    "segment": "segment_id",
}
"""What a saved view calls otherwise than the list's address does."""
_RECENT: Final = "recent"
_DIGITS: Final = 5
_SEVERAL: Final = {"tag", "tag_all", "tag_none", "tag_least", "staff", "channel", "way", "stage"}
_ASKED: Final[TypeAdapter[Asked]] = TypeAdapter(Asked)


async def make_kept_ready(
    runtime: Runtime, principal: Principal, views: Iterable[Mapping[str, str]]
) -> None:
    """`make_ready` of what saved views keep. Raises BadFiltersError."""
    for filters in views:
        await make_ready(runtime, principal, _kept(filters))


def _kept(filters: Mapping[str, str]) -> Asked:
    """What a saved view asks, but for its `recent` days."""
    told: dict[str, object] = {}
    for key, value in filters.items():
        if key == "field":
            told[key] = (value,)
        elif key not in {_RECENT, "sort"}:
            told[_KEPT.get(key, key)] = value.split(",") if key in _SEVERAL else value
    if unknown := sorted(set(told) - (Asked.__dataclass_fields__.keys() - {"phone_tail"})):
        raise BadFiltersError(unknown[0])
    try:
        return _ASKED.validate_python(told)
    except ValidationError as error:
        raise BadFiltersError(str(error.errors()[0]["loc"][0])) from error


async def kept_filter(
    session: AsyncSession,
    vault: Vault,
    principal: Principal,
    filters: Mapping[str, str],
    now: datetime,
) -> CustomerFilter:
    """The conditions that a saved view keeps; those of `recent` days count back from now.

    Its segment was made ready before. Raises BadFiltersError, for last digits of a phone too, and
    what `as_filter` raises.
    """
    asked = _kept(filters)
    days = filters.get(_RECENT)
    if days is not None and asked.added_from is None:
        if not (days.isascii() and days.isdigit() and len(days) < _DIGITS):
            raise BadFiltersError(_RECENT)
        zone = (await corps.describe(session, principal.corp_id)).timezone
        since = today(now, zone) - timedelta(days=max(int(days) - 1, 0))
        asked = replace(asked, added_from=since)
    return await as_filter(session, principal.corp_id, Asking(asked, principal, vault, now))


async def _levels(session: AsyncSession, corp_id: int, tag_ids: Ids) -> tuple[tuple[int, ...], ...]:
    found = await tags.at_least(session, corp_id, tag_ids) if tag_ids else {}
    if unknown := [tag_id for tag_id in tag_ids if tag_id not in found]:
        raise UnknownTagError(unknown)
    return tuple(tuple(found[tag_id]) for tag_id in tag_ids)


async def _tail(session: AsyncSession, question: Asking) -> str:
    digits = question.asked.phone_tail
    if digits is None:
        return ""
    access.demand(question.principal, "customers.phones")
    return await customers.ask_for_tail(
        session, question.vault, question.principal, digits, question.now
    )


async def _tests(session: AsyncSession, question: Asking) -> tuple[FieldTest, ...]:
    given = question.asked.field
    if not given:
        return ()
    # A field that his role does not see is unknown to him: what it holds is not to be guessed.
    seen = await attributes.list_fields(
        session, question.principal.corp_id, question.principal.role
    )
    fields = {field.id: field for field in seen}
    return tuple(_test(fields, one) for one in given)


def _test(fields: dict[int, FieldRead], given: str) -> FieldTest:
    number, _, tail = given.partition(":")
    operator, _, value = tail.partition(":")
    if not (number.isascii() and number.isdigit() and operator):
        raise BadFieldTestError(given)
    field = fields.get(int(number))
    if field is None:
        raise UnknownFieldError(int(number))
    raw = value.split("|") if value else []
    # What is no operator is refused by `ask`, which names those that are.
    values = attributes.ask(field, cast("Operator", operator), raw)
    return FieldTest(field_id=field.id, operator=cast("Operator", operator), values=values)
