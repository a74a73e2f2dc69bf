from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.view_change_filters import ViewChangeFilters





T = TypeVar("T", bound="ViewChange")



@_attrs_define
class ViewChange:
    """ A view as it shall be; `version` is the one that was read.

        Attributes:
            name (str):
            filters (ViewChangeFilters):
            columns (list[str]):
            version (int):
            sort (str | Unset):  Default: ''.
            is_shared (bool | Unset):  Default: False.
            is_default (bool | Unset):  Default: False.
     """

    name: str
    filters: ViewChangeFilters
    columns: list[str]
    version: int
    sort: str | Unset = ''
    is_shared: bool | Unset = False
    is_default: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        from ..models.view_change_filters import ViewChangeFilters # noqa: PLC0415
        name = self.name

        filters = self.filters.to_dict()

        columns = self.columns



        version = self.version

        sort = self.sort

        is_shared = self.is_shared

        is_default = self.is_default


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "filters": filters,
            "columns": columns,
            "version": version,
        })
        if sort is not UNSET:
            field_dict["sort"] = sort
        if is_shared is not UNSET:
            field_dict["is_shared"] = is_shared
        if is_default is not UNSET:
            field_dict["is_default"] = is_default

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.view_change_filters import ViewChangeFilters # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        filters = ViewChangeFilters.from_dict(d.pop("filters"))




        columns = cast(list[str], d.pop("columns"))


        version = d.pop("version")

        sort = d.pop("sort", UNSET)

        is_shared = d.pop("is_shared", UNSET)

        is_default = d.pop("is_default", UNSET)

        view_change = cls(
            name=name,
            filters=filters,
            columns=columns,
            version=version,
            sort=sort,
            is_shared=is_shared,
            is_default=is_default,
        )

        return view_change

