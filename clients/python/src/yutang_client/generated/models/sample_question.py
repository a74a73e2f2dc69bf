from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.sample_question_tree import SampleQuestionTree





T = TypeVar("T", bound="SampleQuestion")



@_attrs_define
class SampleQuestion:
    """ How many shall be shown; another `seed` shows others.

        Attributes:
            tree (SampleQuestionTree):
            size (int | Unset):  Default: 10.
            seed (int | Unset):  Default: 0.
     """

    tree: SampleQuestionTree
    size: int | Unset = 10
    seed: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.sample_question_tree import SampleQuestionTree # noqa: PLC0415
        tree = self.tree.to_dict()

        size = self.size

        seed = self.seed


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tree": tree,
        })
        if size is not UNSET:
            field_dict["size"] = size
        if seed is not UNSET:
            field_dict["seed"] = seed

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sample_question_tree import SampleQuestionTree # noqa: PLC0415
        d = dict(src_dict)
        tree = SampleQuestionTree.from_dict(d.pop("tree"))




        size = d.pop("size", UNSET)

        seed = d.pop("seed", UNSET)

        sample_question = cls(
            tree=tree,
            size=size,
            seed=seed,
        )


        sample_question.additional_properties = d
        return sample_question

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
