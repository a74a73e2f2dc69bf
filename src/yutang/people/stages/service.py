"""Stages as a corp calls them; who is at which is written by people/customers."""

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import StageListError, UnknownStageError
from .models import Stage
from .schemas import KEYS, StageKey, StageName, StageRead


async def list_stages(session: AsyncSession, corp_id: int) -> list[StageRead]:
    """The four stages in the corp's order."""
    rows = {
        row.key: row for row in await session.scalars(select(Stage).where(Stage.corp_id == corp_id))
    }
    places = {key: (rows[key].position if key in rows else i) for i, key in enumerate(KEYS)}
    return [
        StageRead(key=key, name=rows[key].name if key in rows else None)
        for key in sorted(KEYS, key=places.__getitem__)
    ]


async def rename_stages(
    session: AsyncSession, corp_id: int, names: list[StageName], by: str
) -> list[StageRead]:
    """Give the stages their names and order; their keys stay. Raises StageListError."""
    own = [stage.name for stage in names if stage.name is not None]
    if {stage.key for stage in names} != set(KEYS) or len(set(own)) != len(own):
        raise StageListError
    before = await list_stages(session, corp_id)
    statement = insert(Stage).values(
        [
            {
                "corp_id": corp_id,
                "key": stage.key,
                "name": stage.name,
                "position": position,
                "updated_by": by,
            }
            for position, stage in enumerate(names)
        ]
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "key"],
            set_={
                "name": statement.excluded.name,
                "position": statement.excluded.position,
                "updated_by": statement.excluded.updated_by,
                "updated_at": func.now(),
            },
        )
    )
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="stages.renamed",
        target="stages",
        before={"items": [stage.model_dump() for stage in before]},
        after={"items": [stage.model_dump() for stage in names]},
    )
    return await list_stages(session, corp_id)


def check_stage(key: str | None) -> StageKey | None:
    """The key, or None for no stage; raises UnknownStageError."""
    for known in KEYS:
        if key == known:
            return known
    if key is not None:
        raise UnknownStageError(key)
    return None
