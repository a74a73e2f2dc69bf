from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_address_language import NewAddressLanguage
from ..types import UNSET, Unset






T = TypeVar("T", bound="NewAddress")



@_attrs_define
class NewAddress:
    """ Where mail shall go, and in which language it is written.

        Attributes:
            address (str):
            language (NewAddressLanguage | Unset):  Default: NewAddressLanguage.ZH_CN.
     """

    address: str
    language: NewAddressLanguage | Unset = NewAddressLanguage.ZH_CN





    def to_dict(self) -> dict[str, Any]:
        address = self.address

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
            "address": address,
        })
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        _language = d.pop("language", UNSET)
        language: NewAddressLanguage | Unset
        if isinstance(_language,  Unset):
            language = UNSET
        else:
            language = NewAddressLanguage(_language)




        new_address = cls(
            address=address,
            language=language,
        )

        return new_address

