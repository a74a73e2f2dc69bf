"""A corp with people, tags, rules over HTTP, and the engine that judges them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World, read_all
from yutang.decide.autotags import judging, running, undoing
from yutang.decide.autotags import service as autotags
from yutang.kernel.events import Line, write
from yutang.people.audience.engine import Engine

NOW = datetime.now(UTC).replace(microsecond=0)
EVER = {"kind": "ever"}
DAILY = {"on": "schedule", "every": "day", "hour": 3}
_CUSTOMER = text(
    "insert into customers (corp_id, id, state, name, name_sort, grams, gender)"
    " select :corp, v.id, 'friend', '客' || v.id, 'x', '{}', v.id % 2 + 1"
    " from generate_series(cast(:first as integer), cast(:last as integer)) as v(id)"
)


def put(tag_id: int, *, mirror: bool = False) -> dict[str, Any]:
    """An act."""
    return {"do": "put", "tag_id": tag_id, "mirror": mirror}


def take(tag_id: int, *, mirror: bool = False) -> dict[str, Any]:
    """An act."""
    return {"do": "take", "tag_id": tag_id, "mirror": mirror}


def wears(*tags: int, how: str = "any") -> dict[str, Any]:
    """A condition."""
    return {"leaf": "tag", "how": how, "tags": list(tags)}


def on(kind: str, *where: dict[str, Any]) -> dict[str, Any]:
    """A trigger."""
    return {"on": "event", "kind": kind, "where": list(where)}


@dataclass
class Stage:
    """What a test does with the corp."""

    world: World
    engine: Engine
    corp_id: int
    moment: datetime = NOW
    names: int = 0

    async def people(self, last: int, first: int = 1) -> None:
        """Customers by id; odd ones are women."""
        async with self.world.runtime.database.owner() as session:
            asked = {"corp": self.corp_id, "first": first, "last": last}
            await session.execute(_CUSTOMER, asked)

    async def group(
        self, name: str, tags: Sequence[str], kind: str = "own", maker: str = "us", **more: Any
    ) -> list[int]:
        """The ids of its tags."""
        flags = {"exclusive": False, "sensitive": False} | more
        wecom = kind == "wecom"
        async with self.world.runtime.database.owner() as session:
            group_id = await session.scalar(
                text(
                    "insert into tag_groups (corp_id, kind, wecom_id, name, exclusive, sensitive,"
                    " maker) values (:corp, :kind, :wecom, :name, :exclusive, :sensitive, :maker)"
                    " returning id"
                ),
                {"corp": self.corp_id, "kind": kind, "name": name, "maker": maker}
                | {"wecom": f"g-{name}" if wecom else None}
                | flags,
            )
            return [
                int(
                    await session.scalar(
                        text(
                            "insert into tags (corp_id, kind, group_id, wecom_id, name, position,"
                            " maker) values (:corp, :kind, :group, :wecom, :name, :place, :maker)"
                            " returning id"
                        ),
                        {
                            "corp": self.corp_id,
                            "kind": kind,
                            "group": group_id,
                            "wecom": f"t-{name}-{tag}" if wecom else None,
                            "name": tag,
                            "place": len(tags) - place,
                            "maker": maker,
                        },
                    )
                    or 0
                )
                for place, tag in enumerate(tags)
            ]

    async def wear(self, tag_id: int, *ids: int, by: str = "user:1", why: str = "看出来的") -> None:
        """Ours, on persons."""
        async with self.world.runtime.database.owner() as session:
            for one in ids:
                await session.execute(
                    text(
                        "insert into customer_tags (corp_id, customer_id, tag_id, added_at,"
                        " added_by, why) values (:corp, :id, :tag, :at, :by, :why)"
                    ),
                    {"corp": self.corp_id, "id": one, "tag": tag_id, "by": by, "why": why}
                    | {"at": NOW},
                )

    async def worn(self, tag_id: int) -> list[int]:
        """Who wears one of ours."""
        rows = await self.rows(
            "select customer_id from customer_tags where corp_id = :corp and tag_id = :tag"
            " order by 1",
            tag=tag_id,
        )
        return [row[0] for row in rows]

    async def rows(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """What a statement finds; `:corp` is the corp."""
        async with self.world.runtime.database.owner() as session:
            found = await session.execute(text(statement), {"corp": self.corp_id} | values)
            return [tuple(row) for row in found]

    async def do(self, statement: str, **values: Any) -> None:
        """Change what a statement changes."""
        async with self.world.runtime.database.owner() as session:
            await session.execute(text(statement), {"corp": self.corp_id} | values)

    async def happen(self, kind: str, customer_id: int, props: str = "{}") -> None:
        """An event of a kind."""
        async with self.world.runtime.database.owner() as session:
            line = Line(customer_id, kind, datetime.now(UTC), "system", props, "test")
            await write(session, self.corp_id, [line])

    async def call(
        self, method: str, path: str, status: int, body: dict[str, Any] | None = None
    ) -> Any:
        """What the API answers."""
        answer = await self.world.http.request(method, f"/api/tag-rules{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def rule(
        self,
        trigger: dict[str, Any],
        *acts: dict[str, Any],
        status: int = 201,
        enabled: bool = True,
        **more: Any,
    ) -> Any:
        """A rule, switched on, as the API tells of it; or why it is refused."""
        self.names += 1
        draft = {"name": f"规则{self.names}", "trigger": trigger, "acts": list(acts)} | more
        made = await self.call("POST", "", status, draft)
        if status == 201 and enabled:
            return await self.call("PUT", f"/{made['id']}/state", 200, {"enabled": True})
        return made

    async def hear(self) -> None:
        """Read the log, feed the engine, and judge all who wait."""
        await read_all(self.world.runtime, autotags.HEARING)
        await self.engine.catch_up()
        while await judging.judge(self.world.runtime):
            pass

    async def run(self, rule_id: int) -> Any:
        """Run a rule now, to its end; returns the run."""
        await self.engine.catch_up()
        run = await self.call("POST", f"/{rule_id}/run", 202)
        await running.carry_on(self.world.runtime, self.corp_id, run["id"])
        return await self.call("GET", f"/runs/{run['id']}", 200)

    async def undo(self, run_id: int) -> Any:
        """Take a run back, to its end; returns the run."""
        await self.call("POST", f"/runs/{run_id}/undo", 202)
        await undoing.carry_on(self.world.runtime, self.corp_id, run_id)
        return await self.call("GET", f"/runs/{run_id}", 200)

    async def last_run(self, rule_id: int) -> Any:
        """The newest one of a rule."""
        return (await self.call("GET", f"/{rule_id}/runs", 200))["items"][0]
