"""Devices: his who last identified himself on it; its nameless history is his who first did."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import text

from yutang.kernel.copying import array_text

from .loading import look_up
from .planning import Change, Merge, Newcomer
from .reasoning import kind_of
from .scene import Scene
from .writing import insert_ids, make_newcomers, merge_people, move_ids, reckon_states

SEEN: Final = 100
"""So many people of one device are looked at, the latest."""

_OF_KEYS = text(
    """
    select distinct device from identity_devices
    where corp_id = :corp_id and key = any(cast(:keys as text[]))
    """
)
_SEEN = text(
    f"""
    select d.device, d.key, d.first_at, d.last_at
    from unnest(cast(:devices as text[])) as v(device)
    cross join lateral (
      select * from identity_devices k where k.corp_id = :corp_id and k.device = v.device
      order by k.last_at desc, k.key limit {SEEN}) d
    """  # noqa: S608 - a number of ours
)
_IDENTIFIED = text(
    """
    select distinct customer_id from customer_identities
    where corp_id = :corp_id and customer_id = any(:ids)
      and kind in ('external', 'phone', 'member_number')
    """
)
_NAMELESS = text(
    "select id from customers where corp_id = :corp_id and id = any(:ids)"
    " and state in ('visitor', 'lead')"
)
_APART = text(
    """
    select one_id, other_id from identity_decisions
    where corp_id = :corp_id and kind = 'apart' and undone_at is null
      and (one_id = any(:ids) or other_id = any(:ids))
    """
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody was on a device."""

    holder: int
    identified: bool
    key: str
    first_at: datetime
    last_at: datetime


async def place_devices(
    scene: Scene, devices: Collection[str], change: Change, told: Collection[str]
) -> None:
    """Give devices of these people, and those named, to whom they belong now."""
    session, corp_id = scene.session, scene.corp_id
    around = set(devices)
    strong = sorted(key for key in change.keys if kind_of(key) != "device")
    if strong:
        asked = {"corp_id": corp_id, "keys": array_text(strong)}
        around |= set(await session.scalars(_OF_KEYS, asked))
    if not around:
        return
    held = await look_up(session, corp_id, around)
    seen = await _who_was_seen(scene, around)
    apart = await _told_apart(scene, {row[2] for row in held.values() if row[2] is not None})
    insert: dict[str, int] = {}
    move: dict[str, int] = {}
    alone: list[str] = []
    history: dict[int, int] = {}
    for device in sorted(around):
        known = held.get(device)
        founder = known[2] if known is not None else None
        # Whom an operator told apart from who began with it has no part in it.
        people = [one for one in seen.get(device, []) if (founder, one.holder) not in apart]
        if known is None and device not in told:
            continue
        if not people:
            if known is None:
                alone.append(device)
            elif founder is not None and known[0] != founder and device in seen:
                move[device] = founder
            continue
        last = max(people, key=lambda one: (one.identified, one.last_at, one.key))
        if known is None:
            insert[device] = last.holder
            continue
        if known[0] != last.holder:
            move[device] = last.holder
        if founder is not None:
            first = min(people, key=lambda one: (not one.identified, one.first_at, one.key))
            history[founder] = first.holder
    merges = await _attach(scene, history)
    await merge_people(scene, merges)
    into = {one.from_id: one.into_id for one in merges}
    ids = await make_newcomers(scene, [Newcomer(device, "visitor") for device in alone])
    homes = {device: ids[-1 - place] for place, device in enumerate(alone)}
    owners = {device: into.get(one, one) for device, one in insert.items()}
    await insert_ids(scene, owners | homes, homes)
    await move_ids(scene, {device: into.get(one, one) for device, one in move.items()})
    await reckon_states(scene, into.values())


async def _who_was_seen(scene: Scene, devices: Collection[str]) -> dict[str, list[_Seen]]:
    session, corp_id = scene.session, scene.corp_id
    asked = {"corp_id": corp_id, "devices": array_text(sorted(devices))}
    rows = (await session.execute(_SEEN, asked)).all()
    holders = {
        key: row[0] for key, row in (await look_up(session, corp_id, {r.key for r in rows})).items()
    }
    ids = {"corp_id": corp_id, "ids": sorted(set(holders.values()))}
    identified = set(await session.scalars(_IDENTIFIED, ids))
    found: dict[str, list[_Seen]] = {}
    for row in rows:
        holder = holders.get(row.key)
        if holder is not None:
            one = _Seen(holder, holder in identified, row.key, row.first_at, row.last_at)
            found.setdefault(row.device, []).append(one)
    return found


async def _told_apart(scene: Scene, founders: Collection[int]) -> set[tuple[int, int]]:
    if not founders:
        return set()
    asked = {"corp_id": scene.corp_id, "ids": sorted(founders)}
    rows = await scene.session.execute(_APART, asked)
    return {
        pair for row in rows for pair in ((row.one_id, row.other_id), (row.other_id, row.one_id))
    }


async def _attach(scene: Scene, history: dict[int, int]) -> list[Merge]:
    """Visitors who began with a device alone, and to whom their history goes."""
    wanted = {one: other for one, other in history.items() if one != other}
    if not wanted:
        return []
    asked = {"corp_id": scene.corp_id, "ids": sorted(wanted)}
    alive = set(await scene.session.scalars(_NAMELESS, asked))
    return [Merge(one, other, "device") for one, other in sorted(wanted.items()) if one in alive]
