"""Whose are the ids of these messages: what is known is looked up, what is new is reckoned."""

from collections.abc import Collection, Sequence
from datetime import datetime

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text
from yutang.kernel.vault import Vault

from . import ids
from .devices import place_devices
from .ids import Batch, Told
from .loading import TangledError, Walk, look_up
from .planning import Change, plan
from .reasoning import Known, kind_of, reckon
from .scene import Scene
from .schemas import MOST_CLAIMS, NEW, Claim
from .writing import lock_ordinals, write

log = structlog.get_logger(__name__)

_SHARED = text(
    """
    select key from identity_decisions
    where corp_id = :corp_id and kind = 'shared' and undone_at is null
      and key = any(cast(:keys as text[]))
    """
)
_KNOWN_LINKS = text(
    """
    select l.a, l.b, l.at, c.state
    from unnest(cast(:firsts as text[]), cast(:seconds as text[])) as v(a, b)
    cross join lateral (select * from identity_links k
                        where k.corp_id = :corp_id and k.a = v.a and k.b = v.b offset 0) l
    left join identity_conflicts c on c.corp_id = :corp_id and c.a = v.a and c.b = v.b
    """
)
# The first who said so by his own clock counts, in whatever order it comes.
_WRITE_LINKS = text(
    """
    insert into identity_links as l (corp_id, a, b, at, said)
    select :corp_id, v.a, v.b, v.at, v.said
    from unnest(cast(:firsts as text[]), cast(:seconds as text[]),
                cast(:moments as timestamptz[]), cast(:said as text[])) as v(a, b, at, said)
    order by v.a, v.b
    on conflict (corp_id, a, b) do update set at = excluded.at, said = excluded.said
    where (excluded.at, excluded.said) < (l.at, l.said)
    """
)
_WRITE_VISITS = text(
    """
    insert into identity_devices as d (corp_id, device, key, first_at, last_at)
    select :corp_id, v.device, v.key, v.first_at, v.last_at
    from unnest(cast(:devices as text[]), cast(:keys as text[]), cast(:firsts as timestamptz[]),
                cast(:lasts as timestamptz[])) as v(device, key, first_at, last_at)
    order by v.device, v.key
    on conflict (corp_id, device, key) do update set
      first_at = least(d.first_at, excluded.first_at),
      last_at = greatest(d.last_at, excluded.last_at)
    where excluded.first_at < d.first_at or excluded.last_at > d.last_at
    """
)
_SEEN_AGAIN = text(
    """
    update identity_conflicts c set times = c.times + v.times,
      last_at = greatest(c.last_at, v.at),
      last_said = case when v.at > c.last_at then v.said else c.last_said end
    from unnest(cast(:firsts as text[]), cast(:seconds as text[]), cast(:times as bigint[]),
                cast(:moments as timestamptz[]), cast(:said as text[])) as v(a, b, times, at, said)
    where c.corp_id = :corp_id and c.a = v.a and c.b = v.b
    """
)


async def settle_claims(
    session: AsyncSession, vault: Vault, corp_id: int, claims: Sequence[Claim], now: datetime
) -> list[int | None]:
    """The customer id of each claim in order; None where it has no usable id."""
    scene = Scene(session, vault, corp_id, now)
    found: list[int | None] = []
    for start in range(0, len(claims), MOST_CLAIMS):
        batch = ids.read(vault, claims[start : start + MOST_CLAIMS], now)
        await ids.keep_away(session, vault, corp_id, batch)
        found += await settle_told(scene, batch)
    return found


async def recognise_claims(
    session: AsyncSession, vault: Vault, corp_id: int, claims: Sequence[Claim], now: datetime
) -> list[int | None]:
    """Who is known of each claim in order; `NEW` who would be new, None without a usable id."""
    found: list[int | None] = []
    for start in range(0, len(claims), MOST_CLAIMS):
        batch = ids.read(vault, claims[start : start + MOST_CLAIMS], now)
        await ids.keep_away(session, vault, corp_id, batch)
        held = await look_up(session, corp_id, {key for one in batch.told for key in one.keys})
        found += [
            next((held[key][0] for key in one.keys if key in held), NEW) if one.keys else None
            for one in batch.told
        ]
    return found


async def settle_told(scene: Scene, batch: Batch) -> list[int | None]:
    """Whose each is. Owner's session; ids are clean already."""
    keys = {key for one in batch.told for key in one.keys}
    if not keys:
        return [None] * len(batch.told)
    await _leave_shared(scene, batch, keys)
    ties, visits = ids.ties(batch.told), ids.visits(batch.told)
    held = {key: row[0] for key, row in (await look_up(scene.session, scene.corp_id, keys)).items()}
    fresh = await _news(scene, batch, ties, visits, held)
    if fresh:
        await lock_ordinals(scene.session, scene.corp_id)
        await _write_links(scene, ties)
    await _write_visits(scene, visits)
    if fresh:
        await _reckon(scene, fresh, batch)
        rows = await look_up(scene.session, scene.corp_id, keys)
        held = {key: row[0] for key, row in rows.items()}
    await _count_again(scene, batch)
    return [held.get(one.keys[0]) if one.keys else None for one in batch.told]


