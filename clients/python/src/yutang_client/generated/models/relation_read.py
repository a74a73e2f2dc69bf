from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="RelationRead")



@_attrs_define
class RelationRead:
    """ One relation.

        Attributes:
            staff_id (int):
            staff_name (str):
            staff_left (bool):
            account (str):
            state (str):
            added_at (datetime.datetime):
            changed_at (datetime.datetime):
            add_way (int | None):
            channel (None | str):
            remark (str):
     """

    staff_id: int
    staff_name: str
    staff_left: bool
    account: str
    state: str
    added_at: datetime.datetime
    changed_at: datetime.datetime
    add_way: int | None
    channel: None | str
    remark: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        staff_id = self.staff_id

        staff_name = self.staff_name

        staff_left = self.staff_left

        account = self.account

        state = self.state

        added_at = self.added_at.isoformat()

        changed_at = self.changed_at.isoformat()

        add_way: int | None
        add_way = self.add_way

        channel: None | str
        channel = self.channel

        remark = self.remark


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff_id": staff_id,
            "staff_name": staff_name,
            "staff_left": staff_left,
            "account": account,
            "state": state,
            "added_at": added_at,
            "changed_at": changed_at,
            "add_way": add_way,
            "channel": channel,
            "remark": remark,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = d.pop("staff_id")

        staff_name = d.pop("staff_name")

        staff_left = d.pop("staff_left")

        account = d.pop("account")

        state = d.pop("state")

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))




        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))




        def _parse_add_way(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        add_way = _parse_add_way(d.pop("add_way"))


        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))


        remark = d.pop("remark")

        relation_read = cls(
            staff_id=staff_id,
            staff_name=staff_name,
            staff_left=staff_left,
            account=account,
            state=state,
            added_at=added_at,
            changed_at=changed_at,
            add_way=add_way,
            channel=channel,
            remark=remark,
        )


        relation_read.additional_properties = d
        return relation_read

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
