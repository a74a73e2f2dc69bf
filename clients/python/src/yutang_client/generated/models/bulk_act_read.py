from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.bulk_act_read_source import BulkActReadSource
from ..models.bulk_act_read_state import BulkActReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.bulk_act_read_about import BulkActReadAbout
  from ..models.bulk_act_read_arguments import BulkActReadArguments
  from ..models.numbers import Numbers
  from ..models.outcome_count import OutcomeCount
  from ..models.wecom_share import WecomShare





T = TypeVar("T", bound="BulkActRead")



@_attrs_define
class BulkActRead:
    """ One act: its dry run, where it stands, how it ended.

    `plan` counts by outcome what the dry run found (`changed` are the people it would change),
    `results` what came of it. A dry run's `progress` is how far through the company it is.

        Attributes:
            id (int):
            kind (str):
            arguments (BulkActReadArguments):
            about (BulkActReadAbout):
            source (BulkActReadSource):
            question (None | str):
            undone_id (int | None):
            state (BulkActReadState):
            confirmed (bool):
            found (int):
            changes (int):
            plan (list[OutcomeCount]):
            shown (None | Numbers):
            wecom (None | WecomShare):
            results (list[OutcomeCount]):
            done (int):
            total (int | None):
            progress (float | None):
            per_second (float | None):
            ends_at (datetime.datetime | None):
            reason (None | str):
            asked_by (str):
            asked_by_name (str):
            asked_at (datetime.datetime):
            updated_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            undo_until (datetime.datetime | None):
     """

    id: int
    kind: str
    arguments: BulkActReadArguments
    about: BulkActReadAbout
    source: BulkActReadSource
    question: None | str
    undone_id: int | None
    state: BulkActReadState
    confirmed: bool
    found: int
    changes: int
    plan: list[OutcomeCount]
    shown: None | Numbers
    wecom: None | WecomShare
    results: list[OutcomeCount]
    done: int
    total: int | None
    progress: float | None
    per_second: float | None
    ends_at: datetime.datetime | None
    reason: None | str
    asked_by: str
    asked_by_name: str
    asked_at: datetime.datetime
    updated_at: datetime.datetime
    ended_at: datetime.datetime | None
    undo_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.bulk_act_read_about import BulkActReadAbout # noqa: PLC0415
        from ..models.bulk_act_read_arguments import BulkActReadArguments # noqa: PLC0415
        from ..models.numbers import Numbers # noqa: PLC0415
        from ..models.outcome_count import OutcomeCount # noqa: PLC0415
        from ..models.wecom_share import WecomShare # noqa: PLC0415
        id = self.id

        kind = self.kind

        arguments = self.arguments.to_dict()

        about = self.about.to_dict()

        source = self.source.value

        question: None | str
        question = self.question

        undone_id: int | None
        undone_id = self.undone_id

        state = self.state.value

        confirmed = self.confirmed

        found = self.found

        changes = self.changes

        plan = []
        for plan_item_data in self.plan:
            plan_item = plan_item_data.to_dict()
            plan.append(plan_item)



        shown: dict[str, Any] | None
        if isinstance(self.shown, Numbers):
            shown = self.shown.to_dict()
        else:
            shown = self.shown

        wecom: dict[str, Any] | None
        if isinstance(self.wecom, WecomShare):
            wecom = self.wecom.to_dict()
        else:
            wecom = self.wecom

        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)



        done = self.done

        total: int | None
        total = self.total

        progress: float | None
        progress = self.progress

        per_second: float | None
        per_second = self.per_second

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        reason: None | str
        reason = self.reason

        asked_by = self.asked_by

        asked_by_name = self.asked_by_name

        asked_at = self.asked_at.isoformat()

        updated_at = self.updated_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        undo_until: None | str
        if isinstance(self.undo_until, datetime.datetime):
            undo_until = self.undo_until.isoformat()
        else:
            undo_until = self.undo_until


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "arguments": arguments,
            "about": about,
            "source": source,
            "question": question,
            "undone_id": undone_id,
            "state": state,
            "confirmed": confirmed,
            "found": found,
            "changes": changes,
            "plan": plan,
            "shown": shown,
            "wecom": wecom,
            "results": results,
            "done": done,
            "total": total,
            "progress": progress,
            "per_second": per_second,
            "ends_at": ends_at,
            "reason": reason,
            "asked_by": asked_by,
            "asked_by_name": asked_by_name,
            "asked_at": asked_at,
            "updated_at": updated_at,
            "ended_at": ended_at,
            "undo_until": undo_until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bulk_act_read_about import BulkActReadAbout # noqa: PLC0415
        from ..models.bulk_act_read_arguments import BulkActReadArguments # noqa: PLC0415
        from ..models.numbers import Numbers # noqa: PLC0415
        from ..models.outcome_count import OutcomeCount # noqa: PLC0415
        from ..models.wecom_share import WecomShare # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        arguments = BulkActReadArguments.from_dict(d.pop("arguments"))




        about = BulkActReadAbout.from_dict(d.pop("about"))




        source = BulkActReadSource(d.pop("source"))




        def _parse_question(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        question = _parse_question(d.pop("question"))


        def _parse_undone_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        undone_id = _parse_undone_id(d.pop("undone_id"))


        state = BulkActReadState(d.pop("state"))




        confirmed = d.pop("confirmed")

        found = d.pop("found")

        changes = d.pop("changes")

        plan = []
        _plan = d.pop("plan")
        for plan_item_data in (_plan):
            plan_item = OutcomeCount.from_dict(plan_item_data)



            plan.append(plan_item)


        def _parse_shown(data: object) -> None | Numbers:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                shown_type_0 = Numbers.from_dict(data)



                return shown_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Numbers, data)

        shown = _parse_shown(d.pop("shown"))


        def _parse_wecom(data: object) -> None | WecomShare:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                wecom_type_0 = WecomShare.from_dict(data)



                return wecom_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WecomShare, data)

        wecom = _parse_wecom(d.pop("wecom"))


        results = []
        _results = d.pop("results")
        for results_item_data in (_results):
            results_item = OutcomeCount.from_dict(results_item_data)



            results.append(results_item)


        done = d.pop("done")

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))


        def _parse_progress(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        progress = _parse_progress(d.pop("progress"))


        def _parse_per_second(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        per_second = _parse_per_second(d.pop("per_second"))


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


        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        asked_by = d.pop("asked_by")

        asked_by_name = d.pop("asked_by_name")

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))




        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        def _parse_undo_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undo_until_type_0 = datetime.datetime.fromisoformat(data)



                return undo_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        undo_until = _parse_undo_until(d.pop("undo_until"))


        bulk_act_read = cls(
            id=id,
            kind=kind,
            arguments=arguments,
            about=about,
            source=source,
            question=question,
            undone_id=undone_id,
            state=state,
            confirmed=confirmed,
            found=found,
            changes=changes,
            plan=plan,
            shown=shown,
            wecom=wecom,
            results=results,
            done=done,
            total=total,
            progress=progress,
            per_second=per_second,
            ends_at=ends_at,
            reason=reason,
            asked_by=asked_by,
            asked_by_name=asked_by_name,
            asked_at=asked_at,
            updated_at=updated_at,
            ended_at=ended_at,
            undo_until=undo_until,
        )


        bulk_act_read.additional_properties = d
        return bulk_act_read

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
