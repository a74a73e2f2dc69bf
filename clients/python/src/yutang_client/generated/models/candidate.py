from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.id_read import IdRead





T = TypeVar("T", bound="Candidate")



@_attrs_define
class Candidate:
    """ One of the two between whom is to be decided.

        Attributes:
            id (int):
            name (str):
            state (str):
            has_relations (bool):
            ids (list[IdRead]):
     """

    id: int
    name: str
    state: str
    has_relations: bool
    ids: list[IdRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.id_read import IdRead # noqa: PLC0415
        id = self.id

        name = self.name

        state = self.state

        has_relations = self.has_relations

        ids = []
        for ids_item_data in self.ids:
            ids_item = ids_item_data.to_dict()
            ids.append(ids_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "state": state,
            "has_relations": has_relations,
            "ids": ids,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.id_read import IdRead # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        state = d.pop("state")

        has_relations = d.pop("has_relations")

        ids = []
        _ids = d.pop("ids")
        for ids_item_data in (_ids):
            ids_item = IdRead.from_dict(ids_item_data)



            ids.append(ids_item)


        candidate = cls(
            id=id,
            name=name,
            state=state,
            has_relations=has_relations,
            ids=ids,
        )


        candidate.additional_properties = d
        return candidate

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
