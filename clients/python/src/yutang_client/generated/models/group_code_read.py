from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_code_read_opens import GroupCodeReadOpens
from ..models.group_code_read_problem_type_0 import GroupCodeReadProblemType0
from ..models.group_code_read_shows import GroupCodeReadShows
from ..models.group_code_read_status import GroupCodeReadStatus
from ..models.group_code_read_warned_type_0 import GroupCodeReadWarnedType0
from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.channel_ref import ChannelRef
  from ..models.current_group import CurrentGroup
  from ..models.queue_counts import QueueCounts
  from ..models.staff_ref import StaffRef
  from ..models.tag_ref import TagRef





T = TypeVar("T", bound="GroupCodeRead")



@_attrs_define
class GroupCodeRead:
    """ A group code with its numbers.

    `places_left` are those of open groups by the code's own sizes; with `opens` wecom they never
    run out. `joins_by_day` are the last 14 days of the corp, today last.

        Attributes:
            name (str):
            id (int):
            state (str):
            link (str):
            status (GroupCodeReadStatus):
            problem (GroupCodeReadProblemType0 | None):
            said (str):
            config_id (None | str):
            qr_content (None | str):
            opener (None | StaffRef):
            tags (list[TagRef]):
            fallback (ChannelRef | None):
            groups (QueueCounts): Groups of a queue by how they stand.
            current (CurrentGroup | None):
            places (int):
            places_left (int):
            warned (GroupCodeReadWarnedType0 | None):
            shows (GroupCodeReadShows):
            pictures (int):
            picture_until (datetime.datetime | None):
            joins_today (int):
            joins_total (int):
            here (int):
            joins_by_day (list[int]):
            views_today (int):
            created_at (datetime.datetime):
            version (int):
            title (str | Unset):  Default: ''.
            scan_size (int | Unset):  Default: 200.
            total_size (int | Unset):  Default: 500.
            opens (GroupCodeReadOpens | Unset):  Default: GroupCodeReadOpens.NOBODY.
            room_base_name (str | Unset):  Default: ''.
            next_number (int | Unset):  Default: 1.
            opener_staff_id (int | None | Unset):
            tag_ids (list[int] | Unset):
            fallback_channel_id (int | None | Unset):
     """

    name: str
    id: int
    state: str
    link: str
    status: GroupCodeReadStatus
    problem: GroupCodeReadProblemType0 | None
    said: str
    config_id: None | str
    qr_content: None | str
    opener: None | StaffRef
    tags: list[TagRef]
    fallback: ChannelRef | None
    groups: QueueCounts
    current: CurrentGroup | None
    places: int
    places_left: int
    warned: GroupCodeReadWarnedType0 | None
    shows: GroupCodeReadShows
    pictures: int
    picture_until: datetime.datetime | None
    joins_today: int
    joins_total: int
    here: int
    joins_by_day: list[int]
    views_today: int
    created_at: datetime.datetime
    version: int
    title: str | Unset = ''
    scan_size: int | Unset = 200
    total_size: int | Unset = 500
    opens: GroupCodeReadOpens | Unset = GroupCodeReadOpens.NOBODY
    room_base_name: str | Unset = ''
    next_number: int | Unset = 1
    opener_staff_id: int | None | Unset = UNSET
    tag_ids: list[int] | Unset = UNSET
    fallback_channel_id: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.current_group import CurrentGroup # noqa: PLC0415
        from ..models.queue_counts import QueueCounts # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        name = self.name

        id = self.id

        state = self.state

        link = self.link

        status = self.status.value

        problem: None | str
        if isinstance(self.problem, GroupCodeReadProblemType0):
            problem = self.problem.value
        else:
            problem = self.problem

        said = self.said

        config_id: None | str
        config_id = self.config_id

        qr_content: None | str
        qr_content = self.qr_content

        opener: dict[str, Any] | None
        if isinstance(self.opener, StaffRef):
            opener = self.opener.to_dict()
        else:
            opener = self.opener

        tags = []
        for tags_item_data in self.tags:
            tags_item = tags_item_data.to_dict()
            tags.append(tags_item)



        fallback: dict[str, Any] | None
        if isinstance(self.fallback, ChannelRef):
            fallback = self.fallback.to_dict()
        else:
            fallback = self.fallback

        groups = self.groups.to_dict()

        current: dict[str, Any] | None
        if isinstance(self.current, CurrentGroup):
            current = self.current.to_dict()
        else:
            current = self.current

        places = self.places

        places_left = self.places_left

        warned: None | str
        if isinstance(self.warned, GroupCodeReadWarnedType0):
            warned = self.warned.value
        else:
            warned = self.warned

        shows = self.shows.value

        pictures = self.pictures

        picture_until: None | str
        if isinstance(self.picture_until, datetime.datetime):
            picture_until = self.picture_until.isoformat()
        else:
            picture_until = self.picture_until

        joins_today = self.joins_today

        joins_total = self.joins_total

        here = self.here

        joins_by_day = self.joins_by_day



        views_today = self.views_today

        created_at = self.created_at.isoformat()

        version = self.version

        title = self.title

        scan_size = self.scan_size

        total_size = self.total_size

        opens: str | Unset = UNSET
        if not isinstance(self.opens, Unset):
            opens = self.opens.value


        room_base_name = self.room_base_name

        next_number = self.next_number

        opener_staff_id: int | None | Unset
        if isinstance(self.opener_staff_id, Unset):
            opener_staff_id = UNSET
        else:
            opener_staff_id = self.opener_staff_id

        tag_ids: list[int] | Unset = UNSET
        if not isinstance(self.tag_ids, Unset):
            tag_ids = self.tag_ids



        fallback_channel_id: int | None | Unset
        if isinstance(self.fallback_channel_id, Unset):
            fallback_channel_id = UNSET
        else:
            fallback_channel_id = self.fallback_channel_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "name": name,
            "id": id,
            "state": state,
            "link": link,
            "status": status,
            "problem": problem,
            "said": said,
            "config_id": config_id,
            "qr_content": qr_content,
            "opener": opener,
            "tags": tags,
            "fallback": fallback,
            "groups": groups,
            "current": current,
            "places": places,
            "places_left": places_left,
            "warned": warned,
            "shows": shows,
            "pictures": pictures,
            "picture_until": picture_until,
            "joins_today": joins_today,
            "joins_total": joins_total,
            "here": here,
            "joins_by_day": joins_by_day,
            "views_today": views_today,
            "created_at": created_at,
            "version": version,
        })
        if title is not UNSET:
            field_dict["title"] = title
        if scan_size is not UNSET:
            field_dict["scan_size"] = scan_size
        if total_size is not UNSET:
            field_dict["total_size"] = total_size
        if opens is not UNSET:
            field_dict["opens"] = opens
        if room_base_name is not UNSET:
            field_dict["room_base_name"] = room_base_name
        if next_number is not UNSET:
            field_dict["next_number"] = next_number
        if opener_staff_id is not UNSET:
            field_dict["opener_staff_id"] = opener_staff_id
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if fallback_channel_id is not UNSET:
            field_dict["fallback_channel_id"] = fallback_channel_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.channel_ref import ChannelRef # noqa: PLC0415
        from ..models.current_group import CurrentGroup # noqa: PLC0415
        from ..models.queue_counts import QueueCounts # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.tag_ref import TagRef # noqa: PLC0415
        d = dict(src_dict)
        name = d.pop("name")

        id = d.pop("id")

        state = d.pop("state")

        link = d.pop("link")

        status = GroupCodeReadStatus(d.pop("status"))




        def _parse_problem(data: object) -> GroupCodeReadProblemType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                problem_type_0 = GroupCodeReadProblemType0(data)



                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupCodeReadProblemType0 | None, data)

        problem = _parse_problem(d.pop("problem"))


        said = d.pop("said")

        def _parse_config_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        config_id = _parse_config_id(d.pop("config_id"))


        def _parse_qr_content(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        qr_content = _parse_qr_content(d.pop("qr_content"))


        def _parse_opener(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                opener_type_0 = StaffRef.from_dict(data)



                return opener_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        opener = _parse_opener(d.pop("opener"))


        tags = []
        _tags = d.pop("tags")
        for tags_item_data in (_tags):
            tags_item = TagRef.from_dict(tags_item_data)



            tags.append(tags_item)


        def _parse_fallback(data: object) -> ChannelRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fallback_type_0 = ChannelRef.from_dict(data)



                return fallback_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChannelRef | None, data)

        fallback = _parse_fallback(d.pop("fallback"))


        groups = QueueCounts.from_dict(d.pop("groups"))




        def _parse_current(data: object) -> CurrentGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                current_type_0 = CurrentGroup.from_dict(data)



                return current_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CurrentGroup | None, data)

        current = _parse_current(d.pop("current"))


        places = d.pop("places")

        places_left = d.pop("places_left")

        def _parse_warned(data: object) -> GroupCodeReadWarnedType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                warned_type_0 = GroupCodeReadWarnedType0(data)



                return warned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupCodeReadWarnedType0 | None, data)

        warned = _parse_warned(d.pop("warned"))


        shows = GroupCodeReadShows(d.pop("shows"))




        pictures = d.pop("pictures")

        def _parse_picture_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                picture_until_type_0 = datetime.datetime.fromisoformat(data)



                return picture_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        picture_until = _parse_picture_until(d.pop("picture_until"))


        joins_today = d.pop("joins_today")

        joins_total = d.pop("joins_total")

        here = d.pop("here")

        joins_by_day = cast(list[int], d.pop("joins_by_day"))


        views_today = d.pop("views_today")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        version = d.pop("version")

        title = d.pop("title", UNSET)

        scan_size = d.pop("scan_size", UNSET)

        total_size = d.pop("total_size", UNSET)

        _opens = d.pop("opens", UNSET)
        opens: GroupCodeReadOpens | Unset
        if isinstance(_opens,  Unset):
            opens = UNSET
        else:
            opens = GroupCodeReadOpens(_opens)




        room_base_name = d.pop("room_base_name", UNSET)

        next_number = d.pop("next_number", UNSET)

        def _parse_opener_staff_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        opener_staff_id = _parse_opener_staff_id(d.pop("opener_staff_id", UNSET))


        tag_ids = cast(list[int], d.pop("tag_ids", UNSET))


        def _parse_fallback_channel_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        fallback_channel_id = _parse_fallback_channel_id(d.pop("fallback_channel_id", UNSET))


        group_code_read = cls(
            name=name,
            id=id,
            state=state,
            link=link,
            status=status,
            problem=problem,
            said=said,
            config_id=config_id,
            qr_content=qr_content,
            opener=opener,
            tags=tags,
            fallback=fallback,
            groups=groups,
            current=current,
            places=places,
            places_left=places_left,
            warned=warned,
            shows=shows,
            pictures=pictures,
            picture_until=picture_until,
            joins_today=joins_today,
            joins_total=joins_total,
            here=here,
            joins_by_day=joins_by_day,
            views_today=views_today,
            created_at=created_at,
            version=version,
            title=title,
            scan_size=scan_size,
            total_size=total_size,
            opens=opens,
            room_base_name=room_base_name,
            next_number=next_number,
            opener_staff_id=opener_staff_id,
            tag_ids=tag_ids,
            fallback_channel_id=fallback_channel_id,
        )


        group_code_read.additional_properties = d
        return group_code_read

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
