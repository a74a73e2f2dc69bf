"""Read the groups of a whole corp: which there are, who is in them, WeCom's counts by day.

Lists are cheap and read whole; a group costs a call, and is read where it was not for a night.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

import structlog

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import Run
from yutang.people.groups import service as groups
from yutang.people.groups.service import DayFacts, GoneFacts, GroupFacts
from yutang.people.staff import service as staff
from yutang.sense.group_reading import list_groups_of, read_groups
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import ForbiddenError, UnknownStaffError, WeComError
from yutang.wecom.groups import MAX_OWNERS

from .alone import reading_alone

log = structlog.get_logger(__name__)

KIND: Final = "sync.groups"
GET_PATH: Final = "/cgi-bin/externalcontact/groupchat/get"
STALE: Final = timedelta(hours=20)
"""A group that was read since then is not read again; each night reads every other."""
AT_ONCE: Final = 10
"""Groups that are asked for at the same time."""
CHUNK_GROUPS: Final = 60
CHUNK_ROWS: Final = 2_500
"""Members of one transaction: fewer groups are read for it where they are large."""
LISTED_ROWS: Final = 5_000
DAYS_A_NIGHT: Final = 30
"""So many days of WeCom's counts are fetched at once: a call for each hundred owners and day."""


@dataclass(slots=True)
class GroupTally:
    """Where a run stands and what it has done."""

    since: str
    """When the run began; lists and readings before that are stale."""
    listed: bool = False
    after: int = 0
    """The last group that was read."""
    groups: int = 0
    members: int = 0
    gone: int = 0
    hidden: int = 0
    """Groups whose owner the app may not see."""
    days: int = 0


async def sync_groups(
    runtime: Runtime, corp_id: int, asked_by: str = "system", *, full: bool = False
) -> int:
    """Read groups as a bulk run: one that was interrupted goes on at its chunk.

    A `full` one reads every group, else those that were not read for 20 hours. Safe to repeat.
    Returns how many groups were read. Raises as `sync_corp`.
    """
    async with reading_alone(runtime, corp_id):
        customers.get_ready()
        client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
        run, tally = await _begin(runtime, corp_id, asked_by)
        reader = GroupReader(runtime, client, run, tally)
        try:
            await reader.read(full=full)
        except NoQuotaError:
            raise
        except WeComError as error:
            async with runtime.database.owner() as session:
                await gateway.fail(session, reader.run, str(error), runtime.clock())
            raise
        async with runtime.database.owner() as session:
            await gateway.end(session, reader.run, runtime.clock())
    log.info("sync.groups", corp_id=corp_id, groups=tally.groups, members=tally.members)
    return tally.groups


async def _begin(runtime: Runtime, corp_id: int, asked_by: str) -> tuple[Run, GroupTally]:
    now = runtime.clock()
    async with runtime.database.owner() as session:
        run = await gateway.begin_or_resume(
            session, corp_id, KIND, path=GET_PATH, asked_by=asked_by, now=now
        )
    names = GroupTally.__dataclass_fields__
    kept = {name: value for name, value in run.cursor.items() if name in names}
    return run, GroupTally(**{"since": now.isoformat(), **kept})


