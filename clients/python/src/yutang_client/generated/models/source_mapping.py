from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.source_mapping_ids import SourceMappingIds
  from ..models.source_mapping_kinds import SourceMappingKinds
  from ..models.source_mapping_properties import SourceMappingProperties





T = TypeVar("T", bound="SourceMapping")



@_attrs_define
class SourceMapping:
    """ Where in a webhook's body what stands; paths as `data.orders[0].number`.

    `each`: the list of which every entry is one event; empty: the body is one. A path is looked
    up in the entry first, then in the body. `kinds` turns what the sender calls an event into
    ours; `fixed_kind` is for senders that do not say.

        Attributes:
            each (str | Unset):  Default: ''.
            message (str | Unset):  Default: ''.
            kind (str | Unset):  Default: ''.
            kinds (SourceMappingKinds | Unset):
            fixed_kind (str | Unset):  Default: ''.
            at (str | Unset):  Default: ''.
            ids (SourceMappingIds | Unset):
            properties (SourceMappingProperties | Unset):
     """

    each: str | Unset = ''
    message: str | Unset = ''
    kind: str | Unset = ''
    kinds: SourceMappingKinds | Unset = UNSET
    fixed_kind: str | Unset = ''
    at: str | Unset = ''
    ids: SourceMappingIds | Unset = UNSET
    properties: SourceMappingProperties | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.source_mapping_ids import SourceMappingIds # noqa: PLC0415
        from ..models.source_mapping_kinds import SourceMappingKinds # noqa: PLC0415
        from ..models.source_mapping_properties import SourceMappingProperties # noqa: PLC0415
        each = self.each

        message = self.message

        kind = self.kind

        kinds: dict[str, Any] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = self.kinds.to_dict()

        fixed_kind = self.fixed_kind

        at = self.at

        ids: dict[str, Any] | Unset = UNSET
        if not isinstance(self.ids, Unset):
            ids = self.ids.to_dict()

        properties: dict[str, Any] | Unset = UNSET
        if not isinstance(self.properties, Unset):
            properties = self.properties.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if each is not UNSET:
            field_dict["each"] = each
        if message is not UNSET:
            field_dict["message"] = message
        if kind is not UNSET:
            field_dict["kind"] = kind
        if kinds is not UNSET:
            field_dict["kinds"] = kinds
        if fixed_kind is not UNSET:
            field_dict["fixed_kind"] = fixed_kind
        if at is not UNSET:
            field_dict["at"] = at
        if ids is not UNSET:
            field_dict["ids"] = ids
        if properties is not UNSET:
            field_dict["properties"] = properties

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_mapping_ids import SourceMappingIds # noqa: PLC0415
        from ..models.source_mapping_kinds import SourceMappingKinds # noqa: PLC0415
        from ..models.source_mapping_properties import SourceMappingProperties # noqa: PLC0415
        d = dict(src_dict)
        each = d.pop("each", UNSET)

        message = d.pop("message", UNSET)

        kind = d.pop("kind", UNSET)

        _kinds = d.pop("kinds", UNSET)
        kinds: SourceMappingKinds | Unset
        if isinstance(_kinds,  Unset):
            kinds = UNSET
        else:
            kinds = SourceMappingKinds.from_dict(_kinds)




        fixed_kind = d.pop("fixed_kind", UNSET)

        at = d.pop("at", UNSET)

        _ids = d.pop("ids", UNSET)
        ids: SourceMappingIds | Unset
        if isinstance(_ids,  Unset):
            ids = UNSET
        else:
            ids = SourceMappingIds.from_dict(_ids)




        _properties = d.pop("properties", UNSET)
        properties: SourceMappingProperties | Unset
        if isinstance(_properties,  Unset):
            properties = UNSET
        else:
            properties = SourceMappingProperties.from_dict(_properties)




        source_mapping = cls(
            each=each,
            message=message,
            kind=kind,
            kinds=kinds,
            fixed_kind=fixed_kind,
            at=at,
            ids=ids,
            properties=properties,
        )

        return source_mapping

