from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.kept_share import KeptShare





T = TypeVar("T", bound="GrowthRow")



@_attrs_define
class GrowthRow:
    """ One day, channel, member or store.

        Attributes:
            adds (int):
            firsts (int):
            halves (int):
            stayed (int):
            kept (list[KeptShare]):
            welcomed (int):
            late (int):
            impossible (int):
            failed (int):
            lost_by_customer (int):
            lost_by_staff (int):
            replied (int | None):
            orders (int | None):
            orders_fen (int | None):
            cost_fen (int | None):
            cost_per_kept_fen (int | None):
            key (str):
            name (str):
            left (bool | Unset):  Default: False.
     """

    adds: int
    firsts: int
    halves: int
    stayed: int
    kept: list[KeptShare]
    welcomed: int
    late: int
    impossible: int
    failed: int
    lost_by_customer: int
    lost_by_staff: int
    replied: int | None
    orders: int | None
    orders_fen: int | None
    cost_fen: int | None
    cost_per_kept_fen: int | None
    key: str
    name: str
    left: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.kept_share import KeptShare # noqa: PLC0415
        adds = self.adds

        firsts = self.firsts

        halves = self.halves

        stayed = self.stayed

        kept = []
        for kept_item_data in self.kept:
            kept_item = kept_item_data.to_dict()
            kept.append(kept_item)



        welcomed = self.welcomed

        late = self.late

        impossible = self.impossible

        failed = self.failed

        lost_by_customer = self.lost_by_customer

        lost_by_staff = self.lost_by_staff

        replied: int | None
        replied = self.replied

        orders: int | None
        orders = self.orders

        orders_fen: int | None
        orders_fen = self.orders_fen

        cost_fen: int | None
        cost_fen = self.cost_fen

        cost_per_kept_fen: int | None
        cost_per_kept_fen = self.cost_per_kept_fen

        key = self.key

        name = self.name

        left = self.left


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "adds": adds,
            "firsts": firsts,
            "halves": halves,
            "stayed": stayed,
            "kept": kept,
            "welcomed": welcomed,
            "late": late,
            "impossible": impossible,
            "failed": failed,
            "lost_by_customer": lost_by_customer,
            "lost_by_staff": lost_by_staff,
            "replied": replied,
            "orders": orders,
            "orders_fen": orders_fen,
            "cost_fen": cost_fen,
            "cost_per_kept_fen": cost_per_kept_fen,
            "key": key,
            "name": name,
        })
        if left is not UNSET:
            field_dict["left"] = left

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.kept_share import KeptShare # noqa: PLC0415
        d = dict(src_dict)
        adds = d.pop("adds")

        firsts = d.pop("firsts")

        halves = d.pop("halves")

        stayed = d.pop("stayed")

        kept = []
        _kept = d.pop("kept")
        for kept_item_data in (_kept):
            kept_item = KeptShare.from_dict(kept_item_data)



            kept.append(kept_item)


        welcomed = d.pop("welcomed")

        late = d.pop("late")

        impossible = d.pop("impossible")

        failed = d.pop("failed")

        lost_by_customer = d.pop("lost_by_customer")

        lost_by_staff = d.pop("lost_by_staff")

        def _parse_replied(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        replied = _parse_replied(d.pop("replied"))


        def _parse_orders(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        orders = _parse_orders(d.pop("orders"))


        def _parse_orders_fen(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        orders_fen = _parse_orders_fen(d.pop("orders_fen"))


        def _parse_cost_fen(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_fen = _parse_cost_fen(d.pop("cost_fen"))


        def _parse_cost_per_kept_fen(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_per_kept_fen = _parse_cost_per_kept_fen(d.pop("cost_per_kept_fen"))


        key = d.pop("key")

        name = d.pop("name")

        left = d.pop("left", UNSET)

        growth_row = cls(
            adds=adds,
            firsts=firsts,
            halves=halves,
            stayed=stayed,
            kept=kept,
            welcomed=welcomed,
            late=late,
            impossible=impossible,
            failed=failed,
            lost_by_customer=lost_by_customer,
            lost_by_staff=lost_by_staff,
            replied=replied,
            orders=orders,
            orders_fen=orders_fen,
            cost_fen=cost_fen,
            cost_per_kept_fen=cost_per_kept_fen,
            key=key,
            name=name,
            left=left,
        )


        growth_row.additional_properties = d
        return growth_row

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
