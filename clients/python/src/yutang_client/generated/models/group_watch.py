from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.group_silence_read import GroupSilenceRead
  from ..models.renewal_read import RenewalRead
  from ..models.suggestion import Suggestion





T = TypeVar("T", bound="GroupWatch")



@_attrs_define
class GroupWatch:
    """ What is watched of one group.

        Attributes:
            silence (GroupSilenceRead | None):
            silence_days (int | None):
            suggestions (list[Suggestion]):
            renewal (None | RenewalRead):
     """

    silence: GroupSilenceRead | None
    silence_days: int | None
    suggestions: list[Suggestion]
    renewal: None | RenewalRead
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_silence_read import GroupSilenceRead # noqa: PLC0415
        from ..models.renewal_read import RenewalRead # noqa: PLC0415
        from ..models.suggestion import Suggestion # noqa: PLC0415
        silence: dict[str, Any] | None
        if isinstance(self.silence, GroupSilenceRead):
            silence = self.silence.to_dict()
        else:
            silence = self.silence

        silence_days: int | None
        silence_days = self.silence_days

        suggestions = []
        for suggestions_item_data in self.suggestions:
            suggestions_item = suggestions_item_data.to_dict()
            suggestions.append(suggestions_item)



        renewal: dict[str, Any] | None
        if isinstance(self.renewal, RenewalRead):
            renewal = self.renewal.to_dict()
        else:
            renewal = self.renewal


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "silence": silence,
            "silence_days": silence_days,
            "suggestions": suggestions,
            "renewal": renewal,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_silence_read import GroupSilenceRead # noqa: PLC0415
        from ..models.renewal_read import RenewalRead # noqa: PLC0415
        from ..models.suggestion import Suggestion # noqa: PLC0415
        d = dict(src_dict)
        def _parse_silence(data: object) -> GroupSilenceRead | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                silence_type_0 = GroupSilenceRead.from_dict(data)



                return silence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupSilenceRead | None, data)

        silence = _parse_silence(d.pop("silence"))


        def _parse_silence_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        silence_days = _parse_silence_days(d.pop("silence_days"))


        suggestions = []
        _suggestions = d.pop("suggestions")
        for suggestions_item_data in (_suggestions):
            suggestions_item = Suggestion.from_dict(suggestions_item_data)



            suggestions.append(suggestions_item)


        def _parse_renewal(data: object) -> None | RenewalRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                renewal_type_0 = RenewalRead.from_dict(data)



                return renewal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RenewalRead, data)

        renewal = _parse_renewal(d.pop("renewal"))


        group_watch = cls(
            silence=silence,
            silence_days=silence_days,
            suggestions=suggestions,
            renewal=renewal,
        )


        group_watch.additional_properties = d
        return group_watch

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
