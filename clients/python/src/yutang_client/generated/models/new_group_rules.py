from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.nickname_form import NicknameForm
  from ..models.reach import Reach





T = TypeVar("T", bound="NewGroupRules")



@_attrs_define
class NewGroupRules:
    """ Rules for groups. What is empty is not looked at.

    `name_pattern` holds the number once, {n} or {n:02}, and may hold {门店} or {store}: the one
    store in which the owner works.

        Attributes:
            name (str):
            reach (Reach): Which groups: all, all of owners, kinds or tiers, or picked ones; the list of `by` counts.
            rules (str | Unset):  Default: ''.
            notice (str | Unset):  Default: ''.
            nickname_form (NicknameForm | None | Unset):
            name_pattern (str | Unset):  Default: ''.
     """

    name: str
    reach: Reach
    rules: str | Unset = ''
    notice: str | Unset = ''
    nickname_form: NicknameForm | None | Unset = UNSET
    name_pattern: str | Unset = ''
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.nickname_form import NicknameForm # noqa: PLC0415
        from ..models.reach import Reach # noqa: PLC0415
        name = self.name

        reach = self.reach.to_dict()

        rules = self.rules

        notice = self.notice

        nickname_form: dict[str, Any] | None | Unset
        if isinstance(self.nickname_form, Unset):
            nickname_form = UNSET
        elif isinstance(self.nickname_form, NicknameForm):
            nickname_form = self.nickname_form.to_dict()
        else:
            nickname_form = self.nickname_form

        name_pattern = self.name_pattern


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "reach": reach,
        })
        if rules is not UNSET:
            field_dict["rules"] = rules
        if notice is not UNSET:
            field_dict["notice"] = notice
        if nickname_form is not UNSET:
            field_dict["nickname_form"] = nickname_form
        if name_pattern is not UNSET:
            field_dict["name_pattern"] = name_pattern

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.nickname_form import NicknameForm # noqa: PLC0415
        from ..models.reach import Reach # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        reach = Reach.from_dict(d.pop("reach"))




        rules = d.pop("rules", UNSET)

        notice = d.pop("notice", UNSET)

        def _parse_nickname_form(data: object) -> NicknameForm | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nickname_form_type_0 = NicknameForm.from_dict(data)



                return nickname_form_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NicknameForm | None | Unset, data)

        nickname_form = _parse_nickname_form(d.pop("nickname_form", UNSET))


        name_pattern = d.pop("name_pattern", UNSET)

        new_group_rules = cls(
            name=name,
            reach=reach,
            rules=rules,
            notice=notice,
            nickname_form=nickname_form,
            name_pattern=name_pattern,
        )


        new_group_rules.additional_properties = d
        return new_group_rules

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
