from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_profile_set_kind_type_0 import GroupProfileSetKindType0
from ..models.group_profile_set_tier_type_0 import GroupProfileSetTierType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="GroupProfileSet")



@_attrs_define
class GroupProfileSet:
    """ What shall change on each; what is not sent stays.

        Attributes:
            kind (GroupProfileSetKindType0 | None | Unset):
            tier (GroupProfileSetTierType0 | None | Unset):
            labels_add (list[str] | Unset):
            labels_remove (list[str] | Unset):
     """

    kind: GroupProfileSetKindType0 | None | Unset = UNSET
    tier: GroupProfileSetTierType0 | None | Unset = UNSET
    labels_add: list[str] | Unset = UNSET
    labels_remove: list[str] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, GroupProfileSetKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        tier: None | str | Unset
        if isinstance(self.tier, Unset):
            tier = UNSET
        elif isinstance(self.tier, GroupProfileSetTierType0):
            tier = self.tier.value
        else:
            tier = self.tier

        labels_add: list[str] | Unset = UNSET
        if not isinstance(self.labels_add, Unset):
            labels_add = self.labels_add



        labels_remove: list[str] | Unset = UNSET
        if not isinstance(self.labels_remove, Unset):
            labels_remove = self.labels_remove




        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if kind is not UNSET:
            field_dict["kind"] = kind
        if tier is not UNSET:
            field_dict["tier"] = tier
        if labels_add is not UNSET:
            field_dict["labels_add"] = labels_add
        if labels_remove is not UNSET:
            field_dict["labels_remove"] = labels_remove

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_kind(data: object) -> GroupProfileSetKindType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = GroupProfileSetKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupProfileSetKindType0 | None | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))


        def _parse_tier(data: object) -> GroupProfileSetTierType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = GroupProfileSetTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupProfileSetTierType0 | None | Unset, data)

        tier = _parse_tier(d.pop("tier", UNSET))


        labels_add = cast(list[str], d.pop("labels_add", UNSET))


        labels_remove = cast(list[str], d.pop("labels_remove", UNSET))


        group_profile_set = cls(
            kind=kind,
            tier=tier,
            labels_add=labels_add,
            labels_remove=labels_remove,
        )

        return group_profile_set

