"""Where notices go: a kind's default, the corp's rule, a person's choice; and when nobody hears."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import BadQuietHoursError, NoAddressError, RulesChangedError
from .kinds import check_kinds, known_kinds
from .models import (
    Notice,
    NoticeAddress,
    NoticeChoice,
    NoticeDefault,
    NoticeMailKind,
    NoticeRules,
)
from .schemas import (
    ChoicesChange,
    ChoicesRead,
    Door,
    MailRead,
    NoticeKindRead,
    RulesChange,
    RulesRead,
    TextRead,
)

QUIET_FROM: Final = time(22)
QUIET_TO: Final = time(8)


async def read_rules(session: AsyncSession, corp_id: int, timezone: str) -> RulesRead:
    """The corp's rules, with the defaults where it chose nothing; `timezone` is the corp's."""
    row = await session.get(NoticeRules, corp_id)
    doors = await _defaults(session, corp_id)
    return RulesRead(
        quiet_from=row.quiet_from if row is not None else QUIET_FROM,
        quiet_to=row.quiet_to if row is not None else QUIET_TO,
        timezone=timezone,
        doors={kind.name: doors.get(kind.name, kind.door) for kind in known_kinds()},
        version=row.version if row is not None else 0,
    )


async def _defaults(session: AsyncSession, corp_id: int) -> dict[str, Door]:
    rows = await session.execute(
        select(NoticeDefault.kind, NoticeDefault.door).where(NoticeDefault.corp_id == corp_id)
    )
    return {row.kind: row.door for row in rows}


async def change_rules(
    session: AsyncSession,
    corp_id: int,
    change: RulesChange,
    *,
    timezone: str,
    actor: str,
    now: datetime,
) -> RulesRead:
    """Change what was given; what waits is judged by the new rules.

    Raises BadQuietHoursError, UnknownKindError, RulesChangedError; then nothing was changed.
    """
    for moment in (change.quiet_from, change.quiet_to):
        if moment is not None and (moment.tzinfo or moment.second or moment.microsecond):
            raise BadQuietHoursError
    check_kinds(change.doors or ())
    before = await read_rules(session, corp_id, timezone)
    made = await session.scalar(
        insert(NoticeRules)
        .values(
            corp_id=corp_id,
            quiet_from=change.quiet_from or before.quiet_from,
            quiet_to=change.quiet_to or before.quiet_to,
            version=1,
            updated_by=actor,
        )
        .on_conflict_do_nothing()
        .returning(NoticeRules.version)
    )
    if made is None:
        row = await session.get_one(
            NoticeRules, corp_id, with_for_update=True, populate_existing=True
        )
        if row.version != change.version:
            raise RulesChangedError(change.version, row.version)
        row.quiet_from = change.quiet_from or row.quiet_from
        row.quiet_to = change.quiet_to or row.quiet_to
        row.version, row.updated_by, row.updated_at = row.version + 1, actor, now
        await session.flush()
    elif change.version != 0:
        raise RulesChangedError(change.version, 0)
    if change.doors:
        await _keep_defaults(session, corp_id, change.doors)
    after = await read_rules(session, corp_id, timezone)
    # What waits for the end of quiet hours is looked at anew: the sender judges by the clock.
    await session.execute(
        update(Notice)
        .where(Notice.corp_id == corp_id, Notice.state == "waiting", Notice.reason == "quiet")
        .values(due_at=now)
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="notices.rules_changed",
        target=f"corp:{corp_id}",
        before=before.model_dump(mode="json", exclude={"version", "timezone"}),
        after=after.model_dump(mode="json", exclude={"version", "timezone"}),
    )
    return after


async def _keep_defaults(session: AsyncSession, corp_id: int, doors: Mapping[str, Door]) -> None:
    statement = insert(NoticeDefault)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "kind"], set_={"door": statement.excluded.door}
        ),
        [{"corp_id": corp_id, "kind": kind, "door": door} for kind, door in doors.items()],
    )


async def read_choices(
    session: AsyncSession, corp_id: int, own: Sequence[str], *, has_member: bool, has_mail: bool
) -> ChoicesRead:
    """Every kind with where it goes for a person (see `receivers`).

    `has_mail`: whether the installation sends mail.
    """
    doors = await _defaults(session, corp_id)
    rows = await session.execute(
        select(NoticeChoice.kind, NoticeChoice.door).where(
            NoticeChoice.corp_id == corp_id, NoticeChoice.receiver == own[0]
        )
    )
    chosen: dict[str, Door] = {row.kind: row.door for row in rows}
    mailed = set(
        await session.scalars(
            select(NoticeMailKind.kind).where(
                NoticeMailKind.corp_id == corp_id, NoticeMailKind.receiver == own[0]
            )
        )
    )
    address = (
        await session.execute(
            select(NoticeAddress.address, NoticeAddress.confirmed_at).where(
                NoticeAddress.corp_id == corp_id, NoticeAddress.receiver == own[0]
            )
        )
    ).one_or_none()
    return ChoicesRead(
        kinds=[
            NoticeKindRead(
                kind=kind.name,
                title=TextRead(zh=kind.title.zh, en=kind.title.en),
                door=doors.get(kind.name, kind.door),
                own=chosen.get(kind.name),
                mail=kind.name in mailed,
            )
            for kind in known_kinds()
        ],
        has_member=has_member,
        mail=MailRead(
            set_up=has_mail,
            address=address and address.address,
            confirmed=address is not None and address.confirmed_at is not None,
        ),
    )


async def change_choices(
    session: AsyncSession,
    corp_id: int,
    own: Sequence[str],
    change: ChoicesChange,
    actor: str,
) -> None:
    """Keep a person's choices; what waits for him and is no longer wanted by a door is not sent.

    Raises UnknownKindError, NoAddressError; then nothing was changed.
    """
    doors = change.doors
    check_kinds([*doors, *change.mail])
    receiver = own[0]
    await _change_mail(session, corp_id, own, change.mail)
    gone = [kind for kind, door in doors.items() if door is None]
    kept = {kind: door for kind, door in doors.items() if door is not None}
    await session.execute(
        delete(NoticeChoice).where(
            NoticeChoice.corp_id == corp_id,
            NoticeChoice.receiver == receiver,
            NoticeChoice.kind.in_(gone),
        )
    )
    if kept:
        statement = insert(NoticeChoice)
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["corp_id", "receiver", "kind"],
                set_={"door": statement.excluded.door},
            ),
            [
                {"corp_id": corp_id, "receiver": receiver, "kind": kind, "door": door}
                for kind, door in kept.items()
            ],
        )
    await session.execute(
        update(Notice)
        .where(
            Notice.corp_id == corp_id,
            Notice.receiver.in_(own),
            Notice.state == "waiting",
            Notice.kind.in_([kind for kind, door in kept.items() if door != "wecom"]),
        )
        .values(state="none", reason="choice", due_at=None)
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="notices.choices_changed",
        target=actor,
        after={**doors, **({"mail": change.mail} if change.mail else {})},
    )


async def _change_mail(
    session: AsyncSession, corp_id: int, own: Sequence[str], mail: Mapping[str, bool]
) -> None:
    wanted = [kind for kind, is_wanted in mail.items() if is_wanted]
    gone = [kind for kind, is_wanted in mail.items() if not is_wanted]
    if wanted:
        known = await session.scalar(
            select(NoticeAddress.address).where(
                NoticeAddress.corp_id == corp_id, NoticeAddress.receiver == own[0]
            )
        )
        if known is None:
            raise NoAddressError
        await session.execute(
            insert(NoticeMailKind).on_conflict_do_nothing(),
            [{"corp_id": corp_id, "receiver": own[0], "kind": kind} for kind in wanted],
        )
    if gone:
        await session.execute(
            delete(NoticeMailKind).where(
                NoticeMailKind.corp_id == corp_id,
                NoticeMailKind.receiver == own[0],
                NoticeMailKind.kind.in_(gone),
            )
        )
        await session.execute(
            update(Notice)
            .where(
                Notice.corp_id == corp_id,
                Notice.receiver.in_(own),
                Notice.mail_state == "waiting",
                Notice.kind.in_(gone),
            )
            .values(mail_state="none", mail_reason="choice", mail_due_at=None)
        )
