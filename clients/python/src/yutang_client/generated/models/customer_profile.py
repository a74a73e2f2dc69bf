from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.activation_read import ActivationRead
  from ..models.channel_of_state import ChannelOfState
  from ..models.consent_read import ConsentRead
  from ..models.credit_read import CreditRead
  from ..models.field_cell import FieldCell
  from ..models.note_page import NotePage
  from ..models.private_tag import PrivateTag
  from ..models.profile_tag import ProfileTag
  from ..models.relation_read import RelationRead
  from ..models.task_read import TaskRead





T = TypeVar("T", bound="CustomerProfile")



@_attrs_define
class CustomerProfile:
    """ One customer, whole, with the codes his relations came by.

        Attributes:
            id (int):
            name (str):
            state (str):
            external_id (None | str):
            avatar (str):
            gender (int):
            platform (str):
            company (str):
            phones (list[str]):
            birthday (datetime.date | None):
            stage (None | str):
            stage_changed_at (datetime.datetime | None):
            last_active_at (datetime.datetime | None):
            silent_since (datetime.datetime | None):
            first_added_at (datetime.datetime | None):
            first_added_staff_id (int | None):
            first_added_channel (None | str):
            marketing_refused_at (datetime.datetime | None):
            marketing_refused_through (None | str):
            follows (list[RelationRead]):
            tags (list[ProfileTag]):
            fields (list[FieldCell]):
            consents (list[ConsentRead]):
            notes (NotePage): Pinned notes first on the first page, then newest first; `next` goes into `after`.
            tasks (list[TaskRead]):
            credit (CreditRead | None):
            channels (list[ChannelOfState]):
            private_tags (list[PrivateTag]):
            activation (ActivationRead): Whether a customer is activated: he sent `needed` messages. None: nobody tells.
            as_of (datetime.datetime):
     """

    id: int
    name: str
    state: str
    external_id: None | str
    avatar: str
    gender: int
    platform: str
    company: str
    phones: list[str]
    birthday: datetime.date | None
    stage: None | str
    stage_changed_at: datetime.datetime | None
    last_active_at: datetime.datetime | None
    silent_since: datetime.datetime | None
    first_added_at: datetime.datetime | None
    first_added_staff_id: int | None
    first_added_channel: None | str
    marketing_refused_at: datetime.datetime | None
    marketing_refused_through: None | str
    follows: list[RelationRead]
    tags: list[ProfileTag]
    fields: list[FieldCell]
    consents: list[ConsentRead]
    notes: NotePage
    tasks: list[TaskRead]
    credit: CreditRead | None
    channels: list[ChannelOfState]
    private_tags: list[PrivateTag]
    activation: ActivationRead
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.activation_read import ActivationRead # noqa: PLC0415
        from ..models.channel_of_state import ChannelOfState # noqa: PLC0415
        from ..models.consent_read import ConsentRead # noqa: PLC0415
        from ..models.credit_read import CreditRead # noqa: PLC0415
        from ..models.field_cell import FieldCell # noqa: PLC0415
        from ..models.note_page import NotePage # noqa: PLC0415
        from ..models.private_tag import PrivateTag # noqa: PLC0415
        from ..models.profile_tag import ProfileTag # noqa: PLC0415
        from ..models.relation_read import RelationRead # noqa: PLC0415
        from ..models.task_read import TaskRead # noqa: PLC0415
        id = self.id

        name = self.name

        state = self.state

        external_id: None | str
        external_id = self.external_id

        avatar = self.avatar

        gender = self.gender

        platform = self.platform

        company = self.company

        phones = self.phones



        birthday: None | str
        if isinstance(self.birthday, datetime.date):
            birthday = self.birthday.isoformat()
        else:
            birthday = self.birthday

        stage: None | str
        stage = self.stage

        stage_changed_at: None | str
        if isinstance(self.stage_changed_at, datetime.datetime):
            stage_changed_at = self.stage_changed_at.isoformat()
        else:
            stage_changed_at = self.stage_changed_at

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

        first_added_at: None | str
        if isinstance(self.first_added_at, datetime.datetime):
            first_added_at = self.first_added_at.isoformat()
        else:
            first_added_at = self.first_added_at

        first_added_staff_id: int | None
        first_added_staff_id = self.first_added_staff_id

        first_added_channel: None | str
        first_added_channel = self.first_added_channel

        marketing_refused_at: None | str
        if isinstance(self.marketing_refused_at, datetime.datetime):
            marketing_refused_at = self.marketing_refused_at.isoformat()
        else:
            marketing_refused_at = self.marketing_refused_at

        marketing_refused_through: None | str
        marketing_refused_through = self.marketing_refused_through

        follows = []
        for follows_item_data in self.follows:
            follows_item = follows_item_data.to_dict()
            follows.append(follows_item)



        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)



        consents = []
        for consents_item_data in self.consents:
            consents_item = consents_item_data.to_dict()
            consents.append(consents_item)



        notes = self.notes.to_dict()

        tasks = []
        for tasks_item_data in self.tasks:
            tasks_item = tasks_item_data.to_dict()
            tasks.append(tasks_item)



        credit: dict[str, Any] | None
        if isinstance(self.credit, CreditRead):
            credit = self.credit.to_dict()
        else:
            credit = self.credit

        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.to_dict()
            channels.append(channels_item)



        private_tags = []
        for private_tags_item_data in self.private_tags:
            private_tags_item = private_tags_item_data.to_dict()
            private_tags.append(private_tags_item)



        activation = self.activation.to_dict()

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "state": state,
            "external_id": external_id,
            "avatar": avatar,
            "gender": gender,
            "platform": platform,
            "company": company,
            "phones": phones,
            "birthday": birthday,
            "stage": stage,
            "stage_changed_at": stage_changed_at,
            "last_active_at": last_active_at,
            "silent_since": silent_since,
            "first_added_at": first_added_at,
            "first_added_staff_id": first_added_staff_id,
            "first_added_channel": first_added_channel,
            "marketing_refused_at": marketing_refused_at,
            "marketing_refused_through": marketing_refused_through,
            "follows": follows,
            "tags": tags,
            "fields": fields,
            "consents": consents,
            "notes": notes,
            "tasks": tasks,
            "credit": credit,
            "channels": channels,
            "private_tags": private_tags,
            "activation": activation,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activation_read import ActivationRead # noqa: PLC0415
        from ..models.channel_of_state import ChannelOfState # noqa: PLC0415
        from ..models.consent_read import ConsentRead # noqa: PLC0415
        from ..models.credit_read import CreditRead # noqa: PLC0415
        from ..models.field_cell import FieldCell # noqa: PLC0415
        from ..models.note_page import NotePage # noqa: PLC0415
        from ..models.private_tag import PrivateTag # noqa: PLC0415
        from ..models.profile_tag import ProfileTag # noqa: PLC0415
        from ..models.relation_read import RelationRead # noqa: PLC0415
        from ..models.task_read import TaskRead # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        state = d.pop("state")

        def _parse_external_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        external_id = _parse_external_id(d.pop("external_id"))


        avatar = d.pop("avatar")

        gender = d.pop("gender")

        platform = d.pop("platform")

        company = d.pop("company")

        phones = cast(list[str], d.pop("phones"))


        def _parse_birthday(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birthday_type_0 = datetime.date.fromisoformat(data)



                return birthday_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        birthday = _parse_birthday(d.pop("birthday"))


        def _parse_stage(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        stage = _parse_stage(d.pop("stage"))


        def _parse_stage_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stage_changed_at_type_0 = datetime.datetime.fromisoformat(data)



                return stage_changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        stage_changed_at = _parse_stage_changed_at(d.pop("stage_changed_at"))


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


        def _parse_first_added_staff_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        first_added_staff_id = _parse_first_added_staff_id(d.pop("first_added_staff_id"))


        def _parse_first_added_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_added_channel = _parse_first_added_channel(d.pop("first_added_channel"))


        def _parse_marketing_refused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marketing_refused_at_type_0 = datetime.datetime.fromisoformat(data)



                return marketing_refused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        marketing_refused_at = _parse_marketing_refused_at(d.pop("marketing_refused_at"))


        def _parse_marketing_refused_through(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        marketing_refused_through = _parse_marketing_refused_through(d.pop("marketing_refused_through"))


        follows = []
        _follows = d.pop("follows")
        for follows_item_data in (_follows):
            follows_item = RelationRead.from_dict(follows_item_data)



            follows.append(follows_item)


        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = ProfileTag.from_dict(tags_item_data)



            tags.append(tags_item)


        fields = []
        _fields = d.pop("fields")
        for fields_item_data in (_fields):
            fields_item = FieldCell.from_dict(fields_item_data)



            fields.append(fields_item)


        consents = []
        _consents = d.pop("consents")
        for consents_item_data in (_consents):
            consents_item = ConsentRead.from_dict(consents_item_data)



            consents.append(consents_item)


        notes = NotePage.from_dict(d.pop("notes"))




        tasks = []
        _tasks = d.pop("tasks")
        for tasks_item_data in (_tasks):
            tasks_item = TaskRead.from_dict(tasks_item_data)



            tasks.append(tasks_item)


        def _parse_credit(data: object) -> CreditRead | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                credit_type_0 = CreditRead.from_dict(data)



                return credit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreditRead | None, data)

        credit = _parse_credit(d.pop("credit"))


        channels = []
        _channels = d.pop("channels")
        for channels_item_data in (_channels):
            channels_item = ChannelOfState.from_dict(channels_item_data)



            channels.append(channels_item)


        private_tags = []
        _private_tags = d.pop("private_tags")
        for private_tags_item_data in (_private_tags):
            private_tags_item = PrivateTag.from_dict(private_tags_item_data)



            private_tags.append(private_tags_item)


        activation = ActivationRead.from_dict(d.pop("activation"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        customer_profile = cls(
            id=id,
            name=name,
            state=state,
            external_id=external_id,
            avatar=avatar,
            gender=gender,
            platform=platform,
            company=company,
            phones=phones,
            birthday=birthday,
            stage=stage,
            stage_changed_at=stage_changed_at,
            last_active_at=last_active_at,
            silent_since=silent_since,
            first_added_at=first_added_at,
            first_added_staff_id=first_added_staff_id,
            first_added_channel=first_added_channel,
            marketing_refused_at=marketing_refused_at,
            marketing_refused_through=marketing_refused_through,
            follows=follows,
            tags=tags,
            fields=fields,
            consents=consents,
            notes=notes,
            tasks=tasks,
            credit=credit,
            channels=channels,
            private_tags=private_tags,
            activation=activation,
            as_of=as_of,
        )


        customer_profile.additional_properties = d
        return customer_profile

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
