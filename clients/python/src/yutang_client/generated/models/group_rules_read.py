from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.name_counts import NameCounts
  from ..models.nickname_counts import NicknameCounts
  from ..models.nickname_form import NicknameForm
  from ..models.notice_counts import NoticeCounts
  from ..models.reach_named import ReachNamed
  from ..models.rules_task_counts import RulesTaskCounts
  from ..models.said import Said





T = TypeVar("T", bound="GroupRulesRead")



@_attrs_define
class GroupRulesRead:
    """ Rules, and what WeCom shows of the groups they hold for, as far as you see those.

        Attributes:
            id (int):
            name (str):
            reach (ReachNamed): The same with names, as far as you may see them.
            rules (str):
            notice (str):
            nickname_form (NicknameForm | None):
            nickname_shown (None | Said):
            nickname_example (None | str):
            nickname_request (None | Said):
            name_pattern (str):
            groups (int):
            reached (int):
            ownerless (int):
            notices (NoticeCounts): Groups by what their notice is; all 0 where rules have none.
            names (NameCounts): Groups by what they are called; all 0 without a pattern.
            nicknames (NicknameCounts | None):
            nicknames_as_of (datetime.datetime | None):
            uncounted (int):
            tasks (RulesTaskCounts): Owners who were asked by the rules as they are, by how their task stands.
            version (int):
            created_at (datetime.datetime):
            changed_at (datetime.datetime):
     """

    id: int
    name: str
    reach: ReachNamed
    rules: str
    notice: str
    nickname_form: NicknameForm | None
    nickname_shown: None | Said
    nickname_example: None | str
    nickname_request: None | Said
    name_pattern: str
    groups: int
    reached: int
    ownerless: int
    notices: NoticeCounts
    names: NameCounts
    nicknames: NicknameCounts | None
    nicknames_as_of: datetime.datetime | None
    uncounted: int
    tasks: RulesTaskCounts
    version: int
    created_at: datetime.datetime
    changed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.name_counts import NameCounts # noqa: PLC0415
        from ..models.nickname_counts import NicknameCounts # noqa: PLC0415
        from ..models.nickname_form import NicknameForm # noqa: PLC0415
        from ..models.notice_counts import NoticeCounts # noqa: PLC0415
        from ..models.reach_named import ReachNamed # noqa: PLC0415
        from ..models.rules_task_counts import RulesTaskCounts # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        id = self.id

        name = self.name

        reach = self.reach.to_dict()

        rules = self.rules

        notice = self.notice

        nickname_form: dict[str, Any] | None
        if isinstance(self.nickname_form, NicknameForm):
            nickname_form = self.nickname_form.to_dict()
        else:
            nickname_form = self.nickname_form

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

        name_pattern = self.name_pattern

        groups = self.groups

        reached = self.reached

        ownerless = self.ownerless

        notices = self.notices.to_dict()

        names = self.names.to_dict()

        nicknames: dict[str, Any] | None
        if isinstance(self.nicknames, NicknameCounts):
            nicknames = self.nicknames.to_dict()
        else:
            nicknames = self.nicknames

        nicknames_as_of: None | str
        if isinstance(self.nicknames_as_of, datetime.datetime):
            nicknames_as_of = self.nicknames_as_of.isoformat()
        else:
            nicknames_as_of = self.nicknames_as_of

        uncounted = self.uncounted

        tasks = self.tasks.to_dict()

        version = self.version

        created_at = self.created_at.isoformat()

        changed_at = self.changed_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "reach": reach,
            "rules": rules,
            "notice": notice,
            "nickname_form": nickname_form,
            "nickname_shown": nickname_shown,
            "nickname_example": nickname_example,
            "nickname_request": nickname_request,
            "name_pattern": name_pattern,
            "groups": groups,
            "reached": reached,
            "ownerless": ownerless,
            "notices": notices,
            "names": names,
            "nicknames": nicknames,
            "nicknames_as_of": nicknames_as_of,
            "uncounted": uncounted,
            "tasks": tasks,
            "version": version,
            "created_at": created_at,
            "changed_at": changed_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.name_counts import NameCounts # noqa: PLC0415
        from ..models.nickname_counts import NicknameCounts # noqa: PLC0415
        from ..models.nickname_form import NicknameForm # noqa: PLC0415
        from ..models.notice_counts import NoticeCounts # noqa: PLC0415
        from ..models.reach_named import ReachNamed # noqa: PLC0415
        from ..models.rules_task_counts import RulesTaskCounts # noqa: PLC0415
        from ..models.said import Said # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        reach = ReachNamed.from_dict(d.pop("reach"))




        rules = d.pop("rules")

        notice = d.pop("notice")

        def _parse_nickname_form(data: object) -> NicknameForm | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nickname_form_type_0 = NicknameForm.from_dict(data)



                return nickname_form_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NicknameForm | None, data)

        nickname_form = _parse_nickname_form(d.pop("nickname_form"))


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


        name_pattern = d.pop("name_pattern")

        groups = d.pop("groups")

        reached = d.pop("reached")

        ownerless = d.pop("ownerless")

        notices = NoticeCounts.from_dict(d.pop("notices"))




        names = NameCounts.from_dict(d.pop("names"))




        def _parse_nicknames(data: object) -> NicknameCounts | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                nicknames_type_0 = NicknameCounts.from_dict(data)



                return nicknames_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NicknameCounts | None, data)

        nicknames = _parse_nicknames(d.pop("nicknames"))


        def _parse_nicknames_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                nicknames_as_of_type_0 = datetime.datetime.fromisoformat(data)



                return nicknames_as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        nicknames_as_of = _parse_nicknames_as_of(d.pop("nicknames_as_of"))


        uncounted = d.pop("uncounted")

        tasks = RulesTaskCounts.from_dict(d.pop("tasks"))




        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))




        group_rules_read = cls(
            id=id,
            name=name,
            reach=reach,
            rules=rules,
            notice=notice,
            nickname_form=nickname_form,
            nickname_shown=nickname_shown,
            nickname_example=nickname_example,
            nickname_request=nickname_request,
            name_pattern=name_pattern,
            groups=groups,
            reached=reached,
            ownerless=ownerless,
            notices=notices,
            names=names,
            nicknames=nicknames,
            nicknames_as_of=nicknames_as_of,
            uncounted=uncounted,
            tasks=tasks,
            version=version,
            created_at=created_at,
            changed_at=changed_at,
        )


        group_rules_read.additional_properties = d
        return group_rules_read

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
