from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.nickname_form_parts_item import NicknameFormPartsItem
from ..models.nickname_form_separator import NicknameFormSeparator
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NicknameForm")



@_attrs_define
class NicknameForm:
    """ How members write their nickname: parts in order, with a sign between them.

    `any` takes whichever of the usual signs. Only the shape is checked: a gender is one of the
    usual words, a name, area, city or trade is letters, a member number digits and letters; whether
    such a place is there is not.

        Attributes:
            parts (list[NicknameFormPartsItem]):
            separator (NicknameFormSeparator | Unset):  Default: NicknameFormSeparator.VALUE_0.
     """

    parts: list[NicknameFormPartsItem]
    separator: NicknameFormSeparator | Unset = NicknameFormSeparator.VALUE_0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.value
            parts.append(parts_item)



        separator: str | Unset = UNSET
        if not isinstance(self.separator, Unset):
            separator = self.separator.value



        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "parts": parts,
        })
        if separator is not UNSET:
            field_dict["separator"] = separator

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parts = []
        _parts = d.pop("parts")
        for parts_item_data in (_parts):
            parts_item = NicknameFormPartsItem(parts_item_data)



            parts.append(parts_item)


        _separator = d.pop("separator", UNSET)
        separator: NicknameFormSeparator | Unset
        if isinstance(_separator,  Unset):
            separator = UNSET
        else:
            separator = NicknameFormSeparator(_separator)




        nickname_form = cls(
            parts=parts,
            separator=separator,
        )


        nickname_form.additional_properties = d
        return nickname_form

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
