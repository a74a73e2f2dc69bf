"""Put a tag on many customers, or take one off."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

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


async def _describe(session: AsyncSession, corp_id: int, arguments: TagArguments) -> dict[str, Any]:
    tag = (await tags.tags_by_ids(session, corp_id, [arguments.tag_id])).get(arguments.tag_id)
    if tag is None:
        raise UnknownTagError([arguments.tag_id])
    return {"tag": tag.name, "group": tag.group}


async def _tell_wecom(session: AsyncSession, corp_id: int, arguments: TagArguments) -> None:
    if arguments.mirror:
        await enqueue(session, MirrorTags(corp_id=corp_id))


class PutTag:
    """A tag is put on everybody who does not wear it."""

    kind: ClassVar[str] = "put_tag"
    arguments: ClassVar[type[BaseModel]] = TagArguments
    path: ClassVar[str | None] = MARK

    async def describe(
        self, session: AsyncSession, corp_id: int, arguments: TagArguments
    ) -> dict[str, Any]:
        """Its name and group. Raises what tags refuse: unknown, archived, sensitive."""
        about = await _describe(session, corp_id, arguments)
        # Archived or sensitive tags are refused at once, not by the first chunk.
        await tags.plan_tagging(session, corp_id, [], arguments.tag_id, mirror=arguments.mirror)
        return about

    async def plan(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: TagArguments,
        ids: Sequence[int],
        detail: str,  # noqa: ARG002 - nothing is noted of those whose tag was taken
    ) -> Plan:
        """Who would get it."""
        plan = await tags.plan_tagging(
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
        """Put it."""
        outcome = await tags.tag_customers(
            session, corp_id, ids, arguments.tag_id, doing.source, doing.at, arguments.mirror
        )
        return _outcomes(outcome)

    async def follow_up(self, session: AsyncSession, corp_id: int, arguments: TagArguments) -> None:
        """Let WeCom be told, if that was asked for."""
        await _tell_wecom(session, corp_id, arguments)

    def way_back(self, arguments: TagArguments) -> Way | None:
        """Take it off again, in WeCom too where it was told."""
        return Way(TakeTag.kind, {"tag_id": arguments.tag_id, "mirror": arguments.mirror})


class TakeTag:
    """A tag is taken off everybody who wears it."""

    kind: ClassVar[str] = "take_tag"
    arguments: ClassVar[type[BaseModel]] = TagArguments
    path: ClassVar[str | None] = MARK

    async def describe(
        self, session: AsyncSession, corp_id: int, arguments: TagArguments
    ) -> dict[str, Any]:
        """Its name and group. Raises UnknownTagError."""
        return await _describe(session, corp_id, arguments)

    async def plan(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: TagArguments,
        ids: Sequence[int],
        detail: str,  # noqa: ARG002 - nothing is noted of those who got it
    ) -> Plan:
        """Who would lose it."""
        plan = await tags.plan_untagging(
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
        """Take it."""
        outcome = await tags.untag_customers(
            session, corp_id, ids, arguments.tag_id, doing.source, doing.at, arguments.mirror
        )
        return _outcomes(outcome)

    async def follow_up(self, session: AsyncSession, corp_id: int, arguments: TagArguments) -> None:
        """Let WeCom be told, if that was asked for."""
        await _tell_wecom(session, corp_id, arguments)

    def way_back(self, arguments: TagArguments) -> Way | None:
        """Put it on again, in WeCom too where it was told."""
        return Way(PutTag.kind, {"tag_id": arguments.tag_id, "mirror": arguments.mirror})
