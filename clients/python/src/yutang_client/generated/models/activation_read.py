from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.activation_read_reason_type_0 import ActivationReadReasonType0
from ..models.activation_read_source_type_0 import ActivationReadSourceType0
from typing import cast
import datetime






T = TypeVar("T", bound="ActivationRead")



@_attrs_define
class ActivationRead:
    """ Whether a customer is activated: he sent `needed` messages. None: nobody tells.

        Attributes:
            needed (int):
            activated (bool | None):
            messages_at_least (int | None):
            at (datetime.datetime | None):
            source (ActivationReadSourceType0 | None):
            as_of (datetime.datetime | None):
            reason (ActivationReadReasonType0 | None):
     """

    needed: int
    activated: bool | None
    messages_at_least: int | None
    at: datetime.datetime | None
    source: ActivationReadSourceType0 | None
    as_of: datetime.datetime | None
    reason: ActivationReadReasonType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        needed = self.needed

        activated: bool | None
        activated = self.activated

        messages_at_least: int | None
        messages_at_least = self.messages_at_least

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        source: None | str
        if isinstance(self.source, ActivationReadSourceType0):
            source = self.source.value
        else:
            source = self.source

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        reason: None | str
        if isinstance(self.reason, ActivationReadReasonType0):
            reason = self.reason.value
        else:
            reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "needed": needed,
            "activated": activated,
            "messages_at_least": messages_at_least,
            "at": at,
            "source": source,
            "as_of": as_of,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        needed = d.pop("needed")

        def _parse_activated(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        activated = _parse_activated(d.pop("activated"))


        def _parse_messages_at_least(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        messages_at_least = _parse_messages_at_least(d.pop("messages_at_least"))


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


        def _parse_source(data: object) -> ActivationReadSourceType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                source_type_0 = ActivationReadSourceType0(data)



                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ActivationReadSourceType0 | None, data)

        source = _parse_source(d.pop("source"))


        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)



                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))


        def _parse_reason(data: object) -> ActivationReadReasonType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = ActivationReadReasonType0(data)



                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ActivationReadReasonType0 | None, data)

        reason = _parse_reason(d.pop("reason"))


        activation_read = cls(
            needed=needed,
            activated=activated,
            messages_at_least=messages_at_least,
            at=at,
            source=source,
            as_of=as_of,
            reason=reason,
        )


        activation_read.additional_properties = d
        return activation_read

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
