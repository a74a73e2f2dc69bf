from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_search_tier_item import GroupSearchTierItem
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="GroupSearch")



@_attrs_define
class GroupSearch:
    """ Groups that match all of it; dismissed ones never do.

        Attributes:
            q (str | Unset):  Default: ''.
            owner_ids (list[int] | Unset):
            tier (list[GroupSearchTierItem] | Unset):
            label (str | Unset):  Default: ''.
     """

    q: str | Unset = ''
    owner_ids: list[int] | Unset = UNSET
    tier: list[GroupSearchTierItem] | Unset = UNSET
    label: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        q = self.q

        owner_ids: list[int] | Unset = UNSET
        if not isinstance(self.owner_ids, Unset):
            owner_ids = self.owner_ids



        tier: list[str] | Unset = UNSET
        if not isinstance(self.tier, Unset):
            tier = []
            for tier_item_data in self.tier:
                tier_item = tier_item_data.value
                tier.append(tier_item)



        label = self.label


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if q is not UNSET:
            field_dict["q"] = q
        if owner_ids is not UNSET:
            field_dict["owner_ids"] = owner_ids
        if tier is not UNSET:
            field_dict["tier"] = tier
        if label is not UNSET:
            field_dict["label"] = label

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        q = d.pop("q", UNSET)

        owner_ids = cast(list[int], d.pop("owner_ids", UNSET))


        _tier = d.pop("tier", UNSET)
        tier: list[GroupSearchTierItem] | Unset = UNSET
        if _tier is not UNSET:
            tier = []
            for tier_item_data in _tier:
                tier_item = GroupSearchTierItem(tier_item_data)



                tier.append(tier_item)


        label = d.pop("label", UNSET)

        group_search = cls(
            q=q,
            owner_ids=owner_ids,
            tier=tier,
            label=label,
        )


        group_search.additional_properties = d
        return group_search

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
