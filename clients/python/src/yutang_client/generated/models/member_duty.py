from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="MemberDuty")



@_attrs_define
class MemberDuty:
    """ A member who is off duty; `by_himself` is the one who said so.

        Attributes:
            id (int):
            name (str):
            account (str):
            off_since (datetime.datetime):
            off_until (datetime.datetime | None):
            by_himself (bool):
     """

    id: int
    name: str
    account: str
    off_since: datetime.datetime
    off_until: datetime.datetime | None
    by_himself: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        account = self.account

        off_since = self.off_since.isoformat()

        off_until: None | str
        if isinstance(self.off_until, datetime.datetime):
            off_until = self.off_until.isoformat()
        else:
            off_until = self.off_until

        by_himself = self.by_himself


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "account": account,
            "off_since": off_since,
            "off_until": off_until,
            "by_himself": by_himself,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        account = d.pop("account")

        off_since = datetime.datetime.fromisoformat(d.pop("off_since"))




        def _parse_off_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                off_until_type_0 = datetime.datetime.fromisoformat(data)



                return off_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        off_until = _parse_off_until(d.pop("off_until"))


        by_himself = d.pop("by_himself")

        member_duty = cls(
            id=id,
            name=name,
            account=account,
            off_since=off_since,
            off_until=off_until,
            by_himself=by_himself,
        )


        member_duty.additional_properties = d
        return member_duty

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
