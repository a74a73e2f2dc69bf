from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.sheet_person import SheetPerson
  from ..models.sheet_text import SheetText
  from ..models.text import Text





T = TypeVar("T", bound="OwnerSheet")



@_attrs_define
class OwnerSheet:
    """ What is behind an owner's task: why, text to paste, whom it is about.

        Attributes:
            title (Text): Chinese and English.
            about (Text): Chinese and English.
            texts (list[SheetText]):
            people (list[SheetPerson]):
            total (int):
            done (int):
     """

    title: Text
    about: Text
    texts: list[SheetText]
    people: list[SheetPerson]
    total: int
    done: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.sheet_person import SheetPerson # noqa: PLC0415
        from ..models.sheet_text import SheetText # noqa: PLC0415
        from ..models.text import Text # noqa: PLC0415
        title = self.title.to_dict()

        about = self.about.to_dict()

        texts = []
        for texts_item_data in self.texts:
            texts_item = texts_item_data.to_dict()
            texts.append(texts_item)



        people = []
        for people_item_data in self.people:
            people_item = people_item_data.to_dict()
            people.append(people_item)



        total = self.total

        done = self.done


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "title": title,
            "about": about,
            "texts": texts,
            "people": people,
            "total": total,
            "done": done,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sheet_person import SheetPerson # noqa: PLC0415
        from ..models.sheet_text import SheetText # noqa: PLC0415
        from ..models.text import Text # noqa: PLC0415
        d = dict(src_dict)
        title = Text.from_dict(d.pop("title"))




        about = Text.from_dict(d.pop("about"))




        texts = []
        _texts = d.pop("texts")
        for texts_item_data in (_texts):
            texts_item = SheetText.from_dict(texts_item_data)



            texts.append(texts_item)


        people = []
        _people = d.pop("people")
        for people_item_data in (_people):
            people_item = SheetPerson.from_dict(people_item_data)



            people.append(people_item)


        total = d.pop("total")

        done = d.pop("done")

        owner_sheet = cls(
            title=title,
            about=about,
            texts=texts,
            people=people,
            total=total,
            done=done,
        )


        owner_sheet.additional_properties = d
        return owner_sheet

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
