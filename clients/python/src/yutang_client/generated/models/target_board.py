from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.add_target import AddTarget
  from ..models.target_rules_read import TargetRulesRead





T = TypeVar("T", bound="TargetBoard")



@_attrs_define
class TargetBoard:
    """ Targets of a day, the furthest first.

    `hidden`: how many are behind their pace and shown to who sets targets only.

        Attributes:
            as_of (datetime.datetime):
            on (datetime.date):
            items (list[AddTarget]):
            hidden (int):
            rules (TargetRulesRead): When leaders and those who set targets are told each day, in the corp's zone.
     """

    as_of: datetime.datetime
    on: datetime.date
    items: list[AddTarget]
    hidden: int
    rules: TargetRulesRead
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.add_target import AddTarget # noqa: PLC0415
        from ..models.target_rules_read import TargetRulesRead # noqa: PLC0415
        as_of = self.as_of.isoformat()

        on = self.on.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        hidden = self.hidden

        rules = self.rules.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "as_of": as_of,
            "on": on,
            "items": items,
            "hidden": hidden,
            "rules": rules,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.add_target import AddTarget # noqa: PLC0415
        from ..models.target_rules_read import TargetRulesRead # noqa: PLC0415
        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        on = datetime.date.fromisoformat(d.pop("on"))




        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = AddTarget.from_dict(items_item_data)



            items.append(items_item)


        hidden = d.pop("hidden")

        rules = TargetRulesRead.from_dict(d.pop("rules"))




        target_board = cls(
            as_of=as_of,
            on=on,
            items=items,
            hidden=hidden,
            rules=rules,
        )


        target_board.additional_properties = d
        return target_board

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
