from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.profile_set_kind_type_0 import ProfileSetKindType0
from ..models.profile_set_tier_type_0 import ProfileSetTierType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="ProfileSet")



@_attrs_define
class ProfileSet:
    """ What shall change on each; what is not sent stays.

        Attributes:
            kind (None | ProfileSetKindType0 | Unset):
            tier (None | ProfileSetTierType0 | Unset):
            labels_add (list[str] | Unset):
            labels_remove (list[str] | Unset):
     """

    kind: None | ProfileSetKindType0 | Unset = UNSET
    tier: None | ProfileSetTierType0 | Unset = UNSET
    labels_add: list[str] | Unset = UNSET
    labels_remove: list[str] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, ProfileSetKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        tier: None | str | Unset
        if isinstance(self.tier, Unset):
            tier = UNSET
        elif isinstance(self.tier, ProfileSetTierType0):
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
        def _parse_kind(data: object) -> None | ProfileSetKindType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = ProfileSetKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProfileSetKindType0 | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))


        def _parse_tier(data: object) -> None | ProfileSetTierType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = ProfileSetTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProfileSetTierType0 | Unset, data)

        tier = _parse_tier(d.pop("tier", UNSET))


        labels_add = cast(list[str], d.pop("labels_add", UNSET))


        labels_remove = cast(list[str], d.pop("labels_remove", UNSET))


        profile_set = cls(
            kind=kind,
            tier=tier,
            labels_add=labels_add,
            labels_remove=labels_remove,
        )

        return profile_set

