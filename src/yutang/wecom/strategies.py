"""Rule groups of customer contact and of moments, who may do what there (94883, 94890).

An app sees only its own. 20 admins, 100 members and departments a call, five levels, 3,000
members and departments in a group. A group below another has that one's privileges.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.measuring import check_any, check_count
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_ADMINS: Final = 20
MAX_NODES: Final = 100
_PAGE: Final = 1000
_TYPE_STAFF: Final = 1
_TYPE_DEPARTMENT: Final = 2


class Privilege(Lenient):
    """What the members may; None is what WeCom has by default, which is nearly always yes.

    The first five cannot be taken away. The last three are those of moments, all others those
    of customer contact.
    """

    view_customer_list: bool | None = None
    view_customer_data: bool | None = None
    view_room_list: bool | None = None
    contact_me: bool | None = None
    join_room: bool | None = None
    share_customer: bool | None = None
    oper_resign_customer: bool | None = None
    oper_resign_group: bool | None = None
    send_customer_msg: bool | None = None
    edit_welcome_msg: bool | None = None
    view_behavior_data: bool | None = None
    view_room_data: bool | None = None
    send_group_msg: bool | None = None
    room_deduplication: bool | None = None
    rapid_reply: bool | None = None
    onjob_customer_transfer: bool | None = None
    edit_anti_spam_rule: bool | None = None
    export_customer_list: bool | None = None
    export_customer_data: bool | None = None
    export_customer_group_list: bool | None = None
    manage_customer_tag: bool | None = None
    view_moment_list: bool | None = None
    send_moment: bool | None = None
    manage_moment_cover_and_sign: bool | None = None


class Strategy(Lenient):
    """A rule group; ``parent_id`` 0 is one of the first level."""

    strategy_id: Int = 0
    parent_id: Int = 0
    strategy_name: str = ""
    create_time: Int = 0
    admin_list: tuple[str, ...] = ()
    privilege: Privilege = Privilege()


class StrategyNode(Lenient):
    """A member (``type`` 1, ``userid``) or a department (2, ``partyid``) of a rule group."""

    type: Int = 0
    userid: str = ""
    partyid: Int = 0


@dataclass(frozen=True, slots=True)
class StrategyRange:
    """Members and departments to put into a rule group, or to take out of it."""

    userids: Sequence[str] = ()
    departments: Sequence[int] = ()

    def json(self) -> list[dict[str, Any]]:
        """Return it in WeCom's shape."""
        staff = [{"type": _TYPE_STAFF, "userid": userid} for userid in self.userids]
        parties = [{"type": _TYPE_DEPARTMENT, "partyid": party} for party in self.departments]
        return [*staff, *parties]


@dataclass(frozen=True, slots=True)
class NewStrategy:
    """A rule group to make; its range lies within that of ``parent_id``."""

    name: str
    admins: Sequence[str]
    range: StrategyRange
    parent_id: int | None = None
    privilege: Privilege | None = field(default=None)


class _Listed(Lenient):
    strategy_id: Int = 0


class _Page(Page):
    strategy: tuple[_Listed, ...] = ()


class _Found(Answer):
    strategy: Strategy = Strategy()


class _RangePage(Page):
    range: tuple[StrategyNode, ...] = ()


class _Made(Answer):
    strategy_id: Int = 0


class CustomerStrategies:
    """Verbs on rule groups; WeCom takes one creation or change at a time for a corp."""

    _area: ClassVar[str] = "/cgi-bin/externalcontact/customer_strategy"

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._changing = asyncio.Lock()

    async def list(self) -> AsyncIterator[int]:
        """Yield the ids of this app's rule groups."""
        async for page in read_pages(
            self._transport, f"{self._area}/list", _Page, {"limit": _PAGE}
        ):
            for row in page.strategy:
                yield row.strategy_id

    async def get(self, strategy_id: int) -> Strategy:
        """Read one without its range."""
        body = {"strategy_id": strategy_id}
        answer = await self._transport.post(f"{self._area}/get", _Found, body, repeat=Repeat.READ)
        return answer.strategy

    async def range(self, strategy_id: int) -> AsyncIterator[StrategyNode]:
        """Yield the members and departments of one."""
        body = {"strategy_id": strategy_id, "limit": _PAGE}
        async for page in read_pages(self._transport, f"{self._area}/get_range", _RangePage, body):
            for node in page.range:
                yield node

    async def create(self, strategy: NewStrategy) -> int:
        """Make one with 1 to 20 admins (never the super admin); return its id.

        Never repeated by itself: after UnknownOutcomeError look for it with ``list`` and
        ``get``, by its name. Raises NothingToSendError, TooManyError, ForbiddenError (60030),
        ConcurrencyError.
        """
        check_any("a rule group needs a name", strategy.name)
        check_count("admins", strategy.admins, MAX_ADMINS, 1)
        nodes = strategy.range.json()
        check_count("members and departments", nodes, MAX_NODES, 1)
        body = given(
            parent_id=strategy.parent_id,
            strategy_name=strategy.name,
            admin_list=strategy.admins,
            privilege=_privilege(strategy.privilege),
            range=nodes,
        )
        async with self._changing:
            answer = await self._transport.post(
                f"{self._area}/create", _Made, body, repeat=Repeat.NEVER
            )
        return answer.strategy_id

    async def edit(
        self,
        strategy_id: int,
        *,
        name: str | None = None,
        admins: Sequence[str] | None = None,
        privilege: Privilege | None = None,
        add: StrategyRange | None = None,
        remove: StrategyRange | None = None,
    ) -> None:
        """Change what is given; admins and privileges take the place of those before.

        Raises what ``create`` raises.
        """
        if admins is not None:
            check_count("admins", admins, MAX_ADMINS, 1)
        added = None if add is None else add.json()
        removed = None if remove is None else remove.json()
        check_any("nothing of the rule group changes", name, admins, privilege, added, removed)
        check_count("members and departments", [*(added or ()), *(removed or ())], MAX_NODES)
        body = given(
            strategy_id=strategy_id,
            strategy_name=name,
            admin_list=admins,
            privilege=_privilege(privilege),
            range_add=added,
            range_del=removed,
        )
        async with self._changing:
            await self._transport.post(f"{self._area}/edit", Answer, body, repeat=Repeat.WRITE)

    async def delete(self, strategy_id: int) -> None:
        """Delete one."""
        body = {"strategy_id": strategy_id}
        await self._transport.post(f"{self._area}/del", Answer, body, repeat=Repeat.WRITE)


class MomentStrategies(CustomerStrategies):
    """The same verbs on rule groups of moments."""

    _area: ClassVar[str] = "/cgi-bin/externalcontact/moment_strategy"


def _privilege(privilege: Privilege | None) -> dict[str, bool] | None:
    return None if privilege is None else privilege.model_dump(exclude_none=True)
