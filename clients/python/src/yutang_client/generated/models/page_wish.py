from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.page_wish_opens import PageWishOpens
from ..models.page_wish_template import PageWishTemplate
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.page_texts import PageTexts





T = TypeVar("T", bound="PageWish")



@_attrs_define
class PageWish:
    """ A landing page as it shall be.

    `opens` https or scheme: the button is the link of `channel_id`; scheme opens WeChat from
    other browsers. `qr`: the code of the channel stands on the page.

        Attributes:
            name (str):
            template (PageWishTemplate):
            zh (PageTexts): What stands on a page in one language; what is empty is not there.

                `role` and `person` are for a page of a person, `when` and `where` for an event. There is no
                countdown and no number of people who already came: a page says what is so.
            channel_id (int):
            opens (PageWishOpens):
            en (None | PageTexts | Unset):
            file_id (int | None | Unset):
            is_open (bool | Unset):  Default: True.
     """

    name: str
    template: PageWishTemplate
    zh: PageTexts
    channel_id: int
    opens: PageWishOpens
    en: None | PageTexts | Unset = UNSET
    file_id: int | None | Unset = UNSET
    is_open: bool | Unset = True





    def to_dict(self) -> dict[str, Any]:
        from ..models.page_texts import PageTexts # noqa: PLC0415
        name = self.name

        template = self.template.value

        zh = self.zh.to_dict()

        channel_id = self.channel_id

        opens = self.opens.value

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
        from ..models.page_texts import PageTexts # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        template = PageWishTemplate(d.pop("template"))




        zh = PageTexts.from_dict(d.pop("zh"))




        channel_id = d.pop("channel_id")

        opens = PageWishOpens(d.pop("opens"))




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

        page_wish = cls(
            name=name,
            template=template,
            zh=zh,
            channel_id=channel_id,
            opens=opens,
            en=en,
            file_id=file_id,
            is_open=is_open,
        )

        return page_wish

