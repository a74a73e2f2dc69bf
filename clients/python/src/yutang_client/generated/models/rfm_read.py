from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rfm_cell_read import RfmCellRead
  from ..models.rfm_class_size import RfmClassSize
  from ..models.rfm_run_read import RfmRunRead
  from ..models.rfm_scale import RfmScale
  from ..models.rfm_settings import RfmSettings
  from ..models.rfm_settings_read import RfmSettingsRead





T = TypeVar("T", bound="RfmRead")



@_attrs_define
class RfmRead:
    """ The classes as they stand: whom the asker may see, by the run in force.

        Attributes:
            settings (RfmSettingsRead): The settings in force; version 0: the ones it begins with, never saved.
            run (None | RfmRunRead):
            running (None | RfmRunRead):
            run_settings (None | RfmSettings):
            scale (None | RfmScale):
            cells (list[RfmCellRead]):
            classes (list[RfmClassSize]):
            scoped (bool):
            may_write (bool):
            as_of (datetime.datetime):
     """

    settings: RfmSettingsRead
    run: None | RfmRunRead
    running: None | RfmRunRead
    run_settings: None | RfmSettings
    scale: None | RfmScale
    cells: list[RfmCellRead]
    classes: list[RfmClassSize]
    scoped: bool
    may_write: bool
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rfm_cell_read import RfmCellRead # noqa: PLC0415
        from ..models.rfm_class_size import RfmClassSize # noqa: PLC0415
        from ..models.rfm_run_read import RfmRunRead # noqa: PLC0415
        from ..models.rfm_scale import RfmScale # noqa: PLC0415
        from ..models.rfm_settings import RfmSettings # noqa: PLC0415
        from ..models.rfm_settings_read import RfmSettingsRead # noqa: PLC0415
        settings = self.settings.to_dict()

        run: dict[str, Any] | None
        if isinstance(self.run, RfmRunRead):
            run = self.run.to_dict()
        else:
            run = self.run

        running: dict[str, Any] | None
        if isinstance(self.running, RfmRunRead):
            running = self.running.to_dict()
        else:
            running = self.running

        run_settings: dict[str, Any] | None
        if isinstance(self.run_settings, RfmSettings):
            run_settings = self.run_settings.to_dict()
        else:
            run_settings = self.run_settings

        scale: dict[str, Any] | None
        if isinstance(self.scale, RfmScale):
            scale = self.scale.to_dict()
        else:
            scale = self.scale

        cells = []
        for cells_item_data in self.cells:
            cells_item = cells_item_data.to_dict()
            cells.append(cells_item)



        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)



        scoped = self.scoped

        may_write = self.may_write

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "settings": settings,
            "run": run,
            "running": running,
            "run_settings": run_settings,
            "scale": scale,
            "cells": cells,
            "classes": classes,
            "scoped": scoped,
            "may_write": may_write,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rfm_cell_read import RfmCellRead # noqa: PLC0415
        from ..models.rfm_class_size import RfmClassSize # noqa: PLC0415
        from ..models.rfm_run_read import RfmRunRead # noqa: PLC0415
        from ..models.rfm_scale import RfmScale # noqa: PLC0415
        from ..models.rfm_settings import RfmSettings # noqa: PLC0415
        from ..models.rfm_settings_read import RfmSettingsRead # noqa: PLC0415
        d = dict(src_dict)
        settings = RfmSettingsRead.from_dict(d.pop("settings"))




        def _parse_run(data: object) -> None | RfmRunRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                run_type_0 = RfmRunRead.from_dict(data)



                return run_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmRunRead, data)

        run = _parse_run(d.pop("run"))


        def _parse_running(data: object) -> None | RfmRunRead:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                running_type_0 = RfmRunRead.from_dict(data)



                return running_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmRunRead, data)

        running = _parse_running(d.pop("running"))


        def _parse_run_settings(data: object) -> None | RfmSettings:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                run_settings_type_0 = RfmSettings.from_dict(data)



                return run_settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmSettings, data)

        run_settings = _parse_run_settings(d.pop("run_settings"))


        def _parse_scale(data: object) -> None | RfmScale:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                scale_type_0 = RfmScale.from_dict(data)



                return scale_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RfmScale, data)

        scale = _parse_scale(d.pop("scale"))


        cells = []
        _cells = d.pop("cells")
        for cells_item_data in (_cells):
            cells_item = RfmCellRead.from_dict(cells_item_data)



            cells.append(cells_item)


        classes = []
        _classes = d.pop("classes")
        for classes_item_data in (_classes):
            classes_item = RfmClassSize.from_dict(classes_item_data)



            classes.append(classes_item)


        scoped = d.pop("scoped")

        may_write = d.pop("may_write")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        rfm_read = cls(
            settings=settings,
            run=run,
            running=running,
            run_settings=run_settings,
            scale=scale,
            cells=cells,
            classes=classes,
            scoped=scoped,
            may_write=may_write,
            as_of=as_of,
        )


        rfm_read.additional_properties = d
        return rfm_read

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
