"""What WeCom tells of links by callbacks: how far people come, what is lost, what runs out."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.access import service as access
from yutang.kernel.clock import today
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.readers import Reader, Recorded
from yutang.people.corps import service as corps

from . import repository
from .repository import LinkRepository

QUOTA: Final = notices.register_kind(
    Kind("link_quota", Words("获客链接额度", "Quota of acquisition links"))
)
LOST: Final = notices.register_kind(
    Kind("link_lost", Words("获客链接不能用了", "An acquisition link that stopped working"))
)
GONE: Final = "somebody deleted this link in WeCom; try again to make another one"
_BALANCE: Final = {
    "balance_low": Words("获客链接额度不到 20 次了", "Fewer than 20 uses of links are left"),
    "balance_exhausted": Words("获客链接额度用完了", "The quota of links is used up"),
}


async def hear(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Count steps, mark what is lost, tell who may see settings."""
    by_corp: dict[int, list[Recorded]] = {}
    for event in events:
        by_corp.setdefault(event.corp_id, []).append(event)
    for corp_id, own in by_corp.items():
        zone = (await corps.describe(session, corp_id)).timezone
        await _count(session, corp_id, [one for one in own if one.kind == "link.stepped"], zone)
        for event in own:
            if event.kind == "link.lost":
                await _lose(session, event)
            elif event.kind == "link.quota_changed":
                await _tell_quota(session, event, zone)


async def _count(
    session: AsyncSession, corp_id: int, events: Sequence[Recorded], zone: str
) -> None:
    counted: Counter[tuple[str, date, str]] = Counter(
        (event.props["link_id"], today(event.at, zone), event.props["step"]) for event in events
    )
    places = sorted({(link_id, day) for link_id, day, _ in counted})
    if not places:
        return
    await session.execute(
        repository.STEP,
        {
            "corp_id": corp_id,
            "links": [link_id for link_id, _ in places],
            "days": [day for _, day in places],
            "profiles": [counted[link_id, day, "profile"] for link_id, day in places],
            "requests": [counted[link_id, day, "request"] for link_id, day in places],
        },
    )


async def _lose(session: AsyncSession, event: Recorded) -> None:
    asked = {"corp_id": event.corp_id, "link_id": event.props["link_id"]}
    channel_id = await session.scalar(repository.OF_WECOM, asked)
    if channel_id is None:
        return
    link = await LinkRepository(session, event.corp_id).find(channel_id, lock=True)
    if link is None:
        return
    is_deleted = event.props["change"] == "delete_link"
    if is_deleted:
        if not await acquisition.lost_at_wecom(session, event.corp_id, channel_id, GONE):
            return
        link.url, link.generation = None, link.generation + 1
        # Of the link that takes its place nothing was counted yet.
        link.opened = link.won = None
        link.counted_from = link.counted_to = link.counted_at = link.count_refused = None
    else:
        link.unavailable_at = event.at
    ref = (await acquisition.channels_by_id(session, event.corp_id, [channel_id]))[channel_id]
    title = (
        Words(
            f"获客链接「{ref.name}」在企业微信里被删除",
            f"The link “{ref.name}” was deleted in WeCom",
        )
        if is_deleted
        else Words(f"获客链接「{ref.name}」加不了人了", f"Nobody can be added through “{ref.name}”")
    )
    body = (
        Words("点开它，重新生成一条。", "Open it and have another one made.")
        if is_deleted
        else Words(
            "接待的成员都处于异常状态。换一批能接待的成员。",
            "All members behind it are unfit. Choose members who can be added.",
        )
    )
    await notices.tell(
        session,
        event.corp_id,
        NewNotice(
            kind=LOST.name,
            key=f"link_lost:{channel_id}:{event.id}",
            title=title,
            body=body,
            user_ids=await access.users_who_may(session, event.corp_id, "channels.write"),
            link=f"/links/{channel_id}",
        ),
        now=event.at,
    )


async def _tell_quota(session: AsyncSession, event: Recorded, zone: str) -> None:
    change = event.props["change"]
    title = _BALANCE.get(change)
    if change == "quota_expire_soon":
        title = _lapsing(event, zone)
    if title is None:
        return
    await notices.tell(
        session,
        event.corp_id,
        NewNotice(
            kind=QUOTA.name,
            key=f"link_quota:{event.id}",
            title=title,
            body=Words(
                "链接页能看到还剩多少、何时到期。", "The page says what is left until when."
            ),
            user_ids=await access.users_who_may(session, event.corp_id, "channels.write"),
            link="/links",
        ),
        now=event.at,
    )


def _lapsing(event: Recorded, zone: str) -> Words:
    count, ends = event.props.get("count"), event.props.get("ends_at")
    if count is None or ends is None:
        return Words("一部分获客链接额度快到期了", "A part of the quota of links lapses soon")
    day = datetime.fromtimestamp(ends, UTC).astimezone(ZoneInfo(zone))
    return Words(
        f"{count:,} 次获客链接额度将在 {day.month} 月 {day.day} 日到期",
        f"{count:,} uses of links lapse on {day.day} {day:%B}",
    )


HEARING = Reader(
    "links.hearing", frozenset({"link.stepped", "link.lost", "link.quota_changed"}), hear
)
