from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.stream_message_message import StreamMessageMessage





T = TypeVar("T", bound="StreamMessage")



@_attrs_define
class StreamMessage:
    """ One message as it came.

        Attributes:
            id (int):
            message (StreamMessageMessage):
     """

    id: int
    message: StreamMessageMessage
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.stream_message_message import StreamMessageMessage # noqa: PLC0415
        id = self.id

        message = self.message.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "message": message,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.stream_message_message import StreamMessageMessage # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        message = StreamMessageMessage.from_dict(d.pop("message"))




        stream_message = cls(
            id=id,
            message=message,
        )


        stream_message.additional_properties = d
        return stream_message

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
