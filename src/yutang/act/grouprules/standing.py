"""Groups beside their rules: lists by owner, one group, who is called otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.groups import service as groups
from yutang.people.groups.errors import UnknownGroupError
from yutang.people.groups.schemas import GroupOwner

from . import patterns, sets
from .counting import FIT
from .errors import BadCursorError
from .schemas import (
    Fit,
    GroupRulesOfGroup,
    NicknameCounts,
    NicknamePage,
    NicknameRow,
    NoticeState,
    OtherRules,
    OwnRuledGroups,
    RuledGroup,
    RuledGroupPage,
    RulesRef,
    Wrong,
)
from .statements import RULED, STANDING, UNDONE

OWN_GROUPS: Final = 100
# When it was last called right and somebody called it otherwise.
_RENAMED: Final = """
    left join lateral (
      select max(h.at) as renamed_at from group_happenings h
      where h.corp_id = :corp_id and h.group_id = p.id and h.kind = 'renamed'
        and p.name_state = 'wrong' and h.props ->> 'before' = p.wanted) h on true"""
_PAGE: Final = f"""
    with {STANDING},
    found as materialized (
      select g.*, coalesce(g.owner_staff_id, 9223372036854775807) as place
      from standing g
      where (cast(:set_id as bigint) is null or g.set_id = :set_id) /*more*/),
    page as (
      select * from found p where true /*after*/ order by p.place, p.id limit :limit)
    select p.*, h.renamed_at, (select count(*) from found) as total
    from page p {_RENAMED}
    order by p.place, p.id
"""  # noqa: S608 - constants
_COUNT: Final = f"""
    with {STANDING}
    select count(*) from standing g
    where (cast(:set_id as bigint) is null or g.set_id = :set_id) /*more*/
"""  # noqa: S608 - constants
_ONE = text(
    f"""
    with {STANDING}
    select p.*, h.renamed_at from standing p {_RENAMED}
    """  # noqa: S608 - constants
)
_OTHERS = text(
    f"""
    with {RULED}
    select w.id, w.name, w.reach, f.reach as held
    from reaching r
    join group_rule_sets w on w.corp_id = :corp_id and w.id = r.set_id
    join ruled u on u.id = r.group_id
    join group_rule_sets f on f.corp_id = :corp_id and f.id = u.set_id
    where r.place > 1
    order by r.place
    """  # noqa: S608 - constants
)
_OWN = text(
    f"""
    with {STANDING}
    select g.id from standing g where g.owner_staff_id = :staff_id and {UNDONE}
    order by g.id limit {OWN_GROUPS}
    """  # noqa: S608 - constants
)
_FITS: Final = f"""
    with stays as materialized (
      select m.member, m.customer_id, m.name, m.nickname, m.joined_at, {FIT} as fit
      from group_members m
      cross join (select cast(:match as text) as nickname_match) w
      where m.corp_id = :corp_id and m.group_id = :group_id and m.left_at is null
        and m.customer_id is not null)
"""  # noqa: S608 - a constant
_NICKNAMES: Final = f"""{_FITS}
    select s.member, s.name, s.nickname, s.fit, s.joined_at,
           case when c.id is not null
                then json_build_object('id', c.id, 'name', c.name, 'state', c.state) end as customer
    from stays s
    left join customers c on c.corp_id = :corp_id and c.id = s.customer_id
    where s.fit = any(cast(:fit as text[])) /*after*/
    order by s.joined_at, s.member limit :limit
"""  # noqa: S608 - a constant
_FIT_COUNTS = text(
    f"""{_FITS}
    select count(*) filter (where fit = 'fits') as fits,
           count(*) filter (where fit = 'differs') as differs,
           count(*) filter (where fit = 'nameless') as nameless
    from stays
"""  # noqa: S608 - a constant
)
_WRONG: Final[Mapping[str, str]] = {
    "notice": " and g.notice_state in ('differs', 'empty')",
    "name": " and g.name_state = 'wrong'",
    "nickname": " and g.differs > 0",
    "any": f" and ({UNDONE} or coalesce(g.differs, 0) > 0)",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which groups; every given condition holds."""

    set_id: int | None = None
    owner_id: int | None = None
    wrong: Wrong | None = None
    notice: NoticeState | None = None


async def list_groups(
    session: AsyncSession, corp_id: int, wanted: Asked, after: str | None, limit: int
) -> RuledGroupPage:
    """Groups for which rules hold, by owner. Raises UnknownRulesError, BadCursorError."""
    if wanted.set_id is not None:
        await sets.find_rules(session, corp_id, wanted.set_id)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "group_id": None,
        "set_id": wanted.set_id,
        "limit": limit + 1,
    }
    more = "" if wanted.wrong is None else _WRONG[wanted.wrong]
    if wanted.owner_id is not None:
        asked["owner_id"] = wanted.owner_id
        more += " and g.owner_staff_id = :owner_id"
    if wanted.notice is not None:
        asked["notice"] = wanted.notice
        more += " and g.notice_state = :notice"
    beyond = ""
    if after is not None:
        asked["place"], asked["id"] = _place(after)
        beyond = " and (p.place, p.id) > (:place, :id)"
    statement = text(_PAGE.replace("/*more*/", more).replace("/*after*/", beyond))
    rows = (await session.execute(statement, asked)).all()
    total = rows[0].total if rows else 0
    if not rows and after is not None:
        total = await session.scalar(text(_COUNT.replace("/*more*/", more)), asked) or 0
    last = rows[limit - 1] if len(rows) > limit else None
    return RuledGroupPage(
        items=[_ruled(row) for row in rows[:limit]],
        next=None if last is None else f"{last.place}~{last.id}",
        total=total,
    )


