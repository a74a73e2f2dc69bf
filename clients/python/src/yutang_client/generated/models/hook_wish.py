from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.hook_wish_fields import HookWishFields





T = TypeVar("T", bound="HookWish")



@_attrs_define
class HookWish:
    """ Where conversions are told; `fields` are the JSON that is sent, with placeholders.

    `only_clicks`: only where an advertisement's click number is known.

        Attributes:
            url (str):
            fields (HookWishFields | Unset):
            only_clicks (bool | Unset):  Default: True.
            enabled (bool | Unset):  Default: True.
     """

    url: str
    fields: HookWishFields | Unset = UNSET
    only_clicks: bool | Unset = True
    enabled: bool | Unset = True





    def to_dict(self) -> dict[str, Any]:
        from ..models.hook_wish_fields import HookWishFields # noqa: PLC0415
        url = self.url

        fields: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fields, Unset):
            fields = self.fields.to_dict()

        only_clicks = self.only_clicks

        enabled = self.enabled


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "url": url,
        })
        if fields is not UNSET:
            field_dict["fields"] = fields
        if only_clicks is not UNSET:
            field_dict["only_clicks"] = only_clicks
        if enabled is not UNSET:
            field_dict["enabled"] = enabled

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.hook_wish_fields import HookWishFields # noqa: PLC0415
        d = dict(src_dict)
        url = d.pop("url")

        _fields = d.pop("fields", UNSET)
        fields: HookWishFields | Unset
        if isinstance(_fields,  Unset):
            fields = UNSET
        else:
            fields = HookWishFields.from_dict(_fields)




        only_clicks = d.pop("only_clicks", UNSET)

        enabled = d.pop("enabled", UNSET)

        hook_wish = cls(
            url=url,
            fields=fields,
            only_clicks=only_clicks,
            enabled=enabled,
        )

        return hook_wish

