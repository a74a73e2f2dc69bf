"""Questions about people who fulfil conditions: how many, who, what they are like, why.

What a question needs of the database is read first and that transaction ended: the engine may
take its time. Whoever sees some members' customers only is answered about those.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.schemas import Principal
from yutang.kernel.db import staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.attributes import service as attributes
from yutang.people.audience import service as audience
from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Group, Language, Names, Node, Tested
from yutang.people.customers import service as customers
from yutang.people.customers.errors import UnknownCustomerError
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags

from .expanding import clean, expand
from .fields import demand_fields, hidden_fields
from .naming import names_for, registered, sentence_of, words_of
from .schemas import (
    Chart,
    CountQuestion,
    CountRead,
    Explained,
    ExplainQuestion,
    ExplainRead,
    OverlapRead,
    OverlapShare,
    ProfileRead,
    Reachable,
    Sampled,
    SampleQuestion,
    SampleRead,
    Share,
    Tree,
    TreeQuestion,
    Unknowable,
    Words,
)

TOLD_FACTS: Final = 4
_LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
_FRIENDS: Final[Tree] = {"leaf": "relation", "state": "friend"}
_REFUSED: Final[Tree] = {
    "leaf": "attribute",
    "name": "marketing_refused",
    "test": {"is": "equals", "values": [True]},
}
_CHARTS: Final = ("gender", "stage", "state", "channel", "staff", "city")
_UNKNOWN: Final = (
    Unknowable(
        key="quota",
        reason=Words(
            zh="每位客户每月能收几条由企业微信计数，要等群发结果回来才知道",
            en="WeCom counts how many messages each customer may still get this month; results of"
            " broadcasts tell",
        ),
    ),
    Unknowable(
        key="blocked",
        reason=Words(
            zh="企业微信不告诉谁屏蔽了消息，要等发送结果回来才知道",
            en="WeCom does not tell who blocks messages; results of sending tell",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A tree as the engine is asked, and whose customers may be looked at."""

    raw: Tree
    tree: Tree
    members: Sequence[int] | None


async def _ready(session: AsyncSession, principal: Principal, raw: Any) -> Asked:
    """Raises ConditionError, NamedSegmentError, NestedTooDeepError, UnknownFieldError."""
    tree = clean(raw)
    await demand_fields(session, principal, conditions.parse(tree))
    expanded = await expand(session, principal.corp_id, tree)
    return Asked(tree, expanded, staff_in_scope(session))


async def count(runtime: Runtime, principal: Principal, asked: CountQuestion) -> CountRead:
    """How many there are, whole and by condition."""
    async with runtime.database.corp(principal.corp_id, principal.seer) as session:
        ready = await _ready(session, principal, asked.tree)
    counted = await audience.count(runtime, principal.corp_id, ready.tree, ready.members)
    return CountRead(
        count=counted.total,
        universe=counted.universe,
        share=counted.total / counted.universe if counted.universe else None,
        nodes=own_nodes(ready.raw, counted.nodes),
        as_of=counted.as_of,
        took_ms=counted.took_ms,
        stale_since=counted.stale_since,
        reachable=await _reachable(runtime, principal, ready, counted.total)
        if asked.reachable
        else None,
    )


def own_nodes(raw: Tree, nodes: Mapping[str, int]) -> dict[str, int]:
    """Counts of the nodes that were asked for, not of those inside other segments."""
    paths = set(_paths(raw, ""))
    return {path: number for path, number in nodes.items() if path in paths}


def _paths(tree: Tree, path: str) -> list[str]:
    found = [path]
    for place, child in enumerate(tree.get("of", ())):
        found += _paths(child, f"{path}.{place}" if path else str(place))
    return found


