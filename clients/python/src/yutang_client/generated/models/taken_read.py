from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.taken_read_change import TakenReadChange
from typing import cast






T = TypeVar("T", bound="TakenRead")



@_attrs_define
class TakenRead:
    """ What came of one, in the order in which they were sent.

        Attributes:
            number (str):
            order_id (int | None):
            customer_id (int | None):
            change (TakenReadChange):
            reason (None | str):
     """

    number: str
    order_id: int | None
    customer_id: int | None
    change: TakenReadChange
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        number = self.number

        order_id: int | None
        order_id = self.order_id

        customer_id: int | None
        customer_id = self.customer_id

        change = self.change.value

        reason: None | str
        reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "number": number,
            "order_id": order_id,
            "customer_id": customer_id,
            "change": change,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))


        def _parse_customer_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        change = TakenReadChange(d.pop("change"))




        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        taken_read = cls(
            number=number,
            order_id=order_id,
            customer_id=customer_id,
            change=change,
            reason=reason,
        )


        taken_read.additional_properties = d
        return taken_read

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
