"""What a page shows to who opens it: the same member again, or whom the rule picks."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.room import service as room
from yutang.people.stores import service as stores

from . import duty, repository
from .errors import NobodyFreeError, PageGoneError, UnknownPageError
from .picking import Candidate, Picked, pick
from .schemas import PageRule, Why
from .visitors import Visitor

SCAN_AGAIN: Final = timedelta(minutes=10)
"""One person or browser scans once in so long, however often the page is loaded."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page that somebody opened."""

    corp_id: int
    channel_id: int
    slug: str
    corp: str
    zone: str
    rule: PageRule


@dataclass(frozen=True, slots=True)
class Shown:
    """The member on the page. `is_preview`: a member of the corp looks, nothing was counted."""

    staff_id: int
    name: str
    qr_content: str
    why: Why
    city: str
    hold_until: datetime | None
    is_preview: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """The page asks for the city first."""

    cities: tuple[str, ...]
    kind: Literal["asking"] = "asking"


async def find_page(runtime: Runtime, slug: str) -> OpenPage:
    """The page at this address. Raises UnknownPageError, PageGoneError."""
    async with runtime.database.owner() as session:
        row = (await session.execute(repository.FIND, {"slug": slug})).one_or_none()
        if row is None:
            raise UnknownPageError
        if row.status in {"deleting", "deleted"}:
            raise PageGoneError
        corp = await corps.describe(session, row.corp_id)
    rule = PageRule.model_validate(row.rule)
    return OpenPage(row.corp_id, row.channel_id, slug, corp.name, corp.timezone, rule)


async def show(
    runtime: Runtime,
    page: OpenPage,
    visitor: Visitor,
    city: str | None = None,
    *,
    asks_again: bool = False,
) -> Shown | Asking:
    """Whom `visitor` sees; `city`: what he chose, "" for none of those, None: not asked yet.

    Loading the page again shows the same. A place is held for the rule's minutes, one a visitor.
    Raises NobodyFreeError, and PageGoneError for a code deleted this moment.
    """
    opening = _Opening(runtime, page, visitor)
    async with runtime.database.corp(page.corp_id) as session:
        if page.rule.by_city and (city or asks_again):
            cities = await opening.cities(session)
            if asks_again and cities:
                return Asking(cities)
            city = city if city in cities else ""
        city = city if page.rule.by_city else None
        await opening.count_scan(session)
        found: Shown | Asking | None = await opening.again(session, city)
        if found is None:
            # What hardly changes is read before anybody has to wait for it.
            standing = await read_standing(session, page, runtime.clock())
        if found is None and visitor.is_member:
            found = await opening.choose(session, standing, {}, city)
    if found is None and not visitor.is_member:
        async with runtime.database.corp(page.corp_id) as session:
            locked = (await session.execute(repository.LOCK, opening.asked)).one_or_none()
            if locked is None:
                raise PageGoneError
            # Another tab of his may have been faster.
            found = await opening.again(session, city)
            if found is None:
                found = await opening.choose(session, standing, locked.turns, city)
    if found is None:
        raise NobodyFreeError
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """How the members of a page stand, but for what each visitor changes."""

    duty: duty.Duty
    left: dict[int, int | None]
    """How many more customers WeCom lets each have."""
    cities: dict[int, list[str]]


async def read_standing(session: AsyncSession, page: OpenPage, now: datetime) -> Standing:
    """Who is on, how much room each has left, and where each works."""
    asked = {"corp_id": page.corp_id, "channel_id": page.channel_id}
    ids = list(await session.scalars(repository.STAFF, asked))
    left = await room.left(session, page.corp_id, ids)
    by_city = page.rule.by_city
    return Standing(
        await duty.read_duty(session, page.corp_id, page.channel_id, now),
        {one: left[one].left for one in ids},
        await stores.cities_of_staff(session, page.corp_id, ids) if by_city else {},
    )


