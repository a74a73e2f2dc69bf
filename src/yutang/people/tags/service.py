"""The front door of tags: the library, who wears what, putting, telling WeCom."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from .counting import corps_to_count, count_tags
from .curating import change_group, change_tag, check_group, order_groups, order_tags
from .deleting import delete_group, delete_tag, restore_group, restore_tag
from .handing import put_by_hand, take_by_hand
from .library import read_group, read_library
from .making import add_tags, create_group
from .merging import begin_merge, merge_tag, plan_merge
from .mirroring import mirror_bulk, push_waiting
from .pushing import (
    PATH,
    RUN_KIND,
    claim_pushes,
    corps_waiting,
    count_waiting,
    finish_pushes,
    forget_untags,
    refused_pushes,
    take_bulk,
)
from .putting import (
    SIGNAL,
    Manner,
    plan_tagging,
    plan_untagging,
    put_tag,
    tag_customers,
    tag_relations,
    take_tag,
    untag_customers,
)
from .repository import TagRepository
from .schemas import TagGroupRead, TagOption, TagRef
from .seeing import mirror_library, record_private, record_seen
from .standing import Sitting, Standing, put_back, sitting, stand_of
from .starters import list_starters, use_starter
from .telling import fetch_library
from .wearing import (
    WORN_SQL,
    at_least,
    holders,
    places_on_relations,
    private_tags,
    read_column,
    tag_names,
    worn_by,
)

__all__ = (
    "PATH",
    "RUN_KIND",
    "SIGNAL",
    "WORN_SQL",
    "Manner",
    "Sitting",
    "Standing",
    "add_tags",
    "at_least",
    "begin_merge",
    "change_group",
    "change_tag",
    "check_group",
    "claim_pushes",
    "corps_to_count",
    "corps_waiting",
    "count_tags",
    "count_waiting",
    "create_group",
    "delete_group",
    "delete_tag",
    "fetch_library",
    "finish_pushes",
    "forget_untags",
    "holders",
    "list_groups",
    "list_starters",
    "merge_tag",
    "mirror_bulk",
    "mirror_library",
    "order_groups",
    "order_tags",
    "places_on_relations",
    "plan_merge",
    "plan_tagging",
    "plan_untagging",
    "private_tags",
    "push_waiting",
    "put_back",
    "put_by_hand",
    "put_tag",
    "read_column",
    "read_group",
    "read_library",
    "record_private",
    "record_seen",
    "refused_pushes",
    "restore_group",
    "restore_tag",
    "sitting",
    "stand_of",
    "tag_customers",
    "tag_names",
    "tag_relations",
    "tags_by_ids",
    "take_bulk",
    "take_by_hand",
    "take_tag",
    "untag_customers",
    "use_starter",
    "worn_by",
)


async def list_groups(session: AsyncSession, corp_id: int) -> list[TagGroupRead]:
    """The library as it is chosen from: WeCom's and ours, without what is archived."""
    groups: dict[int, TagGroupRead] = {}
    for group, tag in await TagRepository(session, corp_id).living():
        read = groups.setdefault(
            group.id,
            TagGroupRead(
                id=group.id,
                kind="own" if group.kind == "own" else "wecom",
                name=group.name,
                sensitive=group.sensitive,
                ordered=group.ordered,
                tags=[],
            ),
        )
        read.tags.append(TagOption(id=tag.id, name=tag.name))
    return list(groups.values())


async def tags_by_ids(session: AsyncSession, corp_id: int, ids: Sequence[int]) -> dict[int, TagRef]:
    """Tags by id, archived ones too; unknown and deleted ones are left out."""
    return {
        tag.id: TagRef(id=tag.id, name=tag.name, group=group.name)
        for group, tag in await TagRepository(session, corp_id).by_ids(ids)
    }
