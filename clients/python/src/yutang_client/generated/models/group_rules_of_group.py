from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.other_rules import OtherRules
  from ..models.ruled_group import RuledGroup
  from ..models.said import Said





T = TypeVar("T", bound="GroupRulesOfGroup")



@_attrs_define
class GroupRulesOfGroup:
    """ Everything the rules say of one group; `standing` is null where none hold for it.

        Attributes:
            standing (None | RuledGroup):
            others (list[OtherRules]):
            rules (str):
            wanted_notice (str):
            notice (str):
            nickname_shown (None | Said):
            nickname_example (None | str):
            nickname_request (None | Said):
     """

    standing: None | RuledGroup
    others: list[OtherRules]
    rules: str
    wanted_notice: str
    notice: str
    nickname_shown: None | Said
    nickname_example: None | str
    nickname_request: None | Said
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.other_rules import OtherRules # noqa: PLC0415
        from ..models.ruled_group import RuledGroup # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        standing: dict[str, Any] | None
        if isinstance(self.standing, RuledGroup):
            standing = self.standing.to_dict()
        else:
            standing = self.standing

        others = []
        for others_item_data in self.others:
            others_item = others_item_data.to_dict()
            others.append(others_item)



        rules = self.rules

        wanted_notice = self.wanted_notice

        notice = self.notice

        nickname_shown: dict[str, Any] | None
        if isinstance(self.nickname_shown, Said):
            nickname_shown = self.nickname_shown.to_dict()
        else:
            nickname_shown = self.nickname_shown

        nickname_example: None | str
        nickname_example = self.nickname_example

        nickname_request: dict[str, Any] | None
        if isinstance(self.nickname_request, Said):
            nickname_request = self.nickname_request.to_dict()
        else:
            nickname_request = self.nickname_request


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "standing": standing,
            "others": others,
            "rules": rules,
            "wanted_notice": wanted_notice,
            "notice": notice,
            "nickname_shown": nickname_shown,
            "nickname_example": nickname_example,
            "nickname_request": nickname_request,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.other_rules import OtherRules # noqa: PLC0415
        from ..models.ruled_group import RuledGroup # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        d = dict(src_dict)
        def _parse_standing(data: object) -> None | RuledGroup:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                standing_type_0 = RuledGroup.from_dict(data)



                return standing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuledGroup, data)

        standing = _parse_standing(d.pop("standing"))


        others = []
        _others = d.pop("others")
        for others_item_data in (_others):
            others_item = OtherRules.from_dict(others_item_data)



            others.append(others_item)


        rules = d.pop("rules")

        wanted_notice = d.pop("wanted_notice")

        notice = d.pop("notice")

        def _parse_nickname_shown(data: object) -> None | Said:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nickname_shown_type_0 = Said.from_dict(data)



                return nickname_shown_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Said, data)

        nickname_shown = _parse_nickname_shown(d.pop("nickname_shown"))


        def _parse_nickname_example(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        nickname_example = _parse_nickname_example(d.pop("nickname_example"))


        def _parse_nickname_request(data: object) -> None | Said:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nickname_request_type_0 = Said.from_dict(data)



                return nickname_request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Said, data)

        nickname_request = _parse_nickname_request(d.pop("nickname_request"))


        group_rules_of_group = cls(
            standing=standing,
            others=others,
            rules=rules,
            wanted_notice=wanted_notice,
            notice=notice,
            nickname_shown=nickname_shown,
            nickname_example=nickname_example,
            nickname_request=nickname_request,
        )


        group_rules_of_group.additional_properties = d
        return group_rules_of_group

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
