from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.own_notice_mail_state import OwnNoticeMailState
from ..models.own_notice_state import OwnNoticeState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.button_answer import ButtonAnswer
  from ..models.text_read import TextRead





T = TypeVar("T", bound="OwnNotice")



@_attrs_define
class OwnNotice:
    """ A notice to the one who asks.

    `state` and `reason` say how WeCom's door stands, those with `mail_` how the mail's does.

        Attributes:
            id (int):
            kind (str):
            title (TextRead): Chinese and English.
            body (TextRead): Chinese and English.
            link (None | str):
            staff_link (None | str):
            customer_id (int | None):
            urgent (bool):
            created_at (datetime.datetime):
            read_at (datetime.datetime | None):
            state (OwnNoticeState):
            reason (None | str):
            due_at (datetime.datetime | None):
            sent_at (datetime.datetime | None):
            mail_state (OwnNoticeMailState):
            mail_reason (None | str):
            mail_due_at (datetime.datetime | None):
            answer (ButtonAnswer | None):
     """

    id: int
    kind: str
    title: TextRead
    body: TextRead
    link: None | str
    staff_link: None | str
    customer_id: int | None
    urgent: bool
    created_at: datetime.datetime
    read_at: datetime.datetime | None
    state: OwnNoticeState
    reason: None | str
    due_at: datetime.datetime | None
    sent_at: datetime.datetime | None
    mail_state: OwnNoticeMailState
    mail_reason: None | str
    mail_due_at: datetime.datetime | None
    answer: ButtonAnswer | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.button_answer import ButtonAnswer # noqa: PLC0415
        from ..models.text_read import TextRead # noqa: PLC0415
        id = self.id

        kind = self.kind

        title = self.title.to_dict()

        body = self.body.to_dict()

        link: None | str
        link = self.link

        staff_link: None | str
        staff_link = self.staff_link

        customer_id: int | None
        customer_id = self.customer_id

        urgent = self.urgent

        created_at = self.created_at.isoformat()

        read_at: None | str
        if isinstance(self.read_at, datetime.datetime):
            read_at = self.read_at.isoformat()
        else:
            read_at = self.read_at

        state = self.state.value

        reason: None | str
        reason = self.reason

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        mail_state = self.mail_state.value

        mail_reason: None | str
        mail_reason = self.mail_reason

        mail_due_at: None | str
        if isinstance(self.mail_due_at, datetime.datetime):
            mail_due_at = self.mail_due_at.isoformat()
        else:
            mail_due_at = self.mail_due_at

        answer: dict[str, Any] | None
        if isinstance(self.answer, ButtonAnswer):
            answer = self.answer.to_dict()
        else:
            answer = self.answer


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "title": title,
            "body": body,
            "link": link,
            "staff_link": staff_link,
            "customer_id": customer_id,
            "urgent": urgent,
            "created_at": created_at,
            "read_at": read_at,
            "state": state,
            "reason": reason,
            "due_at": due_at,
            "sent_at": sent_at,
            "mail_state": mail_state,
            "mail_reason": mail_reason,
            "mail_due_at": mail_due_at,
            "answer": answer,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.button_answer import ButtonAnswer # noqa: PLC0415
        from ..models.text_read import TextRead # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        title = TextRead.from_dict(d.pop("title"))




        body = TextRead.from_dict(d.pop("body"))




        def _parse_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link = _parse_link(d.pop("link"))


        def _parse_staff_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        staff_link = _parse_staff_link(d.pop("staff_link"))


        def _parse_customer_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        urgent = d.pop("urgent")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_read_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                read_at_type_0 = datetime.datetime.fromisoformat(data)



                return read_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        read_at = _parse_read_at(d.pop("read_at"))


        state = OwnNoticeState(d.pop("state"))




        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)



                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))


        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)



                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))


        mail_state = OwnNoticeMailState(d.pop("mail_state"))




        def _parse_mail_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        mail_reason = _parse_mail_reason(d.pop("mail_reason"))


        def _parse_mail_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mail_due_at_type_0 = datetime.datetime.fromisoformat(data)



                return mail_due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        mail_due_at = _parse_mail_due_at(d.pop("mail_due_at"))


        def _parse_answer(data: object) -> ButtonAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                answer_type_0 = ButtonAnswer.from_dict(data)



                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ButtonAnswer | None, data)

        answer = _parse_answer(d.pop("answer"))


        own_notice = cls(
            id=id,
            kind=kind,
            title=title,
            body=body,
            link=link,
            staff_link=staff_link,
            customer_id=customer_id,
            urgent=urgent,
            created_at=created_at,
            read_at=read_at,
            state=state,
            reason=reason,
            due_at=due_at,
            sent_at=sent_at,
            mail_state=mail_state,
            mail_reason=mail_reason,
            mail_due_at=mail_due_at,
            answer=answer,
        )


        own_notice.additional_properties = d
        return own_notice

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
