from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rfm_cell_read_key import RfmCellReadKey






T = TypeVar("T", bound="RfmCellRead")



@_attrs_define
class RfmCellRead:
    """ Who share scores and class.

        Attributes:
            r (int):
            f (int):
            m (int):
            key (RfmCellReadKey):
            people (int):
            orders (int):
            amount_fen (int):
     """

    r: int
    f: int
    m: int
    key: RfmCellReadKey
    people: int
    orders: int
    amount_fen: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        r = self.r

        f = self.f

        m = self.m

        key = self.key.value

        people = self.people

        orders = self.orders

        amount_fen = self.amount_fen


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "r": r,
            "f": f,
            "m": m,
            "key": key,
            "people": people,
            "orders": orders,
            "amount_fen": amount_fen,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        r = d.pop("r")

        f = d.pop("f")

        m = d.pop("m")

        key = RfmCellReadKey(d.pop("key"))




        people = d.pop("people")

        orders = d.pop("orders")

        amount_fen = d.pop("amount_fen")

        rfm_cell_read = cls(
            r=r,
            f=f,
            m=m,
            key=key,
            people=people,
            orders=orders,
            amount_fen=amount_fen,
        )


        rfm_cell_read.additional_properties = d
        return rfm_cell_read

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
