from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.field_words import FieldWords
  from ..models.note_read import NoteRead
  from ..models.owner_ref import OwnerRef
  from ..models.tag_option import TagOption





T = TypeVar("T", bound="LifeEntry")



@_attrs_define
class LifeEntry:
    """ One thing that happened, with the code where one of ours was in it.

        Attributes:
            id (str):
            kind (str):
            at (datetime.datetime):
            channel (ChannelRef | None):
            by_customer (bool | Unset):  Default: False.
            staff (None | OwnerRef | Unset):
            tag (None | TagOption | Unset):
            carried (None | str | Unset):
            by (None | str | Unset):
            first (bool | None | Unset):
            ending (None | str | Unset):
            outcome (None | str | Unset):
            reason (None | str | Unset):
            detail (None | str | Unset):
            who (None | str | Unset):
            other (None | OwnerRef | Unset):
            how (None | str | Unset):
            before (None | str | Unset):
            after (None | str | Unset):
            field (FieldWords | None | Unset):
            note (None | NoteRead | Unset):
            question_set (None | str | Unset):
            kind_name (None | str | Unset):
            main (None | str | Unset):
            group (None | str | Unset):
     """

    id: str
    kind: str
    at: datetime.datetime
    channel: ChannelRef | None
    by_customer: bool | Unset = False
    staff: None | OwnerRef | Unset = UNSET
    tag: None | TagOption | Unset = UNSET
    carried: None | str | Unset = UNSET
    by: None | str | Unset = UNSET
    first: bool | None | Unset = UNSET
    ending: None | str | Unset = UNSET
    outcome: None | str | Unset = UNSET
    reason: None | str | Unset = UNSET
    detail: None | str | Unset = UNSET
    who: None | str | Unset = UNSET
    other: None | OwnerRef | Unset = UNSET
    how: None | str | Unset = UNSET
    before: None | str | Unset = UNSET
    after: None | str | Unset = UNSET
    field: FieldWords | None | Unset = UNSET
    note: None | NoteRead | Unset = UNSET
    question_set: None | str | Unset = UNSET
    kind_name: None | str | Unset = UNSET
    main: None | str | Unset = UNSET
    group: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.field_words import FieldWords # noqa: PLC0415
        from ..models.note_read import NoteRead # noqa: PLC0415
        from ..models.owner_ref import OwnerRef # noqa: PLC0415
        from ..models.tag_option import TagOption # noqa: PLC0415
        id = self.id

        kind = self.kind

        at = self.at.isoformat()

        channel: dict[str, Any] | None
        if isinstance(self.channel, ChannelRef):
            channel = self.channel.to_dict()
        else:
            channel = self.channel

        by_customer = self.by_customer

        staff: dict[str, Any] | None | Unset
        if isinstance(self.staff, Unset):
            staff = UNSET
        elif isinstance(self.staff, OwnerRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        tag: dict[str, Any] | None | Unset
        if isinstance(self.tag, Unset):
            tag = UNSET
        elif isinstance(self.tag, TagOption):
            tag = self.tag.to_dict()
        else:
            tag = self.tag

        carried: None | str | Unset
        if isinstance(self.carried, Unset):
            carried = UNSET
        else:
            carried = self.carried

        by: None | str | Unset
        if isinstance(self.by, Unset):
            by = UNSET
        else:
            by = self.by

        first: bool | None | Unset
        if isinstance(self.first, Unset):
            first = UNSET
        else:
            first = self.first

        ending: None | str | Unset
        if isinstance(self.ending, Unset):
            ending = UNSET
        else:
            ending = self.ending

        outcome: None | str | Unset
        if isinstance(self.outcome, Unset):
            outcome = UNSET
        else:
            outcome = self.outcome

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        detail: None | str | Unset
        if isinstance(self.detail, Unset):
            detail = UNSET
        else:
            detail = self.detail

        who: None | str | Unset
        if isinstance(self.who, Unset):
            who = UNSET
        else:
            who = self.who

        other: dict[str, Any] | None | Unset
        if isinstance(self.other, Unset):
            other = UNSET
        elif isinstance(self.other, OwnerRef):
            other = self.other.to_dict()
        else:
            other = self.other

        how: None | str | Unset
        if isinstance(self.how, Unset):
            how = UNSET
        else:
            how = self.how

        before: None | str | Unset
        if isinstance(self.before, Unset):
            before = UNSET
        else:
            before = self.before

        after: None | str | Unset
        if isinstance(self.after, Unset):
            after = UNSET
        else:
            after = self.after

        field: dict[str, Any] | None | Unset
        if isinstance(self.field, Unset):
            field = UNSET
        elif isinstance(self.field, FieldWords):
            field = self.field.to_dict()
        else:
            field = self.field

        note: dict[str, Any] | None | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        elif isinstance(self.note, NoteRead):
            note = self.note.to_dict()
        else:
            note = self.note

        question_set: None | str | Unset
        if isinstance(self.question_set, Unset):
            question_set = UNSET
        else:
            question_set = self.question_set

        kind_name: None | str | Unset
        if isinstance(self.kind_name, Unset):
            kind_name = UNSET
        else:
            kind_name = self.kind_name

        main: None | str | Unset
        if isinstance(self.main, Unset):
            main = UNSET
        else:
            main = self.main

        group: None | str | Unset
        if isinstance(self.group, Unset):
            group = UNSET
        else:
            group = self.group


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "at": at,
            "channel": channel,
        })
        if by_customer is not UNSET:
            field_dict["by_customer"] = by_customer
        if staff is not UNSET:
            field_dict["staff"] = staff
        if tag is not UNSET:
            field_dict["tag"] = tag
        if carried is not UNSET:
            field_dict["carried"] = carried
        if by is not UNSET:
            field_dict["by"] = by
        if first is not UNSET:
            field_dict["first"] = first
        if ending is not UNSET:
            field_dict["ending"] = ending
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if reason is not UNSET:
            field_dict["reason"] = reason
        if detail is not UNSET:
            field_dict["detail"] = detail
        if who is not UNSET:
            field_dict["who"] = who
        if other is not UNSET:
            field_dict["other"] = other
        if how is not UNSET:
            field_dict["how"] = how
        if before is not UNSET:
            field_dict["before"] = before
        if after is not UNSET:
            field_dict["after"] = after
        if field is not UNSET:
            field_dict["field"] = field
        if note is not UNSET:
            field_dict["note"] = note
        if question_set is not UNSET:
            field_dict["question_set"] = question_set
        if kind_name is not UNSET:
            field_dict["kind_name"] = kind_name
        if main is not UNSET:
            field_dict["main"] = main
        if group is not UNSET:
            field_dict["group"] = group

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.field_words import FieldWords # noqa: PLC0415
        from ..models.note_read import NoteRead # noqa: PLC0415
        from ..models.owner_ref import OwnerRef # noqa: PLC0415
        from ..models.tag_option import TagOption # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        at = datetime.datetime.fromisoformat(d.pop("at"))




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


        by_customer = d.pop("by_customer", UNSET)

        def _parse_staff(data: object) -> None | OwnerRef | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = OwnerRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnerRef | Unset, data)

        staff = _parse_staff(d.pop("staff", UNSET))


        def _parse_tag(data: object) -> None | TagOption | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tag_type_0 = TagOption.from_dict(data)



                return tag_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TagOption | Unset, data)

        tag = _parse_tag(d.pop("tag", UNSET))


        def _parse_carried(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        carried = _parse_carried(d.pop("carried", UNSET))


        def _parse_by(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        by = _parse_by(d.pop("by", UNSET))


        def _parse_first(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        first = _parse_first(d.pop("first", UNSET))


        def _parse_ending(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ending = _parse_ending(d.pop("ending", UNSET))


        def _parse_outcome(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        outcome = _parse_outcome(d.pop("outcome", UNSET))


        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))


        def _parse_detail(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        detail = _parse_detail(d.pop("detail", UNSET))


        def _parse_who(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        who = _parse_who(d.pop("who", UNSET))


        def _parse_other(data: object) -> None | OwnerRef | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                other_type_0 = OwnerRef.from_dict(data)



                return other_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnerRef | Unset, data)

        other = _parse_other(d.pop("other", UNSET))


        def _parse_how(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        how = _parse_how(d.pop("how", UNSET))


        def _parse_before(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        before = _parse_before(d.pop("before", UNSET))


        def _parse_after(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        after = _parse_after(d.pop("after", UNSET))


        def _parse_field(data: object) -> FieldWords | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_type_0 = FieldWords.from_dict(data)



                return field_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FieldWords | None | Unset, data)

        field = _parse_field(d.pop("field", UNSET))


        def _parse_note(data: object) -> None | NoteRead | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                note_type_0 = NoteRead.from_dict(data)



                return note_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NoteRead | Unset, data)

        note = _parse_note(d.pop("note", UNSET))


        def _parse_question_set(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        question_set = _parse_question_set(d.pop("question_set", UNSET))


        def _parse_kind_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        kind_name = _parse_kind_name(d.pop("kind_name", UNSET))


        def _parse_main(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        main = _parse_main(d.pop("main", UNSET))


        def _parse_group(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        group = _parse_group(d.pop("group", UNSET))


        life_entry = cls(
            id=id,
            kind=kind,
            at=at,
            channel=channel,
            by_customer=by_customer,
            staff=staff,
            tag=tag,
            carried=carried,
            by=by,
            first=first,
            ending=ending,
            outcome=outcome,
            reason=reason,
            detail=detail,
            who=who,
            other=other,
            how=how,
            before=before,
            after=after,
            field=field,
            note=note,
            question_set=question_set,
            kind_name=kind_name,
            main=main,
            group=group,
        )


        life_entry.additional_properties = d
        return life_entry

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
