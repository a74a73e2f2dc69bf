from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.schedule_trigger_every import ScheduleTriggerEvery
from ..types import UNSET, Unset
from typing import Literal, cast






T = TypeVar("T", bound="ScheduleTrigger")



@_attrs_define
class ScheduleTrigger:
    """ Every day, or every week, at an hour of the corp's day.

        Attributes:
            on (Literal['schedule']):
            every (ScheduleTriggerEvery):
            hour (int):
            weekday (int | Unset):  Default: 0.
     """

    on: Literal['schedule']
    every: ScheduleTriggerEvery
    hour: int
    weekday: int | Unset = 0





    def to_dict(self) -> dict[str, Any]:
        on = self.on

        every = self.every.value

        hour = self.hour

        weekday = self.weekday


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "on": on,
            "every": every,
            "hour": hour,
        })
        if weekday is not UNSET:
            field_dict["weekday"] = weekday

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        on = cast(Literal['schedule'] , d.pop("on"))
        if on != 'schedule':
            raise ValueError(f"on must match const 'schedule', got '{on}'")

        every = ScheduleTriggerEvery(d.pop("every"))




        hour = d.pop("hour")

        weekday = d.pop("weekday", UNSET)

        schedule_trigger = cls(
            on=on,
            every=every,
            hour=hour,
            weekday=weekday,
        )

        return schedule_trigger

