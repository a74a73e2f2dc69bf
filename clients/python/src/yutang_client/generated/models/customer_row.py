from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.owner_ref import OwnerRef
  from ..models.tag_option import TagOption





T = TypeVar("T", bound="CustomerRow")



@_attrs_define
class CustomerRow:
    """ A customer in a list. `added_at` is the newest relation's, `first_added_at` the corp's.

        Attributes:
            id (int):
            name (str):
            remark (str):
            state (str):
            platform (str):
            company (str):
            tags (list[TagOption]):
            owners (list[OwnerRef]):
            first_added_at (datetime.datetime | None):
            added_at (datetime.datetime | None):
            first_channel (None | str):
            stage (None | str):
            last_active_at (datetime.datetime | None):
            silent_since (datetime.datetime | None):
     """

    id: int
    name: str
    remark: str
    state: str
    platform: str
    company: str
    tags: list[TagOption]
    owners: list[OwnerRef]
    first_added_at: datetime.datetime | None
    added_at: datetime.datetime | None
    first_channel: None | str
    stage: None | str
    last_active_at: datetime.datetime | None
    silent_since: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.owner_ref import OwnerRef # noqa: PLC0415
        from ..models.tag_option import TagOption # noqa: PLC0415
        id = self.id

        name = self.name

        remark = self.remark

        state = self.state

        platform = self.platform

        company = self.company

        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        owners = []
        for owners_item_data in self.owners:
            owners_item = owners_item_data.to_dict()
            owners.append(owners_item)



        first_added_at: None | str
        if isinstance(self.first_added_at, datetime.datetime):
            first_added_at = self.first_added_at.isoformat()
        else:
            first_added_at = self.first_added_at

        added_at: None | str
        if isinstance(self.added_at, datetime.datetime):
            added_at = self.added_at.isoformat()
        else:
            added_at = self.added_at

        first_channel: None | str
        first_channel = self.first_channel

        stage: None | str
        stage = self.stage

        last_active_at: None | str
        if isinstance(self.last_active_at, datetime.datetime):
            last_active_at = self.last_active_at.isoformat()
        else:
            last_active_at = self.last_active_at

        silent_since: None | str
        if isinstance(self.silent_since, datetime.datetime):
            silent_since = self.silent_since.isoformat()
        else:
            silent_since = self.silent_since


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "remark": remark,
            "state": state,
            "platform": platform,
            "company": company,
            "tags": tags,
            "owners": owners,
            "first_added_at": first_added_at,
            "added_at": added_at,
            "first_channel": first_channel,
            "stage": stage,
            "last_active_at": last_active_at,
            "silent_since": silent_since,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.owner_ref import OwnerRef # noqa: PLC0415
        from ..models.tag_option import TagOption # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        remark = d.pop("remark")

        state = d.pop("state")

        platform = d.pop("platform")

        company = d.pop("company")

        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = TagOption.from_dict(tags_item_data)



            tags.append(tags_item)


        owners = []
        _owners = d.pop("owners")
        for owners_item_data in (_owners):
            owners_item = OwnerRef.from_dict(owners_item_data)



            owners.append(owners_item)


        def _parse_first_added_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_added_at_type_0 = datetime.datetime.fromisoformat(data)



                return first_added_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_added_at = _parse_first_added_at(d.pop("first_added_at"))


        def _parse_added_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                added_at_type_0 = datetime.datetime.fromisoformat(data)



                return added_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        added_at = _parse_added_at(d.pop("added_at"))


        def _parse_first_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_channel = _parse_first_channel(d.pop("first_channel"))


        def _parse_stage(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        stage = _parse_stage(d.pop("stage"))


        def _parse_last_active_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_active_at_type_0 = datetime.datetime.fromisoformat(data)



                return last_active_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_active_at = _parse_last_active_at(d.pop("last_active_at"))


        def _parse_silent_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                silent_since_type_0 = datetime.datetime.fromisoformat(data)



                return silent_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        silent_since = _parse_silent_since(d.pop("silent_since"))


        customer_row = cls(
            id=id,
            name=name,
            remark=remark,
            state=state,
            platform=platform,
            company=company,
            tags=tags,
            owners=owners,
            first_added_at=first_added_at,
            added_at=added_at,
            first_channel=first_channel,
            stage=stage,
            last_active_at=last_active_at,
            silent_since=silent_since,
        )


        customer_row.additional_properties = d
        return customer_row

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
