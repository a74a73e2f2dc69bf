from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.group_profile_set import GroupProfileSet





T = TypeVar("T", bound="GroupProfiles")



@_attrs_define
class GroupProfiles:
    """ Some groups, and what shall change on each.

        Attributes:
            group_ids (list[int]):
            set_ (GroupProfileSet): What shall change on each; what is not sent stays.
     """

    group_ids: list[int]
    set_: GroupProfileSet





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_profile_set import GroupProfileSet # noqa: PLC0415
        group_ids = self.group_ids



        set_ = self.set_.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "group_ids": group_ids,
            "set": set_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_profile_set import GroupProfileSet # noqa: PLC0415
        d = dict(src_dict)
        group_ids = cast(list[int], d.pop("group_ids"))


        set_ = GroupProfileSet.from_dict(d.pop("set"))




        group_profiles = cls(
            group_ids=group_ids,
            set_=set_,
        )

        return group_profiles

