from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.keyword_reply_read_state import KeywordReplyReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.clash import Clash
  from ..models.file_part import FilePart
  from ..models.image_part import ImagePart
  from ..models.link_part import LinkPart
  from ..models.mini_program_part import MiniProgramPart
  from ..models.reach_named import ReachNamed
  from ..models.video_part import VideoPart





T = TypeVar("T", bound="KeywordReplyRead")



@_attrs_define
class KeywordReplyRead:
    """ A rule, and what the console has of it.

        Attributes:
            id (int):
            name (str):
            words (list[str]):
            text (str):
            attachment (FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart):
            file_name (None | str):
            reach (ReachNamed): The same with names, as far as you may see them.
            groups (int):
            state (KeywordReplyReadState):
            entered_at (datetime.datetime | None):
            entered_by (None | str):
            entered_words (list[str] | None):
            entered_text (None | str):
            clashes (list[Clash]):
            version (int):
            created_at (datetime.datetime):
            changed_at (datetime.datetime):
     """

    id: int
    name: str
    words: list[str]
    text: str
    attachment: FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart
    file_name: None | str
    reach: ReachNamed
    groups: int
    state: KeywordReplyReadState
    entered_at: datetime.datetime | None
    entered_by: None | str
    entered_words: list[str] | None
    entered_text: None | str
    clashes: list[Clash]
    version: int
    created_at: datetime.datetime
    changed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.clash import Clash # noqa: PLC0415
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.reach_named import ReachNamed # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        id = self.id

        name = self.name

        words = self.words



        text = self.text

        attachment: dict[str, Any] | None
        if isinstance(self.attachment, ImagePart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, LinkPart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, MiniProgramPart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, FilePart):
            attachment = self.attachment.to_dict()
        elif isinstance(self.attachment, VideoPart):
            attachment = self.attachment.to_dict()
        else:
            attachment = self.attachment

        file_name: None | str
        file_name = self.file_name

        reach = self.reach.to_dict()

        groups = self.groups

        state = self.state.value

        entered_at: None | str
        if isinstance(self.entered_at, datetime.datetime):
            entered_at = self.entered_at.isoformat()
        else:
            entered_at = self.entered_at

        entered_by: None | str
        entered_by = self.entered_by

        entered_words: list[str] | None
        if isinstance(self.entered_words, list):
            entered_words = self.entered_words


        else:
            entered_words = self.entered_words

        entered_text: None | str
        entered_text = self.entered_text

        clashes = []
        for clashes_item_data in self.clashes:
            clashes_item = clashes_item_data.to_dict()
            clashes.append(clashes_item)



        version = self.version

        created_at = self.created_at.isoformat()

        changed_at = self.changed_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "words": words,
            "text": text,
            "attachment": attachment,
            "file_name": file_name,
            "reach": reach,
            "groups": groups,
            "state": state,
            "entered_at": entered_at,
            "entered_by": entered_by,
            "entered_words": entered_words,
            "entered_text": entered_text,
            "clashes": clashes,
            "version": version,
            "created_at": created_at,
            "changed_at": changed_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.clash import Clash # noqa: PLC0415
        from ..models.file_part import FilePart # noqa: PLC0415
        from ..models.image_part import ImagePart # noqa: PLC0415
        from ..models.link_part import LinkPart # noqa: PLC0415
        from ..models.mini_program_part import MiniProgramPart # noqa: PLC0415
        from ..models.reach_named import ReachNamed # noqa: PLC0415
        from ..models.video_part import VideoPart # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        words = cast(list[str], d.pop("words"))


        text = d.pop("text")

        def _parse_attachment(data: object) -> FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_0 = ImagePart.from_dict(data)



                return attachment_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_1 = LinkPart.from_dict(data)



                return attachment_type_0_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_2 = MiniProgramPart.from_dict(data)



                return attachment_type_0_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_3 = FilePart.from_dict(data)



                return attachment_type_0_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                attachment_type_0_type_4 = VideoPart.from_dict(data)



                return attachment_type_0_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FilePart | ImagePart | LinkPart | MiniProgramPart | None | VideoPart, data)

        attachment = _parse_attachment(d.pop("attachment"))


        def _parse_file_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        file_name = _parse_file_name(d.pop("file_name"))


        reach = ReachNamed.from_dict(d.pop("reach"))




        groups = d.pop("groups")

        state = KeywordReplyReadState(d.pop("state"))




        def _parse_entered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                entered_at_type_0 = datetime.datetime.fromisoformat(data)



                return entered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        entered_at = _parse_entered_at(d.pop("entered_at"))


        def _parse_entered_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        entered_by = _parse_entered_by(d.pop("entered_by"))


        def _parse_entered_words(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                entered_words_type_0 = cast(list[str], data)

                return entered_words_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        entered_words = _parse_entered_words(d.pop("entered_words"))


        def _parse_entered_text(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        entered_text = _parse_entered_text(d.pop("entered_text"))


        clashes = []
        _clashes = d.pop("clashes")
        for clashes_item_data in (_clashes):
            clashes_item = Clash.from_dict(clashes_item_data)



            clashes.append(clashes_item)


        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))




        keyword_reply_read = cls(
            id=id,
            name=name,
            words=words,
            text=text,
            attachment=attachment,
            file_name=file_name,
            reach=reach,
            groups=groups,
            state=state,
            entered_at=entered_at,
            entered_by=entered_by,
            entered_words=entered_words,
            entered_text=entered_text,
            clashes=clashes,
            version=version,
            created_at=created_at,
            changed_at=changed_at,
        )


        keyword_reply_read.additional_properties = d
        return keyword_reply_read

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
