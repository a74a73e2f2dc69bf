from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.held_read import HeldRead
  from ..models.reader_read import ReaderRead





T = TypeVar("T", bound="ReadingRead")



@_attrs_define
class ReadingRead:
    """ The readers, and what holds all of them back.

        Attributes:
            readers (list[ReaderRead]):
            held (HeldRead | None):
            oldest_seconds (float | None):
     """

    readers: list[ReaderRead]
    held: HeldRead | None
    oldest_seconds: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.held_read import HeldRead # noqa: PLC0415
        from ..models.reader_read import ReaderRead # noqa: PLC0415
        readers = []
        for readers_item_data in self.readers:
            readers_item = readers_item_data.to_dict()
            readers.append(readers_item)



        held: dict[str, Any] | None
        if isinstance(self.held, HeldRead):
            held = self.held.to_dict()
        else:
            held = self.held

        oldest_seconds: float | None
        oldest_seconds = self.oldest_seconds


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "readers": readers,
            "held": held,
            "oldest_seconds": oldest_seconds,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.held_read import HeldRead # noqa: PLC0415
        from ..models.reader_read import ReaderRead # noqa: PLC0415
        d = dict(src_dict)
        readers = []
        _readers = d.pop("readers")
        for readers_item_data in (_readers):
            readers_item = ReaderRead.from_dict(readers_item_data)



            readers.append(readers_item)


        def _parse_held(data: object) -> HeldRead | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                held_type_0 = HeldRead.from_dict(data)



                return held_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HeldRead | None, data)

        held = _parse_held(d.pop("held"))


        def _parse_oldest_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        oldest_seconds = _parse_oldest_seconds(d.pop("oldest_seconds"))


        reading_read = cls(
            readers=readers,
            held=held,
            oldest_seconds=oldest_seconds,
        )


        reading_read.additional_properties = d
        return reading_read

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
