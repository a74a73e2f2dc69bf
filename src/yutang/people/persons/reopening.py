"""Decisions about conflicts are told to the people they are about, and can be taken back."""

from collections.abc import Mapping

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import Event, NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers

from .errors import DecidedMergeError, NotDecidedError, UnknownConflictError
from .events import PersonDecided, PersonUndecided
from .models import IdentityConflict
from .scene import Scene
from .schemas import Verdict
from .settling import reckon_around
from .writing import SOURCE, lock_ordinals

# What a decision said, it said at its own moment. Where it had overruled another one about the
# same id, that one holds again; not if it was taken back itself.
_TAKE_BACK = text(
    """
    update identity_decisions set undone_at = :now
    where corp_id = :corp_id and at = :at and by = :by
      and (key = :key or kind = 'apart')
    """
)
_HOLD_AGAIN = text(
    """
    update identity_decisions set undone_at = null
    where corp_id = :corp_id and key = :key and kind in ('belongs', 'shared') and undone_at = :at
    """
)
_OPEN = text(
    """
    update identity_conflicts
    set state = 'open', decision = null, decided_by = null, decided_at = null
    where corp_id = :corp_id and id = :conflict_id
    """
)


async def lock_conflict(session: AsyncSession, corp_id: int, conflict_id: int) -> IdentityConflict:
    """As it stands, and nobody else changes it meanwhile. Raises UnknownConflictError."""
    row = await session.scalar(
        select(IdentityConflict)
        .where(IdentityConflict.corp_id == corp_id, IdentityConflict.id == conflict_id)
        .with_for_update()
    )
    if row is None:
        raise UnknownConflictError(conflict_id)
    return row


async def tell_decided(scene: Scene, row: IdentityConflict, verdict: Verdict) -> None:
    """Both learn whose the id is; of a merge they learn by itself."""
    if verdict == "merged":
        return
    theirs = {row.a_id: verdict == "claimed", row.b_id: verdict == "stays"}
    await _append(
        scene,
        {
            customer_id: PersonDecided(
                conflict_id=row.id,
                outcome="shared" if verdict == "shared" else "own" if own else "other",
            )
            for customer_id, own in theirs.items()
        },
    )


async def undecide(runtime: Runtime, corp_id: int, conflict_id: int, why: str, by: str) -> None:
    """Take a decision back: what it moved goes back, and the question is open again.

    Unless nothing is in question any more: what messages said since counts as well. Raises
    UnknownConflictError, NotDecidedError, DecidedMergeError.
    """
    async with runtime.database.owner() as session:
        await lock_ordinals(session, corp_id)
        row = await lock_conflict(session, corp_id, conflict_id)
        if row.state != "decided" or row.decided_at is None:
            raise NotDecidedError(row.state)
        if row.decision == "merged":
            raise DecidedMergeError(row.b_id)
        scene = Scene(session, runtime.vault, corp_id, runtime.clock(), by)
        asked = {"corp_id": corp_id, "key": row.b, "at": row.decided_at}
        told = {"now": scene.now, "by": row.decided_by}
        await session.execute(_TAKE_BACK, asked | told)
        await session.execute(_HOLD_AGAIN, asked)
        decision = row.decision
        await session.execute(_OPEN, {"corp_id": corp_id, "conflict_id": conflict_id})
        await reckon_around(scene, {row.a, row.b}, {row.a_id, row.b_id})
        # Between whom it is now: others may have had the id meanwhile.
        await session.refresh(row)
        people = (row.a_id, row.b_id)
        # Who was erased or merged away since has no life of his own.
        known = set((await customers.current_ids(session, corp_id, people)).values())
        await _append(scene, dict.fromkeys(known, PersonUndecided(conflict_id=conflict_id)))
        await audit.record(
            session,
            corp_id,
            actor=by,
            action="identity.undecided",
            target=f"customer:{people[1]}",
            before={"verdict": decision},
            after={
                "conflict": conflict_id,
                "kind": row.b.partition(":")[0],
                "claimant": people[0],
                "holder": people[1],
                "why": why,
            },
        )


async def _append(scene: Scene, told: Mapping[int, Event]) -> None:
    await append(
        scene.session,
        scene.corp_id,
        [
            NewEvent(customer_id=one, at=scene.now, actor=scene.by, source=SOURCE, event=event)
            for one, event in told.items()
        ],
    )
