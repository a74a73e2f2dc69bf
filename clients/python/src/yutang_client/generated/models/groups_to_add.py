from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.group_search import GroupSearch





T = TypeVar("T", bound="GroupsToAdd")



@_attrs_define
class GroupsToAdd:
    """ Groups by id, or all that a search finds, by name.

        Attributes:
            group_ids (list[int] | Unset):
            search (GroupSearch | None | Unset):
     """

    group_ids: list[int] | Unset = UNSET
    search: GroupSearch | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_search import GroupSearch # noqa: PLC0415
        group_ids: list[int] | Unset = UNSET
        if not isinstance(self.group_ids, Unset):
            group_ids = self.group_ids



        search: dict[str, Any] | None | Unset
        if isinstance(self.search, Unset):
            search = UNSET
        elif isinstance(self.search, GroupSearch):
            search = self.search.to_dict()
        else:
            search = self.search


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if group_ids is not UNSET:
            field_dict["group_ids"] = group_ids
        if search is not UNSET:
            field_dict["search"] = search

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_search import GroupSearch # noqa: PLC0415
        d = dict(src_dict)
        group_ids = cast(list[int], d.pop("group_ids", UNSET))


        def _parse_search(data: object) -> GroupSearch | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                search_type_0 = GroupSearch.from_dict(data)



                return search_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupSearch | None | Unset, data)

        search = _parse_search(d.pop("search", UNSET))


        groups_to_add = cls(
            group_ids=group_ids,
            search=search,
        )


        groups_to_add.additional_properties = d
        return groups_to_add

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
