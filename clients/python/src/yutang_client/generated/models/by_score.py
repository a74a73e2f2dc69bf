from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import Literal, cast






T = TypeVar("T", bound="ByScore")



@_attrs_define
class ByScore:
    """ High is who scores at least this.

        Attributes:
            by (Literal['score']):
            r (int):
            f (int):
            m (int):
     """

    by: Literal['score']
    r: int
    f: int
    m: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        by = self.by

        r = self.r

        f = self.f

        m = self.m


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "by": by,
            "r": r,
            "f": f,
            "m": m,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = cast(Literal['score'] , d.pop("by"))
        if by != 'score':
            raise ValueError(f"by must match const 'score', got '{by}'")

        r = d.pop("r")

        f = d.pop("f")

        m = d.pop("m")

        by_score = cls(
            by=by,
            r=r,
            f=f,
            m=m,
        )


        by_score.additional_properties = d
        return by_score

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
