from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.named_kind import NamedKind
  from ..models.target_read import TargetRead





T = TypeVar("T", bound="TargetList")



@_attrs_define
class TargetList:
    """ All of them, in the order in which they are offered.

        Attributes:
            items (list[TargetRead]):
            kinds (list[NamedKind] | Unset):
     """

    items: list[TargetRead]
    kinds: list[NamedKind] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.named_kind import NamedKind # noqa: PLC0415
        from ..models.target_read import TargetRead # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        kinds: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = []
            for kinds_item_data in self.kinds:
                kinds_item = kinds_item_data.to_dict()
                kinds.append(kinds_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
        })
        if kinds is not UNSET:
            field_dict["kinds"] = kinds

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_kind import NamedKind # noqa: PLC0415
        from ..models.target_read import TargetRead # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TargetRead.from_dict(items_item_data)



            items.append(items_item)


        _kinds = d.pop("kinds", UNSET)
        kinds: list[NamedKind] | Unset = UNSET
        if _kinds is not UNSET:
            kinds = []
            for kinds_item_data in _kinds:
                kinds_item = NamedKind.from_dict(kinds_item_data)



                kinds.append(kinds_item)


        target_list = cls(
            items=items,
            kinds=kinds,
        )


        target_list.additional_properties = d
        return target_list

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
