from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rfm_scored_key import RfmScoredKey






T = TypeVar("T", bound="RfmScored")



@_attrs_define
class RfmScored:
    """ One buyer with his scores and what they stand on.

        Attributes:
            customer_id (int):
            name (str):
            key (RfmScoredKey):
            r (int):
            f (int):
            m (int):
            days (int):
            orders (int):
            amount_fen (int):
     """

    customer_id: int
    name: str
    key: RfmScoredKey
    r: int
    f: int
    m: int
    days: int
    orders: int
    amount_fen: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        name = self.name

        key = self.key.value

        r = self.r

        f = self.f

        m = self.m

        days = self.days

        orders = self.orders

        amount_fen = self.amount_fen


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "name": name,
            "key": key,
            "r": r,
            "f": f,
            "m": m,
            "days": days,
            "orders": orders,
            "amount_fen": amount_fen,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        name = d.pop("name")

        key = RfmScoredKey(d.pop("key"))




        r = d.pop("r")

        f = d.pop("f")

        m = d.pop("m")

        days = d.pop("days")

        orders = d.pop("orders")

        amount_fen = d.pop("amount_fen")

        rfm_scored = cls(
            customer_id=customer_id,
            name=name,
            key=key,
            r=r,
            f=f,
            m=m,
            days=days,
            orders=orders,
            amount_fen=amount_fen,
        )


        rfm_scored.additional_properties = d
        return rfm_scored

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
