from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="LeaverRead")



@_attrs_define
class LeaverRead:
    """ A member who left, and what of his waits for somebody.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            left_at (datetime.datetime | None):
            customers (int):
            groups (int):
            open_tasks (int):
            codes (int):
            unassigned (int | None):
            deadline (datetime.datetime | None):
            handover_id (int | None):
     """

    staff: StaffRef
    left_at: datetime.datetime | None
    customers: int
    groups: int
    open_tasks: int
    codes: int
    unassigned: int | None
    deadline: datetime.datetime | None
    handover_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at

        customers = self.customers

        groups = self.groups

        open_tasks = self.open_tasks

        codes = self.codes

        unassigned: int | None
        unassigned = self.unassigned

        deadline: None | str
        if isinstance(self.deadline, datetime.datetime):
            deadline = self.deadline.isoformat()
        else:
            deadline = self.deadline

        handover_id: int | None
        handover_id = self.handover_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "left_at": left_at,
            "customers": customers,
            "groups": groups,
            "open_tasks": open_tasks,
            "codes": codes,
            "unassigned": unassigned,
            "deadline": deadline,
            "handover_id": handover_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        def _parse_left_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_at_type_0 = datetime.datetime.fromisoformat(data)



                return left_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        left_at = _parse_left_at(d.pop("left_at"))


        customers = d.pop("customers")

        groups = d.pop("groups")

        open_tasks = d.pop("open_tasks")

        codes = d.pop("codes")

        def _parse_unassigned(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        unassigned = _parse_unassigned(d.pop("unassigned"))


        def _parse_deadline(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deadline_type_0 = datetime.datetime.fromisoformat(data)



                return deadline_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deadline = _parse_deadline(d.pop("deadline"))


        def _parse_handover_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        handover_id = _parse_handover_id(d.pop("handover_id"))


        leaver_read = cls(
            staff=staff,
            left_at=left_at,
            customers=customers,
            groups=groups,
            open_tasks=open_tasks,
            codes=codes,
            unassigned=unassigned,
            deadline=deadline,
            handover_id=handover_id,
        )


        leaver_read.additional_properties = d
        return leaver_read

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
