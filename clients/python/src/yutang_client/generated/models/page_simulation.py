from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.page_simulated_member import PageSimulatedMember





T = TypeVar("T", bound="PageSimulation")



@_attrs_define
class PageSimulation:
    """ Who would get how many; the same seed gives the same answer.

        Attributes:
            members (list[PageSimulatedMember]):
            visitors (int):
            adds (int):
            unserved (int):
     """

    members: list[PageSimulatedMember]
    visitors: int
    adds: int
    unserved: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_simulated_member import PageSimulatedMember # noqa: PLC0415
        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)



        visitors = self.visitors

        adds = self.adds

        unserved = self.unserved


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "members": members,
            "visitors": visitors,
            "adds": adds,
            "unserved": unserved,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_simulated_member import PageSimulatedMember # noqa: PLC0415
        d = dict(src_dict)
        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = PageSimulatedMember.from_dict(members_item_data)



            members.append(members_item)


        visitors = d.pop("visitors")

        adds = d.pop("adds")

        unserved = d.pop("unserved")

        page_simulation = cls(
            members=members,
            visitors=visitors,
            adds=adds,
            unserved=unserved,
        )


        page_simulation.additional_properties = d
        return page_simulation

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
