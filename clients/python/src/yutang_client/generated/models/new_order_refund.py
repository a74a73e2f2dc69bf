from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="NewOrderRefund")



@_attrs_define
class NewOrderRefund:
    """ Money that went back; a number counts once for an order.

        Attributes:
            number (str):
            amount_fen (int):
            at (datetime.datetime):
     """

    number: str
    amount_fen: int
    at: datetime.datetime





    def to_dict(self) -> dict[str, Any]:
        number = self.number

        amount_fen = self.amount_fen

        at = self.at.isoformat()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "number": number,
            "amount_fen": amount_fen,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        amount_fen = d.pop("amount_fen")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        new_order_refund = cls(
            number=number,
            amount_fen=amount_fen,
            at=at,
        )

        return new_order_refund

