from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.segment_change_kind import SegmentChangeKind
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.segment_change_tree_type_0 import SegmentChangeTreeType0





T = TypeVar("T", bound="SegmentChange")



@_attrs_define
class SegmentChange:
    """ A segment as it shall be; `version` is the one that was read.

        Attributes:
            name (str):
            kind (SegmentChangeKind):
            version (int):
            folder (str | Unset):  Default: ''.
            description (str | Unset):  Default: ''.
            tree (None | SegmentChangeTreeType0 | Unset):
            every_minutes (int | Unset):  Default: 5.
     """

    name: str
    kind: SegmentChangeKind
    version: int
    folder: str | Unset = ''
    description: str | Unset = ''
    tree: None | SegmentChangeTreeType0 | Unset = UNSET
    every_minutes: int | Unset = 5
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.segment_change_tree_type_0 import SegmentChangeTreeType0 # noqa: PLC0415
        name = self.name

        kind = self.kind.value

        version = self.version

        folder = self.folder

        description = self.description

        tree: dict[str, Any] | None | Unset
        if isinstance(self.tree, Unset):
            tree = UNSET
        elif isinstance(self.tree, SegmentChangeTreeType0):
            tree = self.tree.to_dict()
        else:
            tree = self.tree

        every_minutes = self.every_minutes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "kind": kind,
            "version": version,
        })
        if folder is not UNSET:
            field_dict["folder"] = folder
        if description is not UNSET:
            field_dict["description"] = description
        if tree is not UNSET:
            field_dict["tree"] = tree
        if every_minutes is not UNSET:
            field_dict["every_minutes"] = every_minutes

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.segment_change_tree_type_0 import SegmentChangeTreeType0 # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        kind = SegmentChangeKind(d.pop("kind"))




        version = d.pop("version")

        folder = d.pop("folder", UNSET)

        description = d.pop("description", UNSET)

        def _parse_tree(data: object) -> None | SegmentChangeTreeType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tree_type_0 = SegmentChangeTreeType0.from_dict(data)



                return tree_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SegmentChangeTreeType0 | Unset, data)

        tree = _parse_tree(d.pop("tree", UNSET))


        every_minutes = d.pop("every_minutes", UNSET)

        segment_change = cls(
            name=name,
            kind=kind,
            version=version,
            folder=folder,
            description=description,
            tree=tree,
            every_minutes=every_minutes,
        )


        segment_change.additional_properties = d
        return segment_change

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
