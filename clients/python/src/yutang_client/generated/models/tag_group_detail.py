from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.tag_group_detail_kind import TagGroupDetailKind
from ..models.tag_group_detail_lock import TagGroupDetailLock
from typing import cast

if TYPE_CHECKING:
  from ..models.tag_detail import TagDetail





T = TypeVar("T", bound="TagGroupDetail")



@_attrs_define
class TagGroupDetail:
    """ A group with its tags, in order.

        Attributes:
            id (int):
            kind (TagGroupDetailKind):
            name (str):
            lock (TagGroupDetailLock):
            exclusive (bool):
            ordered (bool):
            sensitive (bool):
            archived (bool):
            tags (int):
            sample (list[str]):
            items (list[TagDetail]):
            doubles (int | None):
     """

    id: int
    kind: TagGroupDetailKind
    name: str
    lock: TagGroupDetailLock
    exclusive: bool
    ordered: bool
    sensitive: bool
    archived: bool
    tags: int
    sample: list[str]
    items: list[TagDetail]
    doubles: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tag_detail import TagDetail # noqa: PLC0415
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



        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        doubles: int | None
        doubles = self.doubles


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
            "items": items,
            "doubles": doubles,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tag_detail import TagDetail # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = TagGroupDetailKind(d.pop("kind"))




        name = d.pop("name")

        lock = TagGroupDetailLock(d.pop("lock"))




        exclusive = d.pop("exclusive")

        ordered = d.pop("ordered")

        sensitive = d.pop("sensitive")

        archived = d.pop("archived")

        tags = d.pop("tags")

        sample = cast(list[str], d.pop("sample"))


        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TagDetail.from_dict(items_item_data)



            items.append(items_item)


        def _parse_doubles(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        doubles = _parse_doubles(d.pop("doubles"))


        tag_group_detail = cls(
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
            items=items,
            doubles=doubles,
        )


        tag_group_detail.additional_properties = d
        return tag_group_detail

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
