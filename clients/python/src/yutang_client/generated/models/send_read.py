from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.send_read_state import SendReadState
from typing import cast
import datetime






T = TypeVar("T", bound="SendRead")



@_attrs_define
class SendRead:
    """ How it went to tell one conversion; `id` is also in the header `X-Yutang-Delivery`.

        Attributes:
            id (str):
            event (str):
            state (SendReadState):
            reason (None | str):
            status (int | None):
            tries (int):
            seconds (float | None):
            made_at (datetime.datetime):
            tried_at (datetime.datetime | None):
            next_at (datetime.datetime | None):
     """

    id: str
    event: str
    state: SendReadState
    reason: None | str
    status: int | None
    tries: int
    seconds: float | None
    made_at: datetime.datetime
    tried_at: datetime.datetime | None
    next_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        event = self.event

        state = self.state.value

        reason: None | str
        reason = self.reason

        status: int | None
        status = self.status

        tries = self.tries

        seconds: float | None
        seconds = self.seconds

        made_at = self.made_at.isoformat()

        tried_at: None | str
        if isinstance(self.tried_at, datetime.datetime):
            tried_at = self.tried_at.isoformat()
        else:
            tried_at = self.tried_at

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "event": event,
            "state": state,
            "reason": reason,
            "status": status,
            "tries": tries,
            "seconds": seconds,
            "made_at": made_at,
            "tried_at": tried_at,
            "next_at": next_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        event = d.pop("event")

        state = SendReadState(d.pop("state"))




        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        def _parse_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status = _parse_status(d.pop("status"))


        tries = d.pop("tries")

        def _parse_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        seconds = _parse_seconds(d.pop("seconds"))


        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))




        def _parse_tried_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tried_at_type_0 = datetime.datetime.fromisoformat(data)



                return tried_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        tried_at = _parse_tried_at(d.pop("tried_at"))


        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))


        send_read = cls(
            id=id,
            event=event,
            state=state,
            reason=reason,
            status=status,
            tries=tries,
            seconds=seconds,
            made_at=made_at,
            tried_at=tried_at,
            next_at=next_at,
        )


        send_read.additional_properties = d
        return send_read

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
