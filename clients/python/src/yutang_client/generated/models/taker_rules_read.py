from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.tag_ref import TagRef





T = TypeVar("T", bound="TakerRulesRead")



@_attrs_define
class TakerRulesRead:
    """ With the tag by name.

        Attributes:
            tag (None | TagRef):
            judged_at (datetime.datetime | None):
            days (int | Unset):  Default: 7.
            claims (int | Unset):  Default: 3.
            tag_id (int | None | Unset):
     """

    tag: None | TagRef
    judged_at: datetime.datetime | None
    days: int | Unset = 7
    claims: int | Unset = 3
    tag_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.tag_ref import TagRef # noqa: PLC0415
        tag: dict[str, Any] | None
        if isinstance(self.tag, TagRef):
            tag = self.tag.to_dict()
        else:
            tag = self.tag

        judged_at: None | str
        if isinstance(self.judged_at, datetime.datetime):
            judged_at = self.judged_at.isoformat()
        else:
            judged_at = self.judged_at

        days = self.days

        claims = self.claims

        tag_id: int | None | Unset
        if isinstance(self.tag_id, Unset):
            tag_id = UNSET
        else:
            tag_id = self.tag_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "tag": tag,
            "judged_at": judged_at,
        })
        if days is not UNSET:
            field_dict["days"] = days
        if claims is not UNSET:
            field_dict["claims"] = claims
        if tag_id is not UNSET:
            field_dict["tag_id"] = tag_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tag_ref import TagRef # noqa: PLC0415
        d = dict(src_dict)
        def _parse_tag(data: object) -> None | TagRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tag_type_0 = TagRef.from_dict(data)



                return tag_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TagRef, data)

        tag = _parse_tag(d.pop("tag"))


        def _parse_judged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                judged_at_type_0 = datetime.datetime.fromisoformat(data)



                return judged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        judged_at = _parse_judged_at(d.pop("judged_at"))


        days = d.pop("days", UNSET)

        claims = d.pop("claims", UNSET)

        def _parse_tag_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        tag_id = _parse_tag_id(d.pop("tag_id", UNSET))


        taker_rules_read = cls(
            tag=tag,
            judged_at=judged_at,
            days=days,
            claims=claims,
            tag_id=tag_id,
        )


        taker_rules_read.additional_properties = d
        return taker_rules_read

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
