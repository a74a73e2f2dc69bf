from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.touch_read import TouchRead





T = TypeVar("T", bound="CreditRead")



@_attrs_define
class CreditRead:
    """ Who brought a person. `inviter_id` and `campaign` are null where none is known.

        Attributes:
            first (TouchRead): Who was added when, by whom, through which code; `way` is WeCom's add_way.
            last (TouchRead): Who was added when, by whom, through which code; `way` is WeCom's add_way.
            inviter_id (int | None):
            campaign (None | str):
            returned_at (list[datetime.datetime]):
     """

    first: TouchRead
    last: TouchRead
    inviter_id: int | None
    campaign: None | str
    returned_at: list[datetime.datetime]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.touch_read import TouchRead # noqa: PLC0415
        first = self.first.to_dict()

        last = self.last.to_dict()

        inviter_id: int | None
        inviter_id = self.inviter_id

        campaign: None | str
        campaign = self.campaign

        returned_at = []
        for returned_at_item_data in self.returned_at:
            returned_at_item = returned_at_item_data.isoformat()
            returned_at.append(returned_at_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "first": first,
            "last": last,
            "inviter_id": inviter_id,
            "campaign": campaign,
            "returned_at": returned_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.touch_read import TouchRead # noqa: PLC0415
        d = dict(src_dict)
        first = TouchRead.from_dict(d.pop("first"))




        last = TouchRead.from_dict(d.pop("last"))




        def _parse_inviter_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        inviter_id = _parse_inviter_id(d.pop("inviter_id"))


        def _parse_campaign(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        campaign = _parse_campaign(d.pop("campaign"))


        returned_at = []
        _returned_at = d.pop("returned_at")
        for returned_at_item_data in (_returned_at):
            returned_at_item = datetime.datetime.fromisoformat(returned_at_item_data)



            returned_at.append(returned_at_item)


        credit_read = cls(
            first=first,
            last=last,
            inviter_id=inviter_id,
            campaign=campaign,
            returned_at=returned_at,
        )


        credit_read.additional_properties = d
        return credit_read

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
