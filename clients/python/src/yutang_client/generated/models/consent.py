from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.consent_purposes_item import ConsentPurposesItem
from typing import cast
import datetime






T = TypeVar("T", bound="Consent")



@_attrs_define
class Consent:
    """ What these people agreed to, where and when, as the importer declares it.

        Attributes:
            source (str):
            purposes (list[ConsentPurposesItem]):
            given_on (datetime.date):
     """

    source: str
    purposes: list[ConsentPurposesItem]
    given_on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        source = self.source

        purposes = []
        for purposes_item_data in self.purposes:
            purposes_item = purposes_item_data.value
            purposes.append(purposes_item)



        given_on = self.given_on.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "source": source,
            "purposes": purposes,
            "given_on": given_on,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        source = d.pop("source")

        purposes = []
        _purposes = d.pop("purposes")
        for purposes_item_data in (_purposes):
            purposes_item = ConsentPurposesItem(purposes_item_data)



            purposes.append(purposes_item)


        given_on = datetime.date.fromisoformat(d.pop("given_on"))




        consent = cls(
            source=source,
            purposes=purposes,
            given_on=given_on,
        )


        consent.additional_properties = d
        return consent

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
