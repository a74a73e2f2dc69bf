from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.rule_ref import RuleRef





T = TypeVar("T", bound="TagUses")



@_attrs_define
class TagUses:
    """ What stops working, or works differently, without these tags.

        Attributes:
            channels (list[ChannelRef]):
            rules (list[RuleRef]):
     """

    channels: list[ChannelRef]
    rules: list[RuleRef]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.rule_ref import RuleRef # noqa: PLC0415
        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)



        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "channels": channels,
            "rules": rules,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.rule_ref import RuleRef # noqa: PLC0415
        d = dict(src_dict)
        channels = []
        _channels = d.pop("channels")
        for channels_item_data in (_channels):
            channels_item = ChannelRef.from_dict(channels_item_data)



            channels.append(channels_item)


        rules = []
        _rules = d.pop("rules")
        for rules_item_data in (_rules):
            rules_item = RuleRef.from_dict(rules_item_data)



            rules.append(rules_item)


        tag_uses = cls(
            channels=channels,
            rules=rules,
        )


        tag_uses.additional_properties = d
        return tag_uses

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
