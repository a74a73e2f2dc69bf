from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.tag_group_row_kind import TagGroupRowKind
from ..models.tag_group_row_lock import TagGroupRowLock
from typing import cast






T = TypeVar("T", bound="TagGroupRow")



@_attrs_define
class TagGroupRow:
    """ A group in the list.

        Attributes:
            id (int):
            kind (TagGroupRowKind):
            name (str):
            lock (TagGroupRowLock):
            exclusive (bool):
            ordered (bool):
            sensitive (bool):
            archived (bool):
            tags (int):
            sample (list[str]):
     """

    id: int
    kind: TagGroupRowKind
    name: str
    lock: TagGroupRowLock
    exclusive: bool
    ordered: bool
    sensitive: bool
    archived: bool
    tags: int
    sample: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        name = self.name

        lock = self.lock.value

        exclusive = self.exclusive

        ordered = self.ordered

        sensitive = self.sensitive

        archived = self.archived

        tags = self.tags

        sample = self.sample




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "name": name,
            "lock": lock,
            "exclusive": exclusive,
            "ordered": ordered,
            "sensitive": sensitive,
            "archived": archived,
            "tags": tags,
            "sample": sample,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = TagGroupRowKind(d.pop("kind"))




        name = d.pop("name")

        lock = TagGroupRowLock(d.pop("lock"))




        exclusive = d.pop("exclusive")

        ordered = d.pop("ordered")

        sensitive = d.pop("sensitive")

        archived = d.pop("archived")

        tags = d.pop("tags")

        sample = cast(list[str], d.pop("sample"))


        tag_group_row = cls(
            id=id,
            kind=kind,
            name=name,
            lock=lock,
            exclusive=exclusive,
            ordered=ordered,
            sensitive=sensitive,
            archived=archived,
            tags=tags,
            sample=sample,
        )


        tag_group_row.additional_properties = d
        return tag_group_row

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
