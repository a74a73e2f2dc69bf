from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.attention import Attention
  from ..models.channel_days import ChannelDays
  from ..models.first_steps import FirstSteps





T = TypeVar("T", bound="Overview")



@_attrs_define
class Overview:
    """ The first page: the last days by channel, how they compare, and what needs a person.

    `adds_before` and `losses_before` are those of the day before, up to the same time of day.

        Attributes:
            as_of (datetime.datetime):
            days (list[datetime.date]):
            adds (list[int]):
            losses (list[int]):
            channels (list[ChannelDays]):
            adds_before (int):
            losses_before (int):
            attention (list[Attention]):
            first_steps (FirstSteps | None):
     """

    as_of: datetime.datetime
    days: list[datetime.date]
    adds: list[int]
    losses: list[int]
    channels: list[ChannelDays]
    adds_before: int
    losses_before: int
    attention: list[Attention]
    first_steps: FirstSteps | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.attention import Attention # noqa: PLC0415
        from ..models.channel_days import ChannelDays # noqa: PLC0415
        from ..models.first_steps import FirstSteps # noqa: PLC0415
        as_of = self.as_of.isoformat()

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.isoformat()
            days.append(days_item)



        adds = self.adds



        losses = self.losses



        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)



        adds_before = self.adds_before

        losses_before = self.losses_before

        attention = []
        for attention_item_data in self.attention:
            attention_item = attention_item_data.to_dict()
            attention.append(attention_item)



        first_steps: dict[str, Any] | None
        if isinstance(self.first_steps, FirstSteps):
            first_steps = self.first_steps.to_dict()
        else:
            first_steps = self.first_steps


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "as_of": as_of,
            "days": days,
            "adds": adds,
            "losses": losses,
            "channels": channels,
            "adds_before": adds_before,
            "losses_before": losses_before,
            "attention": attention,
            "first_steps": first_steps,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attention import Attention # noqa: PLC0415
        from ..models.channel_days import ChannelDays # noqa: PLC0415
        from ..models.first_steps import FirstSteps # noqa: PLC0415
        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = datetime.date.fromisoformat(days_item_data)



            days.append(days_item)


        adds = cast(list[int], d.pop("adds"))


        losses = cast(list[int], d.pop("losses"))


        channels = []
        _channels = d.pop("channels")
        for channels_item_data in (_channels):
            channels_item = ChannelDays.from_dict(channels_item_data)



            channels.append(channels_item)


        adds_before = d.pop("adds_before")

        losses_before = d.pop("losses_before")

        attention = []
        _attention = d.pop("attention")
        for attention_item_data in (_attention):
            attention_item = Attention.from_dict(attention_item_data)



            attention.append(attention_item)


        def _parse_first_steps(data: object) -> FirstSteps | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                first_steps_type_0 = FirstSteps.from_dict(data)



                return first_steps_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FirstSteps | None, data)

        first_steps = _parse_first_steps(d.pop("first_steps"))


        overview = cls(
            as_of=as_of,
            days=days,
            adds=adds,
            losses=losses,
            channels=channels,
            adds_before=adds_before,
            losses_before=losses_before,
            attention=attention,
            first_steps=first_steps,
        )


        overview.additional_properties = d
        return overview

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
