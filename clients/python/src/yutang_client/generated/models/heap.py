from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.heap_reason import HeapReason
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.heap_examples_item import HeapExamplesItem





T = TypeVar("T", bound="Heap")



@_attrs_define
class Heap:
    """ What waits in quarantine for one and the same decision.

        Attributes:
            said (str):
            kind (None | str):
            reason (HeapReason):
            property_ (str):
            detail (str):
            events (int):
            first_at (datetime.datetime):
            last_at (datetime.datetime):
            sources (list[int]):
            examples (list[HeapExamplesItem]):
     """

    said: str
    kind: None | str
    reason: HeapReason
    property_: str
    detail: str
    events: int
    first_at: datetime.datetime
    last_at: datetime.datetime
    sources: list[int]
    examples: list[HeapExamplesItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.heap_examples_item import HeapExamplesItem # noqa: PLC0415
        said = self.said

        kind: None | str
        kind = self.kind

        reason = self.reason.value

        property_ = self.property_

        detail = self.detail

        events = self.events

        first_at = self.first_at.isoformat()

        last_at = self.last_at.isoformat()

        sources = self.sources



        examples = []
        for examples_item_data in self.examples:
            examples_item = examples_item_data.to_dict()
            examples.append(examples_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "said": said,
            "kind": kind,
            "reason": reason,
            "property": property_,
            "detail": detail,
            "events": events,
            "first_at": first_at,
            "last_at": last_at,
            "sources": sources,
            "examples": examples,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.heap_examples_item import HeapExamplesItem # noqa: PLC0415
        d = dict(src_dict)
        said = d.pop("said")

        def _parse_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kind = _parse_kind(d.pop("kind"))


        reason = HeapReason(d.pop("reason"))




        property_ = d.pop("property")

        detail = d.pop("detail")

        events = d.pop("events")

        first_at = datetime.datetime.fromisoformat(d.pop("first_at"))




        last_at = datetime.datetime.fromisoformat(d.pop("last_at"))




        sources = cast(list[int], d.pop("sources"))


        examples = []
        _examples = d.pop("examples")
        for examples_item_data in (_examples):
            examples_item = HeapExamplesItem.from_dict(examples_item_data)



            examples.append(examples_item)


        heap = cls(
            said=said,
            kind=kind,
            reason=reason,
            property_=property_,
            detail=detail,
            events=events,
            first_at=first_at,
            last_at=last_at,
            sources=sources,
            examples=examples,
        )


        heap.additional_properties = d
        return heap

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
