"""Keyword replies: kept and checked here, typed into WeCom's console by a person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.runtime import Runtime

from . import contents, reaching
from .clashes import check_words, find_clashes
from .errors import (
    ChangedMeanwhileError,
    NameTakenError,
    TooManyRepliesError,
    UnknownReplyError,
)
from .models import KeywordReply
from .schemas import (
    REPLIES,
    REPLY_BYTES,
    WORD_CHARACTERS,
    WORDS,
    KeywordReplyChange,
    KeywordReplyList,
    KeywordReplyRead,
    NewKeywordReply,
    ReplyState,
)

_CONTENT: Final = ("name", "words", "text", "attachment")
_FIELDS: Final = (*_CONTENT, "reach", "owner_ids", "kinds", "tiers", "group_ids")
_ORDER: Final[dict[ReplyState, int]] = {
    "changed": 0,
    "to_remove": 1,
    "not_entered": 2,
    "entered": 3,
}


async def list_replies(
    session: AsyncSession, runtime: Runtime, corp_id: int, now: datetime
) -> KeywordReplyList:
    """All rules, those that wait for the console first."""
    rows = (
        await session.scalars(
            select(KeywordReply)
            .where(
                KeywordReply.corp_id == corp_id,
                KeywordReply.deleted_at.is_(None) | KeywordReply.entered.is_not(None),
            )
            .order_by(KeywordReply.id.desc())
        )
    ).all()
    counts = await reaching.count_of_replies(session, corp_id)
    reaches = await reaching.name_all(session, corp_id, rows)
    names = await contents.file_names(session, corp_id, rows)
    people = await _people(runtime, corp_id, rows)
    clashes = find_clashes([row for row in rows if row.deleted_at is None])
    items = [
        KeywordReplyRead.model_validate(
            {
                **{
                    name: getattr(row, name)
                    for name in (
                        *_CONTENT,
                        *("id", "version", "entered_at", "created_at", "changed_at"),
                    )
                },
                "file_name": names.get(contents.file_of(contents.part_of(row.attachment)) or 0),
                "reach": reaches[row.id],
                "entered_by": people.get(row.entered_by or "", row.entered_by),
                "groups": counts.get(row.id, 0),
                "state": state_of(row),
                "entered_words": _older(row, "words"),
                "entered_text": _older(row, "text"),
                "clashes": clashes.get(row.id, []),
            }
        )
        for row in rows
    ]
    return KeywordReplyList(
        items=sorted(items, key=lambda one: _ORDER[one.state]),
        most=REPLIES,
        most_words=WORDS,
        word_characters=WORD_CHARACTERS,
        reply_bytes=REPLY_BYTES,
        as_of=now,
    )


async def read_reply(
    session: AsyncSession, runtime: Runtime, corp_id: int, reply_id: int, now: datetime
) -> KeywordReplyRead:
    """One; raises UnknownReplyError."""
    for one in (await list_replies(session, runtime, corp_id, now)).items:
        if one.id == reply_id:
            return one
    raise UnknownReplyError(reply_id)


async def create_reply(
    session: AsyncSession, corp_id: int, new: NewKeywordReply, actor: str
) -> int:
    """Keep a rule; returns its id. The console has it once somebody types it there.

    Raises TooManyRepliesError, NameTakenError, BadWordsError and what contents and reaches raise.
    """
    await _check(session, corp_id, new, None)
    asked = select(func.count()).where(
        KeywordReply.corp_id == corp_id, KeywordReply.deleted_at.is_(None)
    )
    if (await session.scalar(asked) or 0) >= REPLIES:
        raise TooManyRepliesError(REPLIES)
    row = KeywordReply(corp_id=corp_id, created_by=actor, **_fields(new))
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="keyword_reply.made",
        target=f"keyword_reply:{row.id}",
        after=new.model_dump(mode="json"),
    )
    return row.id


async def change_reply(
    session: AsyncSession,
    corp_id: int,
    reply_id: int,
    change: KeywordReplyChange,
    actor: str,
    now: datetime,
) -> None:
    """Make a rule what `change` says; the console has the older one until somebody types it.

    Raises UnknownReplyError, ChangedMeanwhileError and what `create_reply` raises.
    """
    row = await _find(session, corp_id, reply_id)
    if row.version != change.version:
        raise ChangedMeanwhileError(row.version, change.version)
    await _check(session, corp_id, change, reply_id)
    before = {name: getattr(row, name) for name in _FIELDS}
    after = _fields(change)
    changed = [name for name in _FIELDS if before[name] != after[name]]
    if not changed:
        return
    for name in changed:
        setattr(row, name, after[name])
    row.version += 1
    row.changed_at = now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="keyword_reply.changed",
        target=f"keyword_reply:{reply_id}",
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )


async def delete_reply(
    session: AsyncSession, corp_id: int, reply_id: int, actor: str, now: datetime
) -> None:
    """Drop a rule; one the console has is shown until it is taken out there.

    Raises UnknownReplyError.
    """
    row = await _find(session, corp_id, reply_id)
    row.deleted_at = now
    row.version += 1
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="keyword_reply.deleted",
        target=f"keyword_reply:{reply_id}",
        before={"name": row.name, "words": row.words},
    )


async def enter_reply(
    session: AsyncSession,
    corp_id: int,
    reply_id: int,
    version: int,
    actor: str,
    now: datetime,
) -> None:
    """Somebody says that the console has it as it is here, or has it no more.

    Raises UnknownReplyError, ChangedMeanwhileError for one who typed an older version.
    """
    row = await _find(session, corp_id, reply_id, deleted=True)
    if row.version != version:
        raise ChangedMeanwhileError(row.version, version)
    removed = row.deleted_at is not None
    before = row.entered_version
    row.entered = None if removed else {name: getattr(row, name) for name in _FIELDS}
    row.entered_version = None if removed else row.version
    row.entered_at, row.entered_by = now, actor
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="keyword_reply.removed" if removed else "keyword_reply.entered",
        target=f"keyword_reply:{reply_id}",
        before={"version": before},
        after={"version": row.entered_version},
    )


def state_of(row: KeywordReply) -> ReplyState:
    """What the console has of it, as far as people said."""
    if row.deleted_at is not None:
        return "to_remove"
    if row.entered is None:
        return "not_entered"
    same = all(row.entered.get(name) == getattr(row, name) for name in _FIELDS)
    return "entered" if same else "changed"


async def _people(runtime: Runtime, corp_id: int, rows: Sequence[KeywordReply]) -> dict[str, str]:
    """Names of accounts by actor; a token stays what it is."""
    told = {row.entered_by.partition(":") for row in rows if row.entered_by is not None}
    ids = {int(number) for kind, _, number in told if kind == "user" and number.isdigit()}
    async with runtime.database.owner() as session:
        names = await access.names_of(session, corp_id, ids)
    return {f"user:{number}": name for number, name in names.items()}


def _older(row: KeywordReply, name: str) -> Any:
    if row.entered is None or state_of(row) == "entered":
        return None
    return row.entered.get(name)


async def _check(
    session: AsyncSession, corp_id: int, wanted: NewKeywordReply, but: int | None
) -> None:
    check_words(wanted.words)
    await contents.check(session, corp_id, wanted.text, wanted.attachment, REPLY_BYTES)
    await reaching.check(session, corp_id, wanted.reach)
    asked = select(KeywordReply.id).where(
        KeywordReply.corp_id == corp_id,
        KeywordReply.name == wanted.name,
        KeywordReply.deleted_at.is_(None),
        KeywordReply.id != (but or 0),
    )
    if await session.scalar(asked) is not None:
        raise NameTakenError(wanted.name)


async def _find(
    session: AsyncSession, corp_id: int, reply_id: int, *, deleted: bool = False
) -> KeywordReply:
    row = await session.get(KeywordReply, (corp_id, reply_id), with_for_update=True)
    if row is None or (row.deleted_at is not None and not (deleted and row.entered is not None)):
        raise UnknownReplyError(reply_id)
    return row


def _fields(wanted: NewKeywordReply) -> dict[str, Any]:
    part = wanted.attachment
    return {
        "name": wanted.name,
        "words": list(wanted.words),
        "text": wanted.text,
        "attachment": None if part is None else part.model_dump(mode="json"),
        **reaching.columns(wanted.reach),
    }
