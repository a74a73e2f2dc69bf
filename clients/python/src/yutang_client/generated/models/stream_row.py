from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.stream_row_outline import StreamRowOutline





T = TypeVar("T", bound="StreamRow")



@_attrs_define
class StreamRow:
    """ What came: `reason` is empty where it was taken.

    `outline` names its ids and properties with the type of each value; the values are shown to
    who may open it.

        Attributes:
            id (int):
            source_id (int):
            source (str):
            received_at (datetime.datetime):
            at (datetime.datetime | None):
            kind (str):
            message (str):
            customer_id (int | None):
            reason (str):
            words (str):
            outline (StreamRowOutline):
            events (int):
            openable (bool):
     """

    id: int
    source_id: int
    source: str
    received_at: datetime.datetime
    at: datetime.datetime | None
    kind: str
    message: str
    customer_id: int | None
    reason: str
    words: str
    outline: StreamRowOutline
    events: int
    openable: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.stream_row_outline import StreamRowOutline # noqa: PLC0415
        id = self.id

        source_id = self.source_id

        source = self.source

        received_at = self.received_at.isoformat()

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        kind = self.kind

        message = self.message

        customer_id: int | None
        customer_id = self.customer_id

        reason = self.reason

        words = self.words

        outline = self.outline.to_dict()

        events = self.events

        openable = self.openable


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "source_id": source_id,
            "source": source,
            "received_at": received_at,
            "at": at,
            "kind": kind,
            "message": message,
            "customer_id": customer_id,
            "reason": reason,
            "words": words,
            "outline": outline,
            "events": events,
            "openable": openable,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stream_row_outline import StreamRowOutline # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        source_id = d.pop("source_id")

        source = d.pop("source")

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))




        def _parse_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)



                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        at = _parse_at(d.pop("at"))


        kind = d.pop("kind")

        message = d.pop("message")

        def _parse_customer_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        reason = d.pop("reason")

        words = d.pop("words")

        outline = StreamRowOutline.from_dict(d.pop("outline"))




        events = d.pop("events")

        openable = d.pop("openable")

        stream_row = cls(
            id=id,
            source_id=source_id,
            source=source,
            received_at=received_at,
            at=at,
            kind=kind,
            message=message,
            customer_id=customer_id,
            reason=reason,
            words=words,
            outline=outline,
            events=events,
            openable=openable,
        )


        stream_row.additional_properties = d
        return stream_row

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
