from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.preset import Preset
  from ..models.skeleton import Skeleton





T = TypeVar("T", bound="Skeletons")



@_attrs_define
class Skeletons:
    """ What is ready to be edited.

        Attributes:
            zh (Skeleton): Texts to begin with.
            en (Skeleton): Texts to begin with.
            presets (list[Preset]):
            text_characters (int):
            name_characters (int):
     """

    zh: Skeleton
    en: Skeleton
    presets: list[Preset]
    text_characters: int
    name_characters: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.preset import Preset # noqa: PLC0415
        from ..models.skeleton import Skeleton # noqa: PLC0415
        zh = self.zh.to_dict()

        en = self.en.to_dict()

        presets = []
        for presets_item_data in self.presets:
            presets_item = presets_item_data.to_dict()
            presets.append(presets_item)



        text_characters = self.text_characters

        name_characters = self.name_characters


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "zh": zh,
            "en": en,
            "presets": presets,
            "text_characters": text_characters,
            "name_characters": name_characters,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preset import Preset # noqa: PLC0415
        from ..models.skeleton import Skeleton # noqa: PLC0415
        d = dict(src_dict)
        zh = Skeleton.from_dict(d.pop("zh"))




        en = Skeleton.from_dict(d.pop("en"))




        presets = []
        _presets = d.pop("presets")
        for presets_item_data in (_presets):
            presets_item = Preset.from_dict(presets_item_data)



            presets.append(presets_item)


        text_characters = d.pop("text_characters")

        name_characters = d.pop("name_characters")

        skeletons = cls(
            zh=zh,
            en=en,
            presets=presets,
            text_characters=text_characters,
            name_characters=name_characters,
        )


        skeletons.additional_properties = d
        return skeletons

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