@dataclass(slots=True)
class GroupReader:
    """A run at work."""

    runtime: Runtime
    client: WeCom
    run: Run
    tally: GroupTally

    @property
    def corp_id(self) -> int:
        """Whose groups."""
        return self.run.corp_id

    async def read(self, *, full: bool) -> None:
        """Lists, groups, days."""
        since = datetime.fromisoformat(self.tally.since)
        if not self.tally.listed:
            await self._list()
        stale = since if full else since - STALE
        await self._count(stale, since)
        await self._read_groups(stale, since)
        await self._read_days()

    async def _list(self) -> None:
        async with self.runtime.database.owner() as session:
            known = await groups.list_owners(session, self.corp_id)
        visible = await self.client.customers.follow_user_list()
        owners = sorted({one.lower() for one in (*known, *visible)})
        calls = 1
        for start in range(0, len(owners), MAX_OWNERS):
            rows, made = await list_groups_of(self.client, owners[start : start + MAX_OWNERS])
            calls += made
            for at in range(0, len(rows), LISTED_ROWS):
                async with self.runtime.database.owner() as session:
                    await groups.record_listed(
                        session, self.corp_id, rows[at : at + LISTED_ROWS], self.runtime.clock()
                    )
        self.tally.listed = True
        async with self.runtime.database.owner() as session:
            await self._advance(session, calls=calls)

    async def _count(self, stale: datetime, listed: datetime) -> None:
        """How many there are to read, those that the run has read already included."""
        async with self.runtime.database.owner() as session:
            left = await groups.count_unread(session, self.corp_id, stale, listed)
            self.run = await gateway.begin_or_resume(
                session,
                self.corp_id,
                KIND,
                path=GET_PATH,
                asked_by="system",
                now=self.runtime.clock(),
                total=self.run.done + left,
            )

    async def _read_groups(self, stale: datetime, listed: datetime) -> None:
        """Chunk by chunk; the next one is asked for while the former is written."""
        size = CHUNK_GROUPS
        ahead = asyncio.create_task(self._ask(stale, listed, self.tally.after, size))
        try:
            while (chunk := await ahead)[0]:
                ids, found = chunk
                rows = sum(len(one.members) for one in found if isinstance(one, GroupFacts))
                size = max(1, min(CHUNK_GROUPS, CHUNK_ROWS * len(ids) // max(rows, 1)))
                ahead = asyncio.create_task(self._ask(stale, listed, ids[-1], size))
                await self.write(ids, found)
        finally:
            ahead.cancel()
            await asyncio.gather(ahead, return_exceptions=True)

    async def _ask(
        self, stale: datetime, listed: datetime, after: int, size: int
    ) -> tuple[list[int], list[GroupFacts | GoneFacts | None]]:
        async with self.runtime.database.owner() as session:
            wanted = await groups.next_unread(session, self.corp_id, stale, listed, after, size)
        chat_ids = [chat_id for _, chat_id in wanted]
        found = await read_groups(self.client, self.runtime.clock, chat_ids, AT_ONCE)
        return [group_id for group_id, _ in wanted], found

    async def write(
        self, ids: Sequence[int], found: Sequence[GroupFacts | GoneFacts | None]
    ) -> None:
        """These groups, and with the last of them the run's place."""
        shown = [one for one in found if isinstance(one, GroupFacts)]
        # As few in one transaction as fit into it, whatever their size.
        parts: list[list[GroupFacts]] = [[]]
        rows = 0
        for one in shown:
            if parts[-1] and rows + len(one.members) > CHUNK_ROWS:
                parts.append([])
                rows = 0
            parts[-1].append(one)
            rows += len(one.members)
        gone = [one for one in found if isinstance(one, GoneFacts)]
        self.tally.groups += len(shown)
        self.tally.members += sum(len(one.members) for one in shown)
        self.tally.gone += sum(one.dismissed for one in gone)
        self.tally.hidden += len(found) - len(shown) - len(gone)
        self.tally.after = ids[-1]
        for place, part in enumerate(parts):
            now = self.runtime.clock()
            async with self.runtime.database.owner() as session:
                await groups.record_readings(
                    session, self.runtime.vault, self.corp_id, part, now, source="sync"
                )
                if place == len(parts) - 1:
                    await groups.record_gone(session, self.runtime.vault, self.corp_id, gone, now)
                    await self._advance(session, done=len(ids), calls=len(ids))

    async def _read_days(self) -> None:
        this = today(self.runtime.clock(), groups.WECOM_ZONE)
        async with self.runtime.database.owner() as session:
            days = await groups.missing_days(session, self.corp_id, this, DAYS_A_NIGHT)
        for day, accounts in days:
            for start in range(0, len(accounts), MAX_OWNERS):
                part = accounts[start : start + MAX_OWNERS]
                counts = await self._counts(day, part)
                async with self.runtime.database.owner() as session:
                    await groups.record_days(session, self.corp_id, counts)
                    self.tally.days += len(counts)
                    await self._advance(session, calls=1)

    async def _counts(self, day: date, accounts: Sequence[str]) -> list[DayFacts]:
        """Of each of these owners; of whom WeCom says nothing, he had no group that day.

        Who is unknown to it, or hidden from us, is found by halves and left out.
        """
        begins = int(day_bounds(day, groups.WECOM_ZONE)[0].timestamp())
        try:
            told = {
                row.owner.lower(): row.data
                async for row in self.client.statistics.groups_by_owner(
                    begins, begins, owners=accounts
                )
            }
        except (ForbiddenError, UnknownStaffError):
            if len(accounts) == 1:
                return []
            half = len(accounts) // 2
            first = await self._counts(day, accounts[:half])
            return [*first, *await self._counts(day, accounts[half:])]
        async with self.runtime.database.owner() as session:
            ids = await staff.identify(session, self.corp_id, accounts)
        return [_day(ids[account], day, told.get(account)) for account in accounts]

    async def _advance(self, session: Any, *, done: int = 0, calls: int = 0) -> None:
        self.run = await gateway.advance(
            session, self.run, asdict(self.tally), self.runtime.clock(), done=done, calls=calls
        )


def _day(staff_id: int, day: date, data: Any) -> DayFacts:
    names = (
        "new_chat_cnt",
        "chat_total",
        "chat_has_msg",
        "new_member_cnt",
        "member_total",
        "member_has_msg",
        "msg_total",
    )
    return DayFacts(staff_id, day, *(getattr(data, name, 0) for name in names))
