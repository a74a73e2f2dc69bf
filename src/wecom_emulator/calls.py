"""One call of WeCom's API: who calls, with what, and how a refusal looks."""

import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response

from . import fields
from .errors import (
    MISSING_CUSTOMER,
    NO_CONTACT_FEATURE,
    NO_PRIVILEGE,
    NOT_FRIENDS,
    UNKNOWN_CUSTOMER,
    UNKNOWN_MEMBER,
    Refusal,
)
from .state import SHOWN, App, Corp, Relation, Staff
from .world import World

MISSING_MEMBER = Refusal(40003, "invalid userid")


@dataclass(slots=True)
class Call:
    """A call that passed the gate."""

    world: World
    corp: Corp
    app: App
    query: dict[str, str]
    body: dict[str, Any]
    base_url: str
    file: tuple[str, str, bytes] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def sees(self, userid: str) -> bool:
        """Whether the member is in the app's visible range."""
        member = self.corp.member(userid)
        return member is not None and self.app.sees(member, self.corp.departments)

    def visible_staff(self) -> list[Staff]:
        """Everybody in the app's visible range."""
        return [
            member
            for member in self.corp.staff.values()
            if self.app.sees(member, self.corp.departments)
        ]

    def member(self, userid: str, unseen: Refusal = NO_PRIVILEGE) -> Staff:
        """A member; refused with 60111 where there is none, `unseen` out of the visible range."""
        member = self.corp.member(userid)
        if member is None:
            raise UNKNOWN_MEMBER.error()
        if not self.app.sees(member, self.corp.departments):
            raise unseen.error()
        return member

    def pair(self) -> Relation:
        """The living relation that the `userid` and `external_userid` of the body name."""
        member = self.member(fields.text(self.body, "userid", missing=MISSING_MEMBER))
        if not member.contact:
            raise NO_CONTACT_FEATURE.error()
        external = fields.text(self.body, "external_userid", missing=MISSING_CUSTOMER)
        if external not in self.corp.persons:
            raise UNKNOWN_CUSTOMER.error()
        relation = self.corp.relation(member.userid, external)
        if relation is None or relation.state not in SHOWN or not self.knows(relation):
            raise NOT_FRIENDS.error()
        return relation

    def knows(self, relation: Relation) -> bool:
        """Whether reads know of the relation yet: not right after its add, where a switch says."""
        after = self.corp.switches.consistent_after_seconds
        return not after or self.world.clock.now() >= relation.began_at + after


@dataclass(frozen=True, slots=True)
class Verb:
    """One API: its method, its doer, the fields its refusals keep.

    `document` is the number of WeCom's page, `open` what its facts leave open, in one sentence.
    A doer answers the fields beside errcode (`errmsg` where it is not ok) or, for a file, all.
    `caller` finds who calls where no access_token says so, or refuses: a robot's key.
    """

    method: str
    do: Callable[[Call], Awaitable[dict[str, Any] | Response]]
    kept: dict[str, Any] = field(default_factory=dict)
    counts_parallel: bool = False
    document: str = ""
    open: str = ""
    caller: Callable[[World, dict[str, str]], tuple[Corp, App]] | None = None


def hint_text(text: str, errcode: int, ip: str, form: str = "new") -> str:
    """WeCom's wording of a refusal; `form` of the hint is `new` or `old`."""
    now = int(time.time())
    if form == "old":
        hint = f"{now}_{secrets.randbelow(300) + 1}_{secrets.token_hex(16)}"
    else:
        hint = f"{now}{secrets.randbelow(10**15):015d}"
    return (
        f"{text}, hint: [{hint}], from ip: {ip}, more info at"
        f" https://open.work.weixin.qq.com/devtool/query?e={errcode}"
    )
