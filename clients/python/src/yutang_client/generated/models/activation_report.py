from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.activation_report_by import ActivationReportBy
from typing import cast

if TYPE_CHECKING:
  from ..models.activation_share import ActivationShare
  from ..models.activity_read import ActivityRead





T = TypeVar("T", bound="ActivationReport")



@_attrs_define
class ActivationReport:
    """ Shares of activated customers among those added in a span.

        Attributes:
            needed (int):
            by (ActivationReportBy):
            total (ActivationShare): The adds of one day, member or channel; `adds` are known and unknown together.

                Of the known ones `activated` are; of the unknown ones WeCom does not tell.
            rows (list[ActivationShare]):
            sources (list[ActivityRead]):
     """

    needed: int
    by: ActivationReportBy
    total: ActivationShare
    rows: list[ActivationShare]
    sources: list[ActivityRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.activation_share import ActivationShare # noqa: PLC0415
        from ..models.activity_read import ActivityRead # noqa: PLC0415
        needed = self.needed

        by = self.by.value

        total = self.total.to_dict()

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)



        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "needed": needed,
            "by": by,
            "total": total,
            "rows": rows,
            "sources": sources,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activation_share import ActivationShare # noqa: PLC0415
        from ..models.activity_read import ActivityRead # noqa: PLC0415
        d = dict(src_dict)
        needed = d.pop("needed")

        by = ActivationReportBy(d.pop("by"))




        total = ActivationShare.from_dict(d.pop("total"))




        rows = []
        _rows = d.pop("rows")
        for rows_item_data in (_rows):
            rows_item = ActivationShare.from_dict(rows_item_data)



            rows.append(rows_item)


        sources = []
        _sources = d.pop("sources")
        for sources_item_data in (_sources):
            sources_item = ActivityRead.from_dict(sources_item_data)



            sources.append(sources_item)


        activation_report = cls(
            needed=needed,
            by=by,
            total=total,
            rows=rows,
            sources=sources,
        )


        activation_report.additional_properties = d
        return activation_report

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
