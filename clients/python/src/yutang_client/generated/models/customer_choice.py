from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.customer_choice_stage_type_0_item import CustomerChoiceStageType0Item
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="CustomerChoice")



@_attrs_define
class CustomerChoice:
    """ Which of the giver's customers: `all`, those picked, or those of whom every condition holds.

    `tag_ids`: any of these tags. `store_id`: somebody of that store has him as well.

        Attributes:
            all_ (bool | Unset):  Default: False.
            stage (list[CustomerChoiceStageType0Item] | None | Unset):
            tag_ids (list[int] | None | Unset):
            store_id (int | None | Unset):
            customer_ids (list[int] | None | Unset):
     """

    all_: bool | Unset = False
    stage: list[CustomerChoiceStageType0Item] | None | Unset = UNSET
    tag_ids: list[int] | None | Unset = UNSET
    store_id: int | None | Unset = UNSET
    customer_ids: list[int] | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        all_ = self.all_

        stage: list[str] | None | Unset
        if isinstance(self.stage, Unset):
            stage = UNSET
        elif isinstance(self.stage, list):
            stage = []
            for stage_type_0_item_data in self.stage:
                stage_type_0_item = stage_type_0_item_data.value
                stage.append(stage_type_0_item)


        else:
            stage = self.stage

        tag_ids: list[int] | None | Unset
        if isinstance(self.tag_ids, Unset):
            tag_ids = UNSET
        elif isinstance(self.tag_ids, list):
            tag_ids = self.tag_ids


        else:
            tag_ids = self.tag_ids

        store_id: int | None | Unset
        if isinstance(self.store_id, Unset):
            store_id = UNSET
        else:
            store_id = self.store_id

        customer_ids: list[int] | None | Unset
        if isinstance(self.customer_ids, Unset):
            customer_ids = UNSET
        elif isinstance(self.customer_ids, list):
            customer_ids = self.customer_ids


        else:
            customer_ids = self.customer_ids


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if all_ is not UNSET:
            field_dict["all"] = all_
        if stage is not UNSET:
            field_dict["stage"] = stage
        if tag_ids is not UNSET:
            field_dict["tag_ids"] = tag_ids
        if store_id is not UNSET:
            field_dict["store_id"] = store_id
        if customer_ids is not UNSET:
            field_dict["customer_ids"] = customer_ids

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        all_ = d.pop("all", UNSET)

        def _parse_stage(data: object) -> list[CustomerChoiceStageType0Item] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stage_type_0 = []
                _stage_type_0 = data
                for stage_type_0_item_data in (_stage_type_0):
                    stage_type_0_item = CustomerChoiceStageType0Item(stage_type_0_item_data)



                    stage_type_0.append(stage_type_0_item)

                return stage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CustomerChoiceStageType0Item] | None | Unset, data)

        stage = _parse_stage(d.pop("stage", UNSET))


        def _parse_tag_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tag_ids_type_0 = cast(list[int], data)

                return tag_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        tag_ids = _parse_tag_ids(d.pop("tag_ids", UNSET))


        def _parse_store_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        store_id = _parse_store_id(d.pop("store_id", UNSET))


        def _parse_customer_ids(data: object) -> list[int] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                customer_ids_type_0 = cast(list[int], data)

                return customer_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None | Unset, data)

        customer_ids = _parse_customer_ids(d.pop("customer_ids", UNSET))


        customer_choice = cls(
            all_=all_,
            stage=stage,
            tag_ids=tag_ids,
            store_id=store_id,
            customer_ids=customer_ids,
        )

        return customer_choice

