from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="RefusalRead")



@_attrs_define
class RefusalRead:
    """ Callbacks that were refused at the door for one reason.

        Attributes:
            agent_id (int | None):
            reason (str):
            path (str):
            count (int):
            first_at (datetime.datetime):
            last_at (datetime.datetime):
     """

    agent_id: int | None
    reason: str
    path: str
    count: int
    first_at: datetime.datetime
    last_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        agent_id: int | None
        agent_id = self.agent_id

        reason = self.reason

        path = self.path

        count = self.count

        first_at = self.first_at.isoformat()

        last_at = self.last_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "agent_id": agent_id,
            "reason": reason,
            "path": path,
            "count": count,
            "first_at": first_at,
            "last_at": last_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_agent_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        agent_id = _parse_agent_id(d.pop("agent_id"))


        reason = d.pop("reason")

        path = d.pop("path")

        count = d.pop("count")

        first_at = datetime.datetime.fromisoformat(d.pop("first_at"))




        last_at = datetime.datetime.fromisoformat(d.pop("last_at"))




        refusal_read = cls(
            agent_id=agent_id,
            reason=reason,
            path=path,
            count=count,
            first_at=first_at,
            last_at=last_at,
        )


        refusal_read.additional_properties = d
        return refusal_read

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
