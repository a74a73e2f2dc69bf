from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.nickname_form import NicknameForm
  from ..models.said import Said





T = TypeVar("T", bound="Preset")



@_attrs_define
class Preset:
    """ A form of nicknames to begin with.

        Attributes:
            form (NicknameForm): How members write their nickname: parts in order, with a sign between them.

                `any` takes whichever of the usual signs. Only the shape is checked: a gender is one of the
                usual words, a name, area, city or trade is letters, a member number digits and letters; whether
                such a place is there is not.
            shown (Said): The same in both languages.
            example (str):
     """

    form: NicknameForm
    shown: Said
    example: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.nickname_form import NicknameForm # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        form = self.form.to_dict()

        shown = self.shown.to_dict()

        example = self.example


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "form": form,
            "shown": shown,
            "example": example,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.nickname_form import NicknameForm # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        d = dict(src_dict)
        form = NicknameForm.from_dict(d.pop("form"))




        shown = Said.from_dict(d.pop("shown"))




        example = d.pop("example")

        preset = cls(
            form=form,
            shown=shown,
            example=example,
        )


        preset.additional_properties = d
        return preset

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
