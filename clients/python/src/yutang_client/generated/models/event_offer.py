from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.property_offer import PropertyOffer





T = TypeVar("T", bound="EventOffer")



@_attrs_define
class EventOffer:
    """ A kind of event with what it tells.

        Attributes:
            kind (str):
            label (None | str):
            family (str):
            properties (list[PropertyOffer]):
     """

    kind: str
    label: None | str
    family: str
    properties: list[PropertyOffer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.property_offer import PropertyOffer # noqa: PLC0415
        kind = self.kind

        label: None | str
        label = self.label

        family = self.family

        properties = []
        for properties_item_data in self.properties:
            properties_item = properties_item_data.to_dict()
            properties.append(properties_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "label": label,
            "family": family,
            "properties": properties,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.property_offer import PropertyOffer # noqa: PLC0415
        d = dict(src_dict)
        kind = d.pop("kind")

        def _parse_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label = _parse_label(d.pop("label"))


        family = d.pop("family")

        properties = []
        _properties = d.pop("properties")
        for properties_item_data in (_properties):
            properties_item = PropertyOffer.from_dict(properties_item_data)



            properties.append(properties_item)


        event_offer = cls(
            kind=kind,
            label=label,
            family=family,
            properties=properties,
        )


        event_offer.additional_properties = d
        return event_offer

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
