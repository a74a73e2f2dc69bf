from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.add_target_kept_days import AddTargetKeptDays
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.target_holder import TargetHolder





T = TypeVar("T", bound="AddTarget")



@_attrs_define
class AddTarget:
    """ A target and how far it is. Customers count once, however often they were added.

        Attributes:
            id (int):
            holder (TargetHolder): Whose target it is.
            first (datetime.date):
            last (datetime.date):
            aim (int):
            kept_days (AddTargetKeptDays):
            kept (int):
            added (int):
            pending (int):
            lost (int):
            left (int):
            rank (int):
            of (int):
            pace (float):
            mine (bool):
     """

    id: int
    holder: TargetHolder
    first: datetime.date
    last: datetime.date
    aim: int
    kept_days: AddTargetKeptDays
    kept: int
    added: int
    pending: int
    lost: int
    left: int
    rank: int
    of: int
    pace: float
    mine: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.target_holder import TargetHolder # noqa: PLC0415
        id = self.id

        holder = self.holder.to_dict()

        first = self.first.isoformat()

        last = self.last.isoformat()

        aim = self.aim

        kept_days = self.kept_days.value

        kept = self.kept

        added = self.added

        pending = self.pending

        lost = self.lost

        left = self.left

        rank = self.rank

        of = self.of

        pace = self.pace

        mine = self.mine


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "holder": holder,
            "first": first,
            "last": last,
            "aim": aim,
            "kept_days": kept_days,
            "kept": kept,
            "added": added,
            "pending": pending,
            "lost": lost,
            "left": left,
            "rank": rank,
            "of": of,
            "pace": pace,
            "mine": mine,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.target_holder import TargetHolder # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        holder = TargetHolder.from_dict(d.pop("holder"))




        first = datetime.date.fromisoformat(d.pop("first"))




        last = datetime.date.fromisoformat(d.pop("last"))




        aim = d.pop("aim")

        kept_days = AddTargetKeptDays(d.pop("kept_days"))




        kept = d.pop("kept")

        added = d.pop("added")

        pending = d.pop("pending")

        lost = d.pop("lost")

        left = d.pop("left")

        rank = d.pop("rank")

        of = d.pop("of")

        pace = d.pop("pace")

        mine = d.pop("mine")

        add_target = cls(
            id=id,
            holder=holder,
            first=first,
            last=last,
            aim=aim,
            kept_days=kept_days,
            kept=kept,
            added=added,
            pending=pending,
            lost=lost,
            left=left,
            rank=rank,
            of=of,
            pace=pace,
            mine=mine,
        )


        add_target.additional_properties = d
        return add_target

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
