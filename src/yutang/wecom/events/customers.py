"""change_external_contact: what happens between members and customers."""

from dataclasses import dataclass
from typing import Final

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import FollowEvent, Makers, pair


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
class ArchiveConsented(FollowEvent):
    """msg_audit_approved: the customer agreed to the conversation archive."""

    welcome_code: str | None


def _added(callback: Callback) -> CustomerAdded:
    code = callback.get("WelcomeCode") or None
    return CustomerAdded(*pair(callback), callback.get("State"), code)


def _half_added(callback: Callback) -> CustomerHalfAdded:
    code = callback.get("WelcomeCode") or None
    return CustomerHalfAdded(*pair(callback), callback.get("State"), code)


def _edited(callback: Callback) -> CustomerEdited:
    return CustomerEdited(*pair(callback))


def _customer_removed(callback: Callback) -> CustomerRemoved:
    return CustomerRemoved(*pair(callback), callback.get("Source"))


def _staff_removed(callback: Callback) -> StaffRemoved:
    return StaffRemoved(*pair(callback))


def _transfer_failed(callback: Callback) -> TransferFailed:
    return TransferFailed(*pair(callback), callback.get("FailReason"))


def _consented(callback: Callback) -> ArchiveConsented:
    return ArchiveConsented(*pair(callback), callback.get("WelcomeCode") or None)


_EVENT: Final = "change_external_contact"
MAKERS: Final[Makers] = {
    (_EVENT, "add_external_contact"): _added,
    (_EVENT, "add_half_external_contact"): _half_added,
    (_EVENT, "edit_external_contact"): _edited,
    (_EVENT, "del_external_contact"): _customer_removed,
    (_EVENT, "del_follow_user"): _staff_removed,
    (_EVENT, "transfer_fail"): _transfer_failed,
    (_EVENT, "msg_audit_approved"): _consented,
}
