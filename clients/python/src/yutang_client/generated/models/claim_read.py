from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.claim_read_taker_type_0 import ClaimReadTakerType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef





T = TypeVar("T", bound="ClaimRead")



@_attrs_define
class ClaimRead:
    """ Who got the code of which number, and whether he stayed.

        Attributes:
            customer_id (int):
            customer_name (str):
            customer_state (str):
            number (int):
            channel (ChannelRef | None):
            first_at (datetime.datetime | None):
            claimed_at (datetime.datetime):
            taker (ClaimReadTakerType0 | None):
     """

    customer_id: int
    customer_name: str
    customer_state: str
    number: int
    channel: ChannelRef | None
    first_at: datetime.datetime | None
    claimed_at: datetime.datetime
    taker: ClaimReadTakerType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        customer_id = self.customer_id

        customer_name = self.customer_name

        customer_state = self.customer_state

        number = self.number

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        first_at: None | str
        if isinstance(self.first_at, datetime.datetime):
            first_at = self.first_at.isoformat()
        else:
            first_at = self.first_at

        claimed_at = self.claimed_at.isoformat()

        taker: None | str
        if isinstance(self.taker, ClaimReadTakerType0):
            taker = self.taker.value
        else:
            taker = self.taker


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "customer_name": customer_name,
            "customer_state": customer_state,
            "number": number,
            "channel": channel,
            "first_at": first_at,
            "claimed_at": claimed_at,
            "taker": taker,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        customer_name = d.pop("customer_name")

        customer_state = d.pop("customer_state")

        number = d.pop("number")

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


        def _parse_first_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_at_type_0 = datetime.datetime.fromisoformat(data)



                return first_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_at = _parse_first_at(d.pop("first_at"))


        claimed_at = datetime.datetime.fromisoformat(d.pop("claimed_at"))




        def _parse_taker(data: object) -> ClaimReadTakerType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                taker_type_0 = ClaimReadTakerType0(data)



                return taker_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClaimReadTakerType0 | None, data)

        taker = _parse_taker(d.pop("taker"))


        claim_read = cls(
            customer_id=customer_id,
            customer_name=customer_name,
            customer_state=customer_state,
            number=number,
            channel=channel,
            first_at=first_at,
            claimed_at=claimed_at,
            taker=taker,
        )


        claim_read.additional_properties = d
        return claim_read

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
