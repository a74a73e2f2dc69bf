from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.own_values_values import OwnValuesValues





T = TypeVar("T", bound="OwnValues")



@_attrs_define
class OwnValues:
    """ Values by field id as typed; null, blank and [] take away.

        Attributes:
            values (OwnValuesValues):
     """

    values: OwnValuesValues
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.own_values_values import OwnValuesValues # noqa: PLC0415
        values = self.values.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "values": values,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_values_values import OwnValuesValues # noqa: PLC0415
        d = dict(src_dict)
        values = OwnValuesValues.from_dict(d.pop("values"))




        own_values = cls(
            values=values,
        )


        own_values.additional_properties = d
        return own_values

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