async def _leave_shared(scene: Scene, batch: Batch, keys: set[str]) -> None:
    """What an operator said ties nobody says whose a message is only where nothing else does."""
    asked = {"corp_id": scene.corp_id, "keys": array_text(sorted(keys))}
    shared = set(await scene.session.scalars(_SHARED, asked))
    if not shared:
        return
    for one in batch.told:
        rest = [key for key in one.keys if key not in shared]
        if any(kind_of(key) != "device" for key in rest):
            one.keys = rest
        elif shared.intersection(one.keys):
            strong = [key for key in one.keys if key in shared][:1]
            one.keys = strong + [key for key in rest if kind_of(key) == "device"]


async def _news(
    scene: Scene,
    batch: Batch,
    ties: dict[tuple[str, str], tuple[datetime, str]],
    visits: dict[tuple[str, str], tuple[datetime, datetime]],
    held: dict[str, int],
) -> set[str]:
    """The ids around which something has to be reckoned anew; most messages have none."""
    fresh = {key for one in batch.told for key in one.keys if key not in held}
    if ties:
        pairs = list(ties)
        rows = await scene.session.execute(
            _KNOWN_LINKS,
            {
                "corp_id": scene.corp_id,
                "firsts": array_text([a for a, _ in pairs]),
                "seconds": array_text([b for _, b in pairs]),
            },
        )
        known = {(row.a, row.b): row.at for row in rows}
        for pair, (at, _) in ties.items():
            if pair not in known or at < known[pair]:
                fresh.update(pair)
    for device, key in visits:
        if held.get(device) != held.get(key):
            fresh.update((device, key))
    return fresh


async def _write_links(scene: Scene, ties: dict[tuple[str, str], tuple[datetime, str]]) -> None:
    if ties:
        await scene.session.execute(
            _WRITE_LINKS,
            {
                "corp_id": scene.corp_id,
                "firsts": array_text([a for a, _ in ties]),
                "seconds": array_text([b for _, b in ties]),
                "moments": [at for at, _ in ties.values()],
                "said": array_text([said for _, said in ties.values()]),
            },
        )


async def _write_visits(
    scene: Scene, visits: dict[tuple[str, str], tuple[datetime, datetime]]
) -> None:
    if visits:
        await scene.session.execute(
            _WRITE_VISITS,
            {
                "corp_id": scene.corp_id,
                "devices": array_text([device for device, _ in visits]),
                "keys": array_text([key for _, key in visits]),
                "firsts": [first for first, _ in visits.values()],
                "lasts": [last for _, last in visits.values()],
            },
        )


async def _reckon(scene: Scene, fresh: set[str], batch: Batch) -> None:
    try:
        await reckon_around(scene, fresh, claimed=batch)
    except TangledError:
        # One claim at a time: those that hang together with less are settled all the same.
        for one in batch.told:
            mine = fresh.intersection(one.keys)
            if not mine:
                continue
            try:
                await reckon_around(scene, mine, claimed=batch)
            except TangledError:
                log.warning("persons.tangled", corp_id=scene.corp_id, said=one.said)
                await _stand_alone(scene, one, batch)


async def _stand_alone(scene: Scene, told: Told, batch: Batch) -> None:
    """Who is tied to thousands by what he shows is known by his strongest id, and tied to none."""
    known = Known(keys=set(told.keys[:1]))
    for key, row in (await look_up(scene.session, scene.corp_id, known.keys)).items():
        known.held[key] = known.homes[key] = row[0]
        known.customers[row[0]] = "visitor"
    change = plan(known, reckon(known), set(told.keys[:1]))
    await write(scene, change, batch.phones)


async def reckon_around(
    scene: Scene,
    keys: Collection[str],
    customers: Collection[int] = (),
    claimed: Batch | None = None,
) -> Change:
    """Reckon who is who around these ids and people, and write what is another than before.

    Holds the corp's ordinals, so that nobody is made twice. Raises TangledError.
    """
    walk = Walk(scene.session, scene.corp_id)
    strong = {key for key in keys if kind_of(key) != "device"}
    known = await walk.run(strong, customers)
    told = {key for one in claimed.told for key in one.keys} if claimed is not None else set()
    change = plan(known, reckon(known), told)
    await write(scene, change, claimed.phones if claimed is not None else {})
    devices = {key for key in keys if kind_of(key) == "device"}
    await place_devices(scene, devices, change, told)
    return change


async def _count_again(scene: Scene, batch: Batch) -> None:
    """How often a conflict was seen; the first time counted itself."""
    told: dict[tuple[str, str], list[Told]] = {}
    for one in batch.told:
        keys = [key for key in one.keys if kind_of(key) != "device"]
        for other in keys[1:]:
            told.setdefault((keys[0], other), []).append(one)
    if not told:
        return
    last = {pair: max(rows, key=lambda row: (row.at, row.said)) for pair, rows in told.items()}
    await scene.session.execute(
        _SEEN_AGAIN,
        {
            "corp_id": scene.corp_id,
            "firsts": array_text([a for a, _ in told]),
            "seconds": array_text([b for _, b in told]),
            "times": [len(rows) for rows in told.values()],
            "moments": [last[pair].at for pair in told],
            "said": array_text([last[pair].said for pair in told]),
        },
    )
