from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.reach_named_by import ReachNamedBy
from ..models.reach_named_kinds_item import ReachNamedKindsItem
from ..models.reach_named_tiers_item import ReachNamedTiersItem
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.group_owner import GroupOwner
  from ..models.group_ref import GroupRef





T = TypeVar("T", bound="ReachNamed")



@_attrs_define
class ReachNamed:
    """ The same with names, as far as you may see them.

        Attributes:
            by (ReachNamedBy):
            owner_ids (list[int] | Unset):
            kinds (list[ReachNamedKindsItem] | Unset):
            tiers (list[ReachNamedTiersItem] | Unset):
            group_ids (list[int] | Unset):
            owners (list[GroupOwner] | Unset):
            picked (list[GroupRef] | Unset):
     """

    by: ReachNamedBy
    owner_ids: list[int] | Unset = UNSET
    kinds: list[ReachNamedKindsItem] | Unset = UNSET
    tiers: list[ReachNamedTiersItem] | Unset = UNSET
    group_ids: list[int] | Unset = UNSET
    owners: list[GroupOwner] | Unset = UNSET
    picked: list[GroupRef] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_ref import GroupRef # noqa: PLC0415
        by = self.by.value

        owner_ids: list[int] | Unset = UNSET
        if not isinstance(self.owner_ids, Unset):
            owner_ids = self.owner_ids



        kinds: list[str] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = []
            for kinds_item_data in self.kinds:
                kinds_item = kinds_item_data.value
                kinds.append(kinds_item)



        tiers: list[str] | Unset = UNSET
        if not isinstance(self.tiers, Unset):
            tiers = []
            for tiers_item_data in self.tiers:
                tiers_item = tiers_item_data.value
                tiers.append(tiers_item)



        group_ids: list[int] | Unset = UNSET
        if not isinstance(self.group_ids, Unset):
            group_ids = self.group_ids



        owners: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.owners, Unset):
            owners = []
            for owners_item_data in self.owners:
                owners_item = owners_item_data.to_dict()
                owners.append(owners_item)



        picked: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.picked, Unset):
            picked = []
            for picked_item_data in self.picked:
                picked_item = picked_item_data.to_dict()
                picked.append(picked_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "by": by,
        })
        if owner_ids is not UNSET:
            field_dict["owner_ids"] = owner_ids
        if kinds is not UNSET:
            field_dict["kinds"] = kinds
        if tiers is not UNSET:
            field_dict["tiers"] = tiers
        if group_ids is not UNSET:
            field_dict["group_ids"] = group_ids
        if owners is not UNSET:
            field_dict["owners"] = owners
        if picked is not UNSET:
            field_dict["picked"] = picked

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_ref import GroupRef # noqa: PLC0415
        d = dict(src_dict)
        by = ReachNamedBy(d.pop("by"))




        owner_ids = cast(list[int], d.pop("owner_ids", UNSET))


        _kinds = d.pop("kinds", UNSET)
        kinds: list[ReachNamedKindsItem] | Unset = UNSET
        if _kinds is not UNSET:
            kinds = []
            for kinds_item_data in _kinds:
                kinds_item = ReachNamedKindsItem(kinds_item_data)



                kinds.append(kinds_item)


        _tiers = d.pop("tiers", UNSET)
        tiers: list[ReachNamedTiersItem] | Unset = UNSET
        if _tiers is not UNSET:
            tiers = []
            for tiers_item_data in _tiers:
                tiers_item = ReachNamedTiersItem(tiers_item_data)



                tiers.append(tiers_item)


        group_ids = cast(list[int], d.pop("group_ids", UNSET))


        _owners = d.pop("owners", UNSET)
        owners: list[GroupOwner] | Unset = UNSET
        if _owners is not UNSET:
            owners = []
            for owners_item_data in _owners:
                owners_item = GroupOwner.from_dict(owners_item_data)



                owners.append(owners_item)


        _picked = d.pop("picked", UNSET)
        picked: list[GroupRef] | Unset = UNSET
        if _picked is not UNSET:
            picked = []
            for picked_item_data in _picked:
                picked_item = GroupRef.from_dict(picked_item_data)



                picked.append(picked_item)


        reach_named = cls(
            by=by,
            owner_ids=owner_ids,
            kinds=kinds,
            tiers=tiers,
            group_ids=group_ids,
            owners=owners,
            picked=picked,
        )


        reach_named.additional_properties = d
        return reach_named

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
