from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_profile_kind_type_0 import GroupProfileKindType0
from ..models.group_profile_tier_type_0 import GroupProfileTierType0
from typing import cast






T = TypeVar("T", bound="GroupProfile")



@_attrs_define
class GroupProfile:
    """ What a group is for, as it shall be; `version` is the one that was read.

        Attributes:
            kind (GroupProfileKindType0 | None):
            tier (GroupProfileTierType0 | None):
            aim (str):
            labels (list[str]):
            version (int):
     """

    kind: GroupProfileKindType0 | None
    tier: GroupProfileTierType0 | None
    aim: str
    labels: list[str]
    version: int





    def to_dict(self) -> dict[str, Any]:
        kind: None | str
        if isinstance(self.kind, GroupProfileKindType0):
            kind = self.kind.value
        else:
            kind = self.kind

        tier: None | str
        if isinstance(self.tier, GroupProfileTierType0):
            tier = self.tier.value
        else:
            tier = self.tier

        aim = self.aim

        labels = self.labels



        version = self.version


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "kind": kind,
            "tier": tier,
            "aim": aim,
            "labels": labels,
            "version": version,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_kind(data: object) -> GroupProfileKindType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = GroupProfileKindType0(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupProfileKindType0 | None, data)

        kind = _parse_kind(d.pop("kind"))


        def _parse_tier(data: object) -> GroupProfileTierType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = GroupProfileTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupProfileTierType0 | None, data)

        tier = _parse_tier(d.pop("tier"))


        aim = d.pop("aim")

        labels = cast(list[str], d.pop("labels"))


        version = d.pop("version")

        group_profile = cls(
            kind=kind,
            tier=tier,
            aim=aim,
            labels=labels,
            version=version,
        )

        return group_profile

