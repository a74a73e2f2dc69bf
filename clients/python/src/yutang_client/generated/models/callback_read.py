from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="CallbackRead")



@_attrs_define
class CallbackRead:
    """ One stored callback.

        Attributes:
            id (int):
            event (str):
            change_type (str):
            subject (str):
            occurred_at (datetime.datetime):
            received_at (datetime.datetime):
            status (str):
            reason (None | str):
            attempts (int):
            handled_at (datetime.datetime | None):
            xml (str):
     """

    id: int
    event: str
    change_type: str
    subject: str
    occurred_at: datetime.datetime
    received_at: datetime.datetime
    status: str
    reason: None | str
    attempts: int
    handled_at: datetime.datetime | None
    xml: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event = self.event

        change_type = self.change_type

        subject = self.subject

        occurred_at = self.occurred_at.isoformat()

        received_at = self.received_at.isoformat()

        status = self.status

        reason: None | str
        reason = self.reason

        attempts = self.attempts

        handled_at: None | str
        if isinstance(self.handled_at, datetime.datetime):
            handled_at = self.handled_at.isoformat()
        else:
            handled_at = self.handled_at

        xml = self.xml


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "event": event,
            "change_type": change_type,
            "subject": subject,
            "occurred_at": occurred_at,
            "received_at": received_at,
            "status": status,
            "reason": reason,
            "attempts": attempts,
            "handled_at": handled_at,
            "xml": xml,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        event = d.pop("event")

        change_type = d.pop("change_type")

        subject = d.pop("subject")

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))




        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))




        status = d.pop("status")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        attempts = d.pop("attempts")

        def _parse_handled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                handled_at_type_0 = datetime.datetime.fromisoformat(data)



                return handled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        handled_at = _parse_handled_at(d.pop("handled_at"))


        xml = d.pop("xml")

        callback_read = cls(
            id=id,
            event=event,
            change_type=change_type,
            subject=subject,
            occurred_at=occurred_at,
            received_at=received_at,
            status=status,
            reason=reason,
            attempts=attempts,
            handled_at=handled_at,
            xml=xml,
        )


        callback_read.additional_properties = d
        return callback_read

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
