from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.link_create_priority import LinkCreatePriority
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.welcome_text import WelcomeText





T = TypeVar("T", bound="LinkCreate")



@_attrs_define
class LinkCreate:
    """ A link as it shall be: up to 500 people behind it, named or by department.

    `priority` leads a customer to a friend of his first: `corp` among all members, `list` among
    `priority_staff_ids`. WeCom allows it for some lines of business only and refuses it else.

        Attributes:
            name (str):
            staff_ids (list[int] | Unset):
            tag_ids (list[int] | Unset):
            skip_verify (bool | Unset):  Default: True.
            remark (str | Unset):  Default: ''.
            welcome (None | Unset | WelcomeText):
            department_ids (list[int] | Unset):
            priority (LinkCreatePriority | Unset):  Default: LinkCreatePriority.NONE.
            priority_staff_ids (list[int] | Unset):
     """

    name: str
    staff_ids: list[int] | Unset = UNSET
    tag_ids: list[int] | Unset = UNSET
    skip_verify: bool | Unset = True
    remark: str | Unset = ''
    welcome: None | Unset | WelcomeText = UNSET
    department_ids: list[int] | Unset = UNSET
    priority: LinkCreatePriority | Unset = LinkCreatePriority.NONE
    priority_staff_ids: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        name = self.name

        staff_ids: list[int] | Unset = UNSET
        if not isinstance(self.staff_ids, Unset):
            staff_ids = self.staff_ids



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

        department_ids: list[int] | Unset = UNSET
        if not isinstance(self.department_ids, Unset):
            department_ids = self.department_ids



        priority: str | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = self.priority.value


        priority_staff_ids: list[int] | Unset = UNSET
        if not isinstance(self.priority_staff_ids, Unset):
            priority_staff_ids = self.priority_staff_ids




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
        })
        if staff_ids is not UNSET:
            field_dict["staff_ids"] = staff_ids
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if skip_verify is not UNSET:
            field_dict["skip_verify"] = skip_verify
        if remark is not UNSET:
            field_dict["remark"] = remark
        if welcome is not UNSET:
            field_dict["welcome"] = welcome
        if department_ids is not UNSET:
            field_dict["department_ids"] = department_ids
        if priority is not UNSET:
            field_dict["priority"] = priority
        if priority_staff_ids is not UNSET:
            field_dict["priority_staff_ids"] = priority_staff_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        staff_ids = cast(list[int], d.pop("staff_ids", UNSET))


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


        department_ids = cast(list[int], d.pop("department_ids", UNSET))


        _priority = d.pop("priority", UNSET)
        priority: LinkCreatePriority | Unset
        if isinstance(_priority,  Unset):
            priority = UNSET
        else:
            priority = LinkCreatePriority(_priority)




        priority_staff_ids = cast(list[int], d.pop("priority_staff_ids", UNSET))


        link_create = cls(
            name=name,
            staff_ids=staff_ids,
            tag_ids=tag_ids,
            skip_verify=skip_verify,
            remark=remark,
            welcome=welcome,
            department_ids=department_ids,
            priority=priority,
            priority_staff_ids=priority_staff_ids,
        )


        link_create.additional_properties = d
        return link_create

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
