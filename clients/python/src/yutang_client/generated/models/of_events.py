from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="OfEvents")



@_attrs_define
class OfEvents:
    """ How often: how many events of these kinds within the window.

        Attributes:
            of (Literal['events']):
            kinds (list[str]):
     """

    of: Literal['events']
    kinds: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        of = self.of

        kinds = self.kinds




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "of": of,
            "kinds": kinds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        of = cast(Literal['events'] , d.pop("of"))
        if of != 'events':
            raise ValueError(f"of must match const 'events', got '{of}'")

        kinds = cast(list[str], d.pop("kinds"))


        of_events = cls(
            of=of,
            kinds=kinds,
        )


        of_events.additional_properties = d
        return of_events

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
