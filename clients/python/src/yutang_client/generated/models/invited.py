from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.person_read import PersonRead





T = TypeVar("T", bound="Invited")



@_attrs_define
class Invited:
    """ A person with his first password, which is shown this once and must be changed.

        Attributes:
            person (PersonRead): An account with whom it sees and which member it is, by name.
            first_password (None | str):
     """

    person: PersonRead
    first_password: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.person_read import PersonRead # noqa: PLC0415
        person = self.person.to_dict()

        first_password: None | str
        first_password = self.first_password


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "person": person,
            "first_password": first_password,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person_read import PersonRead # noqa: PLC0415
        d = dict(src_dict)
        person = PersonRead.from_dict(d.pop("person"))




        def _parse_first_password(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_password = _parse_first_password(d.pop("first_password"))


        invited = cls(
            person=person,
            first_password=first_password,
        )


        invited.additional_properties = d
        return invited

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
