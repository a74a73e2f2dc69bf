"""Take back what a run changed, where nobody changed the same thing since; chunk by chunk."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.tags import service as tags
from yutang.people.tags.jobs import MirrorTags

from .clockwork import KEPT
from .errors import RunningError, UndoneError
from .jobs import UndoRun
from .models import TagRuleRun
from .running import hold

CHUNK: Final = 5_000
_NEXT = text(
    """
    select id, customer_id, what, tag_id, staff_id, before, after, was_at, was_why, at
    from tag_rule_changes
    where corp_id = :corp_id and run_id = :run_id and id > :after
    order by id limit :most
    """
)
# By tag and relation, or by stage: whether it is still as the run left it.
_OURS = text(
    """
    select c.id from tag_rule_changes c
    where c.corp_id = :corp_id and c.id = any(cast(:changes as bigint[])) and c.what = 'put'
      and (exists (select from customer_tags t
                   where (t.corp_id, t.customer_id, t.tag_id)
                       = (c.corp_id, c.customer_id, c.tag_id)
                     and c.staff_id is null and t.added_by = :by and t.added_at = c.at)
        or exists (select from follow_tags t
                   where (t.corp_id, t.customer_id, t.staff_id, t.tag_id)
                       = (c.corp_id, c.customer_id, c.staff_id, c.tag_id)
                     and t.added_by = :by and t.added_at = c.at))
    """
)
_GONE = text(
    """
    select c.id from tag_rule_changes c
    join tags t on t.corp_id = c.corp_id and t.id = c.tag_id and t.deleted_at is null
    join tag_groups g on g.corp_id = t.corp_id and g.id = t.group_id
    where c.corp_id = :corp_id and c.id = any(cast(:changes as bigint[]))
      and c.what in ('took', 'gave_up')
      and not exists (select from events e
                      where e.corp_id = c.corp_id and e.customer_id = c.customer_id
                        and e.kind in ('tag.added', 'tag.removed') and e.at > c.at
                        and e.props ->> 'tag_id' = c.tag_id::text)
      and not exists (select from customer_tags x
                      join tags s on s.corp_id = x.corp_id and s.id = x.tag_id
                      where x.corp_id = c.corp_id and x.customer_id = c.customer_id
                        and (x.tag_id = c.tag_id or g.exclusive and s.group_id = g.id))
      and not exists (select from follow_tags x
                      join tags s on s.corp_id = x.corp_id and s.id = x.tag_id
                      where x.corp_id = c.corp_id and x.customer_id = c.customer_id
                        and (x.tag_id = c.tag_id and x.staff_id = c.staff_id
                             or g.exclusive and s.group_id = g.id and x.tag_id <> c.tag_id))
    """
)
_STAGES = text(
    """
    select c.id from tag_rule_changes c
    join customers p on p.corp_id = c.corp_id and p.id = c.customer_id
    cross join lateral (
      select h.by, h.at from stage_history h
      where h.corp_id = c.corp_id and h.customer_id = c.customer_id order by h.id desc limit 1
    ) l
    where c.corp_id = :corp_id and c.id = any(cast(:changes as bigint[])) and c.what = 'stage'
      and p.stage is not distinct from c.after and l.by = :by and l.at = c.at
    """
)
_MARK = text(
    """
    update tag_rule_changes
    set undone = case when id = any(cast(:back as bigint[])) then 'taken_back'
                 else 'changed_since' end
    where corp_id = :corp_id and id = any(cast(:changes as bigint[]))
    """
)


@dataclass(frozen=True, slots=True)
class _Stage:
    """What one chunk of the way back works with."""

    session: AsyncSession
    run: TagRuleRun
    rows: Sequence[Any]
    now: datetime

    @property
    def corp_id(self) -> int:
        return self.run.corp_id

    @property
    def actor(self) -> str:
        return self.run.undo_asked_by or "system"

    async def still(self, statement: Any, what: Iterable[str]) -> list[Any]:
        """Of these changes the ones that stand as the run left them."""
        wanted = {row.id: row for row in self.rows if row.what in set(what)}
        if not wanted:
            return []
        asked = {
            "corp_id": self.corp_id,
            "changes": list(wanted),
            "by": f"rule:{self.run.rule_id}",
        }
        return [wanted[one] for one in sorted(await self.session.scalars(statement, asked))]


async def begin(
    session: AsyncSession, corp_id: int, run_id: int, actor: str, now: datetime
) -> TagRuleRun:
    """Ask for a run to be taken back. Raises UnknownRunError, RunningError, UndoneError."""
    run = await hold(session, corp_id, run_id)
    if run.cause == "event" and run.state == "running":
        # What comes later this hour is another run's.
        run.state, run.ended_at = "ended", now
    if run.state in {"waiting", "running"}:
        raise RunningError
    if run.undo_asked_at is not None or not run.changed or run.updated_at < now - KEPT:
        raise UndoneError
    run.undo_asked_at, run.undo_asked_by = now, actor
    await enqueue(session, UndoRun(corp_id=corp_id, run_id=run_id))
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="tag_rule.undone",
        target=f"tag_rule:{run.rule_id}",
        after={"name": run.rule["name"], "run": run.id, "changed": run.changed},
    )
    return run


async def carry_on(runtime: Runtime, corp_id: int, run_id: int) -> None:
    """Work until all of it was looked at; safe to run twice. Raises UnknownRunError."""
    while await step(runtime, corp_id, run_id):
        pass


async def step(runtime: Runtime, corp_id: int, run_id: int) -> bool:
    """One chunk in one transaction; whether there is more."""
    async with runtime.database.corp(corp_id) as session:
        run = await hold(session, corp_id, run_id)
        if run.undo_asked_at is None or run.undone_at is not None:
            return False
        asked = {"corp_id": corp_id, "run_id": run_id, "after": run.undo_place, "most": CHUNK}
        rows = list(await session.execute(_NEXT, asked))
        now = runtime.clock()
        if rows:
            stage = _Stage(session, run, rows, now)
            back = await _take_back(stage)
            await session.execute(
                _MARK,
                {"corp_id": corp_id, "changes": [row.id for row in rows], "back": sorted(back)},
            )
            run.taken_back += len(back)
            run.changed_since += len(rows) - len(back)
            run.undo_place = rows[-1].id
        if len(rows) < CHUNK:
            run.undone_at = now
            if any(act.get("mirror") for act in run.rule["acts"]):
                await enqueue(session, MirrorTags(corp_id=corp_id))
            return False
    return True


async def _take_back(stage: _Stage) -> set[int]:
    back: set[int] = set()
    # First what was put goes, then what had gone for it comes: an exclusive group has one.
    for (tag_id, staff_id), rows in _by(
        await stage.still(_OURS, ("put",)), lambda row: (row.tag_id, row.staff_id)
    ):
        back |= await _off(stage, tag_id, staff_id, rows)
    gone = await stage.still(_GONE, ("took", "gave_up"))
    back |= await _on_persons(stage, [row for row in gone if row.staff_id is None])
    for (tag_id, staff_id, why), rows in _by(
        [row for row in gone if row.staff_id is not None],
        lambda row: (row.tag_id, row.staff_id, row.was_why),
    ):
        back |= await _on_relations(stage, tag_id, staff_id, why, rows)
    for before, rows in _by(await stage.still(_STAGES, ("stage",)), lambda row: row.before):
        ids = [row.customer_id for row in rows]
        moved = set(
            await customers.set_stage(
                stage.session, stage.corp_id, ids, before, stage.actor, "", stage.now
            )
        )
        back |= {row.id for row in rows if row.customer_id in moved}
    return back


K = TypeVar("K", bound=Hashable)


def _by(rows: Iterable[Any], key: Callable[[Any], K]) -> list[tuple[K, list[Any]]]:
    found: dict[K, list[Any]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return list(found.items())


async def _off(stage: _Stage, tag_id: int, staff_id: int | None, rows: Sequence[Any]) -> set[int]:
    manner = tags.Manner(
        stage.actor,
        stage.now,
        push=None if staff_id is None else "bulk",
        staff_ids=None if staff_id is None else [staff_id],
    )
    ids = [row.customer_id for row in rows]
    try:
        came = await tags.take_tag(stage.session, stage.corp_id, ids, tag_id, manner)
    except DomainError:
        # Deleted since: nobody wears it any more.
        return set()
    done = set(came.changed)
    return {row.id for row in rows if row.customer_id in done}


async def _on_persons(stage: _Stage, rows: Sequence[Any]) -> set[int]:
    places: dict[tuple[int, int | None, int], tuple[int, tags.Sitting]] = {
        (row.customer_id, None, row.tag_id): (
            row.id,
            tags.Sitting(row.before or stage.actor, row.was_at or stage.now, row.was_why),
        )
        for row in rows
    }
    fresh = await tags.put_back(
        stage.session,
        stage.corp_id,
        [(place, was) for place, (_, was) in places.items()],
        stage.actor,
        stage.now,
    )
    return {places[place][0] for place in fresh}


async def _on_relations(
    stage: _Stage, tag_id: int, staff_id: int, why: str | None, rows: Sequence[Any]
) -> set[int]:
    manner = tags.Manner(stage.actor, stage.now, push="bulk", why=why, staff_ids=[staff_id])
    ids = [row.customer_id for row in rows]
    try:
        came = await tags.put_tag(stage.session, stage.corp_id, ids, tag_id, manner)
    except DomainError:
        return set()
    done = set(came.changed)
    return {row.id for row in rows if row.customer_id in done}
