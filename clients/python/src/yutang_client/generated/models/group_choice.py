from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="GroupChoice")



@_attrs_define
class GroupChoice:
    """ Which of the giver's groups.

        Attributes:
            all_ (bool | Unset):  Default: False.
            group_ids (list[int] | None | Unset):
     """

    all_: bool | Unset = False
    group_ids: list[int] | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        all_ = self.all_

        group_ids: list[int] | None | Unset
        if isinstance(self.group_ids, Unset):
            group_ids = UNSET
        elif isinstance(self.group_ids, list):
            group_ids = self.group_ids


        else:
            group_ids = self.group_ids


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if all_ is not UNSET:
            field_dict["all"] = all_
        if group_ids is not UNSET:
            field_dict["group_ids"] = group_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        all_ = d.pop("all", UNSET)

        def _parse_group_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                group_ids_type_0 = cast(list[int], data)

                return group_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        group_ids = _parse_group_ids(d.pop("group_ids", UNSET))


        group_choice = cls(
            all_=all_,
            group_ids=group_ids,
        )

        return group_choice

