"""Our own tags and the stages, by the names people write in files."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.people.stages import service as stages

GROUP = "导入"
"""The group of tags that files brought."""
STAGES = {"潜在": "potential", "意向": "intent", "成交": "deal", "复购": "repeat"}


async def own_tags(session: AsyncSession, corp_id: int) -> dict[str, int]:
    """Living tags of our own by name; of two of one name the older."""
    rows = await session.execute(
        text(
            "select name, min(id) as id from tags where corp_id = :corp_id and kind = 'own'"
            " and archived_at is null and deleted_at is null group by name"
        ),
        {"corp_id": corp_id},
    )
    return {row.name: row.id for row in rows}


async def stage_keys(session: AsyncSession, corp_id: int) -> dict[str, str]:
    """Keys of stages by what they are called: by key, as shipped, or as the corp renamed them."""
    return {
        **STAGES,
        **{key: key for key in STAGES.values()},
        **{one.name: one.key for one in await stages.list_stages(session, corp_id) if one.name},
    }


async def make_own_tags(
    session: AsyncSession, corp_id: int, names: Sequence[str], actor: str
) -> None:
    """Make tags of our own in the group that imports fill."""
    group_id = await session.scalar(
        text(
            "select id from tag_groups where corp_id = :corp_id and kind = 'own'"
            " and name = :name and deleted_at is null order by id limit 1"
        ),
        {"corp_id": corp_id, "name": GROUP},
    )
    if group_id is None:
        group_id = await session.scalar(
            text(
                "insert into tag_groups (corp_id, kind, name, position)"
                " values (:corp_id, 'own', :name, 0) returning id"
            ),
            {"corp_id": corp_id, "name": GROUP},
        )
    await session.execute(
        text(
            "insert into tags (corp_id, kind, group_id, name, position)"
            " select :corp_id, 'own', :group_id, name, 0 from unnest(cast(:names as text[])) name"
        ),
        {"corp_id": corp_id, "group_id": group_id, "names": list(names)},
    )
    await audit.record(
        session, corp_id, actor=actor, action="tags.made", target="tags", after={"names": [*names]}
    )
