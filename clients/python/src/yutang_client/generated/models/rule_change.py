from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.event_trigger import EventTrigger
  from ..models.put_tag import PutTag
  from ..models.rule_change_condition_type_0 import RuleChangeConditionType0
  from ..models.schedule_trigger import ScheduleTrigger
  from ..models.segment_trigger import SegmentTrigger
  from ..models.set_stage import SetStage
  from ..models.take_tag import TakeTag





T = TypeVar("T", bound="RuleChange")



@_attrs_define
class RuleChange:
    """ The whole rule anew; `version` is that which was read.

        Attributes:
            name (str):
            trigger (EventTrigger | ScheduleTrigger | SegmentTrigger):
            acts (list[PutTag | SetStage | TakeTag]):
            version (int):
            condition (None | RuleChangeConditionType0 | Unset):
            why (None | str | Unset):
            keeps (bool | Unset):  Default: False.
     """

    name: str
    trigger: EventTrigger | ScheduleTrigger | SegmentTrigger
    acts: list[PutTag | SetStage | TakeTag]
    version: int
    condition: None | RuleChangeConditionType0 | Unset = UNSET
    why: None | str | Unset = UNSET
    keeps: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        from ..models.event_trigger import EventTrigger # noqa: PLC0415
        from ..models.put_tag import PutTag # noqa: PLC0415
        from ..models.rule_change_condition_type_0 import RuleChangeConditionType0 # noqa: PLC0415
        from ..models.schedule_trigger import ScheduleTrigger # noqa: PLC0415
        from ..models.segment_trigger import SegmentTrigger # noqa: PLC0415
        from ..models.set_stage import SetStage # noqa: PLC0415
        from ..models.take_tag import TakeTag # noqa: PLC0415
        name = self.name

        trigger: dict[str, Any]
        if isinstance(self.trigger, EventTrigger):
            trigger = self.trigger.to_dict()
        elif isinstance(self.trigger, SegmentTrigger):
            trigger = self.trigger.to_dict()
        else:
            trigger = self.trigger.to_dict()


        acts = []
        for acts_item_data in self.acts:
            acts_item: dict[str, Any]
            if isinstance(acts_item_data, PutTag):
                acts_item = acts_item_data.to_dict()
            elif isinstance(acts_item_data, TakeTag):
                acts_item = acts_item_data.to_dict()
            else:
                acts_item = acts_item_data.to_dict()

            acts.append(acts_item)



        version = self.version

        condition: dict[str, Any] | None | Unset
        if isinstance(self.condition, Unset):
            condition = UNSET
        elif isinstance(self.condition, RuleChangeConditionType0):
            condition = self.condition.to_dict()
        else:
            condition = self.condition

        why: None | str | Unset
        if isinstance(self.why, Unset):
            why = UNSET
        else:
            why = self.why

        keeps = self.keeps


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "trigger": trigger,
            "acts": acts,
            "version": version,
        })
        if condition is not UNSET:
            field_dict["condition"] = condition
        if why is not UNSET:
            field_dict["why"] = why
        if keeps is not UNSET:
            field_dict["keeps"] = keeps

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_trigger import EventTrigger # noqa: PLC0415
        from ..models.put_tag import PutTag # noqa: PLC0415
        from ..models.rule_change_condition_type_0 import RuleChangeConditionType0 # noqa: PLC0415
        from ..models.schedule_trigger import ScheduleTrigger # noqa: PLC0415
        from ..models.segment_trigger import SegmentTrigger # noqa: PLC0415
        from ..models.set_stage import SetStage # noqa: PLC0415
        from ..models.take_tag import TakeTag # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_trigger(data: object) -> EventTrigger | ScheduleTrigger | SegmentTrigger:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                trigger_type_0 = EventTrigger.from_dict(data)



                return trigger_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                trigger_type_1 = SegmentTrigger.from_dict(data)



                return trigger_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            trigger_type_2 = ScheduleTrigger.from_dict(data)



            return trigger_type_2

        trigger = _parse_trigger(d.pop("trigger"))


        acts = []
        _acts = d.pop("acts")
        for acts_item_data in (_acts):
            def _parse_acts_item(data: object) -> PutTag | SetStage | TakeTag:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    acts_item_type_0 = PutTag.from_dict(data)



                    return acts_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    acts_item_type_1 = TakeTag.from_dict(data)



                    return acts_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                acts_item_type_2 = SetStage.from_dict(data)



                return acts_item_type_2

            acts_item = _parse_acts_item(acts_item_data)

            acts.append(acts_item)


        version = d.pop("version")

        def _parse_condition(data: object) -> None | RuleChangeConditionType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_0 = RuleChangeConditionType0.from_dict(data)



                return condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleChangeConditionType0 | Unset, data)

        condition = _parse_condition(d.pop("condition", UNSET))


        def _parse_why(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        why = _parse_why(d.pop("why", UNSET))


        keeps = d.pop("keeps", UNSET)

        rule_change = cls(
            name=name,
            trigger=trigger,
            acts=acts,
            version=version,
            condition=condition,
            why=why,
            keeps=keeps,
        )

        return rule_change

