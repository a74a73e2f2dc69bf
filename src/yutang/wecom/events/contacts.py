"""change_contact and batch_job_result: members, departments, their tags, and jobs on them."""

from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import (
    Event,
    Makers,
    head,
    number,
    number_or_none,
    parts,
    required,
)

StaffChange = Literal["create_user", "update_user", "delete_user"]
DepartmentChange = Literal["create_party", "update_party", "delete_party"]


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


@dataclass(frozen=True, slots=True)
class ContactTagChanged(Event):
    """change_contact update_tag: who got or lost a tag on members; departments by number."""

    tag_id: int
    added_userids: tuple[str, ...]
    removed_userids: tuple[str, ...]
    added_departments: tuple[str, ...]
    removed_departments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchJobFinished(Event):
    """batch_job_result: an import ended; ``error_code`` 0 is success."""

    job_id: str
    job_type: str
    error_code: int
    error_message: str


def _staff_changed(callback: Callback) -> StaffChanged:
    return StaffChanged(
        *head(callback),
        cast("StaffChange", callback.change_type),
        required(callback, "UserID"),
        callback.get("NewUserID"),
        callback.fields,
    )


def _department_changed(callback: Callback) -> DepartmentChanged:
    return DepartmentChanged(
        *head(callback),
        cast("DepartmentChange", callback.change_type),
        number(callback, "Id"),
        callback.get("Name") or None,
        number_or_none(callback, "ParentId"),
    )


def _tag_changed(callback: Callback) -> ContactTagChanged:
    return ContactTagChanged(
        *head(callback),
        number(callback, "TagId"),
        parts(callback, "AddUserItems"),
        parts(callback, "DelUserItems"),
        parts(callback, "AddPartyItems"),
        parts(callback, "DelPartyItems"),
    )


def _job_finished(callback: Callback) -> BatchJobFinished:
    return BatchJobFinished(
        *head(callback),
        required(callback, "BatchJob.JobId"),
        callback.get("BatchJob.JobType"),
        number_or_none(callback, "BatchJob.ErrCode") or 0,
        callback.get("BatchJob.ErrMsg"),
    )


_EVENT: Final = "change_contact"
MAKERS: Final[Makers] = {
    **{(_EVENT, change): _staff_changed for change in get_args(StaffChange)},
    **{(_EVENT, change): _department_changed for change in get_args(DepartmentChange)},
    (_EVENT, "update_tag"): _tag_changed,
    ("batch_job_result", ""): _job_finished,
}
