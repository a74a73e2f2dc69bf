from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.segment_trigger_moved import SegmentTriggerMoved
from typing import Literal, cast






T = TypeVar("T", bound="SegmentTrigger")



@_attrs_define
class SegmentTrigger:
    """ When a person enters a kept segment, or leaves it.

        Attributes:
            on (Literal['segment']):
            segment_id (int):
            moved (SegmentTriggerMoved):
     """

    on: Literal['segment']
    segment_id: int
    moved: SegmentTriggerMoved





    def to_dict(self) -> dict[str, Any]:
        on = self.on

        segment_id = self.segment_id

        moved = self.moved.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "on": on,
            "segment_id": segment_id,
            "moved": moved,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        on = cast(Literal['segment'] , d.pop("on"))
        if on != 'segment':
            raise ValueError(f"on must match const 'segment', got '{on}'")

        segment_id = d.pop("segment_id")

        moved = SegmentTriggerMoved(d.pop("moved"))




        segment_trigger = cls(
            on=on,
            segment_id=segment_id,
            moved=moved,
        )

        return segment_trigger

