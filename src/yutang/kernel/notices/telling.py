"""Tell people something, in the transaction of what happened."""

import json
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import utc_now

from .kinds import kind_of
from .schemas import NewNotice, Words

GATHER: Final = timedelta(seconds=10)
"""So long a notice waits for others of the same person, with which it becomes one message."""
TITLE_CHARACTERS: Final = 120
BODY_CHARACTERS: Final = 500

_TELL = text(
    "select tell_notices(:corp_id, cast(:told as jsonb), cast(:places as integer[]),"
    " cast(:staff as bigint[]), cast(:users as bigint[]), :now, :due)"
)


async def tell(
    session: AsyncSession, corp_id: int, *notices: NewNotice, now: datetime | None = None
) -> int:
    """Tell people, in one statement and in the caller's transaction; returns how many were told.

    Any number of members and accounts; a member and his account are one person, who left or is
    shut out is none. Whoever was told something under the same `key`, or wants none of its kind,
    is not told. Works in a corp's own session, whatever its scope, and in the owner's. Raises
    UnknownKindError.
    """
    if not notices:
        return 0
    told: list[dict[str, Any]] = []
    places: list[int] = []
    staff: list[int | None] = []
    users: list[int | None] = []
    for place, notice in enumerate(notices):
        told.append({"place": place, **_facts(notice)})
        for staff_id in notice.staff_ids:
            places.append(place)
            staff.append(staff_id)
            users.append(None)
        for user_id in notice.user_ids:
            places.append(place)
            staff.append(None)
            users.append(user_id)
    now = now or utc_now()
    found = await session.scalar(
        _TELL,
        {
            "corp_id": corp_id,
            "told": json.dumps(told),
            "places": places,
            "staff": staff,
            "users": users,
            "now": now,
            "due": now + GATHER,
        },
    )
    return int(found or 0)


def _facts(notice: NewNotice) -> dict[str, Any]:
    title, body = _words(notice.title, TITLE_CHARACTERS), _words(notice.body, BODY_CHARACTERS)
    return {
        "kind": notice.kind,
        "key": notice.key,
        "title": title.zh,
        "title_en": title.en,
        "body": body.zh,
        "body_en": body.en,
        "link": notice.link,
        "staff_link": notice.staff_link,
        "customer_ids": list(notice.customer_ids),
        "urgent": notice.urgent,
        "bundle": notice.bundle,
        "ref": notice.ref,
        "buttons": [
            {"key": one.key, "zh": one.text.zh, "en": one.text.en} for one in notice.buttons
        ]
        or None,
        "door": kind_of(notice.kind).door,
    }


def _words(given: Words | str, most: int) -> Words:
    """Both languages; what a person wrote is the same in each. PostgreSQL keeps no NUL."""
    words = given if isinstance(given, Words) else Words(given, given)
    return Words(*(_cut(one.replace("\0", ""), most) for one in (words.zh, words.en)))


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
