from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.handover_words import HandoverWords





T = TypeVar("T", bound="HandoverExclusion")



@_attrs_define
class HandoverExclusion:
    """ How many cannot be handed over for one reason.

        Attributes:
            reason (str):
            count (int):
            say (HandoverWords): In words.
     """

    reason: str
    count: int
    say: HandoverWords
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.handover_words import HandoverWords # noqa: PLC0415
        reason = self.reason

        count = self.count

        say = self.say.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "reason": reason,
            "count": count,
            "say": say,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handover_words import HandoverWords # noqa: PLC0415
        d = dict(src_dict)
        reason = d.pop("reason")

        count = d.pop("count")

        say = HandoverWords.from_dict(d.pop("say"))




        handover_exclusion = cls(
            reason=reason,
            count=count,
            say=say,
        )


        handover_exclusion.additional_properties = d
        return handover_exclusion

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
