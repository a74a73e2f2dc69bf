"""Sentences of trees, with the names of what they name."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import FieldRead
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import FieldName, Named, Names, Node, Tested
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff
from yutang.people.stages import service as stages
from yutang.people.stores import service as stores
from yutang.people.tags import service as tags

from .repository import SegmentRepository
from .schemas import Tree, Words

Namer = Callable[[AsyncSession, int, Collection[Any]], Awaitable[Mapping[Any, str]]]
_CHANNELS: Final = "channels"
_NAMERS: Final[dict[str, Namer]] = {}
_GROUPS: Final = text(
    "select id, name from group_chats where corp_id = :corp_id and id = any(cast(:ids as bigint[]))"
)
_KINDS: Final = text(
    "select name, label from event_kinds where corp_id = :corp_id and label is not null"
)
_GOODS: Final = text(
    "select distinct on (sku) sku, name from order_items where corp_id = :corp_id"
    " and sku = any(cast(:skus as text[])) order by sku, order_id desc"
)


def register_names(what: str, namer: Namer) -> None:
    """Have what belongs to a higher floor named: `channels`, or what its own leaves name."""
    _NAMERS[what] = namer


@dataclass(slots=True)
class _All:
    """What several trees name together."""

    named: Named = field(default_factory=Named)

    def add(self, one: Named) -> None:
        for part in Named.__dataclass_fields__:
            mine, theirs = getattr(self.named, part), getattr(one, part)
            if isinstance(mine, dict):
                for key, values in theirs.items():
                    mine.setdefault(key, set()).update(values)
            else:
                mine.update(theirs)


async def sentences_of(
    session: AsyncSession, corp_id: int, trees: Iterable[Tree | None]
) -> list[Words | None]:
    """What each tree says in both languages; one look-up of names for all of them."""
    parsed = [conditions.parse(tree) if tree is not None else None for tree in trees]
    names = await names_for(session, corp_id, [node for node in parsed if node is not None])
    return [words_of(node, names) if node is not None else None for node in parsed]


async def sentence_of(session: AsyncSession, corp_id: int, tree: Tree) -> Words:
    """What a tree says in both languages. Raises ConditionError."""
    node = conditions.parse(tree)
    return words_of(node, await names_for(session, corp_id, [node]))


def words_of(node: Node, names: Names) -> Words:
    """One sentence in both languages."""
    return Words(
        zh=conditions.sentence(node, names, "zh"), en=conditions.sentence(node, names, "en")
    )


async def names_for(
    session: AsyncSession, corp_id: int, nodes: Iterable[Node], tested: Iterable[Tested] = ()
) -> Names:
    """Words of all that these trees and reasons name; what is gone or out of sight has none."""
    every = _All()
    for node in nodes:
        every.add(conditions.ids_named(node))
    for one in tested:
        every.add(conditions.ids_told(one))
    named = every.named
    worn = await tags.tags_by_ids(session, corp_id, sorted(named.tags)) if named.tags else {}
    members = await staff.names_by_ids(session, corp_id, named.staff) if named.staff else {}
    shops = await stores.names_by_ids(session, corp_id, named.stores) if named.stores else {}
    segments = await SegmentRepository(session, corp_id).by_ids(named.segments)
    return Names(
        tags={one: ref.name for one, ref in worn.items()},
        staff=members,
        departments=await _departments(session, corp_id, named.departments),
        stores=shops,
        groups=await _groups(session, corp_id, named.groups),
        fields=await _fields(session, corp_id, named.fields),
        segments={one: row.name for one, row in segments.items()},
        kinds=await _kinds(session, corp_id, named.kinds),
        channels=await registered(session, corp_id, _CHANNELS, named.channels),
        stages=await _stages(session, corp_id, named.stages),
        goods=await _goods(session, corp_id, named.skus),
        more={
            key: await registered(session, corp_id, key, values)
            for key, values in named.more.items()
        },
    )


async def _departments(session: AsyncSession, corp_id: int, ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    every = await staff.list_departments(session, corp_id)
    return {one.id: one.name for one in every if one.id in ids}


async def _groups(session: AsyncSession, corp_id: int, ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    rows = await session.execute(
        _GROUPS, {"corp_id": corp_id, "ids": customers.as_array(sorted(ids))}
    )
    return {row.id: row.name for row in rows if row.name}


async def _fields(session: AsyncSession, corp_id: int, ids: set[int]) -> dict[int, FieldName]:
    if not ids:
        return {}
    every = await attributes.list_fields(session, corp_id, archived=True)
    return {one.id: field_name(one) for one in every if one.id in ids}


def field_name(one: FieldRead) -> FieldName:
    """A field as sentences say it."""
    return FieldName(
        name=one.name,
        kind=one.kind,
        decimals=one.decimals,
        unit=one.unit,
        options={option.key: option.label for option in one.options},
    )


async def _kinds(session: AsyncSession, corp_id: int, kinds: set[str]) -> dict[str, str]:
    if not kinds:
        return {}
    rows = await session.execute(_KINDS, {"corp_id": corp_id})
    return {row.name: row.label for row in rows if row.name in kinds}


async def _stages(session: AsyncSession, corp_id: int, keys: set[str]) -> dict[str, str]:
    if not keys:
        return {}
    every = await stages.list_stages(session, corp_id)
    return {one.key: one.name for one in every if one.name is not None}


async def _goods(session: AsyncSession, corp_id: int, skus: set[str]) -> dict[str, str]:
    if not skus:
        return {}
    rows = await session.execute(_GOODS, {"corp_id": corp_id, "skus": sorted(skus)})
    return {row.sku: row.name for row in rows}


async def registered(
    session: AsyncSession, corp_id: int, what: str, values: Collection[Any]
) -> dict[Any, str]:
    """Names by a higher floor's namer; none where nobody registered one."""
    namer = _NAMERS.get(what)
    return dict(await namer(session, corp_id, values)) if values and namer is not None else {}
