from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.own_task_end_state import OwnTaskEndState
from ..types import UNSET, Unset






T = TypeVar("T", bound="OwnTaskEnd")



@_attrs_define
class OwnTaskEnd:
    """ How a task ended; `proof_text` where it asks for proof in words.

        Attributes:
            state (OwnTaskEndState):
            result (str | Unset):  Default: ''.
            proof_text (str | Unset):  Default: ''.
     """

    state: OwnTaskEndState
    result: str | Unset = ''
    proof_text: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        result = self.result

        proof_text = self.proof_text


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "state": state,
        })
        if result is not UNSET:
            field_dict["result"] = result
        if proof_text is not UNSET:
            field_dict["proof_text"] = proof_text

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = OwnTaskEndState(d.pop("state"))




        result = d.pop("result", UNSET)

        proof_text = d.pop("proof_text", UNSET)

        own_task_end = cls(
            state=state,
            result=result,
            proof_text=proof_text,
        )


        own_task_end.additional_properties = d
        return own_task_end

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
