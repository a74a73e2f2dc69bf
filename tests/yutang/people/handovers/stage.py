"""A company whose member hands over: the same people here and in the emulator, in one process."""

import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.act.loop import open_ring, until
from tests.yutang.world import World, read_all
from wecom_emulator import grouping
from wecom_emulator.areas.handover.state import Handover as Attempts
from wecom_emulator.state import Corp, Group, Person, Relation
from yutang import worker
from yutang.kernel.clock import utc_now
from yutang.kernel.runtime import Runtime
from yutang.people.handovers import service as handovers
from yutang.sense.callbacks import service as callbacks
from yutang.wecom.admission import NoQuotaError

GIVER, FIRST, SECOND, THIRD = "giver", "ann", "bob", "cat"
DAY = 24 * 3600
ASK = "/cgi-bin/externalcontact/transfer_customer"
ASK_RESIGNED = "/cgi-bin/externalcontact/resigned/transfer_customer"
RESULTS = "/cgi-bin/externalcontact/transfer_result"
GROUPS = "/cgi-bin/externalcontact/groupchat/onjob_transfer"

_STAFF = text(
    """
    insert into staff (corp_id, account, name)
    select :corp_id, a, upper(a) from unnest(cast(:accounts as text[])) as a
    returning id, account
    """
)
_CUSTOMERS = text(
    """
    insert into customers (corp_id, id, state, name, name_sort, grams)
    select :corp_id, v.id, 'friend', '客户' || v.id, '', '{}'
    from generate_series(cast(:first as int), cast(:last as int)) as v(id)
    """
)
_IDENTITIES = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp_id, 'external', 'wm' || lpad(v.id::text, 8, '0'), v.id
    from generate_series(cast(:first as int), cast(:last as int)) as v(id)
    """
)
_FOLLOWS = text(
    """
    insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)
    select :corp_id, v.id, :staff_id, 'friend', :at, :at
    from generate_series(cast(:first as int), cast(:last as int)) as v(id)
    """
)
_HISTORY = text(
    """
    insert into follow_history (corp_id, customer_id, staff_id, change, at, source, props)
    select :corp_id, v.id, :staff_id, 'added', :at, 'test', '{}'
    from generate_series(cast(:first as int), cast(:last as int)) as v(id)
    """
)
_ORDINALS = text(
    """
    insert into customer_ordinals (corp_id, next_id) values (:corp_id, :next)
    on conflict (corp_id) do update set next_id = excluded.next_id
    """
)
_GROUPS = text(
    """
    insert into group_chats (corp_id, chat_id, name, owner_staff_id, created_at)
    select :corp_id, c, c, :staff_id, now() from unnest(cast(:chats as text[])) as c
    """
)


def external(customer_id: int) -> str:
    """WeCom's id of a customer of this stage."""
    return f"wm{customer_id:08d}"


