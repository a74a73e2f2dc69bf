from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.id_read import IdRead
  from ..models.merge_read import MergeRead





T = TypeVar("T", bound="PersonIds")



@_attrs_define
class PersonIds:
    """ All that a person is recognised by, and who he was merged of.

        Attributes:
            customer_id (int):
            ids (list[IdRead]):
            more (int):
            merges (list[MergeRead]):
            conflicts (int):
     """

    customer_id: int
    ids: list[IdRead]
    more: int
    merges: list[MergeRead]
    conflicts: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.id_read import IdRead # noqa: PLC0415
        from ..models.merge_read import MergeRead # noqa: PLC0415
        customer_id = self.customer_id

        ids = []
        for ids_item_data in self.ids:
            ids_item = ids_item_data.to_dict()
            ids.append(ids_item)



        more = self.more

        merges = []
        for merges_item_data in self.merges:
            merges_item = merges_item_data.to_dict()
            merges.append(merges_item)



        conflicts = self.conflicts


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "ids": ids,
            "more": more,
            "merges": merges,
            "conflicts": conflicts,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.id_read import IdRead # noqa: PLC0415
        from ..models.merge_read import MergeRead # noqa: PLC0415
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        ids = []
        _ids = d.pop("ids")
        for ids_item_data in (_ids):
            ids_item = IdRead.from_dict(ids_item_data)



            ids.append(ids_item)


        more = d.pop("more")

        merges = []
        _merges = d.pop("merges")
        for merges_item_data in (_merges):
            merges_item = MergeRead.from_dict(merges_item_data)



            merges.append(merges_item)


        conflicts = d.pop("conflicts")

        person_ids = cls(
            customer_id=customer_id,
            ids=ids,
            more=more,
            merges=merges,
            conflicts=conflicts,
        )


        person_ids.additional_properties = d
        return person_ids

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
