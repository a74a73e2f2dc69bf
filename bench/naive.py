"""The peer of `quota`: everything is called at once, and what fails is called again."""

import asyncio
from collections.abc import Mapping
from typing import Any, NoReturn

import httpx2

from .mix import BROADCAST, DETAIL, MESSAGE, PAGE, TAG, WAY, WELCOME, Offers, Piece
from .scene import AGENT_ID, ANSWER_SECONDS, READER, SENDER, Company

_AGAIN = frozenset({-1, 45009, 45033, 45035})
_TOKEN = frozenset({40014, 42001})
_ENDED = frozenset({41050, 41051})
"""A welcome that came too late or is there already."""
_LONGEST_PAUSE = 60.0


class Naive:
    """A client as people write it first: retries with pauses of 1, 2, 4 … 60 s."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._token = ""
        self.offers = Offers()
        self.done: set[str] = set()

    async def page_for_ever(self) -> NoReturn:
        """Read all customers, again and again."""
        while True:
            await self._call(PAGE, {"userid_list": [SENDER, READER], "cursor": "", "limit": 100})

    async def tag_for_ever(self, first: int) -> NoReturn:
        """Set a tag on one relation after the other."""
        number = first
        while True:
            await self._tag(number)
            number += 1

    async def _tag(self, number: int) -> None:
        userid, external_userid = self._company.relation(number)
        body = {"userid": userid, "external_userid": external_userid}
        await self._call(TAG, body | {"add_tag": self._company.tag_ids[:1]})

    async def do(self, piece: Piece) -> None:
        """One piece, until it is done."""
        self.offers.begin(piece)
        name = f"piece {piece.number}"
        if piece.path == TAG:
            await self._tag(piece.number)
        elif piece.path == DETAIL:
            await self._call(DETAIL, external_userid=self._company.relation(piece.number)[1])
        elif piece.path == WELCOME:
            added = await self._company.act("add", userid=SENDER, person={"name": name})
            body = {"welcome_code": added["welcome_code"], "text": {"content": name}}
            await self._call(WELCOME, body)
        elif piece.path == BROADCAST:
            await self._call(BROADCAST, {"sender": SENDER, "text": {"content": name}})
        elif piece.path == WAY:
            await self._call(WAY, {"type": 1, "scene": 2, "user": [SENDER], "state": name})
        elif piece.path == MESSAGE:
            message = {"msgtype": "text", "text": {"content": name}, "agentid": AGENT_ID}
            await self._call(MESSAGE, {"touser": READER, **message})
        self.offers.end(piece, asyncio.get_running_loop().time())

    async def _call(self, path: str, body: Mapping[str, Any] | None = None, **query: str) -> None:
        pause = 1.0
        while True:
            errcode = await self._once(path, body, query)
            if errcode == 0 or errcode in _ENDED:
                return
            if errcode in _TOKEN:
                self._token = ""
                continue
            if errcode is not None and errcode not in _AGAIN:
                message = f"{path} answered {errcode}"
                raise RuntimeError(message)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _once(
        self, path: str, body: Mapping[str, Any] | None, query: Mapping[str, str]
    ) -> int | None:
        """The errcode, or None without an answer."""
        http = self._company.http
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                if not self._token:
                    who = {"corpid": self._company.corpid, "corpsecret": self._company.secret}
                    told = (await http.get("/cgi-bin/gettoken", params=who)).json()
                    self._token = told.get("access_token", "")
                params = {"access_token": self._token, **query}
                if body is None:
                    answer = await http.get(path, params=params)
                else:
                    answer = await http.post(path, params=params, json=body)
        except (TimeoutError, httpx2.HTTPError):
            return None
        return int(answer.json()["errcode"]) if answer.status_code == httpx2.codes.OK else None
