from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.source_read import SourceRead





T = TypeVar("T", bound="SourceMade")



@_attrs_define
class SourceMade:
    """ A source with its key, or a webhook's secret, which are shown this once.

        Attributes:
            source (SourceRead): A source and how it does; `lag_seconds` is the age of the oldest request that waits.
            key (None | str):
            secret (None | str):
     """

    source: SourceRead
    key: None | str
    secret: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.source_read import SourceRead # noqa: PLC0415
        source = self.source.to_dict()

        key: None | str
        key = self.key

        secret: None | str
        secret = self.secret


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "source": source,
            "key": key,
            "secret": secret,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_read import SourceRead # noqa: PLC0415
        d = dict(src_dict)
        source = SourceRead.from_dict(d.pop("source"))




        def _parse_key(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        key = _parse_key(d.pop("key"))


        def _parse_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        secret = _parse_secret(d.pop("secret"))


        source_made = cls(
            source=source,
            key=key,
            secret=secret,
        )


        source_made.additional_properties = d
        return source_made

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
