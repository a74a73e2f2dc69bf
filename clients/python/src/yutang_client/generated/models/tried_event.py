from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.tried_event_ids import TriedEventIds
  from ..models.tried_event_props import TriedEventProps





T = TypeVar("T", bound="TriedEvent")



@_attrs_define
class TriedEvent:
    """ One event as the mapping makes it, or why it is refused.

        Attributes:
            kind (str):
            at (datetime.datetime | None):
            message (str):
            ids (TriedEventIds):
            props (TriedEventProps):
            reason (str):
            words (str):
     """

    kind: str
    at: datetime.datetime | None
    message: str
    ids: TriedEventIds
    props: TriedEventProps
    reason: str
    words: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tried_event_ids import TriedEventIds # noqa: PLC0415
        from ..models.tried_event_props import TriedEventProps # noqa: PLC0415
        kind = self.kind

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        message = self.message

        ids = self.ids.to_dict()

        props = self.props.to_dict()

        reason = self.reason

        words = self.words


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "at": at,
            "message": message,
            "ids": ids,
            "props": props,
            "reason": reason,
            "words": words,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tried_event_ids import TriedEventIds # noqa: PLC0415
        from ..models.tried_event_props import TriedEventProps # noqa: PLC0415
        d = dict(src_dict)
        kind = d.pop("kind")

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


        message = d.pop("message")

        ids = TriedEventIds.from_dict(d.pop("ids"))




        props = TriedEventProps.from_dict(d.pop("props"))




        reason = d.pop("reason")

        words = d.pop("words")

        tried_event = cls(
            kind=kind,
            at=at,
            message=message,
            ids=ids,
            props=props,
            reason=reason,
            words=words,
        )


        tried_event.additional_properties = d
        return tried_event

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
