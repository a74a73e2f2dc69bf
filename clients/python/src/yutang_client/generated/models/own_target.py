from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.own_target_kept_days import OwnTargetKeptDays
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.ahead import Ahead





T = TypeVar("T", bound="OwnTarget")



@_attrs_define
class OwnTarget:
    """ A member's own target: his number, his place, the two above him.

        Attributes:
            first (datetime.date):
            last (datetime.date):
            aim (int):
            kept_days (OwnTargetKeptDays):
            kept (int):
            added (int):
            pending (int):
            left (int):
            rank (int):
            of (int):
            above (list[Ahead]):
     """

    first: datetime.date
    last: datetime.date
    aim: int
    kept_days: OwnTargetKeptDays
    kept: int
    added: int
    pending: int
    left: int
    rank: int
    of: int
    above: list[Ahead]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.ahead import Ahead # noqa: PLC0415
        first = self.first.isoformat()

        last = self.last.isoformat()

        aim = self.aim

        kept_days = self.kept_days.value

        kept = self.kept

        added = self.added

        pending = self.pending

        left = self.left

        rank = self.rank

        of = self.of

        above = []
        for above_item_data in self.above:
            above_item = above_item_data.to_dict()
            above.append(above_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "first": first,
            "last": last,
            "aim": aim,
            "kept_days": kept_days,
            "kept": kept,
            "added": added,
            "pending": pending,
            "left": left,
            "rank": rank,
            "of": of,
            "above": above,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ahead import Ahead # noqa: PLC0415
        d = dict(src_dict)
        first = datetime.date.fromisoformat(d.pop("first"))




        last = datetime.date.fromisoformat(d.pop("last"))




        aim = d.pop("aim")

        kept_days = OwnTargetKeptDays(d.pop("kept_days"))




        kept = d.pop("kept")

        added = d.pop("added")

        pending = d.pop("pending")

        left = d.pop("left")

        rank = d.pop("rank")

        of = d.pop("of")

        above = []
        _above = d.pop("above")
        for above_item_data in (_above):
            above_item = Ahead.from_dict(above_item_data)



            above.append(above_item)


        own_target = cls(
            first=first,
            last=last,
            aim=aim,
            kept_days=kept_days,
            kept=kept,
            added=added,
            pending=pending,
            left=left,
            rank=rank,
            of=of,
            above=above,
        )


        own_target.additional_properties = d
        return own_target

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
