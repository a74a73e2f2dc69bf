from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.greeting_step_why import GreetingStepWhy
from typing import cast

if TYPE_CHECKING:
  from ..models.greeting_read import GreetingRead





T = TypeVar("T", bound="GreetingStep")



@_attrs_define
class GreetingStep:
    """ One welcome on the way to the one that applies.

    applies; less_exact: one of its own reach is for these hours or people alone; farther: one of
    a nearer reach applies; other_hours, other_people: it is for others.

        Attributes:
            greeting (GreetingRead): A welcome, and which others stand before it.
            why (GreetingStepWhy):
     """

    greeting: GreetingRead
    why: GreetingStepWhy
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.greeting_read import GreetingRead # noqa: PLC0415
        greeting = self.greeting.to_dict()

        why = self.why.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "greeting": greeting,
            "why": why,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.greeting_read import GreetingRead # noqa: PLC0415
        d = dict(src_dict)
        greeting = GreetingRead.from_dict(d.pop("greeting"))




        why = GreetingStepWhy(d.pop("why"))




        greeting_step = cls(
            greeting=greeting,
            why=why,
        )


        greeting_step.additional_properties = d
        return greeting_step

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