@dataclass
class Stage:
    """Both sides; the owner is signed in."""

    world: World
    emulator: Any
    wecom: httpx2.AsyncClient
    staff: dict[str, int]
    ahead: timedelta = field(default_factory=timedelta)
    last: int = 0

    @property
    def corp_id(self) -> int:
        """The corp."""
        return self.world.corp_id

    @property
    def corp(self) -> Corp:
        """The corp in the emulator."""
        found: Corp = self.emulator.state.world.state.corps[self.world.app.corpid]
        return found

    @property
    def path(self) -> str:
        """The corp in the emulator's control API."""
        return f"/emulator/corps/{self.world.app.corpid}"

    @property
    def runtime(self) -> Runtime:
        """Yutang's, whose clock goes with the emulator's."""
        ahead = self.ahead
        return replace(self.world.runtime, clock=lambda: utc_now() + ahead)

    def now(self) -> datetime:
        """The moment on this stage."""
        return utc_now() + self.ahead

    async def befriend(self, account: str, count: int) -> list[int]:
        """So many new customers of a member, on both sides; their ids."""
        first, last = self.last + 1, self.last + count
        self.last = last
        began = self.now() - timedelta(days=30)
        asked = {
            "corp_id": self.corp_id,
            "first": first,
            "last": last,
            "staff_id": self.staff[account],
            "at": began,
        }
        async with self.world.runtime.database.owner() as session:
            await session.execute(_CUSTOMERS, asked)
            await session.execute(_IDENTITIES, asked)
            await session.execute(_FOLLOWS, asked)
            await session.execute(_HISTORY, asked)
            await session.execute(_ORDINALS, {"corp_id": self.corp_id, "next": last + 1})
        for one in range(first, last + 1):
            name = external(one)
            self.corp.persons[name] = Person(name, f"客户{one}", f"o{one}")
            self.know(account, one)
        return list(range(first, last + 1))

    def know(self, account: str, customer_id: int) -> None:
        """A relation in the emulator only."""
        began = self.now() - timedelta(days=30)
        self.corp.put(Relation(account, external(customer_id), "whole", int(began.timestamp())))

    async def found(self, account: str, count: int) -> list[int]:
        """So many groups of a member, on both sides."""
        chats = [f"wr{account}{n:06d}" for n in range(count)]
        for chat in chats:
            group = Group(chat, chat, account, int(self.now().timestamp()) - DAY)
            group.members = {account: group.create_time, "wmstranger": group.create_time}
            self.corp.groups[chat] = group
        self.corp.persons.setdefault("wmstranger", Person("wmstranger", "路人", "ostranger"))
        async with self.world.runtime.database.owner() as session:
            asked = {"corp_id": self.corp_id, "staff_id": self.staff[account], "chats": chats}
            await session.execute(_GROUPS, asked)
        return [row[0] for row in await self.rows("select id from group_chats order by id")]

    async def resign(self, account: str) -> None:
        """A member leaves, on both sides; no callback tells of it here."""
        answer = await self.wecom.post(f"{self.path}/staff/{account}/resign", json={})
        assert answer.status_code == 200, answer.text
        async with self.world.runtime.database.owner() as session:
            await session.execute(
                text("update staff set status = 'left' where corp_id = :c and account = :a"),
                {"c": self.corp_id, "a": account},
            )

    async def ask(self, method: str, path: str, status: int = 200, body: Any = None) -> Any:
        """The answer of a call that must end so."""
        answer = await self.world.http.request(method, f"/api/handovers{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    def wish(self, *takers: str, **more: Any) -> dict[str, Any]:
        """All customers of the giver to these."""
        wanted = {
            "from_staff_id": self.staff[GIVER],
            "customers": {"all": True},
            "takers": [{"staff_id": self.staff[one]} for one in takers],
        }
        return wanted | more

    async def begin(self, *takers: str, **more: Any) -> int:
        """A new handover; its id."""
        made = await self.ask("POST", "", 201, self.wish(*takers, name="移交", **more))
        return int(made["id"])

    async def carry_on(self, handover_id: int) -> None:
        """Its job, once; quota that is used up is waited for by the stage's clock."""
        for _ in range(200):
            try:
                await handovers.carry_on(self.runtime, self.corp_id, handover_id)
            except NoQuotaError as error:
                self.ahead += max(error.until - self.now(), timedelta()) + timedelta(seconds=1)
            else:
                return

    async def pass_time(self, seconds: float) -> None:
        """Both clocks go on; what ripens in the emulator ripens."""
        self.ahead += timedelta(seconds=seconds)
        answer = await self.wecom.post("/emulator/clock", json={"advance_seconds": seconds})
        assert answer.status_code == 200, answer.text
        self.emulator.state.world.run_due(self.corp)

    async def decide(self, customer_id: int, *, accept: bool) -> None:
        """A customer accepts, or refuses."""
        path = f"{self.path}/transfers/{external(customer_id)}"
        answer = await self.wecom.post(path, json={"accept": accept})
        assert answer.status_code == 200, answer.text

    async def fault(self, path: str | None, count: int | None = 1, **more: Any) -> None:
        """Answers get lost after the call had its effect."""
        body = {"kind": "http", "value": 502, "path": path, "count": count, "when": "after"} | more
        answer = await self.wecom.post("/emulator/faults", json=body)
        assert answer.status_code == 200, answer.text

    async def calls(self, path: str) -> list[dict[str, Any]]:
        """The calls of one API."""
        return list((await self.wecom.get("/emulator/journal", params={"path": path})).json())

    async def rows(self, sql: str, **values: Any) -> list[Any]:
        """What the owner of the database reads."""
        async with self.world.runtime.database.owner() as session:
            return list((await session.execute(text(sql), values)).all())

    async def people(self, handover_id: int) -> dict[int, dict[str, Any]]:
        """Its people by id."""
        page = await self.ask("GET", f"/{handover_id}/people?limit=200")
        return {one["customer"]["id"]: one for one in page["items"]}

    async def read(self, handover_id: int) -> dict[str, Any]:
        """How it stands."""
        return dict(await self.ask("GET", f"/{handover_id}"))

    async def read_inbox(self) -> None:
        """Every callback that is under way is delivered and handled, and heard of."""

        async def quiet() -> bool:
            told = (await self.wecom.get(f"{self.path}/callbacks")).json()
            return not [one for one in told if one["outcome"] == "under way"]

        await until(quiet)
        while await callbacks.handle_batch(self.runtime):
            pass
        for reader in worker.READERS:
            await read_all(self.runtime, reader)

    def attempts(self) -> Counter[int]:
        """The emulator's own numbers: tries by WeCom's status."""
        return Counter(one.status for one in self.corp.of(Attempts).transfers)

    def owner_of(self, chat_id: str) -> str:
        """Who owns a group in the emulator."""
        return self.corp.groups[chat_id].owner

    def move_group(self, group: Group, owner: str) -> None:
        """Change an owner behind our back."""
        grouping.change_owner(self.emulator.state.world, self.corp, group, owner)


@contextlib.asynccontextmanager
async def open_stage(
    dsn: str, home: Path, accounts: Sequence[str] = (GIVER, FIRST, SECOND, THIRD)
) -> AsyncIterator[Stage]:
    """One corp with a giver and three takers; no worker runs."""
    members = [{"userid": one, "name": one} for one in accounts]
    async with open_ring(dsn, home, members) as (world, wecom, emulator):
        async with world.runtime.database.owner() as session:
            asked = {"corp_id": world.corp_id, "accounts": list(accounts)}
            staff = {row.account: row.id for row in await session.execute(_STAFF, asked)}
        await world.sign_in()
        yield Stage(world, emulator, wecom, staff)
