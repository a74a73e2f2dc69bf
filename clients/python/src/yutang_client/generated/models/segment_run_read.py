from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.segment_run_read_state import SegmentRunReadState
from ..models.segment_run_read_why import SegmentRunReadWhy
from typing import cast
import datetime






T = TypeVar("T", bound="SegmentRunRead")



@_attrs_define
class SegmentRunRead:
    """ One refresh. `told` of `entered + left` changes are events so far.

        Attributes:
            run (int):
            why (SegmentRunReadWhy):
            version (int):
            size (int):
            entered (int):
            left (int):
            told (int):
            state (SegmentRunReadState):
            as_of (datetime.datetime):
            took_ms (int):
            ended_at (datetime.datetime | None):
     """

    run: int
    why: SegmentRunReadWhy
    version: int
    size: int
    entered: int
    left: int
    told: int
    state: SegmentRunReadState
    as_of: datetime.datetime
    took_ms: int
    ended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        run = self.run

        why = self.why.value

        version = self.version

        size = self.size

        entered = self.entered

        left = self.left

        told = self.told

        state = self.state.value

        as_of = self.as_of.isoformat()

        took_ms = self.took_ms

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "run": run,
            "why": why,
            "version": version,
            "size": size,
            "entered": entered,
            "left": left,
            "told": told,
            "state": state,
            "as_of": as_of,
            "took_ms": took_ms,
            "ended_at": ended_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        run = d.pop("run")

        why = SegmentRunReadWhy(d.pop("why"))




        version = d.pop("version")

        size = d.pop("size")

        entered = d.pop("entered")

        left = d.pop("left")

        told = d.pop("told")

        state = SegmentRunReadState(d.pop("state"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        took_ms = d.pop("took_ms")

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        segment_run_read = cls(
            run=run,
            why=why,
            version=version,
            size=size,
            entered=entered,
            left=left,
            told=told,
            state=state,
            as_of=as_of,
            took_ms=took_ms,
            ended_at=ended_at,
        )


        segment_run_read.additional_properties = d
        return segment_run_read

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
