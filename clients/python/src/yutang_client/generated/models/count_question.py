from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.count_question_tree import CountQuestionTree





T = TypeVar("T", bound="CountQuestion")



@_attrs_define
class CountQuestion:
    """ What is counted; `reachable` also tells who of them can be reached.

        Attributes:
            tree (CountQuestionTree):
            reachable (bool | Unset):  Default: False.
     """

    tree: CountQuestionTree
    reachable: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.count_question_tree import CountQuestionTree # noqa: PLC0415
        tree = self.tree.to_dict()

        reachable = self.reachable


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tree": tree,
        })
        if reachable is not UNSET:
            field_dict["reachable"] = reachable

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.count_question_tree import CountQuestionTree # noqa: PLC0415
        d = dict(src_dict)
        tree = CountQuestionTree.from_dict(d.pop("tree"))




        reachable = d.pop("reachable", UNSET)

        count_question = cls(
            tree=tree,
            reachable=reachable,
        )


        count_question.additional_properties = d
        return count_question

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
