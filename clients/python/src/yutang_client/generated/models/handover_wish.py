from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.handover_wish_rule import HandoverWishRule
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.customer_choice import CustomerChoice
  from ..models.group_choice import GroupChoice
  from ..models.taker_wish import TakerWish





T = TypeVar("T", bound="HandoverWish")



@_attrs_define
class HandoverWish:
    """ What shall be handed over, to whom, split how.

        Attributes:
            from_staff_id (int):
            takers (list[TakerWish]):
            customers (CustomerChoice | None | Unset):
            groups (GroupChoice | None | Unset):
            rule (HandoverWishRule | Unset):  Default: HandoverWishRule.SHARE.
            message (str | Unset):  Default: ''.
     """

    from_staff_id: int
    takers: list[TakerWish]
    customers: CustomerChoice | None | Unset = UNSET
    groups: GroupChoice | None | Unset = UNSET
    rule: HandoverWishRule | Unset = HandoverWishRule.SHARE
    message: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        from ..models.customer_choice import CustomerChoice # noqa: PLC0415
        from ..models.group_choice import GroupChoice # noqa: PLC0415
        from ..models.taker_wish import TakerWish # noqa: PLC0415
        from_staff_id = self.from_staff_id

        takers = []
        for takers_item_data in self.takers:
            takers_item = takers_item_data.to_dict()
            takers.append(takers_item)



        customers: dict[str, Any] | None | Unset
        if isinstance(self.customers, Unset):
            customers = UNSET
        elif isinstance(self.customers, CustomerChoice):
            customers = self.customers.to_dict()
        else:
            customers = self.customers

        groups: dict[str, Any] | None | Unset
        if isinstance(self.groups, Unset):
            groups = UNSET
        elif isinstance(self.groups, GroupChoice):
            groups = self.groups.to_dict()
        else:
            groups = self.groups

        rule: str | Unset = UNSET
        if not isinstance(self.rule, Unset):
            rule = self.rule.value


        message = self.message


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "from_staff_id": from_staff_id,
            "takers": takers,
        })
        if customers is not UNSET:
            field_dict["customers"] = customers
        if groups is not UNSET:
            field_dict["groups"] = groups
        if rule is not UNSET:
            field_dict["rule"] = rule
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.customer_choice import CustomerChoice # noqa: PLC0415
        from ..models.group_choice import GroupChoice # noqa: PLC0415
        from ..models.taker_wish import TakerWish # noqa: PLC0415
        d = dict(src_dict)
        from_staff_id = d.pop("from_staff_id")

        takers = []
        _takers = d.pop("takers")
        for takers_item_data in (_takers):
            takers_item = TakerWish.from_dict(takers_item_data)



            takers.append(takers_item)


        def _parse_customers(data: object) -> CustomerChoice | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customers_type_0 = CustomerChoice.from_dict(data)



                return customers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomerChoice | None | Unset, data)

        customers = _parse_customers(d.pop("customers", UNSET))


        def _parse_groups(data: object) -> GroupChoice | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                groups_type_0 = GroupChoice.from_dict(data)



                return groups_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupChoice | None | Unset, data)

        groups = _parse_groups(d.pop("groups", UNSET))


        _rule = d.pop("rule", UNSET)
        rule: HandoverWishRule | Unset
        if isinstance(_rule,  Unset):
            rule = UNSET
        else:
            rule = HandoverWishRule(_rule)




        message = d.pop("message", UNSET)

        handover_wish = cls(
            from_staff_id=from_staff_id,
            takers=takers,
            customers=customers,
            groups=groups,
            rule=rule,
            message=message,
        )

        return handover_wish

