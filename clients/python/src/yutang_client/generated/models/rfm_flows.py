from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.rfm_flow import RfmFlow
  from ..models.rfm_run_read import RfmRunRead





T = TypeVar("T", bound="RfmFlows")



@_attrs_define
class RfmFlows:
    """ What became of the people of an older run's classes; who stayed is told too.

        Attributes:
            before (None | RfmRunRead):
            after (None | RfmRunRead):
            items (list[RfmFlow]):
     """

    before: None | RfmRunRead
    after: None | RfmRunRead
    items: list[RfmFlow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_flow import RfmFlow # noqa: PLC0415
        from ..models.rfm_run_read import RfmRunRead # noqa: PLC0415
        before: dict[str, Any] | None
        if isinstance(self.before, RfmRunRead):
            before = self.before.to_dict()
        else:
            before = self.before

        after: dict[str, Any] | None
        if isinstance(self.after, RfmRunRead):
            after = self.after.to_dict()
        else:
            after = self.after

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "before": before,
            "after": after,
            "items": items,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_flow import RfmFlow # noqa: PLC0415
        from ..models.rfm_run_read import RfmRunRead # noqa: PLC0415
        d = dict(src_dict)
        def _parse_before(data: object) -> None | RfmRunRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = RfmRunRead.from_dict(data)



                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmRunRead, data)

        before = _parse_before(d.pop("before"))


        def _parse_after(data: object) -> None | RfmRunRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                after_type_0 = RfmRunRead.from_dict(data)



                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmRunRead, data)

        after = _parse_after(d.pop("after"))


        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = RfmFlow.from_dict(items_item_data)



            items.append(items_item)


        rfm_flows = cls(
            before=before,
            after=after,
            items=items,
        )


        rfm_flows.additional_properties = d
        return rfm_flows

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
