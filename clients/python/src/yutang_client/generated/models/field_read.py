from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.field_read_edited_by_item import FieldReadEditedByItem
from ..models.field_read_kind import FieldReadKind
from ..models.field_read_seen_by_item import FieldReadSeenByItem
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.option import Option
  from ..models.rules_output import RulesOutput





T = TypeVar("T", bound="FieldRead")



@_attrs_define
class FieldRead:
    """ One field as defined.

        Attributes:
            id (int):
            name (str):
            kind (FieldReadKind):
            group (str):
            position (int):
            help_ (str):
            unit (str):
            decimals (int):
            is_sensitive (bool):
            rules (RulesOutput): What a value must keep to; each belongs to some kinds only.

                Lengths are characters; `least` and `most` are in the field's own unit (money in yuan).
            options (list[Option]):
            seen_by (list[FieldReadSeenByItem]):
            edited_by (list[FieldReadEditedByItem]):
            version (int):
            archived_at (datetime.datetime | None):
     """

    id: int
    name: str
    kind: FieldReadKind
    group: str
    position: int
    help_: str
    unit: str
    decimals: int
    is_sensitive: bool
    rules: RulesOutput
    options: list[Option]
    seen_by: list[FieldReadSeenByItem]
    edited_by: list[FieldReadEditedByItem]
    version: int
    archived_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.option import Option # noqa: PLC0415
        from ..models.rules_output import RulesOutput # noqa: PLC0415
        id = self.id

        name = self.name

        kind = self.kind.value

        group = self.group

        position = self.position

        help_ = self.help_

        unit = self.unit

        decimals = self.decimals

        is_sensitive = self.is_sensitive

        rules = self.rules.to_dict()

        options = []
        for options_item_data in self.options:
            options_item = options_item_data.to_dict()
            options.append(options_item)



        seen_by = []
        for seen_by_item_data in self.seen_by:
            seen_by_item = seen_by_item_data.value
            seen_by.append(seen_by_item)



        edited_by = []
        for edited_by_item_data in self.edited_by:
            edited_by_item = edited_by_item_data.value
            edited_by.append(edited_by_item)



        version = self.version

        archived_at: None | str
        if isinstance(self.archived_at, datetime.datetime):
            archived_at = self.archived_at.isoformat()
        else:
            archived_at = self.archived_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "kind": kind,
            "group": group,
            "position": position,
            "help": help_,
            "unit": unit,
            "decimals": decimals,
            "is_sensitive": is_sensitive,
            "rules": rules,
            "options": options,
            "seen_by": seen_by,
            "edited_by": edited_by,
            "version": version,
            "archived_at": archived_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.option import Option # noqa: PLC0415
        from ..models.rules_output import RulesOutput # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = FieldReadKind(d.pop("kind"))




        group = d.pop("group")

        position = d.pop("position")

        help_ = d.pop("help")

        unit = d.pop("unit")

        decimals = d.pop("decimals")

        is_sensitive = d.pop("is_sensitive")

        rules = RulesOutput.from_dict(d.pop("rules"))




        options = []
        _options = d.pop("options")
        for options_item_data in (_options):
            options_item = Option.from_dict(options_item_data)



            options.append(options_item)


        seen_by = []
        _seen_by = d.pop("seen_by")
        for seen_by_item_data in (_seen_by):
            seen_by_item = FieldReadSeenByItem(seen_by_item_data)



            seen_by.append(seen_by_item)


        edited_by = []
        _edited_by = d.pop("edited_by")
        for edited_by_item_data in (_edited_by):
            edited_by_item = FieldReadEditedByItem(edited_by_item_data)



            edited_by.append(edited_by_item)


        version = d.pop("version")

        def _parse_archived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_at_type_0 = datetime.datetime.fromisoformat(data)



                return archived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        archived_at = _parse_archived_at(d.pop("archived_at"))


        field_read = cls(
            id=id,
            name=name,
            kind=kind,
            group=group,
            position=position,
            help_=help_,
            unit=unit,
            decimals=decimals,
            is_sensitive=is_sensitive,
            rules=rules,
            options=options,
            seen_by=seen_by,
            edited_by=edited_by,
            version=version,
            archived_at=archived_at,
        )


        field_read.additional_properties = d
        return field_read

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
