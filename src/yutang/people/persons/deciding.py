"""What operators decide: whose an id is, that two are one, that one is two after all."""

from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers

from . import moving
from .errors import (
    ConflictEndedError,
    MergedOnError,
    NotMergeableError,
    SamePersonError,
    UnknownMergeError,
)
from .listing import ids_by_person, why_not
from .models import PersonMerge
from .planning import Merge
from .reopening import lock_conflict, tell_decided
from .scene import Scene
from .schemas import Moved, Verdict
from .settling import reckon_around
from .writing import lock_ordinals, merge_people, reckon_states, undo_merge

MOST_COUNTED: Final = 1_000

_DECIDE = text(
    """
    insert into identity_decisions (corp_id, kind, key, one_id, other_id, by, at)
    values (:corp_id, :kind, :key, :one_id, :other_id, :by, :at)
    """
)
_UNDECIDE = text(
    """
    update identity_decisions set undone_at = :at
    where corp_id = :corp_id and kind = :kind and undone_at is null
      and (one_id, other_id) in ((:one_id, :other_id), (:other_id, :one_id))
    """
)
_UNPIN = text(
    """
    update identity_decisions set undone_at = :at
    where corp_id = :corp_id and kind in ('belongs', 'shared') and key = :key
      and undone_at is null
    """
)
_DECIDED = text(
    """
    update identity_conflicts
    set state = 'decided', decision = :verdict, decided_by = :by, decided_at = :at
    where corp_id = :corp_id and id = :conflict_id
    """
)
_RELATED = text("select customer_id from follows where corp_id = :corp_id and customer_id = :id")
_EVENTS = text(
    f"""
    select count(*) from (
      select from events where corp_id = :corp_id and customer_id = any(:ids)
      limit {MOST_COUNTED}) found
    """  # noqa: S608 - a number of ours
)
_LATER = text(
    """
    select min(id) from person_merges
    where corp_id = :corp_id and id > :merge_id and undone_at is null
      and (from_id = any(:ids) or into_id = any(:ids))
    """
)
_DEVICES_OF = text(
    """
    select 'device:' || value from customer_identities
    where corp_id = :corp_id and kind = 'device'
      and (customer_id = any(:ids) or home_id = any(:ids))
    limit 1000
    """
)


async def decide(
    runtime: Runtime, corp_id: int, conflict_id: int, verdict: Verdict, why: str, by: str
) -> None:
    """Do what an operator found right about a conflict, and keep to it from then on.

    Raises UnknownConflictError, ConflictEndedError, NotMergeableError.
    """
    async with runtime.database.owner() as session:
        await lock_ordinals(session, corp_id)
        row = await lock_conflict(session, corp_id, conflict_id)
        if row.state != "open":
            raise ConflictEndedError(row.state)
        scene = Scene(session, runtime.vault, corp_id, runtime.clock(), by)
        keys, people = (row.a, row.b), (row.a_id, row.b_id)
        if verdict == "merged":
            await _merge_two(scene, row.a_id, row.b_id, why or "conflict")
        elif verdict == "shared":
            await _decide(scene, "shared", key=row.b)
        else:
            owner = row.a_id if verdict == "claimed" else row.b_id
            await session.execute(_UNPIN, {"corp_id": corp_id, "key": row.b, "at": scene.now})
            await _decide(scene, "belongs", key=row.b, one_id=owner)
            await _decide(scene, "apart", one_id=row.a_id, other_id=row.b_id)
        await session.execute(
            _DECIDED,
            {
                "corp_id": corp_id,
                "conflict_id": conflict_id,
                "verdict": verdict,
                "by": by,
                "at": scene.now,
            },
        )
        await reckon_around(scene, set(keys), set(people))
        await tell_decided(scene, row, verdict)
        await audit.record(
            session,
            corp_id,
            actor=by,
            action="identity.decided",
            target=f"customer:{people[1]}",
            # Ids name people: the entry says which two, and what kind of id it was about.
            after={
                "conflict": conflict_id,
                "kind": keys[1].partition(":")[0],
                "verdict": verdict,
                "claimant": people[0],
                "holder": people[1],
                "why": why,
            },
        )


async def merge(
    runtime: Runtime,
    corp_id: int,
    into_id: int,
    from_id: int,
    why: str,
    by: str,
    *,
    dry_run: bool = False,
) -> Moved:
    """Make one person a part of another; who has WeCom's relations is the one that stays.

    Raises UnknownCustomerError, SamePersonError, NotMergeableError.
    """
    async with runtime.database.owner() as session:
        await lock_ordinals(session, corp_id)
        now = await customers.current_ids(session, corp_id, [into_id, from_id])
        if now[into_id] == now[from_id]:
            raise SamePersonError
        one, other = await _order(session, corp_id, now[into_id], now[from_id])
        scene = Scene(session, runtime.vault, corp_id, runtime.clock(), by)
        ids = (await ids_by_person(session, runtime.vault, corp_id, [other])).get(other, [])
        moved = Moved(
            customer_id=one,
            from_id=other,
            merge_id=None,
            rows=await moving.count_rows(session, corp_id, other),
            ids=ids,
            events=await _count_events(session, corp_id, other),
        )
        if dry_run:
            return moved
        merge_id = await _merge_two(scene, one, other, why)
        await reckon_around(scene, (), {one, other})
        return moved.model_copy(
            update={
                "merge_id": merge_id,
                "rows": await moving.rows_of(session, corp_id, merge_id),
            }
        )


