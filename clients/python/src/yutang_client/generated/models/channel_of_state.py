from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef





T = TypeVar("T", bound="ChannelOfState")



@_attrs_define
class ChannelOfState:
    """ Which of our codes a relation's `channel` stands for.

        Attributes:
            state (str):
            channel (ChannelRef): A channel code by name.
     """

    state: str
    channel: ChannelRef
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        state = self.state

        channel = self.channel.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "state": state,
            "channel": channel,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        d = dict(src_dict)
        state = d.pop("state")

        channel = ChannelRef.from_dict(d.pop("channel"))




        channel_of_state = cls(
            state=state,
            channel=channel,
        )


        channel_of_state.additional_properties = d
        return channel_of_state

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
