from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef





T = TypeVar("T", bound="OwnTagRead")



@_attrs_define
class OwnTagRead:
    """ A tag on the relation, or one of ours on the person; `by` is what kind put it there.

        Attributes:
            id (int):
            kind (str):
            name (str):
            group (str):
            by (str):
            channel (ChannelRef | None):
            added_at (datetime.datetime):
            why (None | str):
            mirrored (bool):
     """

    id: int
    kind: str
    name: str
    group: str
    by: str
    channel: ChannelRef | None
    added_at: datetime.datetime
    why: None | str
    mirrored: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        id = self.id

        kind = self.kind

        name = self.name

        group = self.group

        by = self.by

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        added_at = self.added_at.isoformat()

        why: None | str
        why = self.why

        mirrored = self.mirrored


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "name": name,
            "group": group,
            "by": by,
            "channel": channel,
            "added_at": added_at,
            "why": why,
            "mirrored": mirrored,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        name = d.pop("name")

        group = d.pop("group")

        by = d.pop("by")

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


        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))




        def _parse_why(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why = _parse_why(d.pop("why"))


        mirrored = d.pop("mirrored")

        own_tag_read = cls(
            id=id,
            kind=kind,
            name=name,
            group=group,
            by=by,
            channel=channel,
            added_at=added_at,
            why=why,
            mirrored=mirrored,
        )


        own_tag_read.additional_properties = d
        return own_tag_read

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
