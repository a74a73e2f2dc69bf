"""Groups' own codes, uploaded as pictures: read once, drawn anew, shown while they last."""

from datetime import datetime, timedelta
from typing import Final

from PIL import Image
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit

from .errors import (
    BadExpiryError,
    UnknownGroupsError,
    UnknownPictureError,
    UnreadablePictureError,
)
from .models import GroupCodePicture
from .schemas import PICTURE_DAYS, CurrentGroup, NewPicture, PictureRead
from .writing import find_living

SLACK: Final = timedelta(hours=1)
"""A slow click after the moment that the page filled in."""
_KNOWN = text("select 1 from group_chats where corp_id = :corp_id and id = :id")
STATES: Final = """
    select p.id, p.code_id, p.qr_content, p.group_id, p.most, p.joined, p.shown, p.expires_at,
           p.created_at,
           case when p.expires_at <= :now then 'expired'
                when p.most <= case when p.group_id is null then p.shown else p.joined end
                  then 'full'
                else 'waiting' end as state
    from group_code_pictures p
    where p.corp_id = :corp_id and p.removed_at is null
"""
"""Of all codes of a corp; the first one that waits is the current one of its code."""
_LIST = text(
    f"""
    select p.*, g.name, g.people + g.staff as present
    from ({STATES} and p.code_id = :code_id) p
    left join group_chats g on g.corp_id = :corp_id and g.id = p.group_id
    order by p.id
    """  # noqa: S608 - of this file's own texts
)


async def add_picture(
    session: AsyncSession,
    corp_id: int,
    code_id: int,
    new: NewPicture,
    actor: str,
    now: datetime,
) -> int:
    """Keep what the code in an uploaded picture holds; returns the picture's id.

    It lasts seven days unless `expires_at` says less. Raises UnknownGroupCodeError,
    BadExpiryError, UnknownGroupsError.
    """
    code = await find_living(session, corp_id, code_id)
    until = new.expires_at or now + timedelta(days=PICTURE_DAYS)
    if until.tzinfo is None or not now < until <= now + timedelta(days=PICTURE_DAYS) + SLACK:
        raise BadExpiryError
    if new.group_id is not None:
        asked = {"corp_id": corp_id, "id": new.group_id}
        if await session.scalar(_KNOWN, asked) is None:
            raise UnknownGroupsError([new.group_id])
    picture = GroupCodePicture(
        corp_id=corp_id,
        code_id=code.id,
        qr_content=new.qr_content,
        group_id=new.group_id,
        most=new.most,
        expires_at=until,
        created_by=actor,
        created_at=now,
    )
    session.add(picture)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.picture_added",
        target=f"group_code:{code_id}",
        after={"picture_id": picture.id, "expires_at": until.isoformat(), "group_id": new.group_id},
    )
    return picture.id


def read_code(content: bytes) -> str:
    """What the code in a picture holds; raises UnreadablePictureError."""
    try:
        return acquisition.qr.decode(content)
    except (
        acquisition.qr.UnreadableQrError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        raise UnreadablePictureError from error


async def remove_picture(
    session: AsyncSession, corp_id: int, code_id: int, picture_id: int, actor: str, now: datetime
) -> None:
    """Show it no more. Raises UnknownGroupCodeError, UnknownPictureError."""
    await find_living(session, corp_id, code_id)
    picture = await session.get(GroupCodePicture, (corp_id, picture_id), with_for_update=True)
    if picture is None or picture.code_id != code_id or picture.removed_at is not None:
        raise UnknownPictureError(picture_id)
    picture.removed_at = now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.picture_removed",
        target=f"group_code:{code_id}",
        before={"picture_id": picture_id},
    )


async def list_pictures(
    session: AsyncSession, corp_id: int, code_id: int, now: datetime
) -> list[PictureRead]:
    """In the order in which they are shown. Raises UnknownGroupCodeError."""
    await find_living(session, corp_id, code_id)
    asked = {"corp_id": corp_id, "code_id": code_id, "now": now}
    rows = (await session.execute(_LIST, asked)).all()
    current = next((row.id for row in rows if row.state == "waiting"), None)
    return [
        PictureRead(
            id=row.id,
            group=CurrentGroup(
                id=row.group_id, name=row.name, scanned=row.joined, present=row.present or 0
            )
            if row.group_id is not None
            else None,
            most=row.most,
            joined=row.joined,
            shown=row.shown,
            expires_at=row.expires_at,
            state="current" if row.id == current else row.state,
            created_at=row.created_at,
        )
        for row in rows
    ]
