from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rfm_flow_after_type_0 import RfmFlowAfterType0
from ..models.rfm_flow_before_type_0 import RfmFlowBeforeType0
from typing import cast






T = TypeVar("T", bound="RfmFlow")



@_attrs_define
class RfmFlow:
    """ So many went from one class to another; None: they were in none.

        Attributes:
            before (None | RfmFlowBeforeType0):
            after (None | RfmFlowAfterType0):
            people (int):
     """

    before: None | RfmFlowBeforeType0
    after: None | RfmFlowAfterType0
    people: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        before: None | str
        if isinstance(self.before, RfmFlowBeforeType0):
            before = self.before.value
        else:
            before = self.before

        after: None | str
        if isinstance(self.after, RfmFlowAfterType0):
            after = self.after.value
        else:
            after = self.after

        people = self.people


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "before": before,
            "after": after,
            "people": people,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_before(data: object) -> None | RfmFlowBeforeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                before_type_0 = RfmFlowBeforeType0(data)



                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmFlowBeforeType0, data)

        before = _parse_before(d.pop("before"))


        def _parse_after(data: object) -> None | RfmFlowAfterType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                after_type_0 = RfmFlowAfterType0(data)



                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmFlowAfterType0, data)

        after = _parse_after(d.pop("after"))


        people = d.pop("people")

        rfm_flow = cls(
            before=before,
            after=after,
            people=people,
        )


        rfm_flow.additional_properties = d
        return rfm_flow

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
