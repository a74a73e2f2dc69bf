from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.kind_detail_kept_by import KindDetailKeptBy
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.day_count import DayCount
  from ..models.property_read import PropertyRead





T = TypeVar("T", bound="KindDetail")



@_attrs_define
class KindDetail:
    """ A kind with its properties.

        Attributes:
            name (str):
            family (str):
            label (None | str):
            built_in (bool):
            version (int):
            purpose (None | str):
            main (None | str):
            closed (bool):
            properties (int):
            accepted (int):
            quarantined (int):
            refused (int):
            redacted (int):
            left_out (int):
            last_at (datetime.datetime | None):
            days (list[DayCount]):
            names (list[str]):
            kept_months (int | None):
            kept_by (KindDetailKeptBy):
            items (list[PropertyRead]):
     """

    name: str
    family: str
    label: None | str
    built_in: bool
    version: int
    purpose: None | str
    main: None | str
    closed: bool
    properties: int
    accepted: int
    quarantined: int
    refused: int
    redacted: int
    left_out: int
    last_at: datetime.datetime | None
    days: list[DayCount]
    names: list[str]
    kept_months: int | None
    kept_by: KindDetailKeptBy
    items: list[PropertyRead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.day_count import DayCount # noqa: PLC0415
        from ..models.property_read import PropertyRead # noqa: PLC0415
        name = self.name

        family = self.family

        label: None | str
        label = self.label

        built_in = self.built_in

        version = self.version

        purpose: None | str
        purpose = self.purpose

        main: None | str
        main = self.main

        closed = self.closed

        properties = self.properties

        accepted = self.accepted

        quarantined = self.quarantined

        refused = self.refused

        redacted = self.redacted

        left_out = self.left_out

        last_at: None | str
        if isinstance(self.last_at, datetime.datetime):
            last_at = self.last_at.isoformat()
        else:
            last_at = self.last_at

        days = []
        for days_item_data in self.days:
            days_item = days_item_data.to_dict()
            days.append(days_item)



        names = self.names



        kept_months: int | None
        kept_months = self.kept_months

        kept_by = self.kept_by.value

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "family": family,
            "label": label,
            "built_in": built_in,
            "version": version,
            "purpose": purpose,
            "main": main,
            "closed": closed,
            "properties": properties,
            "accepted": accepted,
            "quarantined": quarantined,
            "refused": refused,
            "redacted": redacted,
            "left_out": left_out,
            "last_at": last_at,
            "days": days,
            "names": names,
            "kept_months": kept_months,
            "kept_by": kept_by,
            "items": items,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.day_count import DayCount # noqa: PLC0415
        from ..models.property_read import PropertyRead # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        family = d.pop("family")

        def _parse_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label = _parse_label(d.pop("label"))


        built_in = d.pop("built_in")

        version = d.pop("version")

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))


        def _parse_main(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        main = _parse_main(d.pop("main"))


        closed = d.pop("closed")

        properties = d.pop("properties")

        accepted = d.pop("accepted")

        quarantined = d.pop("quarantined")

        refused = d.pop("refused")

        redacted = d.pop("redacted")

        left_out = d.pop("left_out")

        def _parse_last_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_at = _parse_last_at(d.pop("last_at"))


        days = []
        _days = d.pop("days")
        for days_item_data in (_days):
            days_item = DayCount.from_dict(days_item_data)



            days.append(days_item)


        names = cast(list[str], d.pop("names"))


        def _parse_kept_months(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        kept_months = _parse_kept_months(d.pop("kept_months"))


        kept_by = KindDetailKeptBy(d.pop("kept_by"))




        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = PropertyRead.from_dict(items_item_data)



            items.append(items_item)


        kind_detail = cls(
            name=name,
            family=family,
            label=label,
            built_in=built_in,
            version=version,
            purpose=purpose,
            main=main,
            closed=closed,
            properties=properties,
            accepted=accepted,
            quarantined=quarantined,
            refused=refused,
            redacted=redacted,
            left_out=left_out,
            last_at=last_at,
            days=days,
            names=names,
            kept_months=kept_months,
            kept_by=kept_by,
            items=items,
        )


        kind_detail.additional_properties = d
        return kind_detail

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
