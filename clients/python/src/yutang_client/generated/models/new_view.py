from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast

if TYPE_CHECKING:
  from ..models.new_view_filters import NewViewFilters





T = TypeVar("T", bound="NewView")



@_attrs_define
class NewView:
    """ A view to be kept, last in the row.

        Attributes:
            name (str):
            filters (NewViewFilters):
            columns (list[str]):
            page (Literal['customers']):
            sort (str | Unset):  Default: ''.
            is_shared (bool | Unset):  Default: False.
            is_default (bool | Unset):  Default: False.
     """

    name: str
    filters: NewViewFilters
    columns: list[str]
    page: Literal['customers']
    sort: str | Unset = ''
    is_shared: bool | Unset = False
    is_default: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        from ..models.new_view_filters import NewViewFilters # noqa: PLC0415
        name = self.name

        filters = self.filters.to_dict()

        columns = self.columns



        page = self.page

        sort = self.sort

        is_shared = self.is_shared

        is_default = self.is_default


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "filters": filters,
            "columns": columns,
            "page": page,
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
        from ..models.new_view_filters import NewViewFilters # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        filters = NewViewFilters.from_dict(d.pop("filters"))




        columns = cast(list[str], d.pop("columns"))


        page = cast(Literal['customers'] , d.pop("page"))
        if page != 'customers':
            raise ValueError(f"page must match const 'customers', got '{page}'")

        sort = d.pop("sort", UNSET)

        is_shared = d.pop("is_shared", UNSET)

        is_default = d.pop("is_default", UNSET)

        new_view = cls(
            name=name,
            filters=filters,
            columns=columns,
            page=page,
            sort=sort,
            is_shared=is_shared,
            is_default=is_default,
        )

        return new_view

