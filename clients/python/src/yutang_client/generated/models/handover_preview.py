from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.handover_preview_mode import HandoverPreviewMode
from typing import cast

if TYPE_CHECKING:
  from ..models.handover_group_plan import HandoverGroupPlan
  from ..models.handover_plan import HandoverPlan
  from ..models.taker_plan import TakerPlan





T = TypeVar("T", bound="HandoverPreview")



@_attrs_define
class HandoverPreview:
    """ What would happen; nothing was changed, nothing asked of WeCom.

        Attributes:
            mode (HandoverPreviewMode):
            customers (HandoverPlan): `matching` is `can` and all of `cannot`.
            groups (HandoverGroupPlan): `days`: how many days WeCom's 300 a day of one giver stretch them over.
            takers (list[TakerPlan]):
            leftover (int):
            calls (int):
            eta_seconds (int):
            rules_said (list[str]):
     """

    mode: HandoverPreviewMode
    customers: HandoverPlan
    groups: HandoverGroupPlan
    takers: list[TakerPlan]
    leftover: int
    calls: int
    eta_seconds: int
    rules_said: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.handover_group_plan import HandoverGroupPlan # noqa: PLC0415
        from ..models.handover_plan import HandoverPlan # noqa: PLC0415
        from ..models.taker_plan import TakerPlan # noqa: PLC0415
        mode = self.mode.value

        customers = self.customers.to_dict()

        groups = self.groups.to_dict()

        takers = []
        for takers_item_data in self.takers:
            takers_item = takers_item_data.to_dict()
            takers.append(takers_item)



        leftover = self.leftover

        calls = self.calls

        eta_seconds = self.eta_seconds

        rules_said = self.rules_said




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "mode": mode,
            "customers": customers,
            "groups": groups,
            "takers": takers,
            "leftover": leftover,
            "calls": calls,
            "eta_seconds": eta_seconds,
            "rules_said": rules_said,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handover_group_plan import HandoverGroupPlan # noqa: PLC0415
        from ..models.handover_plan import HandoverPlan # noqa: PLC0415
        from ..models.taker_plan import TakerPlan # noqa: PLC0415
        d = dict(src_dict)
        mode = HandoverPreviewMode(d.pop("mode"))




        customers = HandoverPlan.from_dict(d.pop("customers"))




        groups = HandoverGroupPlan.from_dict(d.pop("groups"))




        takers = []
        _takers = d.pop("takers")
        for takers_item_data in (_takers):
            takers_item = TakerPlan.from_dict(takers_item_data)



            takers.append(takers_item)


        leftover = d.pop("leftover")

        calls = d.pop("calls")

        eta_seconds = d.pop("eta_seconds")

        rules_said = cast(list[str], d.pop("rules_said"))


        handover_preview = cls(
            mode=mode,
            customers=customers,
            groups=groups,
            takers=takers,
            leftover=leftover,
            calls=calls,
            eta_seconds=eta_seconds,
            rules_said=rules_said,
        )


        handover_preview.additional_properties = d
        return handover_preview

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
