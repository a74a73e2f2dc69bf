from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rfm_class_size import RfmClassSize
  from ..models.rfm_scale import RfmScale





T = TypeVar("T", bound="RfmPreview")



@_attrs_define
class RfmPreview:
    """ What settings would give now; nothing of it is kept.

        Attributes:
            people (int):
            orders (int):
            amount_fen (int):
            scale (None | RfmScale):
            classes (list[RfmClassSize]):
            at (datetime.datetime):
     """

    people: int
    orders: int
    amount_fen: int
    scale: None | RfmScale
    classes: list[RfmClassSize]
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_class_size import RfmClassSize # noqa: PLC0415
        from ..models.rfm_scale import RfmScale # noqa: PLC0415
        people = self.people

        orders = self.orders

        amount_fen = self.amount_fen

        scale: dict[str, Any] | None
        if isinstance(self.scale, RfmScale):
            scale = self.scale.to_dict()
        else:
            scale = self.scale

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)



        at = self.at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "people": people,
            "orders": orders,
            "amount_fen": amount_fen,
            "scale": scale,
            "classes": classes,
            "at": at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_class_size import RfmClassSize # noqa: PLC0415
        from ..models.rfm_scale import RfmScale # noqa: PLC0415
        d = dict(src_dict)
        people = d.pop("people")

        orders = d.pop("orders")

        amount_fen = d.pop("amount_fen")

        def _parse_scale(data: object) -> None | RfmScale:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scale_type_0 = RfmScale.from_dict(data)



                return scale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmScale, data)

        scale = _parse_scale(d.pop("scale"))


        classes = []
        _classes = d.pop("classes")
        for classes_item_data in (_classes):
            classes_item = RfmClassSize.from_dict(classes_item_data)



            classes.append(classes_item)


        at = datetime.datetime.fromisoformat(d.pop("at"))




        rfm_preview = cls(
            people=people,
            orders=orders,
            amount_fen=amount_fen,
            scale=scale,
            classes=classes,
            at=at,
        )


        rfm_preview.additional_properties = d
        return rfm_preview

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
