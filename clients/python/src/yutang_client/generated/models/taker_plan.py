from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="TakerPlan")



@_attrs_define
class TakerPlan:
    """ What a taker would get. `has` customers now; `room_left` after what is on its way to him.

    `over`: so many more would have been his by the rule than he has room for; they went to others
    or are left over.

        Attributes:
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            ready (bool):
            fits (bool):
            share (int):
            customers (int):
            groups (int):
            has (int):
            room_left (int):
            over (int):
     """

    staff: StaffRef
    ready: bool
    fits: bool
    share: int
    customers: int
    groups: int
    has: int
    room_left: int
    over: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        staff = self.staff.to_dict()

        ready = self.ready

        fits = self.fits

        share = self.share

        customers = self.customers

        groups = self.groups

        has = self.has

        room_left = self.room_left

        over = self.over


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff": staff,
            "ready": ready,
            "fits": fits,
            "share": share,
            "customers": customers,
            "groups": groups,
            "has": has,
            "room_left": room_left,
            "over": over,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        staff = StaffRef.from_dict(d.pop("staff"))




        ready = d.pop("ready")

        fits = d.pop("fits")

        share = d.pop("share")

        customers = d.pop("customers")

        groups = d.pop("groups")

        has = d.pop("has")

        room_left = d.pop("room_left")

        over = d.pop("over")

        taker_plan = cls(
            staff=staff,
            ready=ready,
            fits=fits,
            share=share,
            customers=customers,
            groups=groups,
            has=has,
            room_left=room_left,
            over=over,
        )


        taker_plan.additional_properties = d
        return taker_plan

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
