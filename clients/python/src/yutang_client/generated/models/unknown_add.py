from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.unknown_add_why import UnknownAddWhy
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="UnknownAdd")



@_attrs_define
class UnknownAdd:
    """ An add without channel and way.

        Attributes:
            id (int):
            customer_id (int):
            customer_name (str):
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            at (datetime.datetime):
            why (UnknownAddWhy):
     """

    id: int
    customer_id: int
    customer_name: str
    staff: StaffRef
    at: datetime.datetime
    why: UnknownAddWhy
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        customer_id = self.customer_id

        customer_name = self.customer_name

        staff = self.staff.to_dict()

        at = self.at.isoformat()

        why = self.why.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "customer_id": customer_id,
            "customer_name": customer_name,
            "staff": staff,
            "at": at,
            "why": why,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        customer_id = d.pop("customer_id")

        customer_name = d.pop("customer_name")

        staff = StaffRef.from_dict(d.pop("staff"))




        at = datetime.datetime.fromisoformat(d.pop("at"))




        why = UnknownAddWhy(d.pop("why"))




        unknown_add = cls(
            id=id,
            customer_id=customer_id,
            customer_name=customer_name,
            staff=staff,
            at=at,
            why=why,
        )


        unknown_add.additional_properties = d
        return unknown_add

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
