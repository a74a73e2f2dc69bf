from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.page_read_channel_kind_type_0 import PageReadChannelKindType0
from ..models.page_read_counts_by import PageReadCountsBy
from ..models.page_read_opens import PageReadOpens
from ..models.page_read_template import PageReadTemplate
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.page_texts import PageTexts





T = TypeVar("T", bound="PageRead")



@_attrs_define
class PageRead:
    """ A landing page; `weight_bytes` is the page with its picture and its code, at most 100,000.

    `visits` and `taps` are of the last 180 days. `adds` are those of its visitors where
    `counts_by` is `visit`; else those of the code on it, whoever showed it, since it was made.

        Attributes:
            name (str):
            template (PageReadTemplate):
            zh (PageTexts): What stands on a page in one language; what is empty is not there.

                `role` and `person` are for a page of a person, `when` and `where` for an event. There is no
                countdown and no number of people who already came: a page says what is so.
            channel_id (int):
            opens (PageReadOpens):
            id (int):
            address (str):
            channel (ChannelRef | None):
            channel_kind (None | PageReadChannelKindType0):
            counts_by (PageReadCountsBy):
            picture_bytes (int | None):
            weight_bytes (int):
            visits (int):
            taps (int):
            adds (int):
            created_at (datetime.datetime):
            version (int):
            en (None | PageTexts | Unset):
            file_id (int | None | Unset):
            is_open (bool | Unset):  Default: True.
     """

    name: str
    template: PageReadTemplate
    zh: PageTexts
    channel_id: int
    opens: PageReadOpens
    id: int
    address: str
    channel: ChannelRef | None
    channel_kind: None | PageReadChannelKindType0
    counts_by: PageReadCountsBy
    picture_bytes: int | None
    weight_bytes: int
    visits: int
    taps: int
    adds: int
    created_at: datetime.datetime
    version: int
    en: None | PageTexts | Unset = UNSET
    file_id: int | None | Unset = UNSET
    is_open: bool | Unset = True





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.page_texts import PageTexts # noqa: PLC0415
        name = self.name

        template = self.template.value

        zh = self.zh.to_dict()

        channel_id = self.channel_id

        opens = self.opens.value

        id = self.id

        address = self.address

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        channel_kind: None | str
        if isinstance(self.channel_kind, PageReadChannelKindType0):
            channel_kind = self.channel_kind.value
        else:
            channel_kind = self.channel_kind

        counts_by = self.counts_by.value

        picture_bytes: int | None
        picture_bytes = self.picture_bytes

        weight_bytes = self.weight_bytes

        visits = self.visits

        taps = self.taps

        adds = self.adds

        created_at = self.created_at.isoformat()

        version = self.version

        en: dict[str, Any] | None | Unset
        if isinstance(self.en, Unset):
            en = UNSET
        elif isinstance(self.en, PageTexts):
            en = self.en.to_dict()
        else:
            en = self.en

        file_id: int | None | Unset
        if isinstance(self.file_id, Unset):
            file_id = UNSET
        else:
            file_id = self.file_id

        is_open = self.is_open


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "template": template,
            "zh": zh,
            "channel_id": channel_id,
            "opens": opens,
            "id": id,
            "address": address,
            "channel": channel,
            "channel_kind": channel_kind,
            "counts_by": counts_by,
            "picture_bytes": picture_bytes,
            "weight_bytes": weight_bytes,
            "visits": visits,
            "taps": taps,
            "adds": adds,
            "created_at": created_at,
            "version": version,
        })
        if en is not UNSET:
            field_dict["en"] = en
        if file_id is not UNSET:
            field_dict["file_id"] = file_id
        if is_open is not UNSET:
            field_dict["is_open"] = is_open

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.page_texts import PageTexts # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        template = PageReadTemplate(d.pop("template"))




        zh = PageTexts.from_dict(d.pop("zh"))




        channel_id = d.pop("channel_id")

        opens = PageReadOpens(d.pop("opens"))




        id = d.pop("id")

        address = d.pop("address")

        def _parse_channel(data: object) -> ChannelRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                channel_type_0 = ChannelRef.from_dict(data)



                return channel_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChannelRef | None, data)

        channel = _parse_channel(d.pop("channel"))


        def _parse_channel_kind(data: object) -> None | PageReadChannelKindType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                channel_kind_type_0 = PageReadChannelKindType0(data)



                return channel_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PageReadChannelKindType0, data)

        channel_kind = _parse_channel_kind(d.pop("channel_kind"))


        counts_by = PageReadCountsBy(d.pop("counts_by"))




        def _parse_picture_bytes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        picture_bytes = _parse_picture_bytes(d.pop("picture_bytes"))


        weight_bytes = d.pop("weight_bytes")

        visits = d.pop("visits")

        taps = d.pop("taps")

        adds = d.pop("adds")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        version = d.pop("version")

        def _parse_en(data: object) -> None | PageTexts | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                en_type_0 = PageTexts.from_dict(data)



                return en_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PageTexts | Unset, data)

        en = _parse_en(d.pop("en", UNSET))


        def _parse_file_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        file_id = _parse_file_id(d.pop("file_id", UNSET))


        is_open = d.pop("is_open", UNSET)

        page_read = cls(
            name=name,
            template=template,
            zh=zh,
            channel_id=channel_id,
            opens=opens,
            id=id,
            address=address,
            channel=channel,
            channel_kind=channel_kind,
            counts_by=counts_by,
            picture_bytes=picture_bytes,
            weight_bytes=weight_bytes,
            visits=visits,
            taps=taps,
            adds=adds,
            created_at=created_at,
            version=version,
            en=en,
            file_id=file_id,
            is_open=is_open,
        )

        return page_read

