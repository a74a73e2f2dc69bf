from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.rfm_cuts import RfmCuts





T = TypeVar("T", bound="RfmScale")



@_attrs_define
class RfmScale:
    """ All that is needed to score one person as a run did.

        Attributes:
            r (RfmCuts): Where the bins of one dimension lie, and from which score on it is high.

                Of R a score is one more than the bounds that are not below the days; of F and M one more than
                the bounds that the value reaches.
            f (RfmCuts): Where the bins of one dimension lie, and from which score on it is high.

                Of R a score is one more than the bounds that are not below the days; of F and M one more than
                the bounds that the value reaches.
            m (RfmCuts): Where the bins of one dimension lie, and from which score on it is high.

                Of R a score is one more than the bounds that are not below the days; of F and M one more than
                the bounds that the value reaches.
     """

    r: RfmCuts
    f: RfmCuts
    m: RfmCuts
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_cuts import RfmCuts # noqa: PLC0415
        r = self.r.to_dict()

        f = self.f.to_dict()

        m = self.m.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "r": r,
            "f": f,
            "m": m,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_cuts import RfmCuts # noqa: PLC0415
        d = dict(src_dict)
        r = RfmCuts.from_dict(d.pop("r"))




        f = RfmCuts.from_dict(d.pop("f"))




        m = RfmCuts.from_dict(d.pop("m"))




        rfm_scale = cls(
            r=r,
            f=f,
            m=m,
        )


        rfm_scale.additional_properties = d
        return rfm_scale

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
