from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.version_read_kind import VersionReadKind
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.version_read_tree_type_0 import VersionReadTreeType0
  from ..models.words import Words





T = TypeVar("T", bound="VersionRead")



@_attrs_define
class VersionRead:
    """ What the segment was said to be, from when on.

        Attributes:
            number (int):
            name (str):
            kind (VersionReadKind):
            folder (str):
            description (str):
            tree (None | VersionReadTreeType0):
            sentence (None | Words):
            every_minutes (int):
            restored (int | None):
            made_by_name (str):
            made_at (datetime.datetime):
     """

    number: int
    name: str
    kind: VersionReadKind
    folder: str
    description: str
    tree: None | VersionReadTreeType0
    sentence: None | Words
    every_minutes: int
    restored: int | None
    made_by_name: str
    made_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.version_read_tree_type_0 import VersionReadTreeType0 # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        number = self.number

        name = self.name

        kind = self.kind.value

        folder = self.folder

        description = self.description

        tree: dict[str, Any] | None
        if isinstance(self.tree, VersionReadTreeType0):
            tree = self.tree.to_dict()
        else:
            tree = self.tree

        sentence: dict[str, Any] | None
        if isinstance(self.sentence, Words):
            sentence = self.sentence.to_dict()
        else:
            sentence = self.sentence

        every_minutes = self.every_minutes

        restored: int | None
        restored = self.restored

        made_by_name = self.made_by_name

        made_at = self.made_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "number": number,
            "name": name,
            "kind": kind,
            "folder": folder,
            "description": description,
            "tree": tree,
            "sentence": sentence,
            "every_minutes": every_minutes,
            "restored": restored,
            "made_by_name": made_by_name,
            "made_at": made_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.version_read_tree_type_0 import VersionReadTreeType0 # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        number = d.pop("number")

        name = d.pop("name")

        kind = VersionReadKind(d.pop("kind"))




        folder = d.pop("folder")

        description = d.pop("description")

        def _parse_tree(data: object) -> None | VersionReadTreeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tree_type_0 = VersionReadTreeType0.from_dict(data)



                return tree_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VersionReadTreeType0, data)

        tree = _parse_tree(d.pop("tree"))


        def _parse_sentence(data: object) -> None | Words:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sentence_type_0 = Words.from_dict(data)



                return sentence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Words, data)

        sentence = _parse_sentence(d.pop("sentence"))


        every_minutes = d.pop("every_minutes")

        def _parse_restored(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        restored = _parse_restored(d.pop("restored"))


        made_by_name = d.pop("made_by_name")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))




        version_read = cls(
            number=number,
            name=name,
            kind=kind,
            folder=folder,
            description=description,
            tree=tree,
            sentence=sentence,
            every_minutes=every_minutes,
            restored=restored,
            made_by_name=made_by_name,
            made_at=made_at,
        )


        version_read.additional_properties = d
        return version_read

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
