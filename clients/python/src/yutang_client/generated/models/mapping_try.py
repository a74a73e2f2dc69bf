from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.source_mapping import SourceMapping





T = TypeVar("T", bound="MappingTry")



@_attrs_define
class MappingTry:
    """ A mapping to be tried on an example.

        Attributes:
            mapping (SourceMapping): Where in a webhook's body what stands; paths as `data.orders[0].number`.

                `each`: the list of which every entry is one event; empty: the body is one. A path is looked
                up in the entry first, then in the body. `kinds` turns what the sender calls an event into
                ours; `fixed_kind` is for senders that do not say.
            example (Any):
     """

    mapping: SourceMapping
    example: Any





    def to_dict(self) -> dict[str, Any]:
        from ..models.source_mapping import SourceMapping # noqa: PLC0415
        mapping = self.mapping.to_dict()

        example = self.example


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "mapping": mapping,
            "example": example,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_mapping import SourceMapping # noqa: PLC0415
        d = dict(src_dict)
        mapping = SourceMapping.from_dict(d.pop("mapping"))




        example = d.pop("example")

        mapping_try = cls(
            mapping=mapping,
            example=example,
        )

        return mapping_try

