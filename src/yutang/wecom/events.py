"""Callbacks as typed events, one class for each change that Yutang acts on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from yutang.wecom.callbacks import Callback
from yutang.wecom.errors import MalformedCallbackError

TagChange = Literal["create", "update", "delete", "shuffle"]
StaffChange = Literal["create_user", "update_user", "delete_user"]
DepartmentChange = Literal["create_party", "update_party", "delete_party"]
# More digits than WeCom's department ids have, fewer than a bigint holds.
_MAX_DIGITS: Final = 18


@dataclass(frozen=True, slots=True)
class Event:
    """What all events say; ``created_at`` is unix seconds by WeCom's clock."""

    corpid: str
    created_at: int


@dataclass(frozen=True, slots=True)
class UnknownEvent(Event):
    """An event or message that Yutang knows nothing to do with."""

    event: str
    change_type: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FollowEvent(Event):
    """Something between one member and one customer."""

    userid: str
    external_userid: str


@dataclass(frozen=True, slots=True)
class CustomerAdded(FollowEvent):
    """add_external_contact: both sides are friends."""

    state: str
    welcome_code: str | None


@dataclass(frozen=True, slots=True)
class CustomerHalfAdded(FollowEvent):
    """add_half_external_contact: the customer added a member who has not confirmed yet."""

    state: str
    welcome_code: str | None


@dataclass(frozen=True, slots=True)
class CustomerEdited(FollowEvent):
    """edit_external_contact: remark, mobiles or tags changed; read the customer again."""


@dataclass(frozen=True, slots=True)
class CustomerRemoved(FollowEvent):
    """del_external_contact: the member removed the customer, or handed him over."""

    source: str

    @property
    def by_transfer(self) -> bool:
        """Whether a handover on the job removed the relation."""
        return self.source == "DELETE_BY_TRANSFER"


@dataclass(frozen=True, slots=True)
class StaffRemoved(FollowEvent):
    """del_follow_user: the customer removed the member."""


@dataclass(frozen=True, slots=True)
class TransferFailed(FollowEvent):
    """transfer_fail: the member who should take over did not get the customer."""

    reason: str


@dataclass(frozen=True, slots=True)
class TagChanged(Event):
    """change_external_tag; on shuffle an empty ``id`` means the order of all groups."""

    change: TagChange
    id: str
    tag_type: str
    strategy_id: str


@dataclass(frozen=True, slots=True)
class StaffChanged(Event):
    """change_contact of a member; ``fields`` holds only what changed and may be read."""

    change: StaffChange
    userid: str
    new_userid: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DepartmentChanged(Event):
    """change_contact of a department; name and parent are None where they did not change."""

    change: DepartmentChange
    id: int
    name: str | None
    parent_id: int | None


def typed(callback: Callback) -> Event:
    """Return the callback as the event it is; UnknownEvent for all that has no class here.

    Raises MalformedCallbackError when an element is missing that the event cannot do without.
    """
    make = _MAKERS.get((callback.event, callback.change_type))
    if make is not None:
        return make(callback)
    return UnknownEvent(
        callback.corpid,
        callback.created_at,
        callback.event,
        callback.change_type,
        callback.fields,
    )


def _required(callback: Callback, name: str) -> str:
    text = callback.get(name)
    if not text:
        message = f"{callback.change_type} without {name}"
        raise MalformedCallbackError(message)
    return text


def _number(callback: Callback, name: str) -> int:
    text = _required(callback, name)
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS):
        message = f"{name} is no number"
        raise MalformedCallbackError(message)
    return int(text)


def _pair(callback: Callback) -> tuple[str, int, str, str]:
    return (
        callback.corpid,
        callback.created_at,
        _required(callback, "UserID"),
        _required(callback, "ExternalUserID"),
    )


def _added(callback: Callback) -> CustomerAdded:
    code = callback.get("WelcomeCode") or None
    return CustomerAdded(*_pair(callback), callback.get("State"), code)


def _half_added(callback: Callback) -> CustomerHalfAdded:
    code = callback.get("WelcomeCode") or None
    return CustomerHalfAdded(*_pair(callback), callback.get("State"), code)


def _edited(callback: Callback) -> CustomerEdited:
    return CustomerEdited(*_pair(callback))


def _customer_removed(callback: Callback) -> CustomerRemoved:
    return CustomerRemoved(*_pair(callback), callback.get("Source"))


def _staff_removed(callback: Callback) -> StaffRemoved:
    return StaffRemoved(*_pair(callback))


def _transfer_failed(callback: Callback) -> TransferFailed:
    return TransferFailed(*_pair(callback), callback.get("FailReason"))


def _tag_changed(callback: Callback) -> TagChanged:
    change = cast("TagChange", callback.change_type)
    return TagChanged(
        callback.corpid,
        callback.created_at,
        change,
        callback.get("Id") if change == "shuffle" else _required(callback, "Id"),
        callback.get("TagType"),
        callback.get("StrategyId"),
    )


def _staff_changed(callback: Callback) -> StaffChanged:
    return StaffChanged(
        callback.corpid,
        callback.created_at,
        cast("StaffChange", callback.change_type),
        _required(callback, "UserID"),
        callback.get("NewUserID"),
        callback.fields,
    )


def _department_changed(callback: Callback) -> DepartmentChanged:
    return DepartmentChanged(
        callback.corpid,
        callback.created_at,
        cast("DepartmentChange", callback.change_type),
        _number(callback, "Id"),
        callback.get("Name") or None,
        _number(callback, "ParentId") if callback.get("ParentId") else None,
    )


_CUSTOMER: Final = "change_external_contact"
_MAKERS: Final[dict[tuple[str, str], Callable[[Callback], Event]]] = {
    (_CUSTOMER, "add_external_contact"): _added,
    (_CUSTOMER, "add_half_external_contact"): _half_added,
    (_CUSTOMER, "edit_external_contact"): _edited,
    (_CUSTOMER, "del_external_contact"): _customer_removed,
    (_CUSTOMER, "del_follow_user"): _staff_removed,
    (_CUSTOMER, "transfer_fail"): _transfer_failed,
    **{("change_external_tag", change): _tag_changed for change in get_args(TagChange)},
    **{("change_contact", change): _staff_changed for change in get_args(StaffChange)},
    **{("change_contact", change): _department_changed for change in get_args(DepartmentChange)},
}
