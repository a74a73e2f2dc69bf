from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.choices_change_doors import ChoicesChangeDoors
  from ..models.choices_change_mail import ChoicesChangeMail





T = TypeVar("T", bound="ChoicesChange")



@_attrs_define
class ChoicesChange:
    """ Kinds with the door they shall have; null goes back to the corp's rule.

    `mail` says of kinds whether they shall come by mail, too.

        Attributes:
            doors (ChoicesChangeDoors | Unset):
            mail (ChoicesChangeMail | Unset):
     """

    doors: ChoicesChangeDoors | Unset = UNSET
    mail: ChoicesChangeMail | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.choices_change_doors import ChoicesChangeDoors # noqa: PLC0415
        from ..models.choices_change_mail import ChoicesChangeMail # noqa: PLC0415
        doors: dict[str, Any] | Unset = UNSET
        if not isinstance(self.doors, Unset):
            doors = self.doors.to_dict()

        mail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.mail, Unset):
            mail = self.mail.to_dict()


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if doors is not UNSET:
            field_dict["doors"] = doors
        if mail is not UNSET:
            field_dict["mail"] = mail

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choices_change_doors import ChoicesChangeDoors # noqa: PLC0415
        from ..models.choices_change_mail import ChoicesChangeMail # noqa: PLC0415
        d = dict(src_dict)
        _doors = d.pop("doors", UNSET)
        doors: ChoicesChangeDoors | Unset
        if isinstance(_doors,  Unset):
            doors = UNSET
        else:
            doors = ChoicesChangeDoors.from_dict(_doors)




        _mail = d.pop("mail", UNSET)
        mail: ChoicesChangeMail | Unset
        if isinstance(_mail,  Unset):
            mail = UNSET
        else:
            mail = ChoicesChangeMail.from_dict(_mail)




        choices_change = cls(
            doors=doors,
            mail=mail,
        )

        return choices_change

