from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.touchpoint_read_gaps_item import TouchpointReadGapsItem
from ..models.touchpoint_read_hook import TouchpointReadHook
from ..models.touchpoint_read_kind import TouchpointReadKind
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.funnel import Funnel
  from ..models.named import Named
  from ..models.owner import Owner





T = TypeVar("T", bound="TouchpointRead")



@_attrs_define
class TouchpointRead:
    """ A touchpoint with its gaps and numbers.

    `funnel` is null without a code, and where another touchpoint has the same code at the same
    time (`shared`): whose people they are WeCom does not tell then.

        Attributes:
            id (int):
            name (str):
            kind (TouchpointReadKind):
            place (str):
            store (Named | None):
            hook (TouchpointReadHook):
            hook_text (str):
            gift (Named | None):
            channel (ChannelRef | None):
            owner (None | Owner):
            cost_once (int):
            cost_monthly (int):
            starts_on (datetime.date):
            ends_on (datetime.date | None):
            gaps (list[TouchpointReadGapsItem]):
            shared (bool):
            funnel (Funnel | None):
            version (int):
            created_at (datetime.datetime):
            archived_at (datetime.datetime | None):
     """

    id: int
    name: str
    kind: TouchpointReadKind
    place: str
    store: Named | None
    hook: TouchpointReadHook
    hook_text: str
    gift: Named | None
    channel: ChannelRef | None
    owner: None | Owner
    cost_once: int
    cost_monthly: int
    starts_on: datetime.date
    ends_on: datetime.date | None
    gaps: list[TouchpointReadGapsItem]
    shared: bool
    funnel: Funnel | None
    version: int
    created_at: datetime.datetime
    archived_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.funnel import Funnel # noqa: PLC0415
        from ..models.named import Named # noqa: PLC0415
        from ..models.owner import Owner # noqa: PLC0415
        id = self.id

        name = self.name

        kind = self.kind.value

        place = self.place

        store: dict[str, Any] | None
        if isinstance(self.store, Named):
            store = self.store.to_dict()
        else:
            store = self.store

        hook = self.hook.value

        hook_text = self.hook_text

        gift: dict[str, Any] | None
        if isinstance(self.gift, Named):
            gift = self.gift.to_dict()
        else:
            gift = self.gift

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        owner: dict[str, Any] | None
        if isinstance(self.owner, Owner):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        cost_once = self.cost_once

        cost_monthly = self.cost_monthly

        starts_on = self.starts_on.isoformat()

        ends_on: None | str
        if isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        gaps = []
        for gaps_item_data in self.gaps:
            gaps_item = gaps_item_data.value
            gaps.append(gaps_item)



        shared = self.shared

        funnel: dict[str, Any] | None
        if isinstance(self.funnel, Funnel):
            funnel = self.funnel.to_dict()
        else:
            funnel = self.funnel

        version = self.version

        created_at = self.created_at.isoformat()

        archived_at: None | str
        if isinstance(self.archived_at, datetime.datetime):
            archived_at = self.archived_at.isoformat()
        else:
            archived_at = self.archived_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "kind": kind,
            "place": place,
            "store": store,
            "hook": hook,
            "hook_text": hook_text,
            "gift": gift,
            "channel": channel,
            "owner": owner,
            "cost_once": cost_once,
            "cost_monthly": cost_monthly,
            "starts_on": starts_on,
            "ends_on": ends_on,
            "gaps": gaps,
            "shared": shared,
            "funnel": funnel,
            "version": version,
            "created_at": created_at,
            "archived_at": archived_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.funnel import Funnel # noqa: PLC0415
        from ..models.named import Named # noqa: PLC0415
        from ..models.owner import Owner # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = TouchpointReadKind(d.pop("kind"))




        place = d.pop("place")

        def _parse_store(data: object) -> Named | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                store_type_0 = Named.from_dict(data)



                return store_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Named | None, data)

        store = _parse_store(d.pop("store"))


        hook = TouchpointReadHook(d.pop("hook"))




        hook_text = d.pop("hook_text")

        def _parse_gift(data: object) -> Named | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                gift_type_0 = Named.from_dict(data)



                return gift_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Named | None, data)

        gift = _parse_gift(d.pop("gift"))


        def _parse_channel(data: object) -> ChannelRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                channel_type_0 = ChannelRef.from_dict(data)



                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChannelRef | None, data)

        channel = _parse_channel(d.pop("channel"))


        def _parse_owner(data: object) -> None | Owner:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = Owner.from_dict(data)



                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Owner, data)

        owner = _parse_owner(d.pop("owner"))


        cost_once = d.pop("cost_once")

        cost_monthly = d.pop("cost_monthly")

        starts_on = datetime.date.fromisoformat(d.pop("starts_on"))




        def _parse_ends_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)



                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ends_on = _parse_ends_on(d.pop("ends_on"))


        gaps = []
        _gaps = d.pop("gaps")
        for gaps_item_data in (_gaps):
            gaps_item = TouchpointReadGapsItem(gaps_item_data)



            gaps.append(gaps_item)


        shared = d.pop("shared")

        def _parse_funnel(data: object) -> Funnel | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                funnel_type_0 = Funnel.from_dict(data)



                return funnel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Funnel | None, data)

        funnel = _parse_funnel(d.pop("funnel"))


        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_archived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_at_type_0 = datetime.datetime.fromisoformat(data)



                return archived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        archived_at = _parse_archived_at(d.pop("archived_at"))


        touchpoint_read = cls(
            id=id,
            name=name,
            kind=kind,
            place=place,
            store=store,
            hook=hook,
            hook_text=hook_text,
            gift=gift,
            channel=channel,
            owner=owner,
            cost_once=cost_once,
            cost_monthly=cost_monthly,
            starts_on=starts_on,
            ends_on=ends_on,
            gaps=gaps,
            shared=shared,
            funnel=funnel,
            version=version,
            created_at=created_at,
            archived_at=archived_at,
        )


        touchpoint_read.additional_properties = d
        return touchpoint_read

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
