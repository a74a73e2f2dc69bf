from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.check_code import CheckCode
from ..models.check_key import CheckKey
from ..models.check_status import CheckStatus
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.check_facts import CheckFacts





T = TypeVar("T", bound="Check")



@_attrs_define
class Check:
    """ A finding in the reader's language; no secret, not even in part.

    Words that have nothing to say are empty: `means` and `where` where all is well.

        Attributes:
            key (CheckKey):
            app (int | None):
            status (CheckStatus):
            code (CheckCode):
            detail (str):
            seen_at (datetime.datetime):
            facts (CheckFacts):
            title (str):
            what (str):
            means (str):
            where (str):
            link (str):
     """

    key: CheckKey
    app: int | None
    status: CheckStatus
    code: CheckCode
    detail: str
    seen_at: datetime.datetime
    facts: CheckFacts
    title: str
    what: str
    means: str
    where: str
    link: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.check_facts import CheckFacts # noqa: PLC0415
        key = self.key.value

        app: int | None
        app = self.app

        status = self.status.value

        code = self.code.value

        detail = self.detail

        seen_at = self.seen_at.isoformat()

        facts = self.facts.to_dict()

        title = self.title

        what = self.what

        means = self.means

        where = self.where

        link = self.link


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "key": key,
            "app": app,
            "status": status,
            "code": code,
            "detail": detail,
            "seen_at": seen_at,
            "facts": facts,
            "title": title,
            "what": what,
            "means": means,
            "where": where,
            "link": link,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.check_facts import CheckFacts # noqa: PLC0415
        d = dict(src_dict)
        key = CheckKey(d.pop("key"))




        def _parse_app(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        app = _parse_app(d.pop("app"))


        status = CheckStatus(d.pop("status"))




        code = CheckCode(d.pop("code"))




        detail = d.pop("detail")

        seen_at = datetime.datetime.fromisoformat(d.pop("seen_at"))




        facts = CheckFacts.from_dict(d.pop("facts"))




        title = d.pop("title")

        what = d.pop("what")

        means = d.pop("means")

        where = d.pop("where")

        link = d.pop("link")

        check = cls(
            key=key,
            app=app,
            status=status,
            code=code,
            detail=detail,
            seen_at=seen_at,
            facts=facts,
            title=title,
            what=what,
            means=means,
            where=where,
            link=link,
        )


        check.additional_properties = d
        return check

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
