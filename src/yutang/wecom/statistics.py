"""What members and groups did, day by day (documents 92132, 92133): yesterday at the newest.

Unix seconds, which WeCom floors to the midnight (UTC+8); up to 30 days out of the last 180, the
first and the last included.
"""

from collections.abc import AsyncIterator, Sequence
from enum import IntEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.measuring import check_any, check_count, check_window
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_OWNERS: Final = 100
MAX_STAFF: Final = 100
MAX_DEPARTMENTS: Final = 100
MAX_DAYS: Final = 30
_PAGE: Final = 1000


def _measure(value: object) -> object:
    return None if value == "" else value


_Measure = Annotated[float | None, BeforeValidator(_measure)]


class GroupOrder(IntEnum):
    """By what owners are ordered."""

    NEW_GROUPS = 1
    GROUPS = 2
    NEW_MEMBERS = 3
    MEMBERS = 4


class GroupCounts(Lenient):
    """Counts of groups and their members; the totals are those of the day."""

    new_chat_cnt: Int = 0
    chat_total: Int = 0
    chat_has_msg: Int = 0
    new_member_cnt: Int = 0
    member_total: Int = 0
    member_has_msg: Int = 0
    msg_total: Int = 0
    migrate_trainee_chat_cnt: Int = 0


class OwnerCounts(Lenient):
    """The groups of one owner."""

    owner: str = ""
    data: GroupCounts = GroupCounts()


class DayCounts(Lenient):
    """The groups on one day; ``stat_time`` is its midnight."""

    stat_time: Int = 0
    data: GroupCounts = GroupCounts()


class BehaviorDay(Lenient):
    """What all members asked for did together on one day; ``stat_time`` is its midnight.

    ``reply_percentage`` (0 to 100) and ``avg_reply_time`` (minutes) are None without any chat;
    ``negative_feedback_cnt`` customers deleted or blocked a member.
    """

    stat_time: Int = 0
    new_apply_cnt: Int = 0
    new_contact_cnt: Int = 0
    chat_cnt: Int = 0
    message_cnt: Int = 0
    reply_percentage: _Measure = None
    avg_reply_time: _Measure = None
    negative_feedback_cnt: Int = 0


class _OwnerPage(Answer):
    total: Int = 0
    next_offset: Int = 0
    items: tuple[OwnerCounts, ...] = ()


class _Days(Answer):
    items: tuple[DayCounts, ...] = ()


class _Behavior(Answer):
    behavior_data: tuple[BehaviorDay, ...] = ()


class Statistics:
    """Verbs on statistics."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def groups_by_owner(
        self,
        begin_time: int,
        end_time: int | None = None,
        *,
        owners: Sequence[str] = (),
        order: GroupOrder | None = None,
        ascending: bool = False,
    ) -> AsyncIterator[OwnerCounts]:
        """Yield the counts of each of up to 100 owners over one day, or up to the other.

        Without owners all visible ones count, and InvalidParameterError (81017) says that these
        are over 1,000. Raises InvalidRequestError, TooManyError, ForbiddenError.
        """
        path = "/cgi-bin/externalcontact/groupchat/statistic"
        body = {
            **_span(begin_time, end_time, owners),
            **given(order_by=order, order_asc=1 if ascending else None),
            "limit": _PAGE,
        }
        offset = 0
        while True:
            asked = {**body, "offset": offset}
            page = await self._transport.post(path, _OwnerPage, asked, repeat=Repeat.READ)
            for row in page.items:
                yield row
            # An offset that stands still would be asked for for ever.
            if page.next_offset >= page.total or page.next_offset <= offset:
                return
            offset = page.next_offset

    async def groups_by_day(
        self, begin_time: int, end_time: int | None = None, *, owners: Sequence[str] = ()
    ) -> tuple[DayCounts, ...]:
        """Return the counts of these owners together for each day; raises as the other does."""
        path = "/cgi-bin/externalcontact/groupchat/statistic_group_by_day"
        body = _span(begin_time, end_time, owners)
        return (await self._transport.post(path, _Days, body, repeat=Repeat.READ)).items

    async def behavior(
        self,
        start_time: int,
        end_time: int,
        *,
        userids: Sequence[str] = (),
        departments: Sequence[int] = (),
    ) -> tuple[BehaviorDay, ...]:
        """Return what up to 100 members and 100 departments did together, a row for each day.

        For one member's own numbers ask for that one. Raises NothingToSendError, TooManyError,
        InvalidRequestError, ForbiddenError, UnknownStaffError.
        """
        check_any("statistics need members or departments", userids, departments)
        check_count("members", userids, MAX_STAFF)
        check_count("departments", departments, MAX_DEPARTMENTS)
        check_window(start_time, end_time, MAX_DAYS)
        body = {
            **given(userid=userids or None, partyid=departments or None),
            "start_time": start_time,
            "end_time": end_time,
        }
        path = "/cgi-bin/externalcontact/get_user_behavior_data"
        return (await self._transport.post(path, _Behavior, body, repeat=Repeat.READ)).behavior_data


def _span(begin_time: int, end_time: int | None, owners: Sequence[str]) -> dict[str, Any]:
    if end_time is not None:
        check_window(begin_time, end_time, MAX_DAYS)
    check_count("owners", owners, MAX_OWNERS)
    return given(
        day_begin_time=begin_time,
        day_end_time=end_time,
        owner_filter={"userid_list": owners} if owners else None,
    )
