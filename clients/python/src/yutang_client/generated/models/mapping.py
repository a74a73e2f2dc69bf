from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.mapping_subject import MappingSubject
from ..models.mapping_unknown_tags import MappingUnknownTags
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.consent import Consent
  from ..models.mapping_columns import MappingColumns
  from ..models.mapping_statuses import MappingStatuses





T = TypeVar("T", bound="Mapping")



@_attrs_define
class Mapping:
    """ What a file's columns mean.

        Attributes:
            columns (MappingColumns):
            subject (MappingSubject | Unset):  Default: MappingSubject.MEMBERS.
            unknown_tags (MappingUnknownTags | Unset):  Default: MappingUnknownTags.REFUSE.
            tag_ids (list[int] | Unset):
            consent (Consent | None | Unset):
            shop (str | Unset):  Default: 'file'.
            statuses (MappingStatuses | Unset):
            kind (None | str | Unset):
     """

    columns: MappingColumns
    subject: MappingSubject | Unset = MappingSubject.MEMBERS
    unknown_tags: MappingUnknownTags | Unset = MappingUnknownTags.REFUSE
    tag_ids: list[int] | Unset = UNSET
    consent: Consent | None | Unset = UNSET
    shop: str | Unset = 'file'
    statuses: MappingStatuses | Unset = UNSET
    kind: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.consent import Consent # noqa: PLC0415
        from ..models.mapping_columns import MappingColumns # noqa: PLC0415
        from ..models.mapping_statuses import MappingStatuses # noqa: PLC0415
        columns = self.columns.to_dict()

        subject: str | Unset = UNSET
        if not isinstance(self.subject, Unset):
            subject = self.subject.value


        unknown_tags: str | Unset = UNSET
        if not isinstance(self.unknown_tags, Unset):
            unknown_tags = self.unknown_tags.value


        tag_ids: list[int] | Unset = UNSET
        if not isinstance(self.tag_ids, Unset):
            tag_ids = self.tag_ids



        consent: dict[str, Any] | None | Unset
        if isinstance(self.consent, Unset):
            consent = UNSET
        elif isinstance(self.consent, Consent):
            consent = self.consent.to_dict()
        else:
            consent = self.consent

        shop = self.shop

        statuses: dict[str, Any] | Unset = UNSET
        if not isinstance(self.statuses, Unset):
            statuses = self.statuses.to_dict()

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        else:
            kind = self.kind


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "columns": columns,
        })
        if subject is not UNSET:
            field_dict["subject"] = subject
        if unknown_tags is not UNSET:
            field_dict["unknown_tags"] = unknown_tags
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if consent is not UNSET:
            field_dict["consent"] = consent
        if shop is not UNSET:
            field_dict["shop"] = shop
        if statuses is not UNSET:
            field_dict["statuses"] = statuses
        if kind is not UNSET:
            field_dict["kind"] = kind

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.consent import Consent # noqa: PLC0415
        from ..models.mapping_columns import MappingColumns # noqa: PLC0415
        from ..models.mapping_statuses import MappingStatuses # noqa: PLC0415
        d = dict(src_dict)
        columns = MappingColumns.from_dict(d.pop("columns"))




        _subject = d.pop("subject", UNSET)
        subject: MappingSubject | Unset
        if isinstance(_subject,  Unset):
            subject = UNSET
        else:
            subject = MappingSubject(_subject)




        _unknown_tags = d.pop("unknown_tags", UNSET)
        unknown_tags: MappingUnknownTags | Unset
        if isinstance(_unknown_tags,  Unset):
            unknown_tags = UNSET
        else:
            unknown_tags = MappingUnknownTags(_unknown_tags)




        tag_ids = cast(list[int], d.pop("tag_ids", UNSET))


        def _parse_consent(data: object) -> Consent | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                consent_type_0 = Consent.from_dict(data)



                return consent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Consent | None | Unset, data)

        consent = _parse_consent(d.pop("consent", UNSET))


        shop = d.pop("shop", UNSET)

        _statuses = d.pop("statuses", UNSET)
        statuses: MappingStatuses | Unset
        if isinstance(_statuses,  Unset):
            statuses = UNSET
        else:
            statuses = MappingStatuses.from_dict(_statuses)




        def _parse_kind(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))


        mapping = cls(
            columns=columns,
            subject=subject,
            unknown_tags=unknown_tags,
            tag_ids=tag_ids,
            consent=consent,
            shop=shop,
            statuses=statuses,
            kind=kind,
        )


        mapping.additional_properties = d
        return mapping

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
