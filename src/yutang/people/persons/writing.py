"""Write what changed between people: newcomers, ids, merges, conflicts, states, events."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.copying import array_text
from yutang.kernel.events import NewEvent, append

from . import moving
from .events import PersonMerged, PersonUnmerged
from .loading import split
from .planning import Change, Merge, Newcomer
from .reasoning import kind_of
from .scene import Scene

PHONE_CONTEXT = "customer_identities.phone"
SOURCE = "persons"

_FIRST_ORDINAL = text(
    "insert into customer_ordinals (corp_id) values (:corp_id) on conflict do nothing"
)
_LOCK_ORDINAL = text("select next_id from customer_ordinals where corp_id = :corp_id for update")
_ORDINALS = text(
    "update customer_ordinals set next_id = next_id + :fresh, merged = merged + :merged"
    " where corp_id = :corp_id returning next_id - :fresh"
)
_NEWCOMERS = text(
    """
    insert into customers (corp_id, id, state, name, name_sort, grams)
    select :corp_id, v.id, v.state, '', '', '{}'
    from unnest(cast(:ids as bigint[]), cast(:states as text[])) as v(id, state)
    """
)
_INSERT = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id, sealed, claimed, home_id)
    select :corp_id, v.kind, v.value, v.customer_id, v.sealed, true, v.home_id
    from unnest(cast(:kinds as text[]), cast(:values as text[]), cast(:ids as bigint[]),
                cast(:sealed as bytea[]), cast(:homes as bigint[]))
      as v(kind, value, customer_id, sealed, home_id)
    order by v.kind, v.value
    """
)
# An id that was given keeps in mind to whom, so that it finds back.
_MOVE = text(
    """
    with moved as (
      update customer_identities i set customer_id = v.customer_id,
        home_id = coalesce(i.home_id, v.home_id, case when not i.claimed then i.customer_id end)
      from unnest(cast(:kinds as text[]), cast(:values as text[]), cast(:ids as bigint[]),
                  cast(:homes as bigint[])) as v(kind, value, customer_id, home_id)
      where i.corp_id = :corp_id and i.kind = v.kind and i.value = v.value
      returning i.kind, i.customer_id
    )
    insert into facet_marks (corp_id, facet, customer_id)
    select distinct :corp_id, 'phone', customer_id from moved where kind = 'phone'
    """
)
_MOVE_REST = text(
    """
    update customer_identities i set customer_id = v.into_id,
      home_id = coalesce(i.home_id, case when not i.claimed then i.customer_id end)
    from unnest(cast(:froms as bigint[]), cast(:intos as bigint[])) as v(from_id, into_id)
    where i.corp_id = :corp_id and i.customer_id = v.from_id
    """
)
_MARK_PHONES = text(
    """
    insert into facet_marks (corp_id, facet, customer_id)
    select :corp_id, 'phone', v.id from unnest(cast(:ids as bigint[])) as v(id)
    """
)
_MERGE = text(
    """
    insert into person_merges (corp_id, from_id, into_id, at, by, why)
    select :corp_id, v.from_id, v.into_id, :now, :by, v.why
    from unnest(cast(:froms as bigint[]), cast(:intos as bigint[]), cast(:whys as text[]))
      as v(from_id, into_id, why)
    order by v.from_id
    returning id, from_id, into_id
    """
)
_UNDO = text(
    """
    update person_merges set undone_at = :now, undone_by = :by
    where corp_id = :corp_id and id = :merge_id and undone_at is null
    returning from_id, into_id
    """
)
_FOLLOW_UP = text(
    """
    update identity_conflicts c set
      a_id = coalesce((select v.into_id from unnest(cast(:froms as bigint[]),
        cast(:intos as bigint[])) as v(from_id, into_id) where v.from_id = c.a_id), c.a_id),
      b_id = coalesce((select v.into_id from unnest(cast(:froms as bigint[]),
        cast(:intos as bigint[])) as v(from_id, into_id) where v.from_id = c.b_id), c.b_id)
    where c.corp_id = :corp_id
      and (c.a_id = any(cast(:froms as bigint[])) or c.b_id = any(cast(:froms as bigint[])))
    """
)
_CONFLICTS = text(
    """
    insert into identity_conflicts as c
      (corp_id, a, b, a_id, b_id, why, said, at, last_said, last_at, times)
    select :corp_id, v.a, v.b, v.a_id, v.b_id, v.why, l.said, l.at, l.said, l.at, 0
    from unnest(cast(:firsts as text[]), cast(:seconds as text[]), cast(:a_ids as bigint[]),
                cast(:b_ids as bigint[]), cast(:whys as text[])) as v(a, b, a_id, b_id, why)
    join identity_links l on l.corp_id = :corp_id and l.a = v.a and l.b = v.b
    order by v.a, v.b
    on conflict (corp_id, a, b) do update set
      a_id = excluded.a_id, b_id = excluded.b_id, why = excluded.why,
      said = excluded.said, at = excluded.at,
      state = case when c.state = 'gone' then 'open' else c.state end
    where (c.a_id, c.b_id, c.why, c.at, c.said) is distinct from
          (excluded.a_id, excluded.b_id, excluded.why, excluded.at, excluded.said)
       or c.state = 'gone'
    """
)
_GONE = text(
    """
    update identity_conflicts c set state = 'gone'
    from unnest(cast(:firsts as text[]), cast(:seconds as text[])) as v(a, b)
    where c.corp_id = :corp_id and c.a = v.a and c.b = v.b and c.state = 'open'
    """
)
_ANY_CONFLICT = text(
    """
    select exists (select from identity_conflicts
                   where corp_id = :corp_id and b = any(cast(:keys as text[])))
    """
)
_STATES = text(
    """
    with reckoned as (
      select c.id, case
        when exists (select from customer_identities i where i.corp_id = :corp_id
                     and i.customer_id = c.id
                     and i.kind in ('external', 'phone', 'member_number')) then 'lead'
        when exists (select from customer_identities i where i.corp_id = :corp_id
                     and i.customer_id = c.id and not i.claimed) then c.state
        else 'visitor' end as state
      from customers c
      where c.corp_id = :corp_id and c.id = any(:ids) and c.state in ('visitor', 'lead')
    )
    update customers c set state = r.state, updated_at = now()
    from reckoned r where c.corp_id = :corp_id and c.id = r.id and c.state <> r.state
    """
)


