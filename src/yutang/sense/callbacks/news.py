"""What a callback and its reading say, in the words of the people's domains."""

from collections.abc import Iterable
from datetime import UTC, datetime

from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Departure, Edit, Ending, FailedTransfer
from yutang.people.notices.schemas import CardPress
from yutang.people.visits.schemas import Came, split_state
from yutang.sense.translating import person, relation_facts
from yutang.wecom.customers import CustomerDetail, Follow
from yutang.wecom.events import (
    CardAnswered,
    CustomerAdded,
    CustomerHalfAdded,
    CustomerRemoved,
    Event,
    FollowEvent,
    StaffRemoved,
    TransferFailed,
)

from .models import InboxRow
from .reading import Readings


def follow_of(detail: CustomerDetail | None, account: str) -> Follow | None:
    """The relation with this member; accounts compare without case."""
    if detail is None:
        return None
    wanted = account.lower()
    return next((f for f in detail.follow_user if f.userid.lower() == wanted), None)


def _moment(event: Event) -> datetime:
    return datetime.fromtimestamp(event.created_at, UTC)


def arrival_of(
    row: InboxRow, event: CustomerAdded | CustomerHalfAdded, readings: Readings
) -> Arrival:
    """An add, with what WeCom shows of it now."""
    detail = readings.customers.get(event.external_userid)
    follow = follow_of(detail, event.userid)
    carried = split_state(event.state)
    return Arrival(
        account=event.userid,
        external_id=event.external_userid,
        half=isinstance(event, CustomerHalfAdded),
        at=_moment(event),
        channel=carried.channel,
        visit=carried.visit,
        source=f"inbox:{row.id}",
        person=person(detail.external_contact) if detail is not None else None,
        facts=relation_facts(follow) if follow is not None else None,
    )


def came_of(arrivals: Iterable[Arrival]) -> list[Came]:
    """Whose add tells by which visit he came: whole adds, and none that a colleague handed over."""
    return [
        Came(one.visit, one.channel, one.external_id, one.account, one.at)
        for one in arrivals
        if one.visit and one.channel and not one.half and customers.handed_over(one) is None
    ]


def departure_of(row: InboxRow, event: CustomerRemoved | StaffRemoved) -> Departure:
    """An ending."""
    ending: Ending
    if isinstance(event, StaffRemoved):
        ending = "deleted_by_customer"
    else:
        ending = "transferred" if event.by_transfer else "deleted_by_staff"
    return Departure(
        account=event.userid,
        external_id=event.external_userid,
        ending=ending,
        at=_moment(event),
        source=f"inbox:{row.id}",
    )


def failed_transfer_of(row: InboxRow, event: TransferFailed) -> FailedTransfer:
    """A takeover that did not come about."""
    return FailedTransfer(
        account=event.userid,
        external_id=event.external_userid,
        reason=event.reason,
        at=_moment(event),
        source=f"inbox:{row.id}",
    )


def press_of(event: CardAnswered) -> CardPress:
    """A button that a member pressed."""
    return CardPress(
        agent_id=int(event.agent_id),
        account=event.userid.lower(),
        task_id=event.task_id,
        key=event.key,
        response_code=event.response_code,
        at=_moment(event),
    )


def edits_of(told: Iterable[tuple[InboxRow, FollowEvent]], readings: Readings) -> list[Edit]:
    """What is shown of the relations these edits are about, each once.

    Where WeCom shows a relation no longer there is nothing: the deletion's own event tells that.
    """
    found: dict[tuple[str, str], Edit] = {}
    for row, event in told:
        detail = readings.customers.get(event.external_userid)
        follow = follow_of(detail, event.userid)
        if detail is not None and follow is not None:
            found[event.external_userid, event.userid.lower()] = Edit(
                account=event.userid,
                external_id=event.external_userid,
                person=person(detail.external_contact),
                facts=relation_facts(follow),
                source=f"inbox:{row.id}",
            )
    return list(found.values())
