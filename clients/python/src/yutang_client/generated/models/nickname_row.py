from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.nickname_row_fit import NicknameRowFit
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_person import GroupPerson





T = TypeVar("T", bound="NicknameRow")



@_attrs_define
class NicknameRow:
    """ A person of a group and what he is called there.

        Attributes:
            member (str):
            customer (GroupPerson | None):
            name (str):
            nickname (str):
            fit (NicknameRowFit):
            joined_at (datetime.datetime):
     """

    member: str
    customer: GroupPerson | None
    name: str
    nickname: str
    fit: NicknameRowFit
    joined_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        member = self.member

        customer: dict[str, Any] | None
        if isinstance(self.customer, GroupPerson):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        name = self.name

        nickname = self.nickname

        fit = self.fit.value

        joined_at = self.joined_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "member": member,
            "customer": customer,
            "name": name,
            "nickname": nickname,
            "fit": fit,
            "joined_at": joined_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        d = dict(src_dict)
        member = d.pop("member")

        def _parse_customer(data: object) -> GroupPerson | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = GroupPerson.from_dict(data)



                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupPerson | None, data)

        customer = _parse_customer(d.pop("customer"))


        name = d.pop("name")

        nickname = d.pop("nickname")

        fit = NicknameRowFit(d.pop("fit"))




        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))




        nickname_row = cls(
            member=member,
            customer=customer,
            name=name,
            nickname=nickname,
            fit=fit,
            joined_at=joined_at,
        )


        nickname_row.additional_properties = d
        return nickname_row

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
