from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="OpenSession")



@_attrs_define
class OpenSession:
    """ A signed-in browser.

        Attributes:
            id (int):
            means (str):
            ip (str):
            agent (str):
            created_at (datetime.datetime):
            seen_at (datetime.datetime | None):
            expires_at (datetime.datetime):
            is_current (bool):
     """

    id: int
    means: str
    ip: str
    agent: str
    created_at: datetime.datetime
    seen_at: datetime.datetime | None
    expires_at: datetime.datetime
    is_current: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        means = self.means

        ip = self.ip

        agent = self.agent

        created_at = self.created_at.isoformat()

        seen_at: None | str
        if isinstance(self.seen_at, datetime.datetime):
            seen_at = self.seen_at.isoformat()
        else:
            seen_at = self.seen_at

        expires_at = self.expires_at.isoformat()

        is_current = self.is_current


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "means": means,
            "ip": ip,
            "agent": agent,
            "created_at": created_at,
            "seen_at": seen_at,
            "expires_at": expires_at,
            "is_current": is_current,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        means = d.pop("means")

        ip = d.pop("ip")

        agent = d.pop("agent")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_seen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seen_at_type_0 = datetime.datetime.fromisoformat(data)



                return seen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        seen_at = _parse_seen_at(d.pop("seen_at"))


        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))




        is_current = d.pop("is_current")

        open_session = cls(
            id=id,
            means=means,
            ip=ip,
            agent=agent,
            created_at=created_at,
            seen_at=seen_at,
            expires_at=expires_at,
            is_current=is_current,
        )


        open_session.additional_properties = d
        return open_session

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
