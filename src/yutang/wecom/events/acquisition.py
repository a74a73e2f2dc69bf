"""customer_acquisition: the quota of links, their state, and the way of one customer."""

from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import Event, Makers, head, number_or_none, pair, required

BalanceChange = Literal["balance_low", "balance_exhausted", "balance_increased"]
LinkChange = Literal["link_unavailable", "delete_link"]
LinkStep = Literal["open_profile", "friend_request"]


@dataclass(frozen=True, slots=True)
class BalanceChanged(Event):
    """The quota fell below 20, ran out, or is there again."""

    change: BalanceChange


@dataclass(frozen=True, slots=True)
class QuotaExpiring(Event):
    """quota_expire_soon: ``count`` uses end at ``expires_at`` (unix seconds), in 14 to 1 days."""

    expires_at: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class LinkChanged(Event):
    """link_unavailable (nobody behind it is well) or delete_link (not by the API)."""

    change: LinkChange
    link_id: str


@dataclass(frozen=True, slots=True)
class LinkFollowed(Event):
    """open_profile or friend_request: somebody came this far through the link."""

    step: LinkStep
    link_id: str
    state: str


@dataclass(frozen=True, slots=True)
class ChatStarted(Event):
    """customer_start_chat: the member received the customer's first message."""

    userid: str
    external_userid: str
    link_id: str


@dataclass(frozen=True, slots=True)
class CustomerSpoke(Event):
    """message_from_customer, the third, fifth and tenth; the key is good for 30 minutes."""

    link_id: str
    chat_key: str


def _balance(callback: Callback) -> BalanceChanged:
    return BalanceChanged(*head(callback), cast("BalanceChange", callback.change_type))


def _expiring(callback: Callback) -> QuotaExpiring:
    expires_at = number_or_none(callback, "ExpireTime")
    return QuotaExpiring(*head(callback), expires_at, number_or_none(callback, "ExpireQuotaNum"))


def _link(callback: Callback) -> LinkChanged:
    change = cast("LinkChange", callback.change_type)
    return LinkChanged(*head(callback), change, required(callback, "LinkId"))


def _followed(callback: Callback) -> LinkFollowed:
    step = cast("LinkStep", callback.change_type)
    return LinkFollowed(*head(callback), step, required(callback, "LinkId"), callback.get("State"))


def _started(callback: Callback) -> ChatStarted:
    return ChatStarted(*pair(callback), callback.get("LinkId"))


def _spoke(callback: Callback) -> CustomerSpoke:
    return CustomerSpoke(*head(callback), required(callback, "LinkId"), callback.get("ChatKey"))


_EVENT: Final = "customer_acquisition"
MAKERS: Final[Makers] = {
    **{(_EVENT, change): _balance for change in get_args(BalanceChange)},
    **{(_EVENT, change): _link for change in get_args(LinkChange)},
    **{(_EVENT, step): _followed for step in get_args(LinkStep)},
    (_EVENT, "quota_expire_soon"): _expiring,
    (_EVENT, "customer_start_chat"): _started,
    (_EVENT, "message_from_customer"): _spoke,
}
