from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_stage_stage_type_0 import NewStageStageType0
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewStage")



@_attrs_define
class NewStage:
    """ The stage he is at now; null for none.

        Attributes:
            stage (NewStageStageType0 | None):
            why (str | Unset):  Default: ''.
     """

    stage: NewStageStageType0 | None
    why: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        stage: None | str
        if isinstance(self.stage, NewStageStageType0):
            stage = self.stage.value
        else:
            stage = self.stage

        why = self.why


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "stage": stage,
        })
        if why is not UNSET:
            field_dict["why"] = why

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_stage(data: object) -> NewStageStageType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stage_type_0 = NewStageStageType0(data)



                return stage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewStageStageType0 | None, data)

        stage = _parse_stage(d.pop("stage"))


        why = d.pop("why", UNSET)

        new_stage = cls(
            stage=stage,
            why=why,
        )


        new_stage.additional_properties = d
        return new_stage

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
