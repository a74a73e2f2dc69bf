from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.deed_read_state import DeedReadState
from typing import cast
import datetime






T = TypeVar("T", bound="DeedRead")



@_attrs_define
class DeedRead:
    """ One effect whose answer was lost.

    `about` says in WeCom's terms what to look for: the beginning of a text, a name.

        Attributes:
            id (int):
            kind (str):
            state (DeedReadState):
            about (str):
            reason (None | str):
            tries (int):
            has_id (bool):
            first_sent_at (datetime.datetime | None):
     """

    id: int
    kind: str
    state: DeedReadState
    about: str
    reason: None | str
    tries: int
    has_id: bool
    first_sent_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        state = self.state.value

        about = self.about

        reason: None | str
        reason = self.reason

        tries = self.tries

        has_id = self.has_id

        first_sent_at: None | str
        if isinstance(self.first_sent_at, datetime.datetime):
            first_sent_at = self.first_sent_at.isoformat()
        else:
            first_sent_at = self.first_sent_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "state": state,
            "about": about,
            "reason": reason,
            "tries": tries,
            "has_id": has_id,
            "first_sent_at": first_sent_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        state = DeedReadState(d.pop("state"))




        about = d.pop("about")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        tries = d.pop("tries")

        has_id = d.pop("has_id")

        def _parse_first_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_sent_at_type_0 = datetime.datetime.fromisoformat(data)



                return first_sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_sent_at = _parse_first_sent_at(d.pop("first_sent_at"))


        deed_read = cls(
            id=id,
            kind=kind,
            state=state,
            about=about,
            reason=reason,
            tries=tries,
            has_id=has_id,
            first_sent_at=first_sent_at,
        )


        deed_read.additional_properties = d
        return deed_read

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
