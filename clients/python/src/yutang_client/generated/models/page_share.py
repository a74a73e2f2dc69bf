from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="PageShare")



@_attrs_define
class PageShare:
    """ Who got how many.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            left (bool):
            shown (int):
            adds (int):
     """

    staff: StaffRef
    left: bool
    shown: int
    adds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        left = self.left

        shown = self.shown

        adds = self.adds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "left": left,
            "shown": shown,
            "adds": adds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        left = d.pop("left")

        shown = d.pop("shown")

        adds = d.pop("adds")

        page_share = cls(
            staff=staff,
            left=left,
            shown=shown,
            adds=adds,
        )


        page_share.additional_properties = d
        return page_share

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
