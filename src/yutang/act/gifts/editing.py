"""Make a gift, change it while it is a draft, publish it, stop it."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.errors import UnknownChannelError
from yutang.kernel import audit

from .errors import (
    BadGiftError,
    FrozenGiftError,
    GiftChangedError,
    NotReadyError,
    UnknownGiftError,
    WrongStateError,
)
from .models import Gift
from .schemas import GiftChange, NewGift


async def create_gift(session: AsyncSession, corp_id: int, new: NewGift, actor: str) -> int:
    """A draft; its id. Raises BadGiftError."""
    values = await _values(session, corp_id, new)
    gift = Gift(corp_id=corp_id, slug=secrets.token_urlsafe(9), created_by=actor, **values)
    session.add(gift)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="gift.created",
        target=f"gift:{gift.id}",
        after=_told(values),
    )
    return gift.id


async def change_gift(
    session: AsyncSession, corp_id: int, gift_id: int, change: GiftChange, actor: str
) -> None:
    """Make a draft what the body says.

    Raises UnknownGiftError, FrozenGiftError, GiftChangedError, BadGiftError.
    """
    gift = await _locked(session, corp_id, gift_id)
    if gift.state != "draft":
        raise FrozenGiftError
    _check(gift, change.version)
    values = await _values(session, corp_id, change)
    before = {name: getattr(gift, name) for name in values}
    for name, value in values.items():
        setattr(gift, name, value)
    gift.version += 1
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="gift.changed",
        target=f"gift:{gift_id}",
        before=_told(before),
        after=_told(values),
    )


async def publish_gift(
    session: AsyncSession, corp_id: int, gift_id: int, version: int, actor: str, now: datetime
) -> None:
    """From now on its page is open and its rules stay.

    Raises UnknownGiftError, FrozenGiftError, GiftChangedError, NotReadyError.
    """
    gift = await _locked(session, corp_id, gift_id)
    if gift.state != "draft":
        raise FrozenGiftError
    _check(gift, version)
    if gift.codes == 0 or gift.most == 0:
        message = "this gift has nothing to give: upload a list of codes first, or raise its budget"
        raise NotReadyError(message)
    if gift.ends_at is not None and gift.ends_at <= now:
        message = "this gift would be over before it begins; give it a later end"
        raise NotReadyError(message)
    gift.state, gift.published_at = "running", now
    gift.version += 1
    await audit.record(
        session, corp_id, actor=actor, action="gift.published", target=f"gift:{gift_id}"
    )


async def stop_gift(
    session: AsyncSession, corp_id: int, gift_id: int, actor: str, now: datetime
) -> None:
    """Give no more out; what was given stays. Raises UnknownGiftError, WrongStateError."""
    gift = await _locked(session, corp_id, gift_id)
    if gift.state != "running":
        raise WrongStateError(gift.state)
    gift.state, gift.stopped_at = "stopped", now
    gift.version += 1
    await audit.record(
        session, corp_id, actor=actor, action="gift.stopped", target=f"gift:{gift_id}"
    )


def _check(gift: Gift, version: int) -> None:
    if gift.version != version:
        raise GiftChangedError(gift.version, version)


async def _locked(session: AsyncSession, corp_id: int, gift_id: int) -> Gift:
    gift = await session.scalar(
        select(Gift).where(Gift.corp_id == corp_id, Gift.id == gift_id).with_for_update()
    )
    if gift is None:
        raise UnknownGiftError(gift_id)
    return gift


async def _values(session: AsyncSession, corp_id: int, new: NewGift) -> dict[str, Any]:
    if new.starts_at.tzinfo is None or (new.ends_at is not None and new.ends_at.tzinfo is None):
        message = "times need a zone, such as +08:00"
        raise BadGiftError(message)
    if new.ends_at is not None and new.ends_at <= new.starts_at:
        message = "the end must be after the start"
        raise BadGiftError(message)
    channel_ids = [] if new.all_channels else sorted(set(new.channel_ids))
    if not new.all_channels and not channel_ids:
        message = "choose the codes through which people get it, or all of them"
        raise BadGiftError(message)
    if new.budget is not None and new.cost == 0:
        message = "a budget needs the cost of one code: else it limits nothing"
        raise BadGiftError(message)
    try:
        _ = await acquisition.states_of(session, corp_id, channel_ids)
    except UnknownChannelError as error:
        raise BadGiftError(error.detail) from error
    return {
        "name": new.name,
        "about": new.about,
        "rules": new.rules,
        "all_channels": new.all_channels,
        "channel_ids": channel_ids,
        "cost": new.cost,
        "budget": new.budget,
        "most": None if new.budget is None else new.budget // new.cost,
        "starts_at": new.starts_at,
        "ends_at": new.ends_at,
        "show_stock": new.show_stock,
    }


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }
