from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_effect_undone_type_0 import RuleEffectUndoneType0
from ..models.rule_effect_what import RuleEffectWhat
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rule_person import RulePerson
  from ..models.tag_ref import TagRef





T = TypeVar("T", bound="RuleEffect")



@_attrs_define
class RuleEffect:
    """ What a run changed of a person.

        Attributes:
            customer (RulePerson): A person one may see.
            what (RuleEffectWhat):
            tag (None | TagRef):
            before (None | str):
            after (None | str):
            at (datetime.datetime):
            undone (None | RuleEffectUndoneType0):
     """

    customer: RulePerson
    what: RuleEffectWhat
    tag: None | TagRef
    before: None | str
    after: None | str
    at: datetime.datetime
    undone: None | RuleEffectUndoneType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_person import RulePerson # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        customer = self.customer.to_dict()

        what = self.what.value

        tag: dict[str, Any] | None
        if isinstance(self.tag, TagRef):
            tag = self.tag.to_dict()
        else:
            tag = self.tag

        before: None | str
        before = self.before

        after: None | str
        after = self.after

        at = self.at.isoformat()

        undone: None | str
        if isinstance(self.undone, RuleEffectUndoneType0):
            undone = self.undone.value
        else:
            undone = self.undone


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer": customer,
            "what": what,
            "tag": tag,
            "before": before,
            "after": after,
            "at": at,
            "undone": undone,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_person import RulePerson # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        d = dict(src_dict)
        customer = RulePerson.from_dict(d.pop("customer"))




        what = RuleEffectWhat(d.pop("what"))




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


        def _parse_before(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        before = _parse_before(d.pop("before"))


        def _parse_after(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        after = _parse_after(d.pop("after"))


        at = datetime.datetime.fromisoformat(d.pop("at"))




        def _parse_undone(data: object) -> None | RuleEffectUndoneType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undone_type_0 = RuleEffectUndoneType0(data)



                return undone_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleEffectUndoneType0, data)

        undone = _parse_undone(d.pop("undone"))


        rule_effect = cls(
            customer=customer,
            what=what,
            tag=tag,
            before=before,
            after=after,
            at=at,
            undone=undone,
        )


        rule_effect.additional_properties = d
        return rule_effect

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
