"""What the engine answers by itself; `members` of a body is whose customers the asker sees."""

import asyncio
import base64
import json
import random
import time
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import text

from yutang.people.conditions import service as conditions
from yutang.people.conditions.schemas import Deed, Life, Purchase, Scene, Scored, life

from . import bits
from .engine import Engine
from .registry import question
from .schemas import Counted, Profile, Share, Spread, TagShare
from .standing import standing

TOP: Final = 20
_CITY: Final = text(
    "select id from fields where corp_id = :corp_id and archived_at is null"
    " and lower(name) in ('城市', 'city') and kind in ('text', 'one_of') order by id limit 1"
)
_AMONG: Final = (
    "corp_id = {corp_id:UInt32} and bitmapContains("
    "cast(unhex({ids:String}) as AggregateFunction(groupBitmap, UInt32)), id)"
)
_KEYS: Final = {
    "gender": "gender",
    "stage": "stage",
    "state": "state",
    "channel": "first_added_channel",
}
_NONE: Final = {"gender": "0", "stage": "", "channel": "", "city": ""}
"""The key of those of whom nothing is known."""
_MEMBERS: Final = (
    "select toString(member) as key, count() as n from people final"  # noqa: S608 - ours
    " array join arrayFilter((s, st) -> st = 'friend' or st = 'half', rel_staff, rel_state)"
    f" as member where {_AMONG} group by key"
)
_MOST_DEEDS: Final = 20_000
"""Of one person's life, the newest."""


