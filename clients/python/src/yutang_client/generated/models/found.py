from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.people import People





T = TypeVar("T", bound="Found")



@_attrs_define
class Found:
    """ What a dry run found.

        Attributes:
            created (int):
            changed (int):
            unchanged (int):
            refused (int):
            people (None | People | Unset):
     """

    created: int
    changed: int
    unchanged: int
    refused: int
    people: None | People | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.people import People # noqa: PLC0415
        created = self.created

        changed = self.changed

        unchanged = self.unchanged

        refused = self.refused

        people: dict[str, Any] | None | Unset
        if isinstance(self.people, Unset):
            people = UNSET
        elif isinstance(self.people, People):
            people = self.people.to_dict()
        else:
            people = self.people


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "created": created,
            "changed": changed,
            "unchanged": unchanged,
            "refused": refused,
        })
        if people is not UNSET:
            field_dict["people"] = people

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.people import People # noqa: PLC0415
        d = dict(src_dict)
        created = d.pop("created")

        changed = d.pop("changed")

        unchanged = d.pop("unchanged")

        refused = d.pop("refused")

        def _parse_people(data: object) -> None | People | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                people_type_0 = People.from_dict(data)



                return people_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | People | Unset, data)

        people = _parse_people(d.pop("people", UNSET))


        found = cls(
            created=created,
            changed=changed,
            unchanged=unchanged,
            refused=refused,
            people=people,
        )


        found.additional_properties = d
        return found

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
