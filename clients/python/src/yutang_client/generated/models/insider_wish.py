from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="InsiderWish")



@_attrs_define
class InsiderWish:
    """ Whose own WeChat this customer is; null: nobody's.

        Attributes:
            customer_id (int):
            staff_id (int | None):
     """

    customer_id: int
    staff_id: int | None





    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        staff_id: int | None
        staff_id = self.staff_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "customer_id": customer_id,
            "staff_id": staff_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        def _parse_staff_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        staff_id = _parse_staff_id(d.pop("staff_id"))


        insider_wish = cls(
            customer_id=customer_id,
            staff_id=staff_id,
        )

        return insider_wish

