from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_where_is import RuleWhereIs
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="RuleWhere")



@_attrs_define
class RuleWhere:
    """ How a property of the event must be, as `where` of the language says it.

        Attributes:
            prop (str):
            is_ (RuleWhereIs):
            values (list[bool | float | int | str] | Unset):
     """

    prop: str
    is_: RuleWhereIs
    values: list[bool | float | int | str] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        prop = self.prop

        is_ = self.is_.value

        values: list[bool | float | int | str] | Unset = UNSET
        if not isinstance(self.values, Unset):
            values = []
            for values_item_data in self.values:
                values_item: bool | float | int | str
                values_item = values_item_data
                values.append(values_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "prop": prop,
            "is": is_,
        })
        if values is not UNSET:
            field_dict["values"] = values

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        prop = d.pop("prop")

        is_ = RuleWhereIs(d.pop("is"))




        _values = d.pop("values", UNSET)
        values: list[bool | float | int | str] | Unset = UNSET
        if _values is not UNSET:
            values = []
            for values_item_data in _values:
                def _parse_values_item(data: object) -> bool | float | int | str:
                    return cast(bool | float | int | str, data)

                values_item = _parse_values_item(values_item_data)

                values.append(values_item)


        rule_where = cls(
            prop=prop,
            is_=is_,
            values=values,
        )

        return rule_where

