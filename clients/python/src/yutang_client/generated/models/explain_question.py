from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.explain_question_tree import ExplainQuestionTree





T = TypeVar("T", bound="ExplainQuestion")



@_attrs_define
class ExplainQuestion:
    """ Whose being in or out is explained.

        Attributes:
            tree (ExplainQuestionTree):
            customer_id (int):
     """

    tree: ExplainQuestionTree
    customer_id: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.explain_question_tree import ExplainQuestionTree # noqa: PLC0415
        tree = self.tree.to_dict()

        customer_id = self.customer_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tree": tree,
            "customer_id": customer_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.explain_question_tree import ExplainQuestionTree # noqa: PLC0415
        d = dict(src_dict)
        tree = ExplainQuestionTree.from_dict(d.pop("tree"))




        customer_id = d.pop("customer_id")

        explain_question = cls(
            tree=tree,
            customer_id=customer_id,
        )


        explain_question.additional_properties = d
        return explain_question

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
