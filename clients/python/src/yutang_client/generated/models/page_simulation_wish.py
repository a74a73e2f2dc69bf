from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.page_rule import PageRule





T = TypeVar("T", bound="PageSimulationWish")



@_attrs_define
class PageSimulationWish:
    """ So many strangers come on a day between 9 and 21 o'clock, and this share of them adds.

        Attributes:
            staff_ids (list[int]):
            rule (PageRule): Whom the page shows.

                `by_city`: the page asks for the city, since WeCom tells none, and picks among the members who
                work in stores there, else among all. `sticky_days`: for so long somebody sees the same member
                again; 0: only while his place is held. `fallback_staff_id` answers when nobody is free, without
                a cap. `recognise`: in WeChat the page asks WeCom who came, which needs a trusted domain.
            visitors (int | Unset):  Default: 200.
            add_share (float | Unset):  Default: 0.5.
            seed (int | Unset):  Default: 1.
            channel_id (int | None | Unset):
     """

    staff_ids: list[int]
    rule: PageRule
    visitors: int | Unset = 200
    add_share: float | Unset = 0.5
    seed: int | Unset = 1
    channel_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_rule import PageRule # noqa: PLC0415
        staff_ids = self.staff_ids



        rule = self.rule.to_dict()

        visitors = self.visitors

        add_share = self.add_share

        seed = self.seed

        channel_id: int | None | Unset
        if isinstance(self.channel_id, Unset):
            channel_id = UNSET
        else:
            channel_id = self.channel_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff_ids": staff_ids,
            "rule": rule,
        })
        if visitors is not UNSET:
            field_dict["visitors"] = visitors
        if add_share is not UNSET:
            field_dict["add_share"] = add_share
        if seed is not UNSET:
            field_dict["seed"] = seed
        if channel_id is not UNSET:
            field_dict["channel_id"] = channel_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_rule import PageRule # noqa: PLC0415
        d = dict(src_dict)
        staff_ids = cast(list[int], d.pop("staff_ids"))


        rule = PageRule.from_dict(d.pop("rule"))




        visitors = d.pop("visitors", UNSET)

        add_share = d.pop("add_share", UNSET)

        seed = d.pop("seed", UNSET)

        def _parse_channel_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        channel_id = _parse_channel_id(d.pop("channel_id", UNSET))


        page_simulation_wish = cls(
            staff_ids=staff_ids,
            rule=rule,
            visitors=visitors,
            add_share=add_share,
            seed=seed,
            channel_id=channel_id,
        )


        page_simulation_wish.additional_properties = d
        return page_simulation_wish

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
