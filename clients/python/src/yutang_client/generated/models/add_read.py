from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.add_read_outcome import AddReadOutcome
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.add_tag import AddTag
  from ..models.channel_ref import ChannelRef
  from ..models.customer_ref import CustomerRef
  from ..models.greeting_ref import GreetingRef
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="AddRead")



@_attrs_define
class AddRead:
    """ One add and how its welcome ended; `latency_ms` from the callback's arrival to the end.

        Attributes:
            id (int):
            at (datetime.datetime):
            customer (CustomerRef | None):
            staff (None | StaffRef):
            channel (ChannelRef | None):
            half (bool):
            tags (list[AddTag]):
            outcome (AddReadOutcome):
            reason (None | str):
            detail (None | str):
            latency_ms (int | None):
            greeting_id (int | None):
            greeting (GreetingRef | None):
            standing (None | str):
     """

    id: int
    at: datetime.datetime
    customer: CustomerRef | None
    staff: None | StaffRef
    channel: ChannelRef | None
    half: bool
    tags: list[AddTag]
    outcome: AddReadOutcome
    reason: None | str
    detail: None | str
    latency_ms: int | None
    greeting_id: int | None
    greeting: GreetingRef | None
    standing: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.add_tag import AddTag # noqa: PLC0415
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.customer_ref import CustomerRef # noqa: PLC0415
        from ..models.greeting_ref import GreetingRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        at = self.at.isoformat()

        customer: dict[str, Any] | None
        if isinstance(self.customer, CustomerRef):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        staff: dict[str, Any] | None
        if isinstance(self.staff, StaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        half = self.half

        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        outcome = self.outcome.value

        reason: None | str
        reason = self.reason

        detail: None | str
        detail = self.detail

        latency_ms: int | None
        latency_ms = self.latency_ms

        greeting_id: int | None
        greeting_id = self.greeting_id

        greeting: dict[str, Any] | None
        if isinstance(self.greeting, GreetingRef):
            greeting = self.greeting.to_dict()
        else:
            greeting = self.greeting

        standing: None | str
        standing = self.standing


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "at": at,
            "customer": customer,
            "staff": staff,
            "channel": channel,
            "half": half,
            "tags": tags,
            "outcome": outcome,
            "reason": reason,
            "detail": detail,
            "latency_ms": latency_ms,
            "greeting_id": greeting_id,
            "greeting": greeting,
            "standing": standing,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.add_tag import AddTag # noqa: PLC0415
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.customer_ref import CustomerRef # noqa: PLC0415
        from ..models.greeting_ref import GreetingRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        def _parse_customer(data: object) -> CustomerRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = CustomerRef.from_dict(data)



                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomerRef | None, data)

        customer = _parse_customer(d.pop("customer"))


        def _parse_staff(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = StaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        staff = _parse_staff(d.pop("staff"))


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


        half = d.pop("half")

        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = AddTag.from_dict(tags_item_data)



            tags.append(tags_item)


        outcome = AddReadOutcome(d.pop("outcome"))




        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        def _parse_detail(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        detail = _parse_detail(d.pop("detail"))


        def _parse_latency_ms(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        latency_ms = _parse_latency_ms(d.pop("latency_ms"))


        def _parse_greeting_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        greeting_id = _parse_greeting_id(d.pop("greeting_id"))


        def _parse_greeting(data: object) -> GreetingRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                greeting_type_0 = GreetingRef.from_dict(data)



                return greeting_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GreetingRef | None, data)

        greeting = _parse_greeting(d.pop("greeting"))


        def _parse_standing(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        standing = _parse_standing(d.pop("standing"))


        add_read = cls(
            id=id,
            at=at,
            customer=customer,
            staff=staff,
            channel=channel,
            half=half,
            tags=tags,
            outcome=outcome,
            reason=reason,
            detail=detail,
            latency_ms=latency_ms,
            greeting_id=greeting_id,
            greeting=greeting,
            standing=standing,
        )


        add_read.additional_properties = d
        return add_read

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
