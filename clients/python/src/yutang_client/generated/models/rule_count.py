from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.rule_sample import RuleSample





T = TypeVar("T", bound="RuleCount")



@_attrs_define
class RuleCount:
    """ Whom a rule finds; `exact` false where looking took too long: then at least so many.

        Attributes:
            total (int):
            exact (bool):
            include (list[int]):
            exclude (list[int]):
            samples (list[RuleSample]):
     """

    total: int
    exact: bool
    include: list[int]
    exclude: list[int]
    samples: list[RuleSample]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_sample import RuleSample # noqa: PLC0415
        total = self.total

        exact = self.exact

        include = self.include



        exclude = self.exclude



        samples = []
        for samples_item_data in self.samples:
            samples_item = samples_item_data.to_dict()
            samples.append(samples_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "total": total,
            "exact": exact,
            "include": include,
            "exclude": exclude,
            "samples": samples,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_sample import RuleSample # noqa: PLC0415
        d = dict(src_dict)
        total = d.pop("total")

        exact = d.pop("exact")

        include = cast(list[int], d.pop("include"))


        exclude = cast(list[int], d.pop("exclude"))


        samples = []
        _samples = d.pop("samples")
        for samples_item_data in (_samples):
            samples_item = RuleSample.from_dict(samples_item_data)



            samples.append(samples_item)


        rule_count = cls(
            total=total,
            exact=exact,
            include=include,
            exclude=exclude,
            samples=samples,
        )


        rule_count.additional_properties = d
        return rule_count

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
