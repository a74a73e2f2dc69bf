from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.property_change_handling import PropertyChangeHandling
from ..models.property_change_type_type_0 import PropertyChangeTypeType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="PropertyChange")



@_attrs_define
class PropertyChange:
    """ What shall become of a property. Another `type` opens the next version of the kind.

        Attributes:
            name (str):
            handling (PropertyChangeHandling | Unset):  Default: PropertyChangeHandling.KEEP.
            purpose (None | str | Unset):
            converts (bool | Unset):  Default: False.
            plain (bool | Unset):  Default: False.
            type_ (None | PropertyChangeTypeType0 | Unset):
     """

    name: str
    handling: PropertyChangeHandling | Unset = PropertyChangeHandling.KEEP
    purpose: None | str | Unset = UNSET
    converts: bool | Unset = False
    plain: bool | Unset = False
    type_: None | PropertyChangeTypeType0 | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        handling: str | Unset = UNSET
        if not isinstance(self.handling, Unset):
            handling = self.handling.value


        purpose: None | str | Unset
        if isinstance(self.purpose, Unset):
            purpose = UNSET
        else:
            purpose = self.purpose

        converts = self.converts

        plain = self.plain

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, PropertyChangeTypeType0):
            type_ = self.type_.value
        else:
            type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
        })
        if handling is not UNSET:
            field_dict["handling"] = handling
        if purpose is not UNSET:
            field_dict["purpose"] = purpose
        if converts is not UNSET:
            field_dict["converts"] = converts
        if plain is not UNSET:
            field_dict["plain"] = plain
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        _handling = d.pop("handling", UNSET)
        handling: PropertyChangeHandling | Unset
        if isinstance(_handling,  Unset):
            handling = UNSET
        else:
            handling = PropertyChangeHandling(_handling)




        def _parse_purpose(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        purpose = _parse_purpose(d.pop("purpose", UNSET))


        converts = d.pop("converts", UNSET)

        plain = d.pop("plain", UNSET)

        def _parse_type_(data: object) -> None | PropertyChangeTypeType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = PropertyChangeTypeType0(data)



                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PropertyChangeTypeType0 | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))


        property_change = cls(
            name=name,
            handling=handling,
            purpose=purpose,
            converts=converts,
            plain=plain,
            type_=type_,
        )


        property_change.additional_properties = d
        return property_change

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
