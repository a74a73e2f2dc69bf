from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.choice import Choice
  from ..models.event_offer import EventOffer
  from ..models.field_offer import FieldOffer
  from ..models.leaves_read_searches import LeavesReadSearches





T = TypeVar("T", bound="LeavesRead")



@_attrs_define
class LeavesRead:
    """ What conditions can be made of here.

    Tags, members, departments, stores, groups, channels and segments are found by search at their
    own addresses (`searches`).

        Attributes:
            leaves (list[Choice]):
            fields (list[FieldOffer]):
            events (list[EventOffer]):
            stages (list[Choice]):
            states (list[Choice]):
            ways (list[Choice]):
            order_statuses (list[Choice]):
            order_sources (list[str]):
            group_kinds (list[str]):
            group_tiers (list[Choice]):
            group_labels (list[str]):
            rfm_classes (list[Choice]):
            searches (LeavesReadSearches):
     """

    leaves: list[Choice]
    fields: list[FieldOffer]
    events: list[EventOffer]
    stages: list[Choice]
    states: list[Choice]
    ways: list[Choice]
    order_statuses: list[Choice]
    order_sources: list[str]
    group_kinds: list[str]
    group_tiers: list[Choice]
    group_labels: list[str]
    rfm_classes: list[Choice]
    searches: LeavesReadSearches
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.choice import Choice # noqa: PLC0415
        from ..models.event_offer import EventOffer # noqa: PLC0415
        from ..models.field_offer import FieldOffer # noqa: PLC0415
        from ..models.leaves_read_searches import LeavesReadSearches # noqa: PLC0415
        leaves = []
        for leaves_item_data in self.leaves:
            leaves_item = leaves_item_data.to_dict()
            leaves.append(leaves_item)



        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)



        events = []
        for events_item_data in self.events:
            events_item = events_item_data.to_dict()
            events.append(events_item)



        stages = []
        for stages_item_data in self.stages:
            stages_item = stages_item_data.to_dict()
            stages.append(stages_item)



        states = []
        for states_item_data in self.states:
            states_item = states_item_data.to_dict()
            states.append(states_item)



        ways = []
        for ways_item_data in self.ways:
            ways_item = ways_item_data.to_dict()
            ways.append(ways_item)



        order_statuses = []
        for order_statuses_item_data in self.order_statuses:
            order_statuses_item = order_statuses_item_data.to_dict()
            order_statuses.append(order_statuses_item)



        order_sources = self.order_sources



        group_kinds = self.group_kinds



        group_tiers = []
        for group_tiers_item_data in self.group_tiers:
            group_tiers_item = group_tiers_item_data.to_dict()
            group_tiers.append(group_tiers_item)



        group_labels = self.group_labels



        rfm_classes = []
        for rfm_classes_item_data in self.rfm_classes:
            rfm_classes_item = rfm_classes_item_data.to_dict()
            rfm_classes.append(rfm_classes_item)



        searches = self.searches.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "leaves": leaves,
            "fields": fields,
            "events": events,
            "stages": stages,
            "states": states,
            "ways": ways,
            "order_statuses": order_statuses,
            "order_sources": order_sources,
            "group_kinds": group_kinds,
            "group_tiers": group_tiers,
            "group_labels": group_labels,
            "rfm_classes": rfm_classes,
            "searches": searches,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choice import Choice # noqa: PLC0415
        from ..models.event_offer import EventOffer # noqa: PLC0415
        from ..models.field_offer import FieldOffer # noqa: PLC0415
        from ..models.leaves_read_searches import LeavesReadSearches # noqa: PLC0415
        d = dict(src_dict)
        leaves = []
        _leaves = d.pop("leaves")
        for leaves_item_data in (_leaves):
            leaves_item = Choice.from_dict(leaves_item_data)



            leaves.append(leaves_item)


        fields = []
        _fields = d.pop("fields")
        for fields_item_data in (_fields):
            fields_item = FieldOffer.from_dict(fields_item_data)



            fields.append(fields_item)


        events = []
        _events = d.pop("events")
        for events_item_data in (_events):
            events_item = EventOffer.from_dict(events_item_data)



            events.append(events_item)


        stages = []
        _stages = d.pop("stages")
        for stages_item_data in (_stages):
            stages_item = Choice.from_dict(stages_item_data)



            stages.append(stages_item)


        states = []
        _states = d.pop("states")
        for states_item_data in (_states):
            states_item = Choice.from_dict(states_item_data)



            states.append(states_item)


        ways = []
        _ways = d.pop("ways")
        for ways_item_data in (_ways):
            ways_item = Choice.from_dict(ways_item_data)



            ways.append(ways_item)


        order_statuses = []
        _order_statuses = d.pop("order_statuses")
        for order_statuses_item_data in (_order_statuses):
            order_statuses_item = Choice.from_dict(order_statuses_item_data)



            order_statuses.append(order_statuses_item)


        order_sources = cast(list[str], d.pop("order_sources"))


        group_kinds = cast(list[str], d.pop("group_kinds"))


        group_tiers = []
        _group_tiers = d.pop("group_tiers")
        for group_tiers_item_data in (_group_tiers):
            group_tiers_item = Choice.from_dict(group_tiers_item_data)



            group_tiers.append(group_tiers_item)


        group_labels = cast(list[str], d.pop("group_labels"))


        rfm_classes = []
        _rfm_classes = d.pop("rfm_classes")
        for rfm_classes_item_data in (_rfm_classes):
            rfm_classes_item = Choice.from_dict(rfm_classes_item_data)



            rfm_classes.append(rfm_classes_item)


        searches = LeavesReadSearches.from_dict(d.pop("searches"))




        leaves_read = cls(
            leaves=leaves,
            fields=fields,
            events=events,
            stages=stages,
            states=states,
            ways=ways,
            order_statuses=order_statuses,
            order_sources=order_sources,
            group_kinds=group_kinds,
            group_tiers=group_tiers,
            group_labels=group_labels,
            rfm_classes=rfm_classes,
            searches=searches,
        )


        leaves_read.additional_properties = d
        return leaves_read

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