async def lock_ordinals(session: AsyncSession, corp_id: int) -> None:
    """Who makes or joins people of a corp waits for whoever does; else two would make one twice."""
    if await session.scalar(_LOCK_ORDINAL, {"corp_id": corp_id}) is None:
        await session.execute(_FIRST_ORDINAL, {"corp_id": corp_id})
        await session.scalar(_LOCK_ORDINAL, {"corp_id": corp_id})


async def write(scene: Scene, change: Change, phones: Mapping[str, str]) -> None:
    """Write a change. Newcomers get the next dense ids; holds the corp's ordinals."""
    for merge_id in change.undo:
        await undo_merge(scene, merge_id)
    ids = await make_newcomers(scene, change.newcomers)
    homes = {one.home: ids[-1 - place] for place, one in enumerate(change.newcomers)}

    def real(number: int) -> int:
        return ids[number] if number < 0 else number

    await merge_people(scene, change.merges)
    await _insert(scene, {key: real(one) for key, one in change.insert.items()}, homes, phones)
    await move_ids(scene, {key: real(one) for key, one in change.move.items()}, homes)
    await _write_conflicts(scene, change, {number: ids[number] for number in ids})
    touched = sorted(real(one) for one in change.touched)
    if touched:
        await scene.session.execute(_STATES, {"corp_id": scene.corp_id, "ids": touched})


async def reckon_states(scene: Scene, ids: Iterable[int]) -> None:
    """Visitor or lead, of those who are neither friends nor in groups."""
    if told := sorted(set(ids)):
        await scene.session.execute(_STATES, {"corp_id": scene.corp_id, "ids": told})


async def make_newcomers(scene: Scene, newcomers: Sequence[Newcomer]) -> dict[int, int]:
    """Ids by negative number; holds the corp's ordinals."""
    if not newcomers:
        return {}
    first = await scene.session.scalar(
        _ORDINALS, {"corp_id": scene.corp_id, "fresh": len(newcomers), "merged": 0}
    )
    ids = {-1 - place: int(first or 0) + place for place in range(len(newcomers))}
    await scene.session.execute(
        _NEWCOMERS,
        {
            "corp_id": scene.corp_id,
            "ids": list(ids.values()),
            "states": array_text([one.state for one in newcomers]),
        },
    )
    return ids


async def _insert(
    scene: Scene, owners: Mapping[str, int], homes: Mapping[str, int], phones: Mapping[str, str]
) -> None:
    if not owners:
        return
    keys = sorted(owners)
    pairs = split(keys)
    await scene.session.execute(
        _INSERT,
        {
            "corp_id": scene.corp_id,
            "kinds": array_text(pairs["kinds"]),
            "values": array_text(pairs["values"]),
            "ids": [owners[key] for key in keys],
            "sealed": [
                scene.vault.seal(phones[key], PHONE_CONTEXT) if key in phones else None
                for key in keys
            ],
            "homes": [homes.get(key) for key in keys],
        },
    )


async def insert_ids(scene: Scene, owners: Mapping[str, int], homes: Mapping[str, int]) -> None:
    """New ids other than phones."""
    await _insert(scene, owners, homes, {})


