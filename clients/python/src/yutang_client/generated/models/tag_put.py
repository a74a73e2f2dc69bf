from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="TagPut")



@_attrs_define
class TagPut:
    """ Put a tag on one customer by hand.

        Attributes:
            tag_id (int):
            why (None | str | Unset):
            staff_ids (list[int] | None | Unset):
     """

    tag_id: int
    why: None | str | Unset = UNSET
    staff_ids: list[int] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        tag_id = self.tag_id

        why: None | str | Unset
        if isinstance(self.why, Unset):
            why = UNSET
        else:
            why = self.why

        staff_ids: list[int] | None | Unset
        if isinstance(self.staff_ids, Unset):
            staff_ids = UNSET
        elif isinstance(self.staff_ids, list):
            staff_ids = self.staff_ids


        else:
            staff_ids = self.staff_ids


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tag_id": tag_id,
        })
        if why is not UNSET:
            field_dict["why"] = why
        if staff_ids is not UNSET:
            field_dict["staff_ids"] = staff_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tag_id = d.pop("tag_id")

        def _parse_why(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        why = _parse_why(d.pop("why", UNSET))


        def _parse_staff_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                staff_ids_type_0 = cast(list[int], data)

                return staff_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        staff_ids = _parse_staff_ids(d.pop("staff_ids", UNSET))


        tag_put = cls(
            tag_id=tag_id,
            why=why,
            staff_ids=staff_ids,
        )


        tag_put.additional_properties = d
        return tag_put

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
