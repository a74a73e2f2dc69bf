from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="ValueRead")



@_attrs_define
class ValueRead:
    """ A person's value and who wrote it.

    `value` is what the field's parser takes back: money "68.42" in yuan, a day "2026-11-26",
    "yes" or "no", an option's key; a list of keys for several_of.

        Attributes:
            field_id (int):
            value (list[str] | str):
            by (str):
            source (str):
            at (datetime.datetime):
     """

    field_id: int
    value: list[str] | str
    by: str
    source: str
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        field_id = self.field_id

        value: list[str] | str
        if isinstance(self.value, list):
            value = self.value


        else:
            value = self.value

        by = self.by

        source = self.source

        at = self.at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "field_id": field_id,
            "value": value,
            "by": by,
            "source": source,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        field_id = d.pop("field_id")

        def _parse_value(data: object) -> list[str] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                value_type_1 = cast(list[str], data)

                return value_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | str, data)

        value = _parse_value(d.pop("value"))


        by = d.pop("by")

        source = d.pop("source")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        value_read = cls(
            field_id=field_id,
            value=value,
            by=by,
            source=source,
            at=at,
        )


        value_read.additional_properties = d
        return value_read

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