async def _reachable(runtime: Runtime, principal: Principal, ready: Asked, total: int) -> Reachable:
    corp_id, members = principal.corp_id, ready.members
    friends: Tree = {"op": "all", "of": [ready.tree, _FRIENDS]}
    refused: Tree = {"op": "all", "of": [ready.tree, _REFUSED]}
    both: Tree = {"op": "all", "of": [ready.tree, _FRIENDS, _REFUSED]}
    of_friends, of_refused, of_both = await asyncio.gather(
        *(audience.count(runtime, corp_id, one, members) for one in (friends, refused, both))
    )
    return Reachable(
        reachable=of_friends.total - of_both.total,
        refused=of_refused.total,
        not_friends=total - of_friends.total,
        unknown=list(_UNKNOWN),
    )


async def sample(runtime: Runtime, principal: Principal, asked: SampleQuestion) -> SampleRead:
    """Some of those one may see, each with the reason why he is in it."""
    corp_id = principal.corp_id
    async with runtime.database.corp(corp_id, principal.seer) as session:
        ready = await _ready(session, principal, asked.tree)
    ids = await audience.sample(runtime, corp_id, ready.tree, ready.members, asked.size, asked.seed)
    tested = await asyncio.gather(
        *(audience.explain(runtime, corp_id, ready.tree, one, ready.members) for one in ids)
    )
    async with runtime.database.corp(corp_id, principal.seer) as session:
        telling = await _telling(session, principal, ready, filter(None, tested))
        rows = {row.id: row for row in await customers.rows_by_ids(session, corp_id, ids)}
    return SampleRead(
        items=[
            Sampled(customer=rows[one], reason=telling.decided(told) if told is not None else None)
            for one, told in zip(ids, tested, strict=True)
            # Who was counted a moment ago may be gone or somebody else's by now.
            if one in rows
        ]
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """How reasons are told to who asks, those from inside of other segments too."""

    names: Names
    hidden: frozenset[str]
    """Fields that his role does not see: what somebody has there is no reason to be told."""

    def decided(self, tested: Tested) -> Words | None:
        """The facts that made it what it is, one after the other."""
        leaves = [
            one.model_copy(update={"facts": facts})
            for one in _deciding(tested)
            if (facts := [fact for fact in one.facts if fact.values.get("name") not in self.hidden])
        ][:TOLD_FACTS]
        zh, en = (
            [told for one in leaves for told in conditions.reasons(one, self.names, language)]
            for language in _LANGUAGES
        )
        return Words(zh="；".join(zh), en="; ".join(en)) if zh else None


async def _telling(
    session: AsyncSession, principal: Principal, ready: Asked, tested: Iterable[Tested]
) -> _Telling:
    nodes = [conditions.parse(ready.raw), conditions.parse(ready.tree, expanded=True)]
    hidden = await hidden_fields(session, principal, nodes[1])
    return _Telling(
        await names_for(session, principal.corp_id, nodes, tested),
        frozenset(f"field:{one}" for one in hidden),
    )


def _deciding(tested: Tested) -> list[Tested]:
    """The conditions that made it what it is: those that hold where it does, else the others."""
    if not tested.children:
        return [tested] if tested.facts else []
    return [
        one
        for child in tested.children
        if child.holds == (tested.holds if tested.node != "none" else not tested.holds)
        for one in _deciding(child)
    ]


async def profile(runtime: Runtime, principal: Principal, asked: TreeQuestion) -> ProfileRead:
    """Who they are: by gender, stage, state, channel, member, city where there is such a field."""
    corp_id = principal.corp_id
    async with runtime.database.corp(corp_id, principal.seer) as session:
        ready = await _ready(session, principal, asked.tree)
    told = await audience.profile(runtime, corp_id, ready.tree, ready.members)
    spreads = {by: spread for by in _CHARTS if (spread := getattr(told, by)) is not None}
    async with runtime.database.corp(corp_id, principal.seer) as session:
        fields = await attributes.list_fields(session, corp_id, principal.role)
        city = next((one for one in fields if one.id == told.city_field), None)
        if city is None:
            _ = spreads.pop("city", None)
        members = await staff.names_by_ids(
            session, corp_id, [int(one.key) for one in spreads["staff"].top]
        )
        codes = {one.key for one in spreads["channel"].top}
        names: dict[str, Mapping[str, str]] = {
            "staff": {str(one): name for one, name in members.items()},
            "channel": await registered(session, corp_id, "channels", codes),
            "city": {one.key: one.label for one in city.options} if city is not None else {},
        }
    return ProfileRead(
        total=told.total,
        as_of=told.as_of,
        charts=[
            Chart(
                by=by,
                items=[
                    Share(key=one.key, name=names.get(by, {}).get(one.key), count=one.count)
                    for one in spread.top
                ],
                rest=spread.rest,
                none=spread.none,
            )
            for by, spread in spreads.items()
        ],
    )


async def overlap(runtime: Runtime, principal: Principal, asked: TreeQuestion) -> OverlapRead:
    """Which tags they wear, beside how many wear each in all; the most worn first."""
    corp_id = principal.corp_id
    async with runtime.database.corp(corp_id, principal.seer) as session:
        ready = await _ready(session, principal, asked.tree)
    counted, shares = await asyncio.gather(
        audience.count(runtime, corp_id, ready.tree, ready.members),
        audience.crosstab(runtime, corp_id, ready.tree, ready.members),
    )
    async with runtime.database.corp(corp_id, principal.seer) as session:
        known = await tags.tags_by_ids(session, corp_id, [one.tag_id for one in shares])
    total, universe = counted.total, counted.universe
    items = [
        OverlapShare(
            tag_id=one.tag_id,
            name=known[one.tag_id].name,
            group=known[one.tag_id].group,
            both=one.both,
            share=one.both / total if total else 0.0,
            tag_total=one.tag_total,
            lift=(one.both / total) / (one.tag_total / universe)
            if total and one.tag_total and universe
            else None,
        )
        for one in shares
        if one.tag_id in known
    ]
    items.sort(key=lambda one: (-one.both, one.tag_id))
    return OverlapRead(total=total, universe=universe, items=items)


async def explain(runtime: Runtime, principal: Principal, asked: ExplainQuestion) -> ExplainRead:
    """Why a person is in or out, condition by condition. Raises UnknownCustomerError."""
    corp_id = principal.corp_id
    async with runtime.database.corp(corp_id, principal.seer) as session:
        await customers.demand_known(session, corp_id, asked.customer_id)
        ready = await _ready(session, principal, asked.tree)
    tested = await audience.explain(runtime, corp_id, ready.tree, asked.customer_id, ready.members)
    if tested is None:
        raise UnknownCustomerError(asked.customer_id)
    async with runtime.database.corp(corp_id, principal.seer) as session:
        telling = await _telling(session, principal, ready, [tested])
    return ExplainRead(
        customer_id=asked.customer_id,
        is_in=tested.holds,
        root=_explained(conditions.parse(ready.raw), tested, telling, ""),
    )


def _explained(node: Node, tested: Tested, telling: _Telling, path: str) -> Explained:
    """Along the tree as it was written: what is inside another segment is its own affair."""
    below = node.of if isinstance(node, Group) else ()
    children = list(zip(below, tested.children, strict=False))
    return Explained(
        path=path,
        holds=tested.holds,
        sentence=words_of(node, telling.names),
        # Of another segment that stands here as one condition: what inside it decided.
        facts=None if children else telling.decided(tested),
        of=[
            _explained(child, told, telling, f"{path}.{place}" if path else str(place))
            for place, (child, told) in enumerate(children)
        ],
    )


async def say(session: AsyncSession, principal: Principal, asked: TreeQuestion) -> Words:
    """What the conditions say, in both languages."""
    tree = clean(asked.tree)
    await demand_fields(session, principal, conditions.parse(tree))
    return await sentence_of(session, principal.corp_id, tree)
