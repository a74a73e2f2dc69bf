"""What a corp chose: one typed page of settings with WeCom's figures as defaults."""

import time
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime

from .errors import BadPreferenceError, PreferencesChangedError, UnknownCorpError
from .models import Corp, CorpPreference
from .schemas import Preferences, PreferencesChange, PreferencesRead

KEPT_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class _Kept:
    preferences: Preferences
    until: float


async def read_preferences(session: AsyncSession, corp_id: int) -> PreferencesRead:
    """All of the corp's preferences, the defaults where it chose nothing; one query.

    `version` rises with each change and is given back with the next one.
    """
    rows = (
        await session.scalars(select(CorpPreference).where(CorpPreference.corp_id == corp_id))
    ).all()
    known = {row.name: row.value for row in rows if row.name in Preferences.model_fields}
    return PreferencesRead(
        **Preferences.model_validate(known).model_dump(),
        version=sum(row.version for row in rows),
        updated_at=max((row.updated_at for row in rows), default=None),
    )


async def preferences_of(runtime: Runtime, corp_id: int) -> Preferences:
    """The same without a session, kept in this process for up to five seconds."""
    kept = runtime.once("preferences", dict[int, _Kept])
    found = kept.get(corp_id)
    now = time.monotonic()
    if found is None or found.until < now:
        async with runtime.database.owner() as session:
            read = await read_preferences(session, corp_id)
        found = kept[corp_id] = _Kept(
            Preferences.model_validate(read.model_dump(include=set(Preferences.model_fields))),
            now + KEPT_SECONDS,
        )
    return found.preferences


async def change_preferences(
    session: AsyncSession, corp_id: int, change: PreferencesChange, actor: str
) -> PreferencesRead:
    """Change what was given; every process obeys within five seconds.

    Needs the owner's session. Raises UnknownCorpError, PreferencesChangedError when somebody
    changed them since `version` was read, BadPreferenceError; then nothing was changed.
    """
    corp = await session.scalar(select(Corp.id).where(Corp.id == corp_id).with_for_update())
    if corp is None:
        message = f"there is no corp {corp_id}"
        raise UnknownCorpError(message)
    before = await read_preferences(session, corp_id)
    if before.version != change.version:
        raise PreferencesChangedError(change.version, before.version)
    wanted = change.model_dump(exclude={"version"}, exclude_none=True)
    try:
        Preferences.model_validate(
            {**before.model_dump(include=set(Preferences.model_fields)), **wanted}
        )
    except ValidationError as error:
        raise BadPreferenceError(_told(error)) from error
    changed = {name: value for name, value in wanted.items() if getattr(before, name) != value}
    if not changed:
        return before
    await _write(session, corp_id, changed, actor)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="preferences.changed",
        target=f"corp:{corp_id}",
        before={name: getattr(before, name) for name in changed},
        after=changed,
    )
    return await read_preferences(session, corp_id)


async def _write(session: AsyncSession, corp_id: int, changed: dict[str, Any], actor: str) -> None:
    statement = insert(CorpPreference)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "name"],
            set_={
                "value": statement.excluded.value,
                "updated_by": statement.excluded.updated_by,
                "updated_at": func.now(),
                "version": CorpPreference.version + 1,
            },
        ),
        [
            {"corp_id": corp_id, "name": name, "value": value, "updated_by": actor}
            for name, value in changed.items()
        ],
    )


def _told(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