async def read_of_group(session: AsyncSession, corp_id: int, group_id: int) -> GroupRulesOfGroup:
    """What rules say of one group, counted now. Raises UnknownGroupError."""
    await groups.demand_group(session, corp_id, group_id)
    asked = {"corp_id": corp_id, "group_id": group_id}
    row = (await session.execute(_ONE, asked)).one_or_none()
    if row is None:
        return GroupRulesOfGroup(
            standing=None,
            others=[],
            rules="",
            wanted_notice="",
            notice="",
            **patterns.told(None),
        )
    held = await sets.find_rules(session, corp_id, row.set_id)
    form = sets.form_of(held.nickname_form)
    told = _ruled(row)
    if form is not None and row.read_at is not None:
        counts = await _counts(session, corp_id, group_id, held.nickname_match)
        told = told.model_copy(update={"nicknames": counts, "nicknames_as_of": row.read_at})
    others = await session.execute(_OTHERS, asked)
    return GroupRulesOfGroup(
        standing=told,
        others=[
            OtherRules(
                id=one.id,
                name=one.name,
                by=one.reach,
                why="older" if _rank(one.reach) == _rank(one.held) else "wider",
            )
            for one in others
        ],
        rules=held.rules,
        wanted_notice=held.notice,
        notice=row.notice,
        **patterns.told(form),
    )


async def read_of_chat(session: AsyncSession, corp_id: int, chat_id: str) -> GroupRulesOfGroup:
    """The same for the group beside whose chat a member is. Raises UnknownGroupError."""
    return await read_of_group(session, corp_id, await find_chat(session, corp_id, chat_id))


async def find_chat(session: AsyncSession, corp_id: int, chat_id: str) -> int:
    """The group by WeCom's id, where who asks sees it. Raises UnknownGroupError."""
    found = await session.scalar(
        text("select id from group_chats where corp_id = :corp_id and chat_id = :chat_id"),
        {"corp_id": corp_id, "chat_id": chat_id},
    )
    if found is None:
        raise UnknownGroupError(chat_id)
    return int(found)


async def list_own(session: AsyncSession, corp_id: int, staff_id: int) -> OwnRuledGroups:
    """Groups a member owns in which he has something to do, at most 100."""
    asked = {"corp_id": corp_id, "group_id": None, "staff_id": staff_id}
    ids = list(await session.scalars(_OWN, asked))
    return OwnRuledGroups(items=[await read_of_group(session, corp_id, one) for one in ids])


async def list_nicknames(
    session: AsyncSession,
    corp_id: int,
    group_id: int,
    fits: tuple[Fit, ...],
    after: str | None,
    limit: int,
) -> NicknamePage:
    """Persons of a group by whether their nickname fits. Raises UnknownGroupError, BadCursorError.

    Where no form is asked for there is nobody.
    """
    await groups.demand_group(session, corp_id, group_id)
    row = (await session.execute(_ONE, {"corp_id": corp_id, "group_id": group_id})).one_or_none()
    if row is None or not row.nickname_match:
        none = NicknameCounts(fits=0, differs=0, nameless=0)
        return NicknamePage(items=[], next=None, counts=none)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "group_id": group_id,
        "match": row.nickname_match,
        "fit": list(fits),
        "limit": limit + 1,
    }
    beyond = ""
    if after is not None:
        asked["at"], asked["member"] = _moment(after)
        beyond = " and (s.joined_at, s.member) > (:at, :member)"
    statement = text(_NICKNAMES.replace("/*after*/", beyond))
    rows = (await session.execute(statement, asked)).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    return NicknamePage(
        items=[NicknameRow.model_validate(one) for one in rows[:limit]],
        next=None if last is None else f"{last['joined_at'].isoformat()}~{last['member']}",
        counts=await _counts(session, corp_id, group_id, row.nickname_match),
    )


async def _counts(session: AsyncSession, corp_id: int, group_id: int, match: str) -> NicknameCounts:
    asked = {"corp_id": corp_id, "group_id": group_id, "match": match}
    row = (await session.execute(_FIT_COUNTS, asked)).one()
    return NicknameCounts(fits=row.fits, differs=row.differs, nameless=row.nameless)


def _ruled(row: Row[Any]) -> RuledGroup:
    owner = None
    if row.owner_name is not None:
        owner = GroupOwner(id=row.owner_staff_id, name=row.owner_name, left=row.owner_left)
    counted = row.counted_at is not None
    return RuledGroup(
        id=row.id,
        name=row.name,
        owner=owner,
        people=row.people,
        rules=RulesRef(id=row.set_id, name=row.set_name, by=row.reach),
        notice=row.notice_state,
        name_state=row.name_state,
        wanted_name=row.wanted or None,
        number=row.number,
        renamed_at=row.renamed_at,
        nicknames=NicknameCounts(fits=row.fits, differs=row.differs, nameless=row.nameless)
        if counted
        else None,
        nicknames_as_of=row.counted_at,
        read_at=row.read_at,
    )


def _rank(reach: str) -> int:
    return {"groups": 0, "owners": 1, "all": 3}.get(reach, 2)


def _place(after: str) -> tuple[int, int]:
    place, _, group_id = after.partition("~")
    if not (place.isascii() and place.isdigit() and group_id.isascii() and group_id.isdigit()):
        raise BadCursorError
    return int(place[:19]), int(group_id[:18])


def _moment(after: str) -> tuple[datetime, str]:
    moment, _, member = after.partition("~")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError as error:
        raise BadCursorError from error
    if at.tzinfo is None or not member:
        raise BadCursorError
    return at, member
