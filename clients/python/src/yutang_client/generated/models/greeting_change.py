from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.greeting_change_reach import GreetingChangeReach
from ..models.greeting_change_standing import GreetingChangeStanding
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.greeting_hours import GreetingHours
  from ..models.welcome_text import WelcomeText





T = TypeVar("T", bound="GreetingChange")



@_attrs_define
class GreetingChange:
    """ A welcome as it shall be; `version` is the one the change was made on.

        Attributes:
            reach (GreetingChangeReach):
            content (WelcomeText): What a new friend gets.

                `{name}` stands for his name, `{staff}` for the member's, `{store}` for the member's store,
                `{channel}` for the name of the code he came through, `{refuse_link}` for his own address
                under which he refuses marketing. `text_nameless` is sent where his name cannot be known in
                time; it is needed when `text` holds `{name}`. The other three need their fallback.
            version (int):
            department_id (int | None | Unset):
            channel_id (int | None | Unset):
            standing (GreetingChangeStanding | Unset):  Default: GreetingChangeStanding.ANY.
            hours (GreetingHours | None | Unset):
     """

    reach: GreetingChangeReach
    content: WelcomeText
    version: int
    department_id: int | None | Unset = UNSET
    channel_id: int | None | Unset = UNSET
    standing: GreetingChangeStanding | Unset = GreetingChangeStanding.ANY
    hours: GreetingHours | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.greeting_hours import GreetingHours # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        reach = self.reach.value

        content = self.content.to_dict()

        version = self.version

        department_id: int | None | Unset
        if isinstance(self.department_id, Unset):
            department_id = UNSET
        else:
            department_id = self.department_id

        channel_id: int | None | Unset
        if isinstance(self.channel_id, Unset):
            channel_id = UNSET
        else:
            channel_id = self.channel_id

        standing: str | Unset = UNSET
        if not isinstance(self.standing, Unset):
            standing = self.standing.value


        hours: dict[str, Any] | None | Unset
        if isinstance(self.hours, Unset):
            hours = UNSET
        elif isinstance(self.hours, GreetingHours):
            hours = self.hours.to_dict()
        else:
            hours = self.hours


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "reach": reach,
            "content": content,
            "version": version,
        })
        if department_id is not UNSET:
            field_dict["department_id"] = department_id
        if channel_id is not UNSET:
            field_dict["channel_id"] = channel_id
        if standing is not UNSET:
            field_dict["standing"] = standing
        if hours is not UNSET:
            field_dict["hours"] = hours

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.greeting_hours import GreetingHours # noqa: PLC0415
        from ..models.welcome_text import WelcomeText # noqa: PLC0415
        d = dict(src_dict)
        reach = GreetingChangeReach(d.pop("reach"))




        content = WelcomeText.from_dict(d.pop("content"))




        version = d.pop("version")

        def _parse_department_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        department_id = _parse_department_id(d.pop("department_id", UNSET))


        def _parse_channel_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        channel_id = _parse_channel_id(d.pop("channel_id", UNSET))


        _standing = d.pop("standing", UNSET)
        standing: GreetingChangeStanding | Unset
        if isinstance(_standing,  Unset):
            standing = UNSET
        else:
            standing = GreetingChangeStanding(_standing)




        def _parse_hours(data: object) -> GreetingHours | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hours_type_0 = GreetingHours.from_dict(data)



                return hours_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GreetingHours | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))


        greeting_change = cls(
            reach=reach,
            content=content,
            version=version,
            department_id=department_id,
            channel_id=channel_id,
            standing=standing,
            hours=hours,
        )


        greeting_change.additional_properties = d
        return greeting_change

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
