from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.task_gift_priority import TaskGiftPriority
from ..models.task_gift_proof_type_0 import TaskGiftProofType0
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="TaskGift")



@_attrs_define
class TaskGift:
    """ A task to give: to a member, or into a leader's pool. `proof` null: as the kind asks.

        Attributes:
            staff_id (int):
            title (str):
            due_at (datetime.datetime):
            kind (str | Unset):  Default: 'errand'.
            pooled (bool | Unset):  Default: False.
            customer_id (int | None | Unset):
            priority (TaskGiftPriority | Unset):  Default: TaskGiftPriority.VALUE_0.
            link (str | Unset):  Default: ''.
            proof (None | TaskGiftProofType0 | Unset):
     """

    staff_id: int
    title: str
    due_at: datetime.datetime
    kind: str | Unset = 'errand'
    pooled: bool | Unset = False
    customer_id: int | None | Unset = UNSET
    priority: TaskGiftPriority | Unset = TaskGiftPriority.VALUE_0
    link: str | Unset = ''
    proof: None | TaskGiftProofType0 | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        staff_id = self.staff_id

        title = self.title

        due_at = self.due_at.isoformat()

        kind = self.kind

        pooled = self.pooled

        customer_id: int | None | Unset
        if isinstance(self.customer_id, Unset):
            customer_id = UNSET
        else:
            customer_id = self.customer_id

        priority: int | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = self.priority.value


        link = self.link

        proof: None | str | Unset
        if isinstance(self.proof, Unset):
            proof = UNSET
        elif isinstance(self.proof, TaskGiftProofType0):
            proof = self.proof.value
        else:
            proof = self.proof


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff_id": staff_id,
            "title": title,
            "due_at": due_at,
        })
        if kind is not UNSET:
            field_dict["kind"] = kind
        if pooled is not UNSET:
            field_dict["pooled"] = pooled
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if priority is not UNSET:
            field_dict["priority"] = priority
        if link is not UNSET:
            field_dict["link"] = link
        if proof is not UNSET:
            field_dict["proof"] = proof

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = d.pop("staff_id")

        title = d.pop("title")

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))




        kind = d.pop("kind", UNSET)

        pooled = d.pop("pooled", UNSET)

        def _parse_customer_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        customer_id = _parse_customer_id(d.pop("customer_id", UNSET))


        _priority = d.pop("priority", UNSET)
        priority: TaskGiftPriority | Unset
        if isinstance(_priority,  Unset):
            priority = UNSET
        else:
            priority = TaskGiftPriority(_priority)




        link = d.pop("link", UNSET)

        def _parse_proof(data: object) -> None | TaskGiftProofType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                proof_type_0 = TaskGiftProofType0(data)



                return proof_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TaskGiftProofType0 | Unset, data)

        proof = _parse_proof(d.pop("proof", UNSET))


        task_gift = cls(
            staff_id=staff_id,
            title=title,
            due_at=due_at,
            kind=kind,
            pooled=pooled,
            customer_id=customer_id,
            priority=priority,
            link=link,
            proof=proof,
        )


        task_gift.additional_properties = d
        return task_gift

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
