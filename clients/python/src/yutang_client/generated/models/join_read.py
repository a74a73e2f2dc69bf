from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.current_group import CurrentGroup





T = TypeVar("T", bound="JoinRead")



@_attrs_define
class JoinRead:
    """ A person who came.

        Attributes:
            customer_id (int):
            name (str):
            is_friend (bool):
            group (CurrentGroup): The group that fills up now.
            joined_at (datetime.datetime):
            left_at (datetime.datetime | None):
     """

    customer_id: int
    name: str
    is_friend: bool
    group: CurrentGroup
    joined_at: datetime.datetime
    left_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.current_group import CurrentGroup # noqa: PLC0415
        customer_id = self.customer_id

        name = self.name

        is_friend = self.is_friend

        group = self.group.to_dict()

        joined_at = self.joined_at.isoformat()

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "name": name,
            "is_friend": is_friend,
            "group": group,
            "joined_at": joined_at,
            "left_at": left_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.current_group import CurrentGroup # noqa: PLC0415
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        name = d.pop("name")

        is_friend = d.pop("is_friend")

        group = CurrentGroup.from_dict(d.pop("group"))




        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))




        def _parse_left_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_at_type_0 = datetime.datetime.fromisoformat(data)



                return left_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        left_at = _parse_left_at(d.pop("left_at"))


        join_read = cls(
            customer_id=customer_id,
            name=name,
            is_friend=is_friend,
            group=group,
            joined_at=joined_at,
            left_at=left_at,
        )


        join_read.additional_properties = d
        return join_read

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
