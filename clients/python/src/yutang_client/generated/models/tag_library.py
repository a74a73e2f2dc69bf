from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.tag_group_row import TagGroupRow
  from ..models.tag_room import TagRoom





T = TypeVar("T", bound="TagLibrary")



@_attrs_define
class TagLibrary:
    """ A page of groups; `next` goes into `after`.

        Attributes:
            items (list[TagGroupRow]):
            next_ (None | str):
            room (TagRoom): How many more tags WeCom takes. Strategy tags count too and are not seen.
            as_of (datetime.datetime | None):
            waiting (int):
     """

    items: list[TagGroupRow]
    next_: None | str
    room: TagRoom
    as_of: datetime.datetime | None
    waiting: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tag_group_row import TagGroupRow # noqa: PLC0415
        from ..models.tag_room import TagRoom # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        next_: None | str
        next_ = self.next_

        room = self.room.to_dict()

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        waiting = self.waiting


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "next": next_,
            "room": room,
            "as_of": as_of,
            "waiting": waiting,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tag_group_row import TagGroupRow # noqa: PLC0415
        from ..models.tag_room import TagRoom # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TagGroupRow.from_dict(items_item_data)



            items.append(items_item)


        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))


        room = TagRoom.from_dict(d.pop("room"))




        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)



                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))


        waiting = d.pop("waiting")

        tag_library = cls(
            items=items,
            next_=next_,
            room=room,
            as_of=as_of,
            waiting=waiting,
        )


        tag_library.additional_properties = d
        return tag_library

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
