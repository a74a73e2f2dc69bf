from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.heap_decision_choice import HeapDecisionChoice
from ..models.heap_decision_reason import HeapDecisionReason
from ..models.heap_decision_type_type_0 import HeapDecisionTypeType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="HeapDecision")



@_attrs_define
class HeapDecision:
    """ What shall become of a heap, and of all events like it from now on.

    `custom`: a kind of the corp's own by `name` and `label`; `existing`: an event of `kind`;
    `convert`: values of the property are converted to its type; `new_version`: it has the new type
    from now on; `ignore`: the property is left out; `close`: all properties not known are;
    `again`: judged again as things are now; `refuse`: deleted (a kind's name for good).

        Attributes:
            said (str):
            reason (HeapDecisionReason):
            choice (HeapDecisionChoice):
            property_ (str | Unset):  Default: ''.
            name (None | str | Unset):
            label (None | str | Unset):
            kind (None | str | Unset):
            type_ (HeapDecisionTypeType0 | None | Unset):
     """

    said: str
    reason: HeapDecisionReason
    choice: HeapDecisionChoice
    property_: str | Unset = ''
    name: None | str | Unset = UNSET
    label: None | str | Unset = UNSET
    kind: None | str | Unset = UNSET
    type_: HeapDecisionTypeType0 | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        said = self.said

        reason = self.reason.value

        choice = self.choice.value

        property_ = self.property_

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        label: None | str | Unset
        if isinstance(self.label, Unset):
            label = UNSET
        else:
            label = self.label

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        else:
            kind = self.kind

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        elif isinstance(self.type_, HeapDecisionTypeType0):
            type_ = self.type_.value
        else:
            type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "said": said,
            "reason": reason,
            "choice": choice,
        })
        if property_ is not UNSET:
            field_dict["property"] = property_
        if name is not UNSET:
            field_dict["name"] = name
        if label is not UNSET:
            field_dict["label"] = label
        if kind is not UNSET:
            field_dict["kind"] = kind
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        said = d.pop("said")

        reason = HeapDecisionReason(d.pop("reason"))




        choice = HeapDecisionChoice(d.pop("choice"))




        property_ = d.pop("property", UNSET)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))


        def _parse_label(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        label = _parse_label(d.pop("label", UNSET))


        def _parse_kind(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))


        def _parse_type_(data: object) -> HeapDecisionTypeType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = HeapDecisionTypeType0(data)



                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HeapDecisionTypeType0 | None | Unset, data)

        type_ = _parse_type_(d.pop("type", UNSET))


        heap_decision = cls(
            said=said,
            reason=reason,
            choice=choice,
            property_=property_,
            name=name,
            label=label,
            kind=kind,
            type_=type_,
        )


        heap_decision.additional_properties = d
        return heap_decision

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
