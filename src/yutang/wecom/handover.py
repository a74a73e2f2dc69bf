"""Customers and groups handed to another member (92124, 92125, 94088, 95703, 94081, 94082, 92127).

Customers follow after 24 hours unless they refuse, groups at once. No call here is repeated by
itself: after UnknownOutcomeError ``results`` tells of customers, ``groups.get`` of groups.
"""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.errors import RefusedError, refusal
from yutang.wecom.measuring import check_characters, check_count
from yutang.wecom.transport import Repeat, Transport

MAX_CUSTOMERS: Final = 100
MAX_GROUPS: Final = 100
MAX_MESSAGE_CHARACTERS: Final = 200
_PAGE: Final = 1000
_AREA: Final = "/cgi-bin/externalcontact"
_ON_JOB: Final = f"{_AREA}/transfer_customer"
_RESIGNED: Final = f"{_AREA}/resigned/transfer_customer"
_ON_JOB_GROUPS: Final = f"{_AREA}/groupchat/onjob_transfer"
_RESIGNED_GROUPS: Final = f"{_AREA}/groupchat/transfer"


class CustomerHandover(Lenient):
    """One customer of a handover; ``errcode`` 0 says that it has begun, not that it is done."""

    external_userid: str = ""
    errcode: Int = 0
    path: str = ""

    def refusal(self) -> RefusedError | None:
        """Return why it has not begun, as the error that the code belongs to."""
        return refusal(self.errcode, "", self.path) if self.errcode else None


class HandoverResult(Lenient):
    """How one handover stands; there is one for each time that it was tried.

    ``status`` 1 done, 2 waiting, 3 refused by the customer, 4 the new member's list is full.
    ``takeover_time`` in unix seconds lies in the future for those waiting.
    """

    external_userid: str = ""
    status: Int = 0
    takeover_time: Int = 0


class GroupRefused(Lenient):
    """A group that stayed where it was."""

    chat_id: str = ""
    errcode: Int = 0
    errmsg: str = ""
    path: str = ""

    def refusal(self) -> RefusedError:
        """Return why, as the error that the code belongs to."""
        return refusal(self.errcode, self.errmsg, self.path)


class Unassigned(Lenient):
    """A customer of a member who left at ``dimission_time`` (unix seconds)."""

    handover_userid: str = ""
    external_userid: str = ""
    dimission_time: Int = 0


class _Begun(Answer):
    customer: tuple[CustomerHandover, ...] = ()


class _ResultPage(Page):
    customer: tuple[HandoverResult, ...] = ()


class _UnassignedPage(Page):
    info: tuple[Unassigned, ...] = ()


class _GroupsAnswer(Answer):
    failed_chat_list: tuple[GroupRefused, ...] = ()


class Handover:
    """Verbs on handing over, of members at work and of those who left."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def transfer(
        self,
        handover_userid: str,
        takeover_userid: str,
        external_userids: Sequence[str],
        *,
        message: str = "",
    ) -> tuple[CustomerHandover, ...]:
        """Hand 1 to 100 customers of a member at work to another, twice in 90 days at most.

        The customer reads ``message`` (200 characters) or WeCom's own text. Raises TooManyError,
        TextTooLongError, HandoverRefusedError, QuotaError (40099), StaffNotReadyError,
        UnknownCustomerError, ForbiddenError; what befell single customers is in the answer.
        """
        check_characters("transfer_success_msg", message, MAX_MESSAGE_CHARACTERS)
        more = {"transfer_success_msg": message} if message else {}
        return await self._begin(
            _ON_JOB, handover_userid, takeover_userid, external_userids, **more
        )

    def results(self, handover_userid: str, takeover_userid: str) -> AsyncIterator[HandoverResult]:
        """Yield how the handovers between two members at work stand."""
        return self._results(f"{_AREA}/transfer_result", handover_userid, takeover_userid)

    async def transfer_groups(
        self, chat_ids: Sequence[str], new_owner: str
    ) -> tuple[GroupRefused, ...]:
        """Give 1 to 100 groups of members at work another owner; return those that stayed.

        A member gives 300 a day, a group moves twice in 90 days. Raises TooManyError,
        StaffNotReadyError, ForbiddenError, FrequencyError.
        """
        return await self._transfer_groups(_ON_JOB_GROUPS, chat_ids, new_owner)

    async def unassigned(self) -> AsyncIterator[Unassigned]:
        """Yield the customers of members who have left that nobody has taken over."""
        path = f"{_AREA}/get_unassigned_list"
        async for page in read_pages(self._transport, path, _UnassignedPage, {"page_size": _PAGE}):
            for row in page.info:
                yield row

    async def transfer_resigned(
        self, handover_userid: str, takeover_userid: str, external_userids: Sequence[str]
    ) -> tuple[CustomerHandover, ...]:
        """Hand on 1 to 100 customers of a member who left within the last year.

        One call after the other. Raises what ``transfer`` does; 40097 is a member at work.
        """
        return await self._begin(_RESIGNED, handover_userid, takeover_userid, external_userids)

    def resigned_results(
        self, handover_userid: str, takeover_userid: str
    ) -> AsyncIterator[HandoverResult]:
        """Yield how the handovers from a member who left stand."""
        path = f"{_AREA}/resigned/transfer_result"
        return self._results(path, handover_userid, takeover_userid)

    async def transfer_resigned_groups(
        self, chat_ids: Sequence[str], new_owner: str
    ) -> tuple[GroupRefused, ...]:
        """Give 1 to 100 groups whose owners have left another one; return those that stayed.

        90500 is an owner at work, 90507 a handover that runs, 90508 one that is done. Raises what
        ``transfer_groups`` does.
        """
        return await self._transfer_groups(_RESIGNED_GROUPS, chat_ids, new_owner)

    async def _begin(
        self, path: str, handover: str, takeover: str, customers: Sequence[str], **more: str
    ) -> tuple[CustomerHandover, ...]:
        check_count("customers", customers, MAX_CUSTOMERS, 1)
        body: dict[str, Any] = {
            "handover_userid": handover,
            "takeover_userid": takeover,
            "external_userid": list(customers),
            **more,
        }
        answer = await self._transport.post(path, _Begun, body, repeat=Repeat.NEVER)
        return tuple(row.model_copy(update={"path": path}) for row in answer.customer)

    async def _results(
        self, path: str, handover: str, takeover: str
    ) -> AsyncIterator[HandoverResult]:
        body = {"handover_userid": handover, "takeover_userid": takeover}
        async for page in read_pages(self._transport, path, _ResultPage, body):
            for row in page.customer:
                yield row

    async def _transfer_groups(
        self, path: str, chat_ids: Sequence[str], new_owner: str
    ) -> tuple[GroupRefused, ...]:
        check_count("groups", chat_ids, MAX_GROUPS, 1)
        body = {"chat_id_list": list(chat_ids), "new_owner": new_owner}
        answer = await self._transport.post(path, _GroupsAnswer, body, repeat=Repeat.NEVER)
        return tuple(row.model_copy(update={"path": path}) for row in answer.failed_chat_list)
