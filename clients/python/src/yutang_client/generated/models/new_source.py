from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_source_kind import NewSourceKind
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewSource")



@_attrs_define
class NewSource:
    """ A source to make; `origins` for a site, as `https://shop.example.com`.

        Attributes:
            name (str):
            kind (NewSourceKind):
            origins (list[str] | Unset):
            events_per_second (int | Unset):  Default: 1000.
     """

    name: str
    kind: NewSourceKind
    origins: list[str] | Unset = UNSET
    events_per_second: int | Unset = 1000





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind = self.kind.value

        origins: list[str] | Unset = UNSET
        if not isinstance(self.origins, Unset):
            origins = self.origins



        events_per_second = self.events_per_second


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "kind": kind,
        })
        if origins is not UNSET:
            field_dict["origins"] = origins
        if events_per_second is not UNSET:
            field_dict["events_per_second"] = events_per_second

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        kind = NewSourceKind(d.pop("kind"))




        origins = cast(list[str], d.pop("origins", UNSET))


        events_per_second = d.pop("events_per_second", UNSET)

        new_source = cls(
            name=name,
            kind=kind,
            origins=origins,
            events_per_second=events_per_second,
        )

        return new_source

