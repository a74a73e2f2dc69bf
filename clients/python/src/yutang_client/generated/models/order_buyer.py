from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="OrderBuyer")



@_attrs_define
class OrderBuyer:
    """ The buyer's ids; the strongest that is known here decides, the others are tied to it.

        Attributes:
            external (None | str | Unset):
            unionid (None | str | Unset):
            phone (None | str | Unset):
            member_number (None | str | Unset):
     """

    external: None | str | Unset = UNSET
    unionid: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    member_number: None | str | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        external: None | str | Unset
        if isinstance(self.external, Unset):
            external = UNSET
        else:
            external = self.external

        unionid: None | str | Unset
        if isinstance(self.unionid, Unset):
            unionid = UNSET
        else:
            unionid = self.unionid

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        member_number: None | str | Unset
        if isinstance(self.member_number, Unset):
            member_number = UNSET
        else:
            member_number = self.member_number


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if external is not UNSET:
            field_dict["external"] = external
        if unionid is not UNSET:
            field_dict["unionid"] = unionid
        if phone is not UNSET:
            field_dict["phone"] = phone
        if member_number is not UNSET:
            field_dict["member_number"] = member_number

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_external(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        external = _parse_external(d.pop("external", UNSET))


        def _parse_unionid(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        unionid = _parse_unionid(d.pop("unionid", UNSET))


        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))


        def _parse_member_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        member_number = _parse_member_number(d.pop("member_number", UNSET))


        order_buyer = cls(
            external=external,
            unionid=unionid,
            phone=phone,
            member_number=member_number,
        )

        return order_buyer

