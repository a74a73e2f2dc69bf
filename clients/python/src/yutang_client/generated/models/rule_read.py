from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.event_trigger import EventTrigger
  from ..models.put_tag import PutTag
  from ..models.rule_read_condition_type_0 import RuleReadConditionType0
  from ..models.rule_run import RuleRun
  from ..models.rule_sentence import RuleSentence
  from ..models.schedule_trigger import ScheduleTrigger
  from ..models.segment_trigger import SegmentTrigger
  from ..models.set_stage import SetStage
  from ..models.tag_ref import TagRef
  from ..models.take_tag import TakeTag





T = TypeVar("T", bound="RuleRead")



@_attrs_define
class RuleRead:
    """ A rule with how its last run ended.

        Attributes:
            id (int):
            name (str):
            enabled (bool):
            version (int):
            trigger (EventTrigger | ScheduleTrigger | SegmentTrigger):
            condition (None | RuleReadConditionType0):
            sentence (None | RuleSentence):
            acts (list[PutTag | SetStage | TakeTag]):
            why (None | str):
            keeps (bool):
            tags (list[TagRef]):
            segment (None | str):
            starter (None | str):
            waiting (int):
            next_at (datetime.datetime | None):
            last_run (None | RuleRun):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
     """

    id: int
    name: str
    enabled: bool
    version: int
    trigger: EventTrigger | ScheduleTrigger | SegmentTrigger
    condition: None | RuleReadConditionType0
    sentence: None | RuleSentence
    acts: list[PutTag | SetStage | TakeTag]
    why: None | str
    keeps: bool
    tags: list[TagRef]
    segment: None | str
    starter: None | str
    waiting: int
    next_at: datetime.datetime | None
    last_run: None | RuleRun
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.event_trigger import EventTrigger # noqa: PLC0415
        from ..models.put_tag import PutTag # noqa: PLC0415
        from ..models.rule_read_condition_type_0 import RuleReadConditionType0 # noqa: PLC0415
        from ..models.rule_run import RuleRun # noqa: PLC0415
        from ..models.rule_sentence import RuleSentence # noqa: PLC0415
        from ..models.schedule_trigger import ScheduleTrigger # noqa: PLC0415
        from ..models.segment_trigger import SegmentTrigger # noqa: PLC0415
        from ..models.set_stage import SetStage # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.take_tag import TakeTag # noqa: PLC0415
        id = self.id

        name = self.name

        enabled = self.enabled

        version = self.version

        trigger: dict[str, Any]
        if isinstance(self.trigger, EventTrigger):
            trigger = self.trigger.to_dict()
        elif isinstance(self.trigger, SegmentTrigger):
            trigger = self.trigger.to_dict()
        else:
            trigger = self.trigger.to_dict()


        condition: dict[str, Any] | None
        if isinstance(self.condition, RuleReadConditionType0):
            condition = self.condition.to_dict()
        else:
            condition = self.condition

        sentence: dict[str, Any] | None
        if isinstance(self.sentence, RuleSentence):
            sentence = self.sentence.to_dict()
        else:
            sentence = self.sentence

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



        why: None | str
        why = self.why

        keeps = self.keeps

        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        segment: None | str
        segment = self.segment

        starter: None | str
        starter = self.starter

        waiting = self.waiting

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        last_run: dict[str, Any] | None
        if isinstance(self.last_run, RuleRun):
            last_run = self.last_run.to_dict()
        else:
            last_run = self.last_run

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "enabled": enabled,
            "version": version,
            "trigger": trigger,
            "condition": condition,
            "sentence": sentence,
            "acts": acts,
            "why": why,
            "keeps": keeps,
            "tags": tags,
            "segment": segment,
            "starter": starter,
            "waiting": waiting,
            "next_at": next_at,
            "last_run": last_run,
            "created_at": created_at,
            "updated_at": updated_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_trigger import EventTrigger # noqa: PLC0415
        from ..models.put_tag import PutTag # noqa: PLC0415
        from ..models.rule_read_condition_type_0 import RuleReadConditionType0 # noqa: PLC0415
        from ..models.rule_run import RuleRun # noqa: PLC0415
        from ..models.rule_sentence import RuleSentence # noqa: PLC0415
        from ..models.schedule_trigger import ScheduleTrigger # noqa: PLC0415
        from ..models.segment_trigger import SegmentTrigger # noqa: PLC0415
        from ..models.set_stage import SetStage # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        from ..models.take_tag import TakeTag # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        enabled = d.pop("enabled")

        version = d.pop("version")

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


        def _parse_condition(data: object) -> None | RuleReadConditionType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                condition_type_0 = RuleReadConditionType0.from_dict(data)



                return condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleReadConditionType0, data)

        condition = _parse_condition(d.pop("condition"))


        def _parse_sentence(data: object) -> None | RuleSentence:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sentence_type_0 = RuleSentence.from_dict(data)



                return sentence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleSentence, data)

        sentence = _parse_sentence(d.pop("sentence"))


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


        def _parse_why(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why = _parse_why(d.pop("why"))


        keeps = d.pop("keeps")

        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = TagRef.from_dict(tags_item_data)



            tags.append(tags_item)


        def _parse_segment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        segment = _parse_segment(d.pop("segment"))


        def _parse_starter(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        starter = _parse_starter(d.pop("starter"))


        waiting = d.pop("waiting")

        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))


        def _parse_last_run(data: object) -> None | RuleRun:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_run_type_0 = RuleRun.from_dict(data)



                return last_run_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleRun, data)

        last_run = _parse_last_run(d.pop("last_run"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))




        rule_read = cls(
            id=id,
            name=name,
            enabled=enabled,
            version=version,
            trigger=trigger,
            condition=condition,
            sentence=sentence,
            acts=acts,
            why=why,
            keeps=keeps,
            tags=tags,
            segment=segment,
            starter=starter,
            waiting=waiting,
            next_at=next_at,
            last_run=last_run,
            created_at=created_at,
            updated_at=updated_at,
        )


        rule_read.additional_properties = d
        return rule_read

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