async def unmerge(
    runtime: Runtime,
    corp_id: int,
    customer_id: int,
    merge_id: int,
    why: str,
    by: str,
    *,
    dry_run: bool = False,
) -> Moved:
    """Make two of one again, as they were; what tied them ties them no more.

    Raises UnknownMergeError, MergedOnError.
    """
    async with runtime.database.owner() as session:
        await lock_ordinals(session, corp_id)
        row = await session.get(PersonMerge, (corp_id, merge_id))
        now = await customers.current_ids(session, corp_id, [customer_id])
        if row is None or row.undone_at is not None:
            raise UnknownMergeError(merge_id)
        parts = await customers.parts_of(session, corp_id, now[customer_id])
        if row.into_id not in parts:
            raise UnknownMergeError(merge_id)
        pair = {"one_id": row.from_id, "other_id": row.into_id}
        asked = {"corp_id": corp_id, "merge_id": merge_id, "ids": list(pair.values())}
        if (later := await session.scalar(_LATER, asked)) is not None:
            raise MergedOnError(later)
        scene = Scene(session, runtime.vault, corp_id, runtime.clock(), by)
        moved = Moved(
            customer_id=row.into_id,
            from_id=row.from_id,
            merge_id=merge_id,
            rows=await moving.rows_of(session, corp_id, merge_id),
            ids=await _ids_of_part(scene, row.from_id),
            events=await _count_events(session, corp_id, row.from_id),
        )
        if dry_run:
            return moved
        await session.execute(
            _UNDECIDE, {"corp_id": corp_id, "kind": "merged", "at": scene.now, **pair}
        )
        await _decide(scene, "apart", **pair)
        await undo_merge(scene, merge_id)
        devices = await session.scalars(
            _DEVICES_OF, {"corp_id": corp_id, "ids": list(pair.values())}
        )
        await reckon_around(scene, set(devices), set(pair.values()))
        await reckon_states(scene, pair.values())
        await audit.record(
            session,
            corp_id,
            actor=by,
            action="identity.told_apart",
            target=f"customer:{pair['other_id']}",
            after={"from": pair["one_id"], "merge": merge_id, "why": why},
        )
        return moved


async def _order(
    session: AsyncSession, corp_id: int, into_id: int, from_id: int
) -> tuple[int, int]:
    """Who stays and who goes. Raises UnknownCustomerError, NotMergeableError."""
    for one in (into_id, from_id):
        await customers.demand_known(session, corp_id, one)
    why = (await why_not(session, corp_id, [(into_id, from_id)]))[(into_id, from_id)]
    if why is not None:
        raise NotMergeableError(_WORDS[why])
    has_relations = await session.scalar(_RELATED, {"corp_id": corp_id, "id": from_id})
    return (from_id, into_id) if has_relations is not None else (into_id, from_id)


_WORDS: Final = {
    "both_related": "both have relations in WeCom, which knows them as two people: decide whose"
    " the id is, or that they share it",
    "both_external": "both have an id of WeCom, which knows them as two people: decide whose the"
    " id is, or that they share it",
    "being_erased": "one of them is being erased: wait for its end",
}


async def _merge_two(scene: Scene, one: int, other: int, why: str) -> int:
    stays, goes = await _order(scene.session, scene.corp_id, one, other)
    await scene.session.execute(
        _UNDECIDE,
        {
            "corp_id": scene.corp_id,
            "kind": "apart",
            "at": scene.now,
            "one_id": goes,
            "other_id": stays,
        },
    )
    await _decide(scene, "merged", one_id=goes, other_id=stays)
    made = await merge_people(scene, [Merge(goes, stays, why)])
    await reckon_states(scene, [stays])
    return made[goes]


async def _decide(scene: Scene, kind: str, **told: Any) -> None:
    values = {"key": None, "one_id": None, "other_id": None} | told
    await scene.session.execute(
        _DECIDE,
        {"corp_id": scene.corp_id, "kind": kind, "by": scene.by, "at": scene.now, **values},
    )


async def _count_events(session: AsyncSession, corp_id: int, customer_id: int) -> int:
    parts = await customers.parts_of(session, corp_id, customer_id)
    return int(await session.scalar(_EVENTS, {"corp_id": corp_id, "ids": parts}) or 0)


async def _ids_of_part(scene: Scene, customer_id: int) -> list[Any]:
    found = await ids_by_person(
        scene.session, scene.vault, scene.corp_id, [customer_id], of_part=True
    )
    return found.get(customer_id, [])
