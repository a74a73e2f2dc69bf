"""A corp with groups that Yutang and the emulator both know, and codes in front of them."""

import io
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import httpx2
import segno
from sqlalchemy import CursorResult, text

from tests.yutang.act.loop import open_ring
from tests.yutang.world import World
from yutang.act.groupcodes import service, workers
from yutang.act.groupcodes.jobs import DropJoinWay, KeepJoinWay, TendGroupCodes
from yutang.kernel.clock import utc_now

MEMBERS = [{"userid": "s0", "name": "安"}, {"userid": "s1", "name": "柏"}]
WAY = "/cgi-bin/externalcontact/groupchat/{}_join_way"


def qr(content: str) -> bytes:
    """A picture with a code in it."""
    buffer = io.BytesIO()
    segno.make(content).save(buffer, kind="png", scale=4, border=4)
    return buffer.getvalue()


@dataclass
class Codes:
    """Both sides; groups by name: number here, chat_id at WeCom."""

    world: World
    wecom: httpx2.AsyncClient
    staff: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    chats: dict[str, str] = field(default_factory=dict)

    async def ask(self, method: str, path: str, status: int = 200, body: Any = None) -> Any:
        """The answer of a call that must end so."""
        answer = await self.world.http.request(method, f"/api{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """What the database answers, as its owner."""
        async with self.world.runtime.database.owner() as session:
            found = await session.execute(text(statement), {"corp": self.world.corp_id, **values})
            return (
                [tuple(row) for row in found]
                if cast("CursorResult[Any]", found).returns_rows
                else []
            )

    async def act(self, deed: str, **body: Any) -> dict[str, Any]:
        """Something that happens at WeCom."""
        answer = await self.wecom.post(f"/emulator/corps/{self.world.app.corpid}/{deed}", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def calls(self, verb: str) -> list[dict[str, Any]]:
        """Bodies of the calls of one verb on join ways, oldest first."""
        asked = await self.wecom.get("/emulator/journal", params={"path": WAY.format(verb)})
        return [call["body"] for call in asked.json()]

    async def lose_answer(self, verb: str) -> None:
        """WeCom does what a verb asks, and its answer is lost."""
        body = {"kind": "http", "value": 500, "path": WAY.format(verb), "count": 1, "when": "after"}
        assert (await self.wecom.post("/emulator/faults", json=body)).status_code == 200

    async def group(self, name: str, owner: str = "s0", at: datetime | None = None) -> int:
        """A group that both sides know."""
        self.chats[name] = (await self.act("groups", owner=owner, name=name))["chat_id"]
        [(self.groups[name],)] = await self.run(
            "insert into group_chats (corp_id, chat_id, name, name_sort, grams, owner_staff_id,"
            " staff, created_at, read_at) values (:corp, :chat, cast(:name as text), :name,"
            " string_to_array(:name, null), :owner, 1, :at, :at) returning id",
            chat=self.chats[name],
            name=name,
            owner=self.staff[owner],
            at=at or utc_now(),
        )
        return self.groups[name]

    async def fill(self, name: str, count: int, state: str | None, *, first: int) -> None:
        """So many persons came into a group now, numbered from `first`; a reading told it."""
        await self.run(
            "insert into customers (corp_id, id, state, name, name_sort, grams)"
            " select :corp, i, 'group_member', 'k' || i, 'k', '{}'"
            " from generate_series(cast(:first as int), :last) i on conflict do nothing",
            first=first,
            last=first + count - 1,
        )
        await self.run(
            "insert into group_members (corp_id, group_id, member, customer_id, joined_at, scene,"
            " code_state) select :corp, :group, 'wm' || i, i, now(), 3, :state"
            " from generate_series(cast(:first as int), :last) i",
            group=self.groups[name],
            state=state,
            first=first,
            last=first + count - 1,
        )
        await self.run(
            "update group_chats set read_at = now(), people = people + :count"
            " where corp_id = :corp and id = :group",
            group=self.groups[name],
            count=count,
        )

    async def code(self, names: list[str], **changes: Any) -> dict[str, Any]:
        """A code with these groups in its queue, whose join way WeCom made."""
        body = {"name": "鱼塘码", "group_ids": [self.groups[name] for name in names]}
        made = await self.ask("POST", "/group-codes", 201, body | changes)
        return await self.settle(made["id"])

    async def settle(self, code_id: int) -> dict[str, Any]:
        """Look after all codes, have WeCom hold what this one wants; the code then."""
        await self.tend()
        await self.keep(code_id)
        return await self.read(code_id)

    async def read(self, code_id: int) -> dict[str, Any]:
        """The code."""
        return dict(await self.ask("GET", f"/group-codes/{code_id}"))

    async def tend(self) -> None:
        """The look of the clock."""
        job = TendGroupCodes(corp_id=self.world.corp_id)
        await workers.tend_group_codes(job, self.world.runtime)

    async def keep(self, code_id: int) -> None:
        """The job that asks WeCom."""
        job = KeepJoinWay(corp_id=self.world.corp_id, code_id=code_id)
        await workers.keep_join_way(job, self.world.runtime)

    async def drop(self, code_id: int) -> None:
        """The job that has WeCom forget."""
        job = DropJoinWay(corp_id=self.world.corp_id, code_id=code_id)
        await workers.drop_join_way(job, self.world.runtime)

    async def way(self, config_id: str) -> dict[str, Any]:
        """The join way as WeCom has it: its groups by name."""
        found = await self.wecom.get(
            f"/emulator/corps/{self.world.app.corpid}/join_ways", params={"limit": 50}
        )
        [way] = [one for one in found.json() if one["config_id"] == config_id]
        return dict(way)

    async def led_into(self, code_id: int) -> list[str]:
        """Names of the groups that WeCom was asked for last."""
        [(sent,)] = await self.run(
            "select sent_groups from group_codes where corp_id = :corp and id = :id", id=code_id
        )
        by_id = {id_: name for name, id_ in self.groups.items()}
        return [by_id[one] for one in sent]

    async def notices(self) -> list[str]:
        """Keys of what was told, oldest first."""
        rows = await self.run(
            "select source_key from notices where corp_id = :corp and kind = 'group_code_low'"
            " order by id"
        )
        return [key for (key,) in rows]


async def furnish(world: World, wecom: httpx2.AsyncClient) -> Codes:
    """Two members; the owner signs in."""
    codes = Codes(world, wecom)
    for one in MEMBERS:
        [(codes.staff[one["userid"]],)] = await codes.run(
            "insert into staff (corp_id, account, name) values (:corp, :account, :name)"
            " returning id",
            account=one["userid"],
            name=one["name"],
        )
    await world.sign_in()
    return codes


@asynccontextmanager
async def open_codes(dsn: str, home: Path) -> AsyncIterator[Codes]:
    """All of it, with an emulator in process; no worker runs."""
    async with open_ring(dsn, home, MEMBERS) as (world, wecom, _):
        yield await furnish(world, wecom)


def alias() -> str:
    """A name that no other test has."""
    return secrets.token_hex(3)


__all__ = ("Codes", "alias", "furnish", "open_codes", "qr", "service")
