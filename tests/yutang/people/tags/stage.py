"""A corp with people, relations and tags, written straight into the tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.runtime import Runtime

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)

_STAFF = text(
    "insert into staff (corp_id, account, name, status)"
    " values (:corp, :account, :account, 'active') returning id"
)
_CUSTOMER = text(
    "insert into customers (corp_id, id, state, name, name_sort, grams)"
    " values (:corp, :id, 'friend', 'x', 'x', '{}')"
)
_IDENTITY = text(
    "insert into customer_identities (corp_id, kind, value, customer_id)"
    " values (:corp, 'external', 'wm' || cast(:id as text), :id)"
)
_FOLLOW = text(
    "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
    " values (:corp, :customer, :member, :state, :at, cast(:at as timestamptz)"
    "         + make_interval(secs => :member))"
)


@dataclass
class Stage:
    """The corp, its members by account, and what a test asks of it."""

    world: World
    staff: dict[str, int] = field(default_factory=dict)

    @property
    def runtime(self) -> Runtime:
        """The process."""
        return self.world.runtime

    @property
    def corp_id(self) -> int:
        """The corp."""
        return self.world.corp_id

    async def found(self, accounts: Sequence[str], people: dict[int, Sequence[str]]) -> None:
        """Members, and customers by id with the members whose friend they are."""
        async with self.runtime.database.owner() as session:
            for account in accounts:
                self.staff[account] = int(
                    await session.scalar(_STAFF, {"corp": self.corp_id, "account": account}) or 0
                )
            for id_, owners in people.items():
                await session.execute(_CUSTOMER, {"corp": self.corp_id, "id": id_})
                await session.execute(_IDENTITY, {"corp": self.corp_id, "id": id_})
                for owner in owners:
                    await session.execute(
                        _FOLLOW,
                        {
                            "corp": self.corp_id,
                            "customer": id_,
                            "member": self.staff[owner],
                            "state": "friend",
                            "at": NOW,
                        },
                    )

    async def end(self, customer_id: int, account: str) -> None:
        """A customer deletes a member."""
        await self.run(
            "update follows set state = 'deleted_by_customer'"
            " where corp_id = :corp and customer_id = :id and staff_id = :member",
            id=customer_id,
            member=self.staff[account],
        )

    async def group(self, name: str, tags: Sequence[str], kind: str = "wecom", **more: Any) -> Any:
        """A group with its tags, the first shown first; returns (group id, tag ids)."""
        wecom = f"g-{name}" if kind == "wecom" else None
        flags = {"exclusive": False, "ordered": False, "sensitive": False} | more
        async with self.runtime.database.owner() as session:
            group_id = await session.scalar(
                text(
                    "insert into tag_groups"
                    " (corp_id, kind, wecom_id, name, exclusive, ordered, sensitive)"
                    " values (:corp, :kind, :wecom, :name, :exclusive, :ordered, :sensitive)"
                    " returning id"
                ),
                {"corp": self.corp_id, "kind": kind, "wecom": wecom, "name": name} | flags,
            )
            ids = [
                await session.scalar(
                    text(
                        "insert into tags (corp_id, kind, group_id, wecom_id, name, position)"
                        " values (:corp, :kind, :group, :wecom, :name, :position) returning id"
                    ),
                    {
                        "corp": self.corp_id,
                        "kind": kind,
                        "group": group_id,
                        "wecom": f"t-{name}-{tag}" if kind == "wecom" else None,
                        "name": tag,
                        "position": len(tags) - place,
                    },
                )
                for place, tag in enumerate(tags)
            ]
        return group_id, ids

    async def rows(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """What a statement finds; `:corp` is the corp."""
        async with self.runtime.database.owner() as session:
            found = await session.execute(text(statement), {"corp": self.corp_id} | values)
            return [tuple(row) for row in found]

    async def run(self, statement: str, **values: Any) -> None:
        """Change something."""
        async with self.runtime.database.owner() as session:
            await session.execute(text(statement), {"corp": self.corp_id} | values)

    async def places(self) -> set[tuple[int, int, int]]:
        """(customer, member, tag) of WeCom's tags."""
        found = await self.rows(
            "select customer_id, staff_id, tag_id from follow_tags where corp_id = :corp"
        )
        return {(a, b, c) for a, b, c in found}

    async def leaving(self) -> set[tuple[int, int, int]]:
        """(customer, member, tag) that WeCom is still to take off."""
        found = await self.rows(
            "select customer_id, staff_id, tag_id from follow_untags"
            " where corp_id = :corp and done_at is null"
        )
        return {(a, b, c) for a, b, c in found}

    async def events(self) -> list[tuple[str, int, Any, int]]:
        """(kind, customer, member, tag) of the log, oldest first."""
        return [
            (kind, customer, props["staff_id"], props["tag_id"])
            for kind, customer, props in await self.rows(
                "select kind, customer_id, props from events where corp_id = :corp order by id"
            )
        ]
