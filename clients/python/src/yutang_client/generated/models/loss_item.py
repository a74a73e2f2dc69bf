from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.loss_item_by import LossItemBy
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="LossItem")



@_attrs_define
class LossItem:
    """ One deletion; `channel` is null where he came through none of our codes.

        Attributes:
            id (int):
            customer_id (int):
            customer_name (str):
            customer_state (str):
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            staff_left (bool):
            by (LossItemBy):
            at (datetime.datetime):
            began_at (datetime.datetime | None):
            person (bool):
            returned_at (datetime.datetime | None):
            person_returned_at (datetime.datetime | None):
            channel (ChannelRef | None):
     """

    id: int
    customer_id: int
    customer_name: str
    customer_state: str
    staff: StaffRef
    staff_left: bool
    by: LossItemBy
    at: datetime.datetime
    began_at: datetime.datetime | None
    person: bool
    returned_at: datetime.datetime | None
    person_returned_at: datetime.datetime | None
    channel: ChannelRef | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        customer_id = self.customer_id

        customer_name = self.customer_name

        customer_state = self.customer_state

        staff = self.staff.to_dict()

        staff_left = self.staff_left

        by = self.by.value

        at = self.at.isoformat()

        began_at: None | str
        if isinstance(self.began_at, datetime.datetime):
            began_at = self.began_at.isoformat()
        else:
            began_at = self.began_at

        person = self.person

        returned_at: None | str
        if isinstance(self.returned_at, datetime.datetime):
            returned_at = self.returned_at.isoformat()
        else:
            returned_at = self.returned_at

        person_returned_at: None | str
        if isinstance(self.person_returned_at, datetime.datetime):
            person_returned_at = self.person_returned_at.isoformat()
        else:
            person_returned_at = self.person_returned_at

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "customer_id": customer_id,
            "customer_name": customer_name,
            "customer_state": customer_state,
            "staff": staff,
            "staff_left": staff_left,
            "by": by,
            "at": at,
            "began_at": began_at,
            "person": person,
            "returned_at": returned_at,
            "person_returned_at": person_returned_at,
            "channel": channel,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        customer_id = d.pop("customer_id")

        customer_name = d.pop("customer_name")

        customer_state = d.pop("customer_state")

        staff = StaffRef.from_dict(d.pop("staff"))




        staff_left = d.pop("staff_left")

        by = LossItemBy(d.pop("by"))




        at = datetime.datetime.fromisoformat(d.pop("at"))




        def _parse_began_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                began_at_type_0 = datetime.datetime.fromisoformat(data)



                return began_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        began_at = _parse_began_at(d.pop("began_at"))


        person = d.pop("person")

        def _parse_returned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                returned_at_type_0 = datetime.datetime.fromisoformat(data)



                return returned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        returned_at = _parse_returned_at(d.pop("returned_at"))


        def _parse_person_returned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                person_returned_at_type_0 = datetime.datetime.fromisoformat(data)



                return person_returned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        person_returned_at = _parse_person_returned_at(d.pop("person_returned_at"))


        def _parse_channel(data: object) -> ChannelRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                channel_type_0 = ChannelRef.from_dict(data)



                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChannelRef | None, data)

        channel = _parse_channel(d.pop("channel"))


        loss_item = cls(
            id=id,
            customer_id=customer_id,
            customer_name=customer_name,
            customer_state=customer_state,
            staff=staff,
            staff_left=staff_left,
            by=by,
            at=at,
            began_at=began_at,
            person=person,
            returned_at=returned_at,
            person_returned_at=person_returned_at,
            channel=channel,
        )


        loss_item.additional_properties = d
        return loss_item

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
