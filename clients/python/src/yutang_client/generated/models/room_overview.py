from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.quota_end import QuotaEnd
  from ..models.room_read import RoomRead
  from ..models.staff_room_count import StaffRoomCount





T = TypeVar("T", bound="RoomOverview")



@_attrs_define
class RoomOverview:
    """ All ceilings of a corp, and how its members stand.

        Attributes:
            warn_share (float):
            rooms (list[RoomRead]):
            link_quota (list[QuotaEnd]):
            link_customers (int | None):
            staff (StaffRoomCount): Members by how full their lists are; None before the first count.
     """

    warn_share: float
    rooms: list[RoomRead]
    link_quota: list[QuotaEnd]
    link_customers: int | None
    staff: StaffRoomCount
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.quota_end import QuotaEnd # noqa: PLC0415
        from ..models.room_read import RoomRead # noqa: PLC0415
        from ..models.staff_room_count import StaffRoomCount # noqa: PLC0415
        warn_share = self.warn_share

        rooms = []
        for rooms_item_data in self.rooms:
            rooms_item = rooms_item_data.to_dict()
            rooms.append(rooms_item)



        link_quota = []
        for link_quota_item_data in self.link_quota:
            link_quota_item = link_quota_item_data.to_dict()
            link_quota.append(link_quota_item)



        link_customers: int | None
        link_customers = self.link_customers

        staff = self.staff.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "warn_share": warn_share,
            "rooms": rooms,
            "link_quota": link_quota,
            "link_customers": link_customers,
            "staff": staff,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.quota_end import QuotaEnd # noqa: PLC0415
        from ..models.room_read import RoomRead # noqa: PLC0415
        from ..models.staff_room_count import StaffRoomCount # noqa: PLC0415
        d = dict(src_dict)
        warn_share = d.pop("warn_share")

        rooms = []
        _rooms = d.pop("rooms")
        for rooms_item_data in (_rooms):
            rooms_item = RoomRead.from_dict(rooms_item_data)



            rooms.append(rooms_item)


        link_quota = []
        _link_quota = d.pop("link_quota")
        for link_quota_item_data in (_link_quota):
            link_quota_item = QuotaEnd.from_dict(link_quota_item_data)



            link_quota.append(link_quota_item)


        def _parse_link_customers(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        link_customers = _parse_link_customers(d.pop("link_customers"))


        staff = StaffRoomCount.from_dict(d.pop("staff"))




        room_overview = cls(
            warn_share=warn_share,
            rooms=rooms,
            link_quota=link_quota,
            link_customers=link_customers,
            staff=staff,
        )


        room_overview.additional_properties = d
        return room_overview

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
