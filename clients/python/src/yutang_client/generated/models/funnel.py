from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="Funnel")



@_attrs_define
class Funnel:
    """ What came of a touchpoint, from its first day to its last.

        Attributes:
            adds (int):
            half (int):
            firsts (int):
            lost (int):
            ripe_7 (int):
            kept_7 (int):
            ripe_30 (int):
            kept_30 (int):
            gifts (int):
            cost (int):
            cost_per_kept_7 (int | None):
            last_add_at (datetime.datetime | None):
     """

    adds: int
    half: int
    firsts: int
    lost: int
    ripe_7: int
    kept_7: int
    ripe_30: int
    kept_30: int
    gifts: int
    cost: int
    cost_per_kept_7: int | None
    last_add_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        adds = self.adds

        half = self.half

        firsts = self.firsts

        lost = self.lost

        ripe_7 = self.ripe_7

        kept_7 = self.kept_7

        ripe_30 = self.ripe_30

        kept_30 = self.kept_30

        gifts = self.gifts

        cost = self.cost

        cost_per_kept_7: int | None
        cost_per_kept_7 = self.cost_per_kept_7

        last_add_at: None | str
        if isinstance(self.last_add_at, datetime.datetime):
            last_add_at = self.last_add_at.isoformat()
        else:
            last_add_at = self.last_add_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "adds": adds,
            "half": half,
            "firsts": firsts,
            "lost": lost,
            "ripe_7": ripe_7,
            "kept_7": kept_7,
            "ripe_30": ripe_30,
            "kept_30": kept_30,
            "gifts": gifts,
            "cost": cost,
            "cost_per_kept_7": cost_per_kept_7,
            "last_add_at": last_add_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        adds = d.pop("adds")

        half = d.pop("half")

        firsts = d.pop("firsts")

        lost = d.pop("lost")

        ripe_7 = d.pop("ripe_7")

        kept_7 = d.pop("kept_7")

        ripe_30 = d.pop("ripe_30")

        kept_30 = d.pop("kept_30")

        gifts = d.pop("gifts")

        cost = d.pop("cost")

        def _parse_cost_per_kept_7(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_per_kept_7 = _parse_cost_per_kept_7(d.pop("cost_per_kept_7"))


        def _parse_last_add_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_add_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_add_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_add_at = _parse_last_add_at(d.pop("last_add_at"))


        funnel = cls(
            adds=adds,
            half=half,
            firsts=firsts,
            lost=lost,
            ripe_7=ripe_7,
            kept_7=kept_7,
            ripe_30=ripe_30,
            kept_30=kept_30,
            gifts=gifts,
            cost=cost,
            cost_per_kept_7=cost_per_kept_7,
            last_add_at=last_add_at,
        )


        funnel.additional_properties = d
        return funnel

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
