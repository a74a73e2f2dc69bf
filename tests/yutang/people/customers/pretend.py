"""A small WeCom for one customer: what happens to him, what it tells, what it shows."""

import json
from dataclasses import dataclass, field

import httpx2
from typing_extensions import override

from tests.yutang.people.customers.fold import News

EPOCH = 1_764_000_000
"""The second 0 of the test, in unix time."""
EVENTS = {
    "half": ("add_half_external_contact", {}),
    "add": ("add_external_contact", {}),
    "shared": ("add_external_contact", {}),
    "assigned": ("add_external_contact", {}),
    "deleted_by_staff": ("del_external_contact", {}),
    "deleted_by_customer": ("del_follow_user", {}),
    "transferred": ("del_external_contact", {"Source": "DELETE_BY_TRANSFER"}),
    "edit": ("edit_external_contact", {}),
}
WAYS = {"add": 1, "shared": 201, "assigned": 202}


@dataclass
class Bond:
    """A relation as WeCom has it: none, half, whole, left (he deleted the member) or gone."""

    state: str = "none"
    created_at: int = 0
    way: int = 1
    operator: str = ""
    channel: str = ""
    edits: int = 0


@dataclass
class Person:
    """One customer's true life. `act` does what can be done and returns the news it makes."""

    external_id: str
    now: int = 0
    bonds: dict[str, Bond] = field(default_factory=dict)

    def act(self, kind: str, account: str, other: str, wait: int) -> list[News]:
        """Do it after `wait` seconds; what cannot be done makes no news and takes no time."""
        bond = self.bonds.setdefault(account, Bond())
        if kind == "half" and bond.state in {"none", "left", "gone"} and bond.way == 1:
            self.now += wait
            bond.state, bond.created_at = "half", self.now
            return [News(self.now, "half", account, "yt7")]
        if kind == "add" and bond.state != "whole" and bond.way == 1:
            self.now += wait
            self._whole(bond, 1, self.external_id, "yt7" if wait % 2 else "")
            return [News(self.now, "add", account, bond.channel or None)]
        if kind == "deleted_by_customer" and bond.state in {"half", "whole"}:
            self.now += wait
            bond.state = "left" if bond.state == "whole" else "gone"
            return [News(self.now, "deleted_by_customer", account)]
        if kind == "deleted_by_staff" and bond.state in {"whole", "left"} and bond.way == 1:
            self.now += wait
            bond.state = "gone"
            return [News(self.now, "deleted_by_staff", account)]
        if kind == "edit" and bond.state in {"whole", "left"}:
            self.now += wait
            bond.edits += 1
            return [News(self.now, "edit", account)]
        if kind in {"shared", "assigned"}:
            return self._hand_over(kind, account, other)
        return []

    def hides_takeover(self, kind: str, giver: str) -> bool:
        """Whether nothing will show any more that this member had taken him over.

        A takeover lasts a day: only an outage as long leaves one unread before the next.
        """
        bond = self.bonds.get(giver)
        return kind == "assigned" and bond is not None and bond.way != WAYS["add"]

    def _hand_over(self, kind: str, giver: str, taker: str) -> list[News]:
        """A colleague shares him, or an administrator moves him; a day after all before."""
        giving, taking = self.bonds[giver], self.bonds.setdefault(taker, Bond())
        if giver == taker or giving.state != "whole" or taking.state in {"half", "whole"}:
            return []
        self.now += 86_400
        self._whole(taking, WAYS[kind], giver, "")
        news = [News(self.now, kind, taker)]
        if kind == "assigned":
            giving.state = "gone"
            news.append(News(self.now, "transferred", giver))
        return news

    def _whole(self, bond: Bond, way: int, operator: str, channel: str) -> None:
        bond.state, bond.created_at = "whole", self.now
        bond.way, bond.operator, bond.channel = way, operator, channel

    def shown(self) -> list[dict[str, object]]:
        """His members as WeCom shows them: also those he deleted."""
        return [
            {
                "userid": account,
                "remark": f"{account}{bond.edits}" if bond.edits else "",
                "createtime": EPOCH + bond.created_at,
                "add_way": bond.way,
                "oper_userid": bond.operator,
                "tags": [],
            }
            | ({"state": bond.channel} if bond.channel else {})
            for account, bond in self.bonds.items()
            if bond.state in {"whole", "left"}
        ]


class PretendWeCom(httpx2.AsyncBaseTransport):
    """Answers `get` for the persons it is given, as they are at that moment."""

    def __init__(self) -> None:
        self.persons: dict[str, Person] = {}
        self.gets: list[str] = []

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Tokens and single customers; nothing else is asked."""
        if request.url.path == "/cgi-bin/gettoken":
            return _json({"errcode": 0, "access_token": "t", "expires_in": 7200})
        assert request.url.path == "/cgi-bin/externalcontact/get", request.url.path
        external_id = request.url.params["external_userid"]
        self.gets.append(external_id)
        shown = self.persons[external_id].shown()
        if not shown:
            return _json({"errcode": 84061, "errmsg": "not external contact", "follow_user": []})
        person = {"external_userid": external_id, "name": "林小满", "type": 1, "gender": 2}
        return _json({"errcode": 0, "external_contact": person, "follow_user": shown})


def _json(body: dict[str, object]) -> httpx2.Response:
    return httpx2.Response(200, content=json.dumps(body))
