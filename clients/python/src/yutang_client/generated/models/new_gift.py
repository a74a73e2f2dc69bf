from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="NewGift")



@_attrs_define
class NewGift:
    """ A gift as it is wished for. Money is in fen; `budget` null: as far as the codes reach.

        Attributes:
            name (str):
            starts_at (datetime.datetime):
            about (str | Unset):  Default: ''.
            rules (str | Unset):  Default: ''.
            all_channels (bool | Unset):  Default: False.
            channel_ids (list[int] | Unset):
            cost (int | Unset):  Default: 0.
            budget (int | None | Unset):
            ends_at (datetime.datetime | None | Unset):
            show_stock (bool | Unset):  Default: False.
     """

    name: str
    starts_at: datetime.datetime
    about: str | Unset = ''
    rules: str | Unset = ''
    all_channels: bool | Unset = False
    channel_ids: list[int] | Unset = UNSET
    cost: int | Unset = 0
    budget: int | None | Unset = UNSET
    ends_at: datetime.datetime | None | Unset = UNSET
    show_stock: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        starts_at = self.starts_at.isoformat()

        about = self.about

        rules = self.rules

        all_channels = self.all_channels

        channel_ids: list[int] | Unset = UNSET
        if not isinstance(self.channel_ids, Unset):
            channel_ids = self.channel_ids



        cost = self.cost

        budget: int | None | Unset
        if isinstance(self.budget, Unset):
            budget = UNSET
        else:
            budget = self.budget

        ends_at: None | str | Unset
        if isinstance(self.ends_at, Unset):
            ends_at = UNSET
        elif isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        show_stock = self.show_stock


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "starts_at": starts_at,
        })
        if about is not UNSET:
            field_dict["about"] = about
        if rules is not UNSET:
            field_dict["rules"] = rules
        if all_channels is not UNSET:
            field_dict["all_channels"] = all_channels
        if channel_ids is not UNSET:
            field_dict["channel_ids"] = channel_ids
        if cost is not UNSET:
            field_dict["cost"] = cost
        if budget is not UNSET:
            field_dict["budget"] = budget
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at
        if show_stock is not UNSET:
            field_dict["show_stock"] = show_stock

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))




        about = d.pop("about", UNSET)

        rules = d.pop("rules", UNSET)

        all_channels = d.pop("all_channels", UNSET)

        channel_ids = cast(list[int], d.pop("channel_ids", UNSET))


        cost = d.pop("cost", UNSET)

        def _parse_budget(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        budget = _parse_budget(d.pop("budget", UNSET))


        def _parse_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)



                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ends_at = _parse_ends_at(d.pop("ends_at", UNSET))


        show_stock = d.pop("show_stock", UNSET)

        new_gift = cls(
            name=name,
            starts_at=starts_at,
            about=about,
            rules=rules,
            all_channels=all_channels,
            channel_ids=channel_ids,
            cost=cost,
            budget=budget,
            ends_at=ends_at,
            show_stock=show_stock,
        )


        new_gift.additional_properties = d
        return new_gift

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
