from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.gift_read_phase import GiftReadPhase
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef





T = TypeVar("T", bound="GiftRead")



@_attrs_define
class GiftRead:
    """ A gift with what came of it. given + left = codes, as far as the budget reaches.

        Attributes:
            id (int):
            name (str):
            about (str):
            rules (str):
            all_channels (bool):
            channels (list[ChannelRef]):
            cost (int):
            budget (int | None):
            starts_at (datetime.datetime):
            ends_at (datetime.datetime | None):
            show_stock (bool):
            phase (GiftReadPhase):
            codes (int):
            stock (int):
            given (int):
            left (int):
            people (int):
            spent (int):
            lost (int):
            ripe_7 (int):
            kept_7 (int):
            ripe_30 (int):
            kept_30 (int):
            cost_per_kept_7 (int | None):
            cost_per_kept_30 (int | None):
            link (str):
            version (int):
            created_at (datetime.datetime):
            published_at (datetime.datetime | None):
            stopped_at (datetime.datetime | None):
     """

    id: int
    name: str
    about: str
    rules: str
    all_channels: bool
    channels: list[ChannelRef]
    cost: int
    budget: int | None
    starts_at: datetime.datetime
    ends_at: datetime.datetime | None
    show_stock: bool
    phase: GiftReadPhase
    codes: int
    stock: int
    given: int
    left: int
    people: int
    spent: int
    lost: int
    ripe_7: int
    kept_7: int
    ripe_30: int
    kept_30: int
    cost_per_kept_7: int | None
    cost_per_kept_30: int | None
    link: str
    version: int
    created_at: datetime.datetime
    published_at: datetime.datetime | None
    stopped_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        id = self.id

        name = self.name

        about = self.about

        rules = self.rules

        all_channels = self.all_channels

        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)



        cost = self.cost

        budget: int | None
        budget = self.budget

        starts_at = self.starts_at.isoformat()

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        show_stock = self.show_stock

        phase = self.phase.value

        codes = self.codes

        stock = self.stock

        given = self.given

        left = self.left

        people = self.people

        spent = self.spent

        lost = self.lost

        ripe_7 = self.ripe_7

        kept_7 = self.kept_7

        ripe_30 = self.ripe_30

        kept_30 = self.kept_30

        cost_per_kept_7: int | None
        cost_per_kept_7 = self.cost_per_kept_7

        cost_per_kept_30: int | None
        cost_per_kept_30 = self.cost_per_kept_30

        link = self.link

        version = self.version

        created_at = self.created_at.isoformat()

        published_at: None | str
        if isinstance(self.published_at, datetime.datetime):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        stopped_at: None | str
        if isinstance(self.stopped_at, datetime.datetime):
            stopped_at = self.stopped_at.isoformat()
        else:
            stopped_at = self.stopped_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "about": about,
            "rules": rules,
            "all_channels": all_channels,
            "channels": channels,
            "cost": cost,
            "budget": budget,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "show_stock": show_stock,
            "phase": phase,
            "codes": codes,
            "stock": stock,
            "given": given,
            "left": left,
            "people": people,
            "spent": spent,
            "lost": lost,
            "ripe_7": ripe_7,
            "kept_7": kept_7,
            "ripe_30": ripe_30,
            "kept_30": kept_30,
            "cost_per_kept_7": cost_per_kept_7,
            "cost_per_kept_30": cost_per_kept_30,
            "link": link,
            "version": version,
            "created_at": created_at,
            "published_at": published_at,
            "stopped_at": stopped_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        about = d.pop("about")

        rules = d.pop("rules")

        all_channels = d.pop("all_channels")

        channels = []
        _channels = d.pop("channels")
        for channels_item_data in (_channels):
            channels_item = ChannelRef.from_dict(channels_item_data)



            channels.append(channels_item)


        cost = d.pop("cost")

        def _parse_budget(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        budget = _parse_budget(d.pop("budget"))


        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))




        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)



                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))


        show_stock = d.pop("show_stock")

        phase = GiftReadPhase(d.pop("phase"))




        codes = d.pop("codes")

        stock = d.pop("stock")

        given = d.pop("given")

        left = d.pop("left")

        people = d.pop("people")

        spent = d.pop("spent")

        lost = d.pop("lost")

        ripe_7 = d.pop("ripe_7")

        kept_7 = d.pop("kept_7")

        ripe_30 = d.pop("ripe_30")

        kept_30 = d.pop("kept_30")

        def _parse_cost_per_kept_7(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_per_kept_7 = _parse_cost_per_kept_7(d.pop("cost_per_kept_7"))


        def _parse_cost_per_kept_30(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        cost_per_kept_30 = _parse_cost_per_kept_30(d.pop("cost_per_kept_30"))


        link = d.pop("link")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_published_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.datetime.fromisoformat(data)



                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        published_at = _parse_published_at(d.pop("published_at"))


        def _parse_stopped_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stopped_at_type_0 = datetime.datetime.fromisoformat(data)



                return stopped_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        stopped_at = _parse_stopped_at(d.pop("stopped_at"))


        gift_read = cls(
            id=id,
            name=name,
            about=about,
            rules=rules,
            all_channels=all_channels,
            channels=channels,
            cost=cost,
            budget=budget,
            starts_at=starts_at,
            ends_at=ends_at,
            show_stock=show_stock,
            phase=phase,
            codes=codes,
            stock=stock,
            given=given,
            left=left,
            people=people,
            spent=spent,
            lost=lost,
            ripe_7=ripe_7,
            kept_7=kept_7,
            ripe_30=ripe_30,
            kept_30=kept_30,
            cost_per_kept_7=cost_per_kept_7,
            cost_per_kept_30=cost_per_kept_30,
            link=link,
            version=version,
            created_at=created_at,
            published_at=published_at,
            stopped_at=stopped_at,
        )


        gift_read.additional_properties = d
        return gift_read

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
