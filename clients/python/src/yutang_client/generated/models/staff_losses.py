from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="StaffLosses")



@_attrs_define
class StaffLosses:
    """ A member's adds and deletions in a span.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            adds (int):
            by_customer (int):
            by_staff (int):
            persons (int):
            per_add (float | None):
     """

    staff: StaffRef
    adds: int
    by_customer: int
    by_staff: int
    persons: int
    per_add: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        adds = self.adds

        by_customer = self.by_customer

        by_staff = self.by_staff

        persons = self.persons

        per_add: float | None
        per_add = self.per_add


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "adds": adds,
            "by_customer": by_customer,
            "by_staff": by_staff,
            "persons": persons,
            "per_add": per_add,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        adds = d.pop("adds")

        by_customer = d.pop("by_customer")

        by_staff = d.pop("by_staff")

        persons = d.pop("persons")

        def _parse_per_add(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        per_add = _parse_per_add(d.pop("per_add"))


        staff_losses = cls(
            staff=staff,
            adds=adds,
            by_customer=by_customer,
            by_staff=by_staff,
            persons=persons,
            per_add=per_add,
        )


        staff_losses.additional_properties = d
        return staff_losses

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
