from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.rfm_class_size import RfmClassSize
  from ..models.rfm_run_read import RfmRunRead





T = TypeVar("T", bound="RfmSizes")



@_attrs_define
class RfmSizes:
    """ Classes of one run.

        Attributes:
            run (RfmRunRead): One reckoning.

                `progress` goes from 0 to 1; `moves` are changes of class since the one before it, `moved` those
                that stand in the event log already.
            classes (list[RfmClassSize]):
     """

    run: RfmRunRead
    classes: list[RfmClassSize]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_class_size import RfmClassSize # noqa: PLC0415
        from ..models.rfm_run_read import RfmRunRead # noqa: PLC0415
        run = self.run.to_dict()

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "run": run,
            "classes": classes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_class_size import RfmClassSize # noqa: PLC0415
        from ..models.rfm_run_read import RfmRunRead # noqa: PLC0415
        d = dict(src_dict)
        run = RfmRunRead.from_dict(d.pop("run"))




        classes = []
        _classes = d.pop("classes")
        for classes_item_data in (_classes):
            classes_item = RfmClassSize.from_dict(classes_item_data)



            classes.append(classes_item)


        rfm_sizes = cls(
            run=run,
            classes=classes,
        )


        rfm_sizes.additional_properties = d
        return rfm_sizes

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
