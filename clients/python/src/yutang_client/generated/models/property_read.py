from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.property_read_former_item import PropertyReadFormerItem
from ..models.property_read_handling import PropertyReadHandling
from ..models.property_read_type import PropertyReadType
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="PropertyRead")



@_attrs_define
class PropertyRead:
    """ A property of a kind: its type now, and since which version of the kind.

        Attributes:
            name (str):
            type_ (PropertyReadType):
            since (int):
            declared (bool):
            handling (PropertyReadHandling):
            purpose (None | str):
            converts (bool):
            plain (bool):
            example (None | str):
            first_at (datetime.datetime | None):
            former (list[PropertyReadFormerItem] | Unset):
            redacted (int | Unset):  Default: 0.
            left_out (int | Unset):  Default: 0.
     """

    name: str
    type_: PropertyReadType
    since: int
    declared: bool
    handling: PropertyReadHandling
    purpose: None | str
    converts: bool
    plain: bool
    example: None | str
    first_at: datetime.datetime | None
    former: list[PropertyReadFormerItem] | Unset = UNSET
    redacted: int | Unset = 0
    left_out: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_.value

        since = self.since

        declared = self.declared

        handling = self.handling.value

        purpose: None | str
        purpose = self.purpose

        converts = self.converts

        plain = self.plain

        example: None | str
        example = self.example

        first_at: None | str
        if isinstance(self.first_at, datetime.datetime):
            first_at = self.first_at.isoformat()
        else:
            first_at = self.first_at

        former: list[str] | Unset = UNSET
        if not isinstance(self.former, Unset):
            former = []
            for former_item_data in self.former:
                former_item = former_item_data.value
                former.append(former_item)



        redacted = self.redacted

        left_out = self.left_out


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "type": type_,
            "since": since,
            "declared": declared,
            "handling": handling,
            "purpose": purpose,
            "converts": converts,
            "plain": plain,
            "example": example,
            "first_at": first_at,
        })
        if former is not UNSET:
            field_dict["former"] = former
        if redacted is not UNSET:
            field_dict["redacted"] = redacted
        if left_out is not UNSET:
            field_dict["left_out"] = left_out

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        type_ = PropertyReadType(d.pop("type"))




        since = d.pop("since")

        declared = d.pop("declared")

        handling = PropertyReadHandling(d.pop("handling"))




        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))


        converts = d.pop("converts")

        plain = d.pop("plain")

        def _parse_example(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        example = _parse_example(d.pop("example"))


        def _parse_first_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_at_type_0 = datetime.datetime.fromisoformat(data)



                return first_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_at = _parse_first_at(d.pop("first_at"))


        _former = d.pop("former", UNSET)
        former: list[PropertyReadFormerItem] | Unset = UNSET
        if _former is not UNSET:
            former = []
            for former_item_data in _former:
                former_item = PropertyReadFormerItem(former_item_data)



                former.append(former_item)


        redacted = d.pop("redacted", UNSET)

        left_out = d.pop("left_out", UNSET)

        property_read = cls(
            name=name,
            type_=type_,
            since=since,
            declared=declared,
            handling=handling,
            purpose=purpose,
            converts=converts,
            plain=plain,
            example=example,
            first_at=first_at,
            former=former,
            redacted=redacted,
            left_out=left_out,
        )


        property_read.additional_properties = d
        return property_read

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
