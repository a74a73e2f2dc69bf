from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.view_read_filters import ViewReadFilters





T = TypeVar("T", bound="ViewRead")



@_attrs_define
class ViewRead:
    """ A kept view; a name that begins with `starter:` is ours, for the page to translate.

        Attributes:
            id (int):
            name (str):
            filters (ViewReadFilters):
            columns (list[str]):
            sort (str):
            is_shared (bool):
            is_default (bool):
            may_edit (bool):
            version (int):
            updated_at (datetime.datetime):
     """

    id: int
    name: str
    filters: ViewReadFilters
    columns: list[str]
    sort: str
    is_shared: bool
    is_default: bool
    may_edit: bool
    version: int
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.view_read_filters import ViewReadFilters # noqa: PLC0415
        id = self.id

        name = self.name

        filters = self.filters.to_dict()

        columns = self.columns



        sort = self.sort

        is_shared = self.is_shared

        is_default = self.is_default

        may_edit = self.may_edit

        version = self.version

        updated_at = self.updated_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "filters": filters,
            "columns": columns,
            "sort": sort,
            "is_shared": is_shared,
            "is_default": is_default,
            "may_edit": may_edit,
            "version": version,
            "updated_at": updated_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.view_read_filters import ViewReadFilters # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        filters = ViewReadFilters.from_dict(d.pop("filters"))




        columns = cast(list[str], d.pop("columns"))


        sort = d.pop("sort")

        is_shared = d.pop("is_shared")

        is_default = d.pop("is_default")

        may_edit = d.pop("may_edit")

        version = d.pop("version")

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))




        view_read = cls(
            id=id,
            name=name,
            filters=filters,
            columns=columns,
            sort=sort,
            is_shared=is_shared,
            is_default=is_default,
            may_edit=may_edit,
            version=version,
            updated_at=updated_at,
        )


        view_read.additional_properties = d
        return view_read

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
