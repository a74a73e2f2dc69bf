from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.template_tree import TemplateTree
  from ..models.words import Words





T = TypeVar("T", bound="Template")



@_attrs_define
class Template:
    """ A segment ready made.

        Attributes:
            key (str):
            name (Words): The same in Chinese and in English.
            description (Words): The same in Chinese and in English.
            tree (TemplateTree):
            needs (list[str] | Unset):
     """

    key: str
    name: Words
    description: Words
    tree: TemplateTree
    needs: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.template_tree import TemplateTree # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        key = self.key

        name = self.name.to_dict()

        description = self.description.to_dict()

        tree = self.tree.to_dict()

        needs: list[str] | Unset = UNSET
        if not isinstance(self.needs, Unset):
            needs = self.needs




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "key": key,
            "name": name,
            "description": description,
            "tree": tree,
        })
        if needs is not UNSET:
            field_dict["needs"] = needs

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.template_tree import TemplateTree # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        key = d.pop("key")

        name = Words.from_dict(d.pop("name"))




        description = Words.from_dict(d.pop("description"))




        tree = TemplateTree.from_dict(d.pop("tree"))




        needs = cast(list[str], d.pop("needs", UNSET))


        template = cls(
            key=key,
            name=name,
            description=description,
            tree=tree,
            needs=needs,
        )


        template.additional_properties = d
        return template

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
