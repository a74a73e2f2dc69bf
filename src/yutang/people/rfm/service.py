"""Set how buyers are scored, reckon their classes, tell them."""

import secrets
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.audience import service as audience

from .checking import changed, check
from .errors import SettingsChangedError
from .reading import (
    cursor_of,
    list_people,
    list_runs,
    read,
    read_flows,
    read_history,
    read_person,
    read_settings,
    sizes_of,
)
from .repository import RfmRepository
from .running import begin, begin_nightly, carry_on, mend, settings_of
from .schemas import RfmCellRead, RfmPreview, RfmScale, RfmSettings, RfmSettingsRead

__all__ = (
    "begin_nightly",
    "carry_on",
    "cursor_of",
    "list_people",
    "list_runs",
    "mend",
    "preview",
    "read",
    "read_flows",
    "read_history",
    "read_person",
    "read_settings",
    "reckon",
    "save_settings",
)


async def save_settings(
    session: AsyncSession,
    corp_id: int,
    version: int,
    settings: RfmSettings,
    actor: str,
    now: datetime,
) -> RfmSettingsRead:
    """Put settings in force for the next reckoning, which is asked for.

    Raises BadSettingsError, SettingsChangedError.
    """
    check(settings)
    repository = RfmRepository(session, corp_id)
    known, before = await settings_of(repository)
    if known != version:
        raise SettingsChangedError(version, known)
    if difference := changed(before, settings):
        saved = await repository.save(version, settings.model_dump_json(), actor, now)
        if saved is None:
            raise SettingsChangedError(version, version + 1)
        old = before.model_dump(mode="json")
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="rfm.settings_changed",
            target=f"rfm:{saved}",
            before={name: old[name] for name in difference},
            after=difference,
        )
        await begin(session, corp_id, actor, now)
    session.expire_all()
    return await read_settings(session, corp_id)


async def reckon(session: AsyncSession, corp_id: int, actor: str, now: datetime) -> None:
    """Ask for a reckoning now; one under way is carried on."""
    await audit.record(session, corp_id, actor=actor, action="rfm.asked", target="rfm")
    await begin(session, corp_id, actor, now)


async def preview(runtime: Runtime, corp_id: int, settings: RfmSettings) -> RfmPreview:
    """What settings would give; keeps nothing. May last: no transaction is open meanwhile.

    Raises BadSettingsError, AudienceAwayError, AudienceTimeoutError.
    """
    check(settings)
    told = await audience.ask(
        runtime,
        corp_id,
        "rfm.preview",
        {"settings": settings.model_dump(mode="json"), "mark": secrets.token_hex(4)},
    )
    return RfmPreview(
        people=told["people"],
        orders=told["orders"],
        amount_fen=told["amount_fen"],
        scale=None if told["scale"] is None else RfmScale(**told["scale"]),
        classes=sizes_of(RfmCellRead(**cell) for cell in told["cells"]),
        at=datetime.fromisoformat(told["at"]),
    )
