"""What callbacks of acquisition links tell: that customers wrote, and how often."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import Event as LogEvent
from yutang.kernel.events import NewEvent, append
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.activation import service as activation
from yutang.people.activation.schemas import Heard
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.room.jobs import CountRoom
from yutang.people.staff import service as staff
from yutang.people.visits import service as visits
from yutang.people.visits.events import LinkLost, LinkQuotaChanged, LinkStepped
from yutang.people.visits.schemas import Step, Stepped, split_state
from yutang.wecom.acquisition_links import ChatInfo
from yutang.wecom.errors import ChatKeyGoneError
from yutang.wecom.events import (
    BalanceChanged,
    ChatStarted,
    CustomerSpoke,
    Event,
    LinkChanged,
    LinkFollowed,
    QuotaExpiring,
)

from .models import InboxRow

LINK_EVENTS = (
    BalanceChanged,
    ChatStarted,
    CustomerSpoke,
    LinkChanged,
    LinkFollowed,
    QuotaExpiring,
)
KEY_GONE = "WeCom knows the chat key no longer (30 minutes): how often he wrote is lost"

Redeemed = dict[str, ChatInfo | None]


async def redeem(
    runtime: Runtime, corp_id: int, told: Sequence[tuple[InboxRow, Event]]
) -> Redeemed:
    """Ask whose messages the batch speaks of; a key that WeCom does not know any more is None.

    A key belongs to the app whose callback brought it.
    """
    found: Redeemed = {}
    for row, event in told:
        if isinstance(event, CustomerSpoke) and event.chat_key not in found:
            client = await corps.connect(runtime, corp_id, row.agent_id)
            try:
                found[event.chat_key] = await client.acquisition_links.chat_info(event.chat_key)
            except ChatKeyGoneError:
                found[event.chat_key] = None
    return found


class _Word(NamedTuple):
    account: str
    external_id: str
    messages: int
    at: datetime


async def record(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    told: Sequence[tuple[InboxRow, Event]],
    redeemed: Redeemed,
) -> None:
    """Write what the batch tells, in the callbacks' own transaction."""
    events = [event for _, event in told if isinstance(event, LINK_EVENTS)]
    if not events:
        return
    if any(isinstance(event, BalanceChanged | QuotaExpiring) for event in events):
        await enqueue(session, CountRoom(corp_id=corp_id, kinds=("links",)))
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=None,
                at=_moment(event),
                actor="system",
                source=f"inbox:{row.id}",
                event=news,
            )
            for row, event in told
            if (news := _news(event)) is not None
        ],
    )
    await visits.record_steps(session, corp_id, _steps(events))
    quiet = (BalanceChanged, LinkChanged, QuotaExpiring)
    spoken = [event for event in events if not isinstance(event, quiet)]
    if spoken:
        await activation.note_source(session, corp_id, min(_moment(event) for event in spoken))
    words = [one for event in spoken if (one := _heard(event, redeemed)) is not None]
    heard = await customers.drop_unknown(session, runtime.vault, corp_id, words)
    staff_ids = await staff.identify(session, corp_id, (one.account for one in heard))
    ids = await customers.ensure_customers(session, corp_id, (one.external_id for one in heard))
    await activation.record_heard(
        session,
        corp_id,
        [
            Heard(ids[one.external_id], staff_ids[one.account], one.messages, one.at)
            for one in heard
        ],
    )


def outcome(event: Event, redeemed: Redeemed) -> str | None:
    """Why nothing was learnt of a row that is done; None where something was."""
    if isinstance(event, CustomerSpoke) and redeemed.get(event.chat_key) is None:
        return KEY_GONE
    return None


def _heard(event: Event, redeemed: Redeemed) -> _Word | None:
    """Of the two events that tell of messages."""
    if isinstance(event, ChatStarted):
        return _Word(event.userid, event.external_userid, 1, _moment(event))
    if isinstance(event, CustomerSpoke):
        info = redeemed.get(event.chat_key)
        if info is not None and info.external_userid and info.userid:
            # Redeemed late it counts later messages too; those of the event were surely sent.
            count = info.chat_info.recv_msg_cnt
            return _Word(info.userid, info.external_userid, count, _moment(event))
    return None


_STEPS: dict[str, Step] = {"open_profile": "profile", "friend_request": "request"}


def _news(event: Event) -> LogEvent | None:
    """What the log keeps of a link and of its quota."""
    match event:
        case LinkFollowed():
            return LinkStepped(link_id=event.link_id, step=_STEPS[event.step])
        case LinkChanged():
            return LinkLost(link_id=event.link_id, change=event.change)
        case BalanceChanged():
            return LinkQuotaChanged(change=event.change)
        case QuotaExpiring():
            return LinkQuotaChanged(
                change="quota_expire_soon", count=event.count, ends_at=event.expires_at
            )
        case _:
            return None


def _steps(events: Iterable[Event]) -> list[Stepped]:
    """How far visits came whose tokens WeCom told."""
    found = []
    for event in events:
        if isinstance(event, LinkFollowed):
            carried = split_state(event.state)
            if carried.channel and carried.visit:
                step = _STEPS[event.step]
                found.append(Stepped(carried.visit, carried.channel, step, _moment(event)))
    return found


def _moment(event: Event) -> datetime:
    return datetime.fromtimestamp(event.created_at, UTC)
