from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.group_ref import GroupRef





T = TypeVar("T", bound="InvitationGroup")



@_attrs_define
class InvitationGroup:
    """ Who came into one group.

        Attributes:
            group (GroupRef): A group by name.
            joined (int):
            otherwise (int):
            still_there (int):
     """

    group: GroupRef
    joined: int
    otherwise: int
    still_there: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        group = self.group.to_dict()

        joined = self.joined

        otherwise = self.otherwise

        still_there = self.still_there


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "group": group,
            "joined": joined,
            "otherwise": otherwise,
            "still_there": still_there,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        d = dict(src_dict)
        group = GroupRef.from_dict(d.pop("group"))




        joined = d.pop("joined")

        otherwise = d.pop("otherwise")

        still_there = d.pop("still_there")

        invitation_group = cls(
            group=group,
            joined=joined,
            otherwise=otherwise,
            still_there=still_there,
        )


        invitation_group.additional_properties = d
        return invitation_group

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
