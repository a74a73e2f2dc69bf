from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.segment_detail_kind import SegmentDetailKind
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.report import Report
  from ..models.segment_detail_tree_type_0 import SegmentDetailTreeType0
  from ..models.segment_run_read import SegmentRunRead
  from ..models.words import Words





T = TypeVar("T", bound="SegmentDetail")



@_attrs_define
class SegmentDetail:
    """ A segment, whole.

        Attributes:
            id (int):
            name (str):
            kind (SegmentDetailKind):
            folder (str):
            description (str):
            sentence (None | Words):
            size (int | None):
            size_hidden (bool):
            as_of (datetime.datetime | None):
            week (int | None):
            uses (int):
            every_minutes (int):
            due_at (datetime.datetime | None):
            trouble (None | str):
            version (int):
            created_by_name (str):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
            tree (None | SegmentDetailTreeType0):
            latest (None | SegmentRunRead):
            report (None | Report):
     """

    id: int
    name: str
    kind: SegmentDetailKind
    folder: str
    description: str
    sentence: None | Words
    size: int | None
    size_hidden: bool
    as_of: datetime.datetime | None
    week: int | None
    uses: int
    every_minutes: int
    due_at: datetime.datetime | None
    trouble: None | str
    version: int
    created_by_name: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    tree: None | SegmentDetailTreeType0
    latest: None | SegmentRunRead
    report: None | Report
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.report import Report # noqa: PLC0415
        from ..models.segment_detail_tree_type_0 import SegmentDetailTreeType0 # noqa: PLC0415
        from ..models.segment_run_read import SegmentRunRead # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        id = self.id

        name = self.name

        kind = self.kind.value

        folder = self.folder

        description = self.description

        sentence: dict[str, Any] | None
        if isinstance(self.sentence, Words):
            sentence = self.sentence.to_dict()
        else:
            sentence = self.sentence

        size: int | None
        size = self.size

        size_hidden = self.size_hidden

        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        week: int | None
        week = self.week

        uses = self.uses

        every_minutes = self.every_minutes

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        trouble: None | str
        trouble = self.trouble

        version = self.version

        created_by_name = self.created_by_name

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        tree: dict[str, Any] | None
        if isinstance(self.tree, SegmentDetailTreeType0):
            tree = self.tree.to_dict()
        else:
            tree = self.tree

        latest: dict[str, Any] | None
        if isinstance(self.latest, SegmentRunRead):
            latest = self.latest.to_dict()
        else:
            latest = self.latest

        report: dict[str, Any] | None
        if isinstance(self.report, Report):
            report = self.report.to_dict()
        else:
            report = self.report


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "kind": kind,
            "folder": folder,
            "description": description,
            "sentence": sentence,
            "size": size,
            "size_hidden": size_hidden,
            "as_of": as_of,
            "week": week,
            "uses": uses,
            "every_minutes": every_minutes,
            "due_at": due_at,
            "trouble": trouble,
            "version": version,
            "created_by_name": created_by_name,
            "created_at": created_at,
            "updated_at": updated_at,
            "tree": tree,
            "latest": latest,
            "report": report,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report import Report # noqa: PLC0415
        from ..models.segment_detail_tree_type_0 import SegmentDetailTreeType0 # noqa: PLC0415
        from ..models.segment_run_read import SegmentRunRead # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        kind = SegmentDetailKind(d.pop("kind"))




        folder = d.pop("folder")

        description = d.pop("description")

        def _parse_sentence(data: object) -> None | Words:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sentence_type_0 = Words.from_dict(data)



                return sentence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Words, data)

        sentence = _parse_sentence(d.pop("sentence"))


        def _parse_size(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        size = _parse_size(d.pop("size"))


        size_hidden = d.pop("size_hidden")

        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)



                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))


        def _parse_week(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        week = _parse_week(d.pop("week"))


        uses = d.pop("uses")

        every_minutes = d.pop("every_minutes")

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


        def _parse_trouble(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        trouble = _parse_trouble(d.pop("trouble"))


        version = d.pop("version")

        created_by_name = d.pop("created_by_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))




        def _parse_tree(data: object) -> None | SegmentDetailTreeType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tree_type_0 = SegmentDetailTreeType0.from_dict(data)



                return tree_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SegmentDetailTreeType0, data)

        tree = _parse_tree(d.pop("tree"))


        def _parse_latest(data: object) -> None | SegmentRunRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                latest_type_0 = SegmentRunRead.from_dict(data)



                return latest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SegmentRunRead, data)

        latest = _parse_latest(d.pop("latest"))


        def _parse_report(data: object) -> None | Report:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                report_type_0 = Report.from_dict(data)



                return report_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Report, data)

        report = _parse_report(d.pop("report"))


        segment_detail = cls(
            id=id,
            name=name,
            kind=kind,
            folder=folder,
            description=description,
            sentence=sentence,
            size=size,
            size_hidden=size_hidden,
            as_of=as_of,
            week=week,
            uses=uses,
            every_minutes=every_minutes,
            due_at=due_at,
            trouble=trouble,
            version=version,
            created_by_name=created_by_name,
            created_at=created_at,
            updated_at=updated_at,
            tree=tree,
            latest=latest,
            report=report,
        )


        segment_detail.additional_properties = d
        return segment_detail

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
