from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.task_read_priority import TaskReadPriority
from ..models.task_read_proof import TaskReadProof
from ..models.task_read_state import TaskReadState
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.task_kind_name import TaskKindName
  from ..models.task_title import TaskTitle





T = TypeVar("T", bound="TaskRead")



@_attrs_define
class TaskRead:
    """ A task; `overdue` as of the moment of reading.

        Attributes:
            id (int):
            kind (str):
            staff_id (int):
            staff_name (str):
            staff_left (bool):
            customer_id (int | None):
            title (str):
            due_at (datetime.datetime):
            state (TaskReadState):
            overdue (bool):
            created_by (str):
            done_at (datetime.datetime | None):
            result (str):
            priority (TaskReadPriority):
            link (str):
            proof (TaskReadProof):
            proof_text (str):
            proof_file_id (int | None):
            pooled (bool):
            escalated_at (datetime.datetime | None):
            snoozes (int):
            kind_name (TaskKindName): How a kind is called.
            words (None | TaskTitle | Unset):
     """

    id: int
    kind: str
    staff_id: int
    staff_name: str
    staff_left: bool
    customer_id: int | None
    title: str
    due_at: datetime.datetime
    state: TaskReadState
    overdue: bool
    created_by: str
    done_at: datetime.datetime | None
    result: str
    priority: TaskReadPriority
    link: str
    proof: TaskReadProof
    proof_text: str
    proof_file_id: int | None
    pooled: bool
    escalated_at: datetime.datetime | None
    snoozes: int
    kind_name: TaskKindName
    words: None | TaskTitle | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.task_kind_name import TaskKindName # noqa: PLC0415
        from ..models.task_title import TaskTitle # noqa: PLC0415
        id = self.id

        kind = self.kind

        staff_id = self.staff_id

        staff_name = self.staff_name

        staff_left = self.staff_left

        customer_id: int | None
        customer_id = self.customer_id

        title = self.title

        due_at = self.due_at.isoformat()

        state = self.state.value

        overdue = self.overdue

        created_by = self.created_by

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at

        result = self.result

        priority = self.priority.value

        link = self.link

        proof = self.proof.value

        proof_text = self.proof_text

        proof_file_id: int | None
        proof_file_id = self.proof_file_id

        pooled = self.pooled

        escalated_at: None | str
        if isinstance(self.escalated_at, datetime.datetime):
            escalated_at = self.escalated_at.isoformat()
        else:
            escalated_at = self.escalated_at

        snoozes = self.snoozes

        kind_name = self.kind_name.to_dict()

        words: dict[str, Any] | None | Unset
        if isinstance(self.words, Unset):
            words = UNSET
        elif isinstance(self.words, TaskTitle):
            words = self.words.to_dict()
        else:
            words = self.words


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "staff_id": staff_id,
            "staff_name": staff_name,
            "staff_left": staff_left,
            "customer_id": customer_id,
            "title": title,
            "due_at": due_at,
            "state": state,
            "overdue": overdue,
            "created_by": created_by,
            "done_at": done_at,
            "result": result,
            "priority": priority,
            "link": link,
            "proof": proof,
            "proof_text": proof_text,
            "proof_file_id": proof_file_id,
            "pooled": pooled,
            "escalated_at": escalated_at,
            "snoozes": snoozes,
            "kind_name": kind_name,
        })
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.task_kind_name import TaskKindName # noqa: PLC0415
        from ..models.task_title import TaskTitle # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        staff_id = d.pop("staff_id")

        staff_name = d.pop("staff_name")

        staff_left = d.pop("staff_left")

        def _parse_customer_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        title = d.pop("title")

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))




        state = TaskReadState(d.pop("state"))




        overdue = d.pop("overdue")

        created_by = d.pop("created_by")

        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)



                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))


        result = d.pop("result")

        priority = TaskReadPriority(d.pop("priority"))




        link = d.pop("link")

        proof = TaskReadProof(d.pop("proof"))




        proof_text = d.pop("proof_text")

        def _parse_proof_file_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        proof_file_id = _parse_proof_file_id(d.pop("proof_file_id"))


        pooled = d.pop("pooled")

        def _parse_escalated_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                escalated_at_type_0 = datetime.datetime.fromisoformat(data)



                return escalated_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        escalated_at = _parse_escalated_at(d.pop("escalated_at"))


        snoozes = d.pop("snoozes")

        kind_name = TaskKindName.from_dict(d.pop("kind_name"))




        def _parse_words(data: object) -> None | TaskTitle | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                words_type_0 = TaskTitle.from_dict(data)



                return words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TaskTitle | Unset, data)

        words = _parse_words(d.pop("words", UNSET))


        task_read = cls(
            id=id,
            kind=kind,
            staff_id=staff_id,
            staff_name=staff_name,
            staff_left=staff_left,
            customer_id=customer_id,
            title=title,
            due_at=due_at,
            state=state,
            overdue=overdue,
            created_by=created_by,
            done_at=done_at,
            result=result,
            priority=priority,
            link=link,
            proof=proof,
            proof_text=proof_text,
            proof_file_id=proof_file_id,
            pooled=pooled,
            escalated_at=escalated_at,
            snoozes=snoozes,
            kind_name=kind_name,
            words=words,
        )


        task_read.additional_properties = d
        return task_read

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