@question("count")
async def count(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """How many there are, node by node, of those whom one sees."""
    began = time.monotonic()
    found = await engine.evaluate_nodes(corp_id, body["tree"])
    seen = await engine.scope(corp_id, body.get("members"))
    nodes = {path: ids.intersection_cardinality(seen) for path, ids in found.nodes.items()}
    return Counted(
        total=nodes[""],
        universe=len(seen),
        nodes=nodes,
        as_of=engine.fed_at,
        took_ms=round((time.monotonic() - began) * 1000, 3),
        stale_since=engine.stale_since(),
    ).model_dump(mode="json")


async def _seen(engine: Engine, corp_id: int, body: dict[str, Any]) -> BitMap:
    ids = await engine.evaluate(corp_id, body["tree"])
    if body.get("members") is None:
        return ids
    return ids & await engine.scope(corp_id, body["members"])


@question("ids")
async def ids_of(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Who they are."""
    found = await _seen(engine, corp_id, body)
    return {
        "ids": base64.b64encode(found.serialize()).decode(),
        "as_of": engine.fed_at.isoformat(),
    }


@question("sample")
async def sample(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Some of them, the same for the same seed while nothing changes."""
    found = await _seen(engine, corp_id, body)
    size = min(int(body["size"]), len(found))
    places = random.Random(int(body.get("seed", 0))).sample(range(len(found)), size)  # noqa: S311 - no secret
    return {"ids": sorted(found[place] for place in places), "total": len(found)}


@question("profile")
async def profile(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """What they are like."""
    found = await _seen(engine, corp_id, body)
    params = {"corp_id": corp_id, "ids": bits.encode(found).hex()}
    async with engine.runtime.database.owner() as session:
        city = (await session.execute(_CITY, {"corp_id": corp_id})).one_or_none()
    keys = dict(_KEYS) if city is None else {**_KEYS, "city": f"f_word[{city.id}]"}
    # Whoever has two members counts for both, so they are counted beside.
    rows, members = await asyncio.gather(
        engine.store.query(_counts(keys), params), engine.store.query(_MEMBERS, params)
    )
    return Profile(
        total=len(found),
        **{by: _spread(by, [(key, n) for one, key, n in rows if one == by]) for by in keys},
        staff=_spread("staff", members),
        city_field=city.id if city is not None else None,
        as_of=engine.fed_at,
    ).model_dump(mode="json")


def _counts(keys: Mapping[str, str]) -> str:
    """How many there are of each key, for all of them in one reading of the people."""
    names = ", ".join(keys)
    read = ", ".join(f"toString({key}) as {name}" for name, key in keys.items())
    by = ", ".join(f"grouping({name}) = 0, '{name}'" for name in keys)
    return (
        # In a row of one key all others are empty.
        f"select multiIf({by}, '') as by, concat({names}) as key, count() as n"  # noqa: S608 - ours
        f" from (select {read} from people final where {_AMONG})"
        f" group by grouping sets ({', '.join(f'({name})' for name in keys)})"
    )


def _spread(by: str, rows: Iterable[tuple[str, int]]) -> Spread:
    counts = {str(key): int(n) for key, n in rows}
    none = counts.pop(_NONE[by], 0) if by in _NONE else 0
    known = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return Spread(
        top=[Share(key=key, count=n) for key, n in known[:TOP]],
        rest=sum(n for _, n in known[TOP:]),
        none=none,
    )


@question("crosstab")
async def crosstab(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """How they overlap with each tag, among those whom one sees."""
    found = await _seen(engine, corp_id, body)
    tags = await engine.all_tags(corp_id)
    seen = None if body.get("members") is None else await engine.scope(corp_id, body["members"])

    def meet() -> list[TagShare]:
        return [
            TagShare(
                tag_id=tag,
                both=worn.intersection_cardinality(found),
                tag_total=len(worn) if seen is None else worn.intersection_cardinality(seen),
            )
            for tag, worn in tags.items()
        ]

    shares = await asyncio.to_thread(meet)
    shares.sort(key=lambda one: (-one.both, one.tag_id))
    return {"tags": [one.model_dump() for one in shares if one.tag_total], "total": len(found)}


@question("explain")
async def explain(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Leaf by leaf, from one person's rows; null where one may not see him."""
    customer_id = int(body["customer_id"])
    scene = await engine.scene(corp_id)
    seen = await engine.scope(corp_id, body.get("members"))
    if customer_id not in seen:
        return {"tested": None}
    tree = conditions.parse(body["tree"], expanded=True)
    kinds = conditions.ids_named(tree).kinds
    lived = await life_of(engine, corp_id, customer_id, scene, kinds)
    if lived is None:
        return {"tested": None}
    kept = {(one.segment, one.run): ids for one, ids in await engine.runs_of(corp_id, tree)}
    tested = conditions.test(
        tree, lived, scene, lambda segment, run: customer_id in kept[segment, run]
    )
    return {"tested": tested.model_dump(mode="json")}


async def life_of(
    engine: Engine, corp_id: int, customer_id: int, scene: Scene, kinds: Collection[str]
) -> Life | None:
    """One person as the store holds him; of what he did, these kinds."""
    params = {"corp_id": corp_id, "id": customer_id}
    rows = await engine.store.rows(
        "select * from people final where corp_id = {corp_id:UInt32} and id = {id:UInt32}", params
    )
    if not rows:
        return None
    parts = (
        "(select from_id from aliases final"
        " where corp_id = {corp_id:UInt32} and to_id = {id:UInt32})"
    )
    own = (
        f"corp_id = {{corp_id:UInt32}} and (customer_id = {{id:UInt32}} or customer_id in {parts})"
    )
    deeds = await engine.store.query(
        "select kind, at, props, id from events"  # noqa: S608 - constants
        f" where {own} and kind in {{kinds:Array(String)}}"
        f" order by at desc, id desc limit {_MOST_DEEDS}",
        {**params, "kinds": sorted(kinds)},
    )
    orders = await engine.store.rows(f"select * from orders final where {own}", params)  # noqa: S608
    scored = None
    if scene.rfm_run is not None:
        scores = await engine.store.query(
            "select r, f, m, class from rfm where corp_id = {corp_id:UInt32}"
            " and run = {run:UInt64} and id = {id:UInt32} limit 1",
            {**params, "run": scene.rfm_run},
        )
        scored = Scored(*scores[0]) if scores else None
    return life(
        rows[0],
        [
            Deed(kind, at.replace(tzinfo=UTC) if at.tzinfo is None else at, json.loads(props), id_)
            for kind, at, props, id_ in deeds
        ],
        [_purchase(row) for row in orders],
        scored,
    )


def _purchase(row: dict[str, Any]) -> Purchase:
    bought = row["bought_at"]
    return Purchase(
        id=row["id"],
        status=row["status"],
        source=row["source"],
        bought_at=bought.replace(tzinfo=UTC)
        if bought is not None and not bought.tzinfo
        else bought,
        amount_fen=row["amount_fen"],
        refunded_fen=row["refunded_fen"],
        store_id=row["store_id"],
        lines=tuple(zip(row["skus"], row["categories"], row["quantities"], strict=True)),
    )


@question("status")
async def status(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """How the engine stands; of no corp in particular."""
    del corp_id, body
    return (await standing(engine)).model_dump(mode="json")


@question("rebuild")
async def rebuild(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Read a corp again as a whole, or all with 0; it begins at once."""
    del body
    return {"corps": await engine.want(corp_id)}


@question("check")
async def check(engine: Engine, corp_id: int, body: dict[str, Any]) -> dict[str, Any]:
    """Read every part of the store; what cannot be read."""
    del corp_id, body
    return {"wrong": await engine.store.check()}
