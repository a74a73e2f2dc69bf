from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.reach_by import ReachBy
from ..models.reach_kinds_item import ReachKindsItem
from ..models.reach_tiers_item import ReachTiersItem
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="Reach")



@_attrs_define
class Reach:
    """ Which groups: all, all of owners, kinds or tiers, or picked ones; the list of `by` counts.

        Attributes:
            by (ReachBy):
            owner_ids (list[int] | Unset):
            kinds (list[ReachKindsItem] | Unset):
            tiers (list[ReachTiersItem] | Unset):
            group_ids (list[int] | Unset):
     """

    by: ReachBy
    owner_ids: list[int] | Unset = UNSET
    kinds: list[ReachKindsItem] | Unset = UNSET
    tiers: list[ReachTiersItem] | Unset = UNSET
    group_ids: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        by = self.by.value

        owner_ids: list[int] | Unset = UNSET
        if not isinstance(self.owner_ids, Unset):
            owner_ids = self.owner_ids



        kinds: list[str] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = []
            for kinds_item_data in self.kinds:
                kinds_item = kinds_item_data.value
                kinds.append(kinds_item)



        tiers: list[str] | Unset = UNSET
        if not isinstance(self.tiers, Unset):
            tiers = []
            for tiers_item_data in self.tiers:
                tiers_item = tiers_item_data.value
                tiers.append(tiers_item)



        group_ids: list[int] | Unset = UNSET
        if not isinstance(self.group_ids, Unset):
            group_ids = self.group_ids




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "by": by,
        })
        if owner_ids is not UNSET:
            field_dict["owner_ids"] = owner_ids
        if kinds is not UNSET:
            field_dict["kinds"] = kinds
        if tiers is not UNSET:
            field_dict["tiers"] = tiers
        if group_ids is not UNSET:
            field_dict["group_ids"] = group_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = ReachBy(d.pop("by"))




        owner_ids = cast(list[int], d.pop("owner_ids", UNSET))


        _kinds = d.pop("kinds", UNSET)
        kinds: list[ReachKindsItem] | Unset = UNSET
        if _kinds is not UNSET:
            kinds = []
            for kinds_item_data in _kinds:
                kinds_item = ReachKindsItem(kinds_item_data)



                kinds.append(kinds_item)


        _tiers = d.pop("tiers", UNSET)
        tiers: list[ReachTiersItem] | Unset = UNSET
        if _tiers is not UNSET:
            tiers = []
            for tiers_item_data in _tiers:
                tiers_item = ReachTiersItem(tiers_item_data)



                tiers.append(tiers_item)


        group_ids = cast(list[int], d.pop("group_ids", UNSET))


        reach = cls(
            by=by,
            owner_ids=owner_ids,
            kinds=kinds,
            tiers=tiers,
            group_ids=group_ids,
        )


        reach.additional_properties = d
        return reach

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
