from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_targets_kept_days import NewTargetsKeptDays
from ..models.new_targets_kind import NewTargetsKind
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.target_wish import TargetWish





T = TypeVar("T", bound="NewTargets")



@_attrs_define
class NewTargets:
    """ Targets of one period; who has one of the same days gets the new one.

        Attributes:
            kind (NewTargetsKind):
            first (datetime.date):
            last (datetime.date):
            items (list[TargetWish]):
            kept_days (NewTargetsKeptDays | Unset):  Default: NewTargetsKeptDays.VALUE_0.
     """

    kind: NewTargetsKind
    first: datetime.date
    last: datetime.date
    items: list[TargetWish]
    kept_days: NewTargetsKeptDays | Unset = NewTargetsKeptDays.VALUE_0





    def to_dict(self) -> dict[str, Any]:
        from ..models.target_wish import TargetWish # noqa: PLC0415
        kind = self.kind.value

        first = self.first.isoformat()

        last = self.last.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        kept_days: int | Unset = UNSET
        if not isinstance(self.kept_days, Unset):
            kept_days = self.kept_days.value



        field_dict: dict[str, Any] = {}

        field_dict.update({
            "kind": kind,
            "first": first,
            "last": last,
            "items": items,
        })
        if kept_days is not UNSET:
            field_dict["kept_days"] = kept_days

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.target_wish import TargetWish # noqa: PLC0415
        d = dict(src_dict)
        kind = NewTargetsKind(d.pop("kind"))




        first = datetime.date.fromisoformat(d.pop("first"))




        last = datetime.date.fromisoformat(d.pop("last"))




        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = TargetWish.from_dict(items_item_data)



            items.append(items_item)


        _kept_days = d.pop("kept_days", UNSET)
        kept_days: NewTargetsKeptDays | Unset
        if isinstance(_kept_days,  Unset):
            kept_days = UNSET
        else:
            kept_days = NewTargetsKeptDays(_kept_days)




        new_targets = cls(
            kind=kind,
            first=first,
            last=last,
            items=items,
            kept_days=kept_days,
        )

        return new_targets

