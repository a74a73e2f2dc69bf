from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.page_rule import PageRule
  from ..models.welcome_text import WelcomeText





T = TypeVar("T", bound="PageCodeCreate")



@_attrs_define
class PageCodeCreate:
    """ A new page code: a channel code with the rule of its page.

        Attributes:
            name (str):
            staff_ids (list[int]):
            rule (PageRule): Whom the page shows.

                `by_city`: the page asks for the city, since WeCom tells none, and picks among the members who
                work in stores there, else among all. `sticky_days`: for so long somebody sees the same member
                again; 0: only while his place is held. `fallback_staff_id` answers when nobody is free, without
                a cap. `recognise`: in WeChat the page asks WeCom who came, which needs a trusted domain.
            tag_ids (list[int] | Unset):
            skip_verify (bool | Unset):  Default: True.
            remark (str | Unset):  Default: ''.
            welcome (None | Unset | WelcomeText):
     """

    name: str
    staff_ids: list[int]
    rule: PageRule
    tag_ids: list[int] | Unset = UNSET
    skip_verify: bool | Unset = True
    remark: str | Unset = ''
    welcome: None | Unset | WelcomeText = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_rule import PageRule # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        name = self.name

        staff_ids = self.staff_ids



        rule = self.rule.to_dict()

        tag_ids: list[int] | Unset = UNSET
        if not isinstance(self.tag_ids, Unset):
            tag_ids = self.tag_ids



        skip_verify = self.skip_verify

        remark = self.remark

        welcome: dict[str, Any] | None | Unset
        if isinstance(self.welcome, Unset):
            welcome = UNSET
        elif isinstance(self.welcome, WelcomeText):
            welcome = self.welcome.to_dict()
        else:
            welcome = self.welcome


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "staff_ids": staff_ids,
            "rule": rule,
        })
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if skip_verify is not UNSET:
            field_dict["skip_verify"] = skip_verify
        if remark is not UNSET:
            field_dict["remark"] = remark
        if welcome is not UNSET:
            field_dict["welcome"] = welcome

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_rule import PageRule # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        staff_ids = cast(list[int], d.pop("staff_ids"))


        rule = PageRule.from_dict(d.pop("rule"))




        tag_ids = cast(list[int], d.pop("tag_ids", UNSET))


        skip_verify = d.pop("skip_verify", UNSET)

        remark = d.pop("remark", UNSET)

        def _parse_welcome(data: object) -> None | Unset | WelcomeText:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                welcome_type_0 = WelcomeText.from_dict(data)



                return welcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WelcomeText, data)

        welcome = _parse_welcome(d.pop("welcome", UNSET))


        page_code_create = cls(
            name=name,
            staff_ids=staff_ids,
            rule=rule,
            tag_ids=tag_ids,
            skip_verify=skip_verify,
            remark=remark,
            welcome=welcome,
        )


        page_code_create.additional_properties = d
        return page_code_create

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
