from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.id_read import IdRead
  from ..models.moved_rows import MovedRows





T = TypeVar("T", bound="Moved")



@_attrs_define
class Moved:
    """ What was moved, or would be.

        Attributes:
            customer_id (int):
            from_id (int):
            merge_id (int | None):
            rows (MovedRows):
            ids (list[IdRead]):
            events (int):
     """

    customer_id: int
    from_id: int
    merge_id: int | None
    rows: MovedRows
    ids: list[IdRead]
    events: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.id_read import IdRead # noqa: PLC0415
        from ..models.moved_rows import MovedRows # noqa: PLC0415
        customer_id = self.customer_id

        from_id = self.from_id

        merge_id: int | None
        merge_id = self.merge_id

        rows = self.rows.to_dict()

        ids = []
        for ids_item_data in self.ids:
            ids_item = ids_item_data.to_dict()
            ids.append(ids_item)



        events = self.events


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "from_id": from_id,
            "merge_id": merge_id,
            "rows": rows,
            "ids": ids,
            "events": events,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.id_read import IdRead # noqa: PLC0415
        from ..models.moved_rows import MovedRows # noqa: PLC0415
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        from_id = d.pop("from_id")

        def _parse_merge_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        merge_id = _parse_merge_id(d.pop("merge_id"))


        rows = MovedRows.from_dict(d.pop("rows"))




        ids = []
        _ids = d.pop("ids")
        for ids_item_data in (_ids):
            ids_item = IdRead.from_dict(ids_item_data)



            ids.append(ids_item)


        events = d.pop("events")

        moved = cls(
            customer_id=customer_id,
            from_id=from_id,
            merge_id=merge_id,
            rows=rows,
            ids=ids,
            events=events,
        )


        moved.additional_properties = d
        return moved

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