class _Opening:
    """One opening of the page."""

    def __init__(self, runtime: Runtime, page: OpenPage, visitor: Visitor) -> None:
        self.now = runtime.clock()
        self.page = page
        self.visitor = visitor
        self.asked: dict[str, Any] = {
            "corp_id": page.corp_id,
            "channel_id": page.channel_id,
            "visitor": visitor.hashed,
            "now": self.now,
            "day": today(self.now, page.zone),
        }
        self.last: Any = None
        """What he was shown before, as `again` found it."""
        self._lasting = timedelta(minutes=page.rule.hold_minutes)

    async def cities(self, session: AsyncSession) -> tuple[str, ...]:
        """Those in which members of the code work in stores."""
        rows = (await session.execute(repository.FACTS, self.asked)).all()
        ids = [row.staff_id for row in rows if row.is_member]
        found = await stores.cities_of_staff(session, self.page.corp_id, ids)
        return tuple(sorted({city for of_one in found.values() for city in of_one}))

    async def again(self, session: AsyncSession, city: str | None) -> Shown | None:
        """The member whose place is held for him; None where there is none, or he moved."""
        last = (await session.execute(repository.LAST, self.asked)).one_or_none()
        self.last = last
        # Nothing is held for a friend: he sees him again for as long.
        if last is None or (last.hold_until or last.shown_at + self._lasting) <= self.now:
            return None
        if city is not None and city != last.city:
            return None
        row = await self._row(session, last.staff_id)
        return row and Shown(
            last.staff_id, row.name, row.qr_content, last.reason, last.city, last.hold_until
        )

    async def _row(self, session: AsyncSession, staff_id: int) -> Any:
        asked = self.asked | {"staff_id": staff_id}
        return (await session.execute(repository.SHOWN, asked)).one_or_none()

    async def count_scan(self, session: AsyncSession) -> None:
        """Once in ten minutes; never for a member of the corp."""
        if self.visitor.is_member:
            return
        again = {"again": self.now - SCAN_AGAIN}
        if await session.scalar(repository.SEEN, self.asked | again):
            await session.execute(repository.COUNT_SCAN, self.asked)

    async def choose(
        self,
        session: AsyncSession,
        standing: Standing,
        turns: dict[str, list[int]],
        city: str | None,
    ) -> Shown | Asking | None:
        """A friend of his, the member he saw before, or whom the rule picks. After `again`."""
        page = self.page
        rows = (await session.execute(repository.FACTS, self.asked)).all()
        candidates = candidates_of(rows, standing, turns)
        known = {row.staff_id: row for row in rows}
        friend = await self._friend(session, candidates)
        if friend is not None:
            return await self._settle(session, known, Picked(friend, "friend"), "", holds=False)
        if (last := self._seen_before(candidates, city)) is not None:
            picked = Picked(last.staff_id, "sticky")
            holds = last.added_at is None
            return await self._settle(session, known, picked, last.city, holds=holds)
        if page.rule.by_city and city is None:
            cities = {one for c in candidates if c.is_member for one in c.cities}
            if cities:
                return Asking(tuple(sorted(cities)))
        found = pick(
            page.rule.by,
            candidates,
            fallback_id=page.rule.fallback_staff_id,
            city=(city or "") if page.rule.by_city else "",
        )
        if found is None:
            return None
        if not self.visitor.is_member:
            kept = turns | {str(c.staff_id): [c.turn, c.credit] for c in candidates}
            asked = self.asked | {"turns": json.dumps(kept)}
            await session.execute(repository.KEEP_TURNS, asked)
        return await self._settle(session, known, found, city or "")

    async def _friend(self, session: AsyncSession, candidates: Sequence[Candidate]) -> int | None:
        if self.visitor.customer_id is None:
            return None
        ids = [one.staff_id for one in candidates if one.is_member]
        asked = {
            "corp_id": self.page.corp_id,
            "customer_id": self.visitor.customer_id,
            "staff": ids,
        }
        found: int | None = await session.scalar(repository.FRIEND, asked)
        return found

    def _seen_before(self, candidates: Sequence[Candidate], city: str | None) -> Any:
        """Whom he saw within the rule's days, if that one is on and has a place; else None."""
        last = self.last
        since = self.now - timedelta(days=self.page.rule.sticky_days)
        if last is None or last.shown_at <= since or (city is not None and city != last.city):
            return None
        one = next((c for c in candidates if c.staff_id == last.staff_id), None)
        if one is None or not one.is_member:
            return None
        # Who added him already takes no second place.
        return last if last.added_at is not None or (one.on and one.has_place) else None

    async def _settle(
        self,
        session: AsyncSession,
        known: dict[int, Any],
        picked: Picked,
        city: str,
        *,
        holds: bool = True,
    ) -> Shown:
        row = known[picked.staff_id]
        hold_until = self.now + self._lasting if holds else None
        if not self.visitor.is_member:
            if self.last is not None:
                await session.execute(repository.GIVE_BACK, self.asked)
            asked = self.asked | {"staff_id": picked.staff_id}
            await session.execute(
                repository.ASSIGN,
                asked | {"reason": picked.why, "city": city, "hold_until": hold_until},
            )
            await session.execute(repository.COUNT_SHOWN, asked)
        return Shown(
            picked.staff_id,
            row.name,
            row.qr_content,
            picked.why,
            city,
            hold_until,
            is_preview=self.visitor.is_member,
        )


def candidates_of(
    rows: Sequence[Any], standing: Standing, turns: dict[str, list[int]]
) -> list[Candidate]:
    """The facts of the rows as the rule takes them."""
    on = standing.duty
    return [
        Candidate(
            staff_id=row.staff_id,
            weight=row.weight,
            cap=row.daily_cap,
            adds=row.adds,
            held=row.held,
            load=row.load,
            room=standing.left.get(row.staff_id),
            turn=turns.get(str(row.staff_id), (0, 0))[0],
            credit=turns.get(str(row.staff_id), (0, 0))[1],
            on=row.staff_id not in on.off,
            is_member=row.is_member,
            is_stand_in=row.staff_id in on.stand_ins,
            cities=frozenset(standing.cities.get(row.staff_id, ())),
        )
        for row in rows
    ]
