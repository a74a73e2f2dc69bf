"""Put a tag on many customers, or take one off."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue
from yutang.people.tags import service as tags
from yutang.people.tags.errors import UnknownTagError
from yutang.people.tags.jobs import MirrorTags
from yutang.people.tags.schemas import TagPlan

from .schemas import CHANGED, MISSING, Doing, Plan, Way

MARK = "/cgi-bin/externalcontact/mark_tag"


class TagArguments(BaseModel):
    """Which tag; `mirror` tells WeCom of it where it is one of WeCom's."""

    model_config = ConfigDict(extra="forbid")

    tag_id: Annotated[int, Field(ge=1)]
    mirror: bool = False


def _outcomes(plan: TagPlan) -> dict[str, list[int]]:
    reasons = {
        MISSING if reason == "unknown" else reason: ids for reason, ids in plan.skipped.items()
    }
    return {CHANGED: plan.changed, **reasons}


class Planning(Protocol):
    """What would happen to these customers' tag."""

    async def __call__(
        self,
        session: AsyncSession,
        corp_id: int,
        customer_ids: Sequence[int],
        tag_id: int,
        *,
        mirror: bool,
    ) -> TagPlan:
        """Change nothing."""


class Tagging(Protocol):
    """Put or take these customers' tag."""

    async def __call__(
        self,
        session: AsyncSession,
        corp_id: int,
        customer_ids: Sequence[int],
        tag_id: int,
        by: str,
        now: datetime,
        mirror: bool = False,  # noqa: FBT001, FBT002 - as tags have it
    ) -> TagPlan:
        """Do it."""


class TagAct:
    """A tag is put on everybody who does not wear it, or taken off everybody who does."""

    arguments: ClassVar[type[BaseModel]] = TagArguments
    path: ClassVar[str | None] = MARK

    def __init__(self, kind: str, back: str, planning: Planning, doing: Tagging) -> None:
        self.kind = kind
        self._back = back
        self._planning = planning
        self._doing = doing

    async def describe(
        self, session: AsyncSession, corp_id: int, arguments: TagArguments
    ) -> dict[str, Any]:
        """Its name and group. Raises what tags refuse: unknown, archived, sensitive."""
        tag = (await tags.tags_by_ids(session, corp_id, [arguments.tag_id])).get(arguments.tag_id)
        if tag is None:
            raise UnknownTagError([arguments.tag_id])
        # What cannot be is refused at once, not by the first chunk.
        await self._planning(session, corp_id, [], arguments.tag_id, mirror=arguments.mirror)
        return {"tag": tag.name, "group": tag.group}

    async def plan(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: TagArguments,
        ids: Sequence[int],
        detail: str,  # noqa: ARG002 - nothing is noted of whom it changed
    ) -> Plan:
        """Whom it would change."""
        plan = await self._planning(
            session, corp_id, ids, arguments.tag_id, mirror=arguments.mirror
        )
        return Plan(_outcomes(plan), plan.calls)

    async def apply(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: TagArguments,
        ids: Sequence[int],
        detail: str,  # noqa: ARG002 - as above
        doing: Doing,
    ) -> dict[str, list[int]]:
        """Put it, or take it off."""
        outcome = await self._doing(
            session, corp_id, ids, arguments.tag_id, doing.source, doing.at, arguments.mirror
        )
        return _outcomes(outcome)

    async def follow_up(self, session: AsyncSession, corp_id: int, arguments: TagArguments) -> None:
        """Let WeCom be told, if that was asked for."""
        if arguments.mirror:
            await enqueue(session, MirrorTags(corp_id=corp_id))

    def way_back(self, arguments: TagArguments) -> Way | None:
        """The other one of the two, in WeCom too where it was told."""
        return Way(self._back, arguments.model_dump())


PUT, TAKE = "put_tag", "take_tag"
TAG_ACTS = (
    TagAct(PUT, TAKE, tags.plan_tagging, tags.tag_customers),
    TagAct(TAKE, PUT, tags.plan_untagging, tags.untag_customers),
)
