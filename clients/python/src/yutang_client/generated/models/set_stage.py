from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.set_stage_stage_type_0 import SetStageStageType0
from typing import cast
from typing import Literal, cast






T = TypeVar("T", bound="SetStage")



@_attrs_define
class SetStage:
    """ Move him to a stage, or to none.

        Attributes:
            do (Literal['stage']):
            stage (None | SetStageStageType0):
     """

    do: Literal['stage']
    stage: None | SetStageStageType0





    def to_dict(self) -> dict[str, Any]:
        do = self.do

        stage: None | str
        if isinstance(self.stage, SetStageStageType0):
            stage = self.stage.value
        else:
            stage = self.stage


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "do": do,
            "stage": stage,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        do = cast(Literal['stage'] , d.pop("do"))
        if do != 'stage':
            raise ValueError(f"do must match const 'stage', got '{do}'")

        def _parse_stage(data: object) -> None | SetStageStageType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stage_type_0 = SetStageStageType0(data)



                return stage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SetStageStageType0, data)

        stage = _parse_stage(d.pop("stage"))


        set_stage = cls(
            do=do,
            stage=stage,
        )

        return set_stage

