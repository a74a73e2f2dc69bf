from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.tag_group_create_kind import TagGroupCreateKind
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="TagGroupCreate")



@_attrs_define
class TagGroupCreate:
    """ A group to make, with at least one tag: WeCom has no empty ones.

        Attributes:
            kind (TagGroupCreateKind):
            name (str):
            tags (list[str]):
            exclusive (bool | Unset):  Default: False.
            ordered (bool | Unset):  Default: False.
            sensitive (bool | Unset):  Default: False.
     """

    kind: TagGroupCreateKind
    name: str
    tags: list[str]
    exclusive: bool | Unset = False
    ordered: bool | Unset = False
    sensitive: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        name = self.name

        tags = self.tags



        exclusive = self.exclusive

        ordered = self.ordered

        sensitive = self.sensitive


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "name": name,
            "tags": tags,
        })
        if exclusive is not UNSET:
            field_dict["exclusive"] = exclusive
        if ordered is not UNSET:
            field_dict["ordered"] = ordered
        if sensitive is not UNSET:
            field_dict["sensitive"] = sensitive

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = TagGroupCreateKind(d.pop("kind"))




        name = d.pop("name")

        tags = cast(list[str], d.pop("tags"))


        exclusive = d.pop("exclusive", UNSET)

        ordered = d.pop("ordered", UNSET)

        sensitive = d.pop("sensitive", UNSET)

        tag_group_create = cls(
            kind=kind,
            name=name,
            tags=tags,
            exclusive=exclusive,
            ordered=ordered,
            sensitive=sensitive,
        )


        tag_group_create.additional_properties = d
        return tag_group_create

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
