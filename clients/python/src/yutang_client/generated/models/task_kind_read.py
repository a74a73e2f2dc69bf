from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.task_kind_read_proof import TaskKindReadProof
from typing import cast

if TYPE_CHECKING:
  from ..models.task_kind_name import TaskKindName





T = TypeVar("T", bound="TaskKindRead")



@_attrs_define
class TaskKindRead:
    """ A kind; `proof` is what its tasks ask for unless they say otherwise.

        Attributes:
            key (str):
            name (TaskKindName): How a kind is called.
            proof (TaskKindReadProof):
     """

    key: str
    name: TaskKindName
    proof: TaskKindReadProof
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.task_kind_name import TaskKindName # noqa: PLC0415
        key = self.key

        name = self.name.to_dict()

        proof = self.proof.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "key": key,
            "name": name,
            "proof": proof,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.task_kind_name import TaskKindName # noqa: PLC0415
        d = dict(src_dict)
        key = d.pop("key")

        name = TaskKindName.from_dict(d.pop("name"))




        proof = TaskKindReadProof(d.pop("proof"))




        task_kind_read = cls(
            key=key,
            name=name,
            proof=proof,
        )


        task_kind_read.additional_properties = d
        return task_kind_read

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