async def move_ids(
    scene: Scene, owners: Mapping[str, int], homes: Mapping[str, int] | None = None
) -> None:
    """These ids are theirs from now on."""
    if not owners:
        return
    keys = sorted(owners)
    pairs = split(keys)
    await scene.session.execute(
        _MOVE,
        {
            "corp_id": scene.corp_id,
            "kinds": array_text(pairs["kinds"]),
            "values": array_text(pairs["values"]),
            "ids": [owners[key] for key in keys],
            "homes": [(homes or {}).get(key) for key in keys],
        },
    )


async def merge_people(scene: Scene, merges: Sequence[Merge]) -> dict[int, int]:
    """Make each a part of the other; ids of the merges by who was merged.

    In rounds, so that of two who come to one person both may bring what is there once.
    """
    made: dict[int, int] = {}
    waiting = list(merges)
    while waiting:
        now: dict[int, Merge] = {}
        for one in waiting:
            now.setdefault(one.into_id, one)
        waiting = [one for one in waiting if now[one.into_id] is not one]
        made |= await _merge(scene, list(now.values()))
    return made


async def _merge(scene: Scene, merges: Sequence[Merge]) -> dict[int, int]:
    session, corp_id = scene.session, scene.corp_id
    froms = [one.from_id for one in merges]
    intos = [one.into_id for one in merges]
    pairs = {"corp_id": corp_id, "froms": froms, "intos": intos}
    rows = await session.execute(
        _MERGE,
        pairs | {"whys": array_text([one.why for one in merges]), "now": scene.now, "by": scene.by},
    )
    made = [(row.id, row.from_id, row.into_id) for row in rows]
    await moving.move_rows(session, corp_id, made)
    await session.execute(_MOVE_REST, pairs)
    await session.execute(_MARK_PHONES, {"corp_id": corp_id, "ids": intos})
    await session.execute(_FOLLOW_UP, pairs)
    await session.execute(_ORDINALS, {"corp_id": corp_id, "fresh": 0, "merged": len(made)})
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=into_id,
                at=scene.now,
                actor=scene.by,
                source=SOURCE,
                event=PersonMerged(from_id=from_id, merge_id=merge_id),
            )
            for merge_id, from_id, into_id in made
        ],
    )
    await audit.record_many(
        session,
        corp_id,
        actor=scene.by,
        action="person.merged",
        changes=[
            audit.Change(target=f"customer:{into_id}", after={"from": from_id, "merge": merge_id})
            for merge_id, from_id, into_id in made
        ],
    )
    return {from_id: merge_id for merge_id, from_id, _ in made}


async def undo_merge(scene: Scene, merge_id: int) -> tuple[int, int]:
    """The two are two again; their ids are placed by who reckons next. (from, into)."""
    session, corp_id = scene.session, scene.corp_id
    row = (
        await session.execute(
            _UNDO,
            {"corp_id": corp_id, "merge_id": merge_id, "now": scene.now, "by": scene.by},
        )
    ).one()
    await moving.move_back(session, corp_id, merge_id, row.from_id, row.into_id)
    await session.execute(_MARK_PHONES, {"corp_id": corp_id, "ids": [row.from_id, row.into_id]})
    await session.execute(_ORDINALS, {"corp_id": corp_id, "fresh": 0, "merged": -1})
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=customer_id,
                at=scene.now,
                actor=scene.by,
                source=SOURCE,
                event=PersonUnmerged(from_id=row.from_id, merge_id=merge_id),
            )
            for customer_id in (row.into_id, row.from_id)
        ],
    )
    await audit.record(
        session,
        corp_id,
        actor=scene.by,
        action="person.unmerged",
        target=f"customer:{row.into_id}",
        after={"from": row.from_id, "merge": merge_id},
    )
    return row.from_id, row.into_id


async def _write_conflicts(scene: Scene, change: Change, ids: Mapping[int, int]) -> None:
    # What an operator told apart is no question any more.
    open_ones = [one for one in change.refused if one[0].why != "apart"]
    if open_ones:
        await scene.session.execute(
            _CONFLICTS,
            {
                "corp_id": scene.corp_id,
                "firsts": array_text([one.link.a for one, _, _ in open_ones]),
                "seconds": array_text([one.link.b for one, _, _ in open_ones]),
                "a_ids": [ids.get(a_id, a_id) for _, a_id, _ in open_ones],
                "b_ids": [ids.get(b_id, b_id) for _, _, b_id in open_ones],
                "whys": array_text([one.why for one, _, _ in open_ones]),
            },
        )
    if not change.made:
        return
    keys = sorted({link.b for link in change.made})
    asked = {"corp_id": scene.corp_id, "keys": array_text(keys)}
    if await scene.session.scalar(_ANY_CONFLICT, asked):
        await scene.session.execute(
            _GONE,
            {
                "corp_id": scene.corp_id,
                "firsts": array_text([link.a for link in change.made]),
                "seconds": array_text([link.b for link in change.made]),
            },
        )


def is_device(key: str) -> bool:
    """Whether it ties nobody."""
    return kind_of(key) == "device"
