from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.department_ref import DepartmentRef
  from ..models.greeting_channel import GreetingChannel
  from ..models.greeting_step import GreetingStep
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="WhichGreeting")



@_attrs_define
class WhichGreeting:
    """ Which welcome goes out for an add, from the nearest to the farthest, and why.

        Attributes:
            greeting_id (int | None):
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            channel (GreetingChannel | None):
            store (None | str):
            departments (list[DepartmentRef]):
            steps (list[GreetingStep]):
     """

    greeting_id: int | None
    staff: StaffRef
    channel: GreetingChannel | None
    store: None | str
    departments: list[DepartmentRef]
    steps: list[GreetingStep]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        from ..models.greeting_channel import GreetingChannel # noqa: PLC0415
        from ..models.greeting_step import GreetingStep # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        greeting_id: int | None
        greeting_id = self.greeting_id

        staff = self.staff.to_dict()

        channel: dict[str, Any] | None
        if isinstance(self.channel, GreetingChannel):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        store: None | str
        store = self.store

        departments = []
        for departments_item_data in self.departments:
            departments_item = departments_item_data.to_dict()
            departments.append(departments_item)



        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "greeting_id": greeting_id,
            "staff": staff,
            "channel": channel,
            "store": store,
            "departments": departments,
            "steps": steps,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.department_ref import DepartmentRef # noqa: PLC0415
        from ..models.greeting_channel import GreetingChannel # noqa: PLC0415
        from ..models.greeting_step import GreetingStep # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        def _parse_greeting_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        greeting_id = _parse_greeting_id(d.pop("greeting_id"))


        staff = StaffRef.from_dict(d.pop("staff"))




        def _parse_channel(data: object) -> GreetingChannel | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                channel_type_0 = GreetingChannel.from_dict(data)



                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GreetingChannel | None, data)

        channel = _parse_channel(d.pop("channel"))


        def _parse_store(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        store = _parse_store(d.pop("store"))


        departments = []
        _departments = d.pop("departments")
        for departments_item_data in (_departments):
            departments_item = DepartmentRef.from_dict(departments_item_data)



            departments.append(departments_item)


        steps = []
        _steps = d.pop("steps")
        for steps_item_data in (_steps):
            steps_item = GreetingStep.from_dict(steps_item_data)



            steps.append(steps_item)


        which_greeting = cls(
            greeting_id=greeting_id,
            staff=staff,
            channel=channel,
            store=store,
            departments=departments,
            steps=steps,
        )


        which_greeting.additional_properties = d
        return which_greeting

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
