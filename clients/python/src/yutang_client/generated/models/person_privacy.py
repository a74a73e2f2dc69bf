from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.person_privacy_barred_type_0 import PersonPrivacyBarredType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.consent_read import ConsentRead





T = TypeVar("T", bound="PersonPrivacy")



@_attrs_define
class PersonPrivacy:
    """ What a person allows and refuses, and his own address for refusing.

        Attributes:
            refuse_link (str):
            barred (None | PersonPrivacyBarredType0):
            minor_marked_at (datetime.datetime | None):
            consents (list[ConsentRead]):
            erasure_id (int | None):
     """

    refuse_link: str
    barred: None | PersonPrivacyBarredType0
    minor_marked_at: datetime.datetime | None
    consents: list[ConsentRead]
    erasure_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.consent_read import ConsentRead # noqa: PLC0415
        refuse_link = self.refuse_link

        barred: None | str
        if isinstance(self.barred, PersonPrivacyBarredType0):
            barred = self.barred.value
        else:
            barred = self.barred

        minor_marked_at: None | str
        if isinstance(self.minor_marked_at, datetime.datetime):
            minor_marked_at = self.minor_marked_at.isoformat()
        else:
            minor_marked_at = self.minor_marked_at

        consents = []
        for consents_item_data in self.consents:
            consents_item = consents_item_data.to_dict()
            consents.append(consents_item)



        erasure_id: int | None
        erasure_id = self.erasure_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "refuse_link": refuse_link,
            "barred": barred,
            "minor_marked_at": minor_marked_at,
            "consents": consents,
            "erasure_id": erasure_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent_read import ConsentRead # noqa: PLC0415
        d = dict(src_dict)
        refuse_link = d.pop("refuse_link")

        def _parse_barred(data: object) -> None | PersonPrivacyBarredType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                barred_type_0 = PersonPrivacyBarredType0(data)



                return barred_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PersonPrivacyBarredType0, data)

        barred = _parse_barred(d.pop("barred"))


        def _parse_minor_marked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                minor_marked_at_type_0 = datetime.datetime.fromisoformat(data)



                return minor_marked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        minor_marked_at = _parse_minor_marked_at(d.pop("minor_marked_at"))


        consents = []
        _consents = d.pop("consents")
        for consents_item_data in (_consents):
            consents_item = ConsentRead.from_dict(consents_item_data)



            consents.append(consents_item)


        def _parse_erasure_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        erasure_id = _parse_erasure_id(d.pop("erasure_id"))


        person_privacy = cls(
            refuse_link=refuse_link,
            barred=barred,
            minor_marked_at=minor_marked_at,
            consents=consents,
            erasure_id=erasure_id,
        )


        person_privacy.additional_properties = d
        return person_privacy

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
