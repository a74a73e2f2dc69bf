"""What groups are for: kind, tier, aim and labels, said by people here."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append

from .detail import read_group
from .errors import GroupChangedError, UnknownGroupError
from .events import GroupProfileChanged
from .schemas import GroupDetail
from .wishes import GroupProfile, GroupProfileSet

_FIELDS: Final = ("kind", "tier", "aim", "labels")
_LOCK = text(
    """
    select g.id, g.kind, g.tier, g.aim, g.profile_version,
           array(select l.label from group_labels l
                 where l.corp_id = g.corp_id and l.group_id = g.id order by l.label) as labels
    from group_chats g
    where g.corp_id = :corp_id and g.id = any(cast(:ids as bigint[]))
    order by g.id for update of g
    """
)
_WRITE = text(
    """
    update group_chats g
    set kind = v.kind, tier = v.tier, aim = v.aim, profile_version = g.profile_version + 1,
        updated_at = now()
    from json_to_recordset(cast(:rows as json)) as v(id bigint, kind text, tier text, aim text)
    where g.corp_id = :corp_id and g.id = v.id
    """
)
_UNLABEL = text(
    """
    delete from group_labels l
    using json_to_recordset(cast(:rows as json)) as v(id bigint, labels json)
    where l.corp_id = :corp_id and l.group_id = v.id
      and l.label not in (select json_array_elements_text(v.labels))
    """
)
_LABEL = text(
    """
    insert into group_labels (corp_id, group_id, label)
    select :corp_id, v.id, w.label
    from json_to_recordset(cast(:rows as json)) as v(id bigint, labels json)
    cross join lateral json_array_elements_text(v.labels) as w(label)
    on conflict do nothing
    """
)
_REMEMBER = text(
    """
    insert into group_happenings (corp_id, group_id, at, kind, actor, props)
    select :corp_id, v.id, :at, 'profile_changed', :actor, v.props
    from json_to_recordset(cast(:rows as json)) as v(id bigint, props jsonb)
    order by v.id
    """
)


async def set_profile(
    session: AsyncSession,
    corp_id: int,
    group_id: int,
    profile: GroupProfile,
    actor: str,
    now: datetime,
) -> GroupDetail:
    """Make a group's profile what it says. Raises UnknownGroupError, GroupChangedError."""
    found = (await session.execute(_LOCK, {"corp_id": corp_id, "ids": [group_id]})).one_or_none()
    if found is None:
        raise UnknownGroupError(group_id)
    if found.profile_version != profile.version:
        raise GroupChangedError(profile.version, found.profile_version)
    before = {name: getattr(found, name) for name in _FIELDS}
    after = {**profile.model_dump(include={*_FIELDS}), "labels": sorted(profile.labels)}
    changed = [name for name in _FIELDS if before[name] != after[name]]
    if changed:
        await _write(session, corp_id, {group_id: (before, after)}, actor, now)
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="groups.profiled",
            target=f"group_chat:{group_id}",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    return await read_group(session, corp_id, group_id, now)


async def set_profiles(
    session: AsyncSession,
    corp_id: int,
    group_ids: Sequence[int],
    wish: GroupProfileSet,
    actor: str,
    now: datetime,
) -> int:
    """Change the profiles of several groups; returns on how many something changed.

    Raises UnknownGroupError for one that is not here, and nothing changes then.
    """
    wanted = sorted(set(group_ids))
    rows = (await session.execute(_LOCK, {"corp_id": corp_id, "ids": wanted})).all()
    if missing := set(wanted) - {row.id for row in rows}:
        raise UnknownGroupError(min(missing))
    given = wish.model_dump(include={"kind", "tier"}, exclude_unset=True)
    changes: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
    for row in rows:
        before = {name: getattr(row, name) for name in _FIELDS}
        labels = {*before["labels"], *wish.labels_add} - set(wish.labels_remove)
        after = {**before, **given, "labels": sorted(labels)}
        if after != before:
            changes[row.id] = (before, after)
    if changes:
        await _write(session, corp_id, changes, actor, now)
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="groups.profiled_many",
            target="group_chats",
            after={
                **wish.model_dump(exclude_unset=True),
                "groups": list(changes),
            },
        )
    return len(changes)


async def _write(
    session: AsyncSession,
    corp_id: int,
    changes: Mapping[int, tuple[dict[str, Any], dict[str, Any]]],
    actor: str,
    now: datetime,
) -> None:
    fields = {
        group_id: [name for name in _FIELDS if before[name] != after[name]]
        for group_id, (before, after) in changes.items()
    }
    rows = json.dumps([{"id": group_id, **after} for group_id, (_, after) in changes.items()])
    for statement in (_WRITE, _UNLABEL, _LABEL):
        await session.execute(statement, {"corp_id": corp_id, "rows": rows})
    told = [
        {
            "id": group_id,
            "props": {
                "before": {name: before[name] for name in fields[group_id]},
                "after": {name: after[name] for name in fields[group_id]},
            },
        }
        for group_id, (before, after) in changes.items()
    ]
    await session.execute(
        _REMEMBER, {"corp_id": corp_id, "at": now, "actor": actor, "rows": json.dumps(told)}
    )
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=None,
                at=now,
                actor=actor,
                source="api",
                event=GroupProfileChanged(group_id=group_id, fields=fields[group_id]),
            )
            for group_id in changes
        ],
    )
