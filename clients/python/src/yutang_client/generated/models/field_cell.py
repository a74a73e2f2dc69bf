from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.field_read import FieldRead
  from ..models.value_read import ValueRead





T = TypeVar("T", bound="FieldCell")



@_attrs_define
class FieldCell:
    """ A field with one person's value, or null.

        Attributes:
            field (FieldRead): One field as defined.
            value (None | ValueRead):
            may_edit (bool):
     """

    field: FieldRead
    value: None | ValueRead
    may_edit: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.field_read import FieldRead # noqa: PLC0415
        from ..models.value_read import ValueRead # noqa: PLC0415
        field = self.field.to_dict()

        value: dict[str, Any] | None
        if isinstance(self.value, ValueRead):
            value = self.value.to_dict()
        else:
            value = self.value

        may_edit = self.may_edit


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "field": field,
            "value": value,
            "may_edit": may_edit,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_read import FieldRead # noqa: PLC0415
        from ..models.value_read import ValueRead # noqa: PLC0415
        d = dict(src_dict)
        field = FieldRead.from_dict(d.pop("field"))




        def _parse_value(data: object) -> None | ValueRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                value_type_0 = ValueRead.from_dict(data)



                return value_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ValueRead, data)

        value = _parse_value(d.pop("value"))


        may_edit = d.pop("may_edit")

        field_cell = cls(
            field=field,
            value=value,
            may_edit=may_edit,
        )


        field_cell.additional_properties = d
        return field_cell

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
