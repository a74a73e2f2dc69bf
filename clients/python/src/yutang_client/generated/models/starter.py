from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.starter_topic import StarterTopic
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="Starter")



@_attrs_define
class Starter:
    """ A set: a name, its tags in order, how they go together, and what it is for.

        Attributes:
            key (str):
            topic (StarterTopic):
            name (str):
            about (str):
            tags (list[str]):
            exclusive (bool | Unset):  Default: False.
            ordered (bool | Unset):  Default: False.
            sensitive (bool | Unset):  Default: False.
     """

    key: str
    topic: StarterTopic
    name: str
    about: str
    tags: list[str]
    exclusive: bool | Unset = False
    ordered: bool | Unset = False
    sensitive: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        key = self.key

        topic = self.topic.value

        name = self.name

        about = self.about

        tags = self.tags



        exclusive = self.exclusive

        ordered = self.ordered

        sensitive = self.sensitive


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "key": key,
            "topic": topic,
            "name": name,
            "about": about,
            "tags": tags,
        })
        if exclusive is not UNSET:
            field_dict["exclusive"] = exclusive
        if ordered is not UNSET:
            field_dict["ordered"] = ordered
        if sensitive is not UNSET:
            field_dict["sensitive"] = sensitive

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        topic = StarterTopic(d.pop("topic"))




        name = d.pop("name")

        about = d.pop("about")

        tags = cast(list[str], d.pop("tags"))


        exclusive = d.pop("exclusive", UNSET)

        ordered = d.pop("ordered", UNSET)

        sensitive = d.pop("sensitive", UNSET)

        starter = cls(
            key=key,
            topic=topic,
            name=name,
            about=about,
            tags=tags,
            exclusive=exclusive,
            ordered=ordered,
            sensitive=sensitive,
        )

        return starter

