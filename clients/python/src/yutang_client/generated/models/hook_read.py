from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.hook_read_fields import HookReadFields
  from ..models.send_read import SendRead





T = TypeVar("T", bound="HookRead")



@_attrs_define
class HookRead:
    """ The webhook without its secret, the placeholders there are, and the last 20 sends.

        Attributes:
            url (None | str):
            fields (HookReadFields):
            only_clicks (bool):
            enabled (bool):
            placeholders (list[str]):
            sends (list[SendRead]):
     """

    url: None | str
    fields: HookReadFields
    only_clicks: bool
    enabled: bool
    placeholders: list[str]
    sends: list[SendRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.hook_read_fields import HookReadFields # noqa: PLC0415
        from ..models.send_read import SendRead # noqa: PLC0415
        url: None | str
        url = self.url

        fields = self.fields.to_dict()

        only_clicks = self.only_clicks

        enabled = self.enabled

        placeholders = self.placeholders



        sends = []
        for sends_item_data in self.sends:
            sends_item = sends_item_data.to_dict()
            sends.append(sends_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "url": url,
            "fields": fields,
            "only_clicks": only_clicks,
            "enabled": enabled,
            "placeholders": placeholders,
            "sends": sends,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hook_read_fields import HookReadFields # noqa: PLC0415
        from ..models.send_read import SendRead # noqa: PLC0415
        d = dict(src_dict)
        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))


        fields = HookReadFields.from_dict(d.pop("fields"))




        only_clicks = d.pop("only_clicks")

        enabled = d.pop("enabled")

        placeholders = cast(list[str], d.pop("placeholders"))


        sends = []
        _sends = d.pop("sends")
        for sends_item_data in (_sends):
            sends_item = SendRead.from_dict(sends_item_data)



            sends.append(sends_item)


        hook_read = cls(
            url=url,
            fields=fields,
            only_clicks=only_clicks,
            enabled=enabled,
            placeholders=placeholders,
            sends=sends,
        )


        hook_read.additional_properties = d
        return hook_read

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
