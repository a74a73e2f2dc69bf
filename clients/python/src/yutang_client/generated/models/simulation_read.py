from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.simulated_gap import SimulatedGap
  from ..models.simulated_member import SimulatedMember





T = TypeVar("T", bound="SimulationRead")



@_attrs_define
class SimulationRead:
    """ Who gets how many; `lost` are scans while nobody works here at all.

        Attributes:
            scans (int):
            day (datetime.date):
            seed (int):
            members (list[SimulatedMember]):
            over (int):
            lost (int):
            gaps (list[SimulatedGap]):
            updates (int):
     """

    scans: int
    day: datetime.date
    seed: int
    members: list[SimulatedMember]
    over: int
    lost: int
    gaps: list[SimulatedGap]
    updates: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.simulated_gap import SimulatedGap # noqa: PLC0415
        from ..models.simulated_member import SimulatedMember # noqa: PLC0415
        scans = self.scans

        day = self.day.isoformat()

        seed = self.seed

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)



        over = self.over

        lost = self.lost

        gaps = []
        for gaps_item_data in self.gaps:
            gaps_item = gaps_item_data.to_dict()
            gaps.append(gaps_item)



        updates = self.updates


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "scans": scans,
            "day": day,
            "seed": seed,
            "members": members,
            "over": over,
            "lost": lost,
            "gaps": gaps,
            "updates": updates,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.simulated_gap import SimulatedGap # noqa: PLC0415
        from ..models.simulated_member import SimulatedMember # noqa: PLC0415
        d = dict(src_dict)
        scans = d.pop("scans")

        day = datetime.date.fromisoformat(d.pop("day"))




        seed = d.pop("seed")

        members = []
        _members = d.pop("members")
        for members_item_data in (_members):
            members_item = SimulatedMember.from_dict(members_item_data)



            members.append(members_item)


        over = d.pop("over")

        lost = d.pop("lost")

        gaps = []
        _gaps = d.pop("gaps")
        for gaps_item_data in (_gaps):
            gaps_item = SimulatedGap.from_dict(gaps_item_data)



            gaps.append(gaps_item)


        updates = d.pop("updates")

        simulation_read = cls(
            scans=scans,
            day=day,
            seed=seed,
            members=members,
            over=over,
            lost=lost,
            gaps=gaps,
            updates=updates,
        )


        simulation_read.additional_properties = d
        return simulation_read

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
