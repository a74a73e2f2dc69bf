from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_touchpoint_hook import NewTouchpointHook
from ..models.new_touchpoint_kind import NewTouchpointKind
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="NewTouchpoint")



@_attrs_define
class NewTouchpoint:
    """ A touchpoint as it is wished for. Money is in fen.

        Attributes:
            name (str):
            kind (NewTouchpointKind):
            starts_on (datetime.date):
            place (str | Unset):  Default: ''.
            store_id (int | None | Unset):
            hook (NewTouchpointHook | Unset):  Default: NewTouchpointHook.NONE.
            hook_text (str | Unset):  Default: ''.
            gift_id (int | None | Unset):
            channel_id (int | None | Unset):
            owner_id (int | None | Unset):
            cost_once (int | Unset):  Default: 0.
            cost_monthly (int | Unset):  Default: 0.
            ends_on (datetime.date | None | Unset):
     """

    name: str
    kind: NewTouchpointKind
    starts_on: datetime.date
    place: str | Unset = ''
    store_id: int | None | Unset = UNSET
    hook: NewTouchpointHook | Unset = NewTouchpointHook.NONE
    hook_text: str | Unset = ''
    gift_id: int | None | Unset = UNSET
    channel_id: int | None | Unset = UNSET
    owner_id: int | None | Unset = UNSET
    cost_once: int | Unset = 0
    cost_monthly: int | Unset = 0
    ends_on: datetime.date | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind = self.kind.value

        starts_on = self.starts_on.isoformat()

        place = self.place

        store_id: int | None | Unset
        if isinstance(self.store_id, Unset):
            store_id = UNSET
        else:
            store_id = self.store_id

        hook: str | Unset = UNSET
        if not isinstance(self.hook, Unset):
            hook = self.hook.value


        hook_text = self.hook_text

        gift_id: int | None | Unset
        if isinstance(self.gift_id, Unset):
            gift_id = UNSET
        else:
            gift_id = self.gift_id

        channel_id: int | None | Unset
        if isinstance(self.channel_id, Unset):
            channel_id = UNSET
        else:
            channel_id = self.channel_id

        owner_id: int | None | Unset
        if isinstance(self.owner_id, Unset):
            owner_id = UNSET
        else:
            owner_id = self.owner_id

        cost_once = self.cost_once

        cost_monthly = self.cost_monthly

        ends_on: None | str | Unset
        if isinstance(self.ends_on, Unset):
            ends_on = UNSET
        elif isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "kind": kind,
            "starts_on": starts_on,
        })
        if place is not UNSET:
            field_dict["place"] = place
        if store_id is not UNSET:
            field_dict["store_id"] = store_id
        if hook is not UNSET:
            field_dict["hook"] = hook
        if hook_text is not UNSET:
            field_dict["hook_text"] = hook_text
        if gift_id is not UNSET:
            field_dict["gift_id"] = gift_id
        if channel_id is not UNSET:
            field_dict["channel_id"] = channel_id
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if cost_once is not UNSET:
            field_dict["cost_once"] = cost_once
        if cost_monthly is not UNSET:
            field_dict["cost_monthly"] = cost_monthly
        if ends_on is not UNSET:
            field_dict["ends_on"] = ends_on

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        kind = NewTouchpointKind(d.pop("kind"))




        starts_on = datetime.date.fromisoformat(d.pop("starts_on"))




        place = d.pop("place", UNSET)

        def _parse_store_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        store_id = _parse_store_id(d.pop("store_id", UNSET))


        _hook = d.pop("hook", UNSET)
        hook: NewTouchpointHook | Unset
        if isinstance(_hook,  Unset):
            hook = UNSET
        else:
            hook = NewTouchpointHook(_hook)




        hook_text = d.pop("hook_text", UNSET)

        def _parse_gift_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        gift_id = _parse_gift_id(d.pop("gift_id", UNSET))


        def _parse_channel_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        channel_id = _parse_channel_id(d.pop("channel_id", UNSET))


        def _parse_owner_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        owner_id = _parse_owner_id(d.pop("owner_id", UNSET))


        cost_once = d.pop("cost_once", UNSET)

        cost_monthly = d.pop("cost_monthly", UNSET)

        def _parse_ends_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)



                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        ends_on = _parse_ends_on(d.pop("ends_on", UNSET))


        new_touchpoint = cls(
            name=name,
            kind=kind,
            starts_on=starts_on,
            place=place,
            store_id=store_id,
            hook=hook,
            hook_text=hook_text,
            gift_id=gift_id,
            channel_id=channel_id,
            owner_id=owner_id,
            cost_once=cost_once,
            cost_monthly=cost_monthly,
            ends_on=ends_on,
        )


        new_touchpoint.additional_properties = d
        return new_touchpoint

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
