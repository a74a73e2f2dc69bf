"""Move many customers to a stage, and back to where each of them was."""

from collections.abc import Sequence
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.customers import service as customers
from yutang.people.stages import service as stages
from yutang.people.stages.schemas import StageKey

from .schemas import CHANGED, MISSING, Doing, Plan, Way

NOWHERE = "none"


class StageArguments(BaseModel):
    """The stage that is given, or null for none."""

    model_config = ConfigDict(extra="forbid")

    stage: StageKey | None


class _StageAct:
    """What moving and moving back have in common."""

    arguments: ClassVar[type[BaseModel]] = StageArguments
    path: ClassVar[str | None] = None

    async def describe(
        self, session: AsyncSession, corp_id: int, arguments: StageArguments
    ) -> dict[str, Any]:
        """The stage's name, where the corp gave it one."""
        named = {one.key: one.name for one in await stages.list_stages(session, corp_id)}
        return {"stage": named.get(arguments.stage) if arguments.stage else None}

    async def follow_up(
        self, session: AsyncSession, corp_id: int, arguments: StageArguments
    ) -> None:
        """Nothing comes after."""


class SetStage(_StageAct):
    """Everybody is moved to one stage; what was before is kept for the way back."""

    kind = "set_stage"

    async def plan(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: StageArguments,
        ids: Sequence[int],
        detail: str,  # noqa: ARG002 - it takes nothing back
    ) -> Plan:
        """Who would move."""
        before = await customers.stages_of(session, corp_id, ids)
        return Plan(
            {
                CHANGED: [i for i in ids if i in before and before[i] != arguments.stage],
                "already": [i for i in ids if i in before and before[i] == arguments.stage],
                MISSING: [i for i in ids if i not in before],
            }
        )

    async def apply(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: StageArguments,
        ids: Sequence[int],
        detail: str,  # noqa: ARG002 - as above
        doing: Doing,
    ) -> dict[str, list[int]]:
        """Move them; each change is noted with the stage before it."""
        before = await customers.stages_of(session, corp_id, ids)
        moved = set(
            await customers.set_stage(
                session, corp_id, ids, arguments.stage, doing.source, "", doing.at
            )
        )
        outcomes: dict[str, list[int]] = {}
        for one in ids:
            if one in moved:
                outcomes.setdefault(f"{CHANGED}/{before.get(one) or NOWHERE}", []).append(one)
            elif one in before:
                outcomes.setdefault("already", []).append(one)
        return outcomes

    def way_back(self, arguments: StageArguments) -> Way | None:
        """Each to the stage he was at."""
        return Way(RestoreStage.kind, {"stage": arguments.stage})


class RestoreStage(_StageAct):
    """Who is still at the given stage goes back to the one noted of him."""

    kind = "restore_stage"

    async def plan(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: StageArguments,
        ids: Sequence[int],
        detail: str,
    ) -> Plan:
        """Who would go back: nothing was noted of those who were not moved."""
        now = await customers.stages_of(session, corp_id, ids)
        there = [i for i in ids if detail and i in now and now[i] == arguments.stage]
        return Plan(
            {
                CHANGED: there,
                "changed_since": sorted(now.keys() - there),
                MISSING: [i for i in ids if i not in now],
            }
        )

    async def apply(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: StageArguments,
        ids: Sequence[int],
        detail: str,
        doing: Doing,
    ) -> dict[str, list[int]]:
        """Send them back."""
        plan = await self.plan(session, corp_id, arguments, ids, detail)
        stage = None if detail == NOWHERE else detail
        there = plan.outcomes[CHANGED]
        await customers.set_stage(session, corp_id, there, stage, doing.source, "", doing.at)
        return plan.outcomes

    def way_back(self, arguments: StageArguments) -> Way | None:  # noqa: ARG002 - the protocol's
        """None: the former act can be done again."""
        return None
