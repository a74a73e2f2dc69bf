from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.given_answers_answers import GivenAnswersAnswers





T = TypeVar("T", bound="GivenAnswers")



@_attrs_define
class GivenAnswers:
    """ Answers by the question's key, as somebody typed them; `version` is the set's as read.

        Attributes:
            version (int):
            answers (GivenAnswersAnswers):
     """

    version: int
    answers: GivenAnswersAnswers
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.given_answers_answers import GivenAnswersAnswers # noqa: PLC0415
        version = self.version

        answers = self.answers.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "version": version,
            "answers": answers,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_answers_answers import GivenAnswersAnswers # noqa: PLC0415
        d = dict(src_dict)
        version = d.pop("version")

        answers = GivenAnswersAnswers.from_dict(d.pop("answers"))




        given_answers = cls(
            version=version,
            answers=answers,
        )


        given_answers.additional_properties = d
        return given_answers

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
