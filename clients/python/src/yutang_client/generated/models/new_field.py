from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_field_edited_by_item import NewFieldEditedByItem
from ..models.new_field_kind import NewFieldKind
from ..models.new_field_seen_by_item import NewFieldSeenByItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.new_option import NewOption
  from ..models.rules_input import RulesInput





T = TypeVar("T", bound="NewField")



@_attrs_define
class NewField:
    """ A field to be made; kind and decimals stay as they are for ever.

        Attributes:
            name (str):
            kind (NewFieldKind):
            group (str | Unset):  Default: ''.
            help_ (str | Unset):  Default: ''.
            unit (str | Unset):  Default: ''.
            is_sensitive (bool | Unset):  Default: False.
            rules (RulesInput | Unset): What a value must keep to; each belongs to some kinds only.

                Lengths are characters; `least` and `most` are in the field's own unit (money in yuan).
            options (list[NewOption] | Unset):
            seen_by (list[NewFieldSeenByItem] | Unset):
            edited_by (list[NewFieldEditedByItem] | Unset):
            decimals (int | Unset):  Default: 0.
     """

    name: str
    kind: NewFieldKind
    group: str | Unset = ''
    help_: str | Unset = ''
    unit: str | Unset = ''
    is_sensitive: bool | Unset = False
    rules: RulesInput | Unset = UNSET
    options: list[NewOption] | Unset = UNSET
    seen_by: list[NewFieldSeenByItem] | Unset = UNSET
    edited_by: list[NewFieldEditedByItem] | Unset = UNSET
    decimals: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.new_option import NewOption # noqa: PLC0415
        from ..models.rules_input import RulesInput # noqa: PLC0415
        name = self.name

        kind = self.kind.value

        group = self.group

        help_ = self.help_

        unit = self.unit

        is_sensitive = self.is_sensitive

        rules: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rules, Unset):
            rules = self.rules.to_dict()

        options: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = []
            for options_item_data in self.options:
                options_item = options_item_data.to_dict()
                options.append(options_item)



        seen_by: list[str] | Unset = UNSET
        if not isinstance(self.seen_by, Unset):
            seen_by = []
            for seen_by_item_data in self.seen_by:
                seen_by_item = seen_by_item_data.value
                seen_by.append(seen_by_item)



        edited_by: list[str] | Unset = UNSET
        if not isinstance(self.edited_by, Unset):
            edited_by = []
            for edited_by_item_data in self.edited_by:
                edited_by_item = edited_by_item_data.value
                edited_by.append(edited_by_item)



        decimals = self.decimals


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "kind": kind,
        })
        if group is not UNSET:
            field_dict["group"] = group
        if help_ is not UNSET:
            field_dict["help"] = help_
        if unit is not UNSET:
            field_dict["unit"] = unit
        if is_sensitive is not UNSET:
            field_dict["is_sensitive"] = is_sensitive
        if rules is not UNSET:
            field_dict["rules"] = rules
        if options is not UNSET:
            field_dict["options"] = options
        if seen_by is not UNSET:
            field_dict["seen_by"] = seen_by
        if edited_by is not UNSET:
            field_dict["edited_by"] = edited_by
        if decimals is not UNSET:
            field_dict["decimals"] = decimals

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_option import NewOption # noqa: PLC0415
        from ..models.rules_input import RulesInput # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        kind = NewFieldKind(d.pop("kind"))




        group = d.pop("group", UNSET)

        help_ = d.pop("help", UNSET)

        unit = d.pop("unit", UNSET)

        is_sensitive = d.pop("is_sensitive", UNSET)

        _rules = d.pop("rules", UNSET)
        rules: RulesInput | Unset
        if isinstance(_rules,  Unset):
            rules = UNSET
        else:
            rules = RulesInput.from_dict(_rules)




        _options = d.pop("options", UNSET)
        options: list[NewOption] | Unset = UNSET
        if _options is not UNSET:
            options = []
            for options_item_data in _options:
                options_item = NewOption.from_dict(options_item_data)



                options.append(options_item)


        _seen_by = d.pop("seen_by", UNSET)
        seen_by: list[NewFieldSeenByItem] | Unset = UNSET
        if _seen_by is not UNSET:
            seen_by = []
            for seen_by_item_data in _seen_by:
                seen_by_item = NewFieldSeenByItem(seen_by_item_data)



                seen_by.append(seen_by_item)


        _edited_by = d.pop("edited_by", UNSET)
        edited_by: list[NewFieldEditedByItem] | Unset = UNSET
        if _edited_by is not UNSET:
            edited_by = []
            for edited_by_item_data in _edited_by:
                edited_by_item = NewFieldEditedByItem(edited_by_item_data)



                edited_by.append(edited_by_item)


        decimals = d.pop("decimals", UNSET)

        new_field = cls(
            name=name,
            kind=kind,
            group=group,
            help_=help_,
            unit=unit,
            is_sensitive=is_sensitive,
            rules=rules,
            options=options,
            seen_by=seen_by,
            edited_by=edited_by,
            decimals=decimals,
        )


        new_field.additional_properties = d
        return new_field

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
