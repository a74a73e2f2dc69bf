"""A refusal of WeCom, and those that every area knows.

The texts are the heads that real answers were seen with; where none was seen the meaning stands.
"""

from dataclasses import dataclass
from typing import Any, NoReturn


class RefusalError(Exception):
    """WeCom says no; `kept` are the fields it still leaves in the body."""

    def __init__(self, errcode: int, text: str, **kept: Any) -> None:
        super().__init__(text)
        self.errcode = errcode
        self.text = text
        self.kept = kept


@dataclass(frozen=True, slots=True)
class Refusal:
    """One way to say no: `raise UNKNOWN_MEMBER.error()`."""

    errcode: int
    text: str

    def error(self, **kept: Any) -> RefusalError:
        """The error to raise; a new one each time, since a traceback belongs to one call."""
        return RefusalError(self.errcode, self.text, **kept)


INVALID_PARAMETER = Refusal(40058, "invalid Request Parameter")
NO_PRIVILEGE = Refusal(60011, "no privilege to access/modify contact/party/agent")
UNKNOWN_MEMBER = Refusal(60111, "userid not found")
MISSING_CUSTOMER = Refusal(41035, "missing external userid")
UNKNOWN_CUSTOMER = Refusal(40096, "invalid external userid")
NOT_FRIENDS = Refusal(84061, "not external contact")
NO_CONTACT_FEATURE = Refusal(84074, "no permission of external contact")
UNKNOWN_GROUP = Refusal(40050, "invalid group id")
DISMISSED_GROUP = Refusal(49008, "group is dismissed")
INVALID_CURSOR = Refusal(50100, "invalid cursor")
TOO_MANY_OBJECTS = Refusal(81017, "too many objects requested")
INVALID_MEDIA = Refusal(40007, "invalid media_id")
TOO_OFTEN = Refusal(45009, "api freq out of limit")
TOO_MANY_AT_ONCE = Refusal(45033, "api concurrent out of limit")
NOT_THIS_APP = Refusal(48002, "api forbidden")
RETIRED_API = Refusal(48005, "api is deprecated")


def refuse_field(name: str, what: str) -> NoReturn:
    """Raise 40058 as WeCom words it when it names the field."""
    text = f"field `{name}` {what}. invalid Request Parameter"
    raise RefusalError(40058, text)


def refuse_missing(name: str) -> NoReturn:
    """Raise 40058 for a field that must be there."""
    text = f"missing {name}. invalid Request Parameter"
    raise RefusalError(40058, text)
