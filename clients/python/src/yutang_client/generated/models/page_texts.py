from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="PageTexts")



@_attrs_define
class PageTexts:
    """ What stands on a page in one language; what is empty is not there.

    `role` and `person` are for a page of a person, `when` and `where` for an event. There is no
    countdown and no number of people who already came: a page says what is so.

        Attributes:
            title (str):
            lead (str | Unset):  Default: ''.
            points (list[str] | Unset):
            person (str | Unset):  Default: ''.
            role (str | Unset):  Default: ''.
            when (str | Unset):  Default: ''.
            where (str | Unset):  Default: ''.
            button (str | Unset):  Default: ''.
            terms (str | Unset):  Default: ''.
     """

    title: str
    lead: str | Unset = ''
    points: list[str] | Unset = UNSET
    person: str | Unset = ''
    role: str | Unset = ''
    when: str | Unset = ''
    where: str | Unset = ''
    button: str | Unset = ''
    terms: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        title = self.title

        lead = self.lead

        points: list[str] | Unset = UNSET
        if not isinstance(self.points, Unset):
            points = self.points



        person = self.person

        role = self.role

        when = self.when

        where = self.where

        button = self.button

        terms = self.terms


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "title": title,
        })
        if lead is not UNSET:
            field_dict["lead"] = lead
        if points is not UNSET:
            field_dict["points"] = points
        if person is not UNSET:
            field_dict["person"] = person
        if role is not UNSET:
            field_dict["role"] = role
        if when is not UNSET:
            field_dict["when"] = when
        if where is not UNSET:
            field_dict["where"] = where
        if button is not UNSET:
            field_dict["button"] = button
        if terms is not UNSET:
            field_dict["terms"] = terms

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        lead = d.pop("lead", UNSET)

        points = cast(list[str], d.pop("points", UNSET))


        person = d.pop("person", UNSET)

        role = d.pop("role", UNSET)

        when = d.pop("when", UNSET)

        where = d.pop("where", UNSET)

        button = d.pop("button", UNSET)

        terms = d.pop("terms", UNSET)

        page_texts = cls(
            title=title,
            lead=lead,
            points=points,
            person=person,
            role=role,
            when=when,
            where=where,
            button=button,
            terms=terms,
        )

        return page_texts

