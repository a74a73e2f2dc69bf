"""Ask WeCom as one app; each answer stands for itself."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import httpx2

from yutang.kernel.clock import Clock
from yutang.people.corps.schemas import AppSecrets
from yutang.wecom.errors import UnexpectedStatusError, UnreachableError, UnreadableAnswerError
from yutang.wecom.probe import Probe, Seen
from yutang.wecom.tokens import Credentials

from .telling import Answer, Silence

AT_ONCE: Final = 5
MOST_PARTS: Final = 50
"""Departments and tags of a range that are read; a wider range is not compared."""
_TOO_LARGE: Final = 45029


@dataclass(slots=True)
class Clocks:
    """Our moment beside the one of each answer."""

    pairs: list[tuple[datetime, datetime]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Way:
    """How WeCom and our own public address are reached."""

    wecom_url: str
    address: str
    http: httpx2.AsyncClient
    clock: Clock


class Asker:
    """Asks as one app and notes WeCom's clock."""

    def __init__(self, way: Way, app: AppSecrets, clocks: Clocks) -> None:
        self.probe = Probe(
            way.wecom_url, way.http, Credentials(corpid=app.corpid, secret=app.secret)
        )
        self._clock = way.clock
        self._clocks = clocks

    async def ask(self, asking: Awaitable[Seen]) -> Answer:
        """The answer, or why there is none."""
        try:
            seen = await asking
        except UnreachableError as error:
            return Silence("wecom.unreachable", str(error), {"reason": error.reason})
        except UnexpectedStatusError as error:
            facts = {"status": error.status}
            return Silence("wecom.not_wecom", str(error), {**facts}, error.status)
        except UnreadableAnswerError as error:
            return Silence("wecom.not_wecom", str(error), {})
        if seen.dated is not None:
            self._clocks.pairs.append((self._clock(), seen.dated))
        return seen


@dataclass(frozen=True, slots=True)
class Answers:
    """What WeCom says to one app that has a token."""

    addresses: Answer
    followers: Answer
    card: Answer
    departments: Answer
    ticket: Answer

    def all(self) -> tuple[Answer, ...]:
        """Each of them."""
        return (self.addresses, self.followers, self.card, self.departments, self.ticket)


async def ask_all(asker: Asker, token: str, agent_id: int) -> Answers:
    """Ask everything at once that takes no other answer first."""
    probe = asker.probe
    return Answers(
        *await asyncio.gather(
            asker.ask(probe.callback_addresses(token)),
            asker.ask(probe.follow_users(token)),
            asker.ask(probe.app(token, agent_id)),
            asker.ask(probe.departments(token)),
            asker.ask(probe.app_ticket(token)),
        )
    )


@dataclass(frozen=True, slots=True)
class Visible:
    """Whom the app sees; `whole` is False where WeCom did not show everybody."""

    accounts: frozenset[str]
    departments: int
    tags: int
    whole: bool
    refusal: Answer | None


async def read_visible(asker: Asker, token: str, answers: Answers) -> Visible:
    """Gather the members of the range: by name, by department, by tag."""
    card = _payload(answers.card)
    direct = {str(row.get("userid", "")) for row in _rows(card, "allow_userinfos", "user")}
    parties = _numbers(card, "allow_partys", "partyid")
    tags = _numbers(card, "allow_tags", "tagid")
    if not direct and not parties and not tags:
        parties = _tops(_payload(answers.departments))
    tagged = await _in_turns([asker.probe.tag(token, tag) for tag in tags[:MOST_PARTS]], asker)
    accounts, refusals = set(direct), []
    more: list[int] = []
    for answer in tagged:
        payload = _payload(answer)
        accounts |= _userids(payload)
        more += _numbers(payload, "partylist")
        refusals.append(answer)
    wanted = list(dict.fromkeys([*parties, *more]))
    listed = await _in_turns(
        [asker.probe.members(token, party) for party in wanted[:MOST_PARTS]], asker
    )
    for answer in listed:
        accounts |= _userids(_payload(answer))
        refusals.append(answer)
    unanswered = [a for a in refusals if isinstance(a, Silence) or a.errcode]
    large = [a for a in unanswered if isinstance(a, Seen) and a.errcode == _TOO_LARGE]
    return Visible(
        accounts=frozenset(account.lower() for account in accounts if account),
        departments=len(parties),
        tags=len(tags),
        whole=not unanswered and len(tags) <= MOST_PARTS and len(wanted) <= MOST_PARTS,
        refusal=next((a for a in unanswered if a not in large), None),
    )


async def _in_turns(askings: list[Awaitable[Seen]], asker: Asker) -> list[Answer]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(asking: Awaitable[Seen]) -> Answer:
        async with gate:
            return await asker.ask(asking)

    return list(await asyncio.gather(*map(one, askings)))


def department_ids(answer: Answer) -> list[int]:
    """All departments of an answer to `departments`."""
    return [int(row["id"]) for row in _departments(_payload(answer))]


def _payload(answer: Answer) -> dict[str, Any]:
    return answer.payload if isinstance(answer, Seen) and not answer.errcode else {}


def _departments(payload: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for row in _rows(payload, "department_id") if isinstance(row.get("id"), int)]


def _tops(payload: dict[str, Any]) -> list[int]:
    """Departments whose parent the app does not see: everybody is below them."""
    rows = _departments(payload)
    seen = {row["id"] for row in rows}
    return [row["id"] for row in rows if row.get("parentid") not in seen]


def _userids(payload: dict[str, Any]) -> set[str]:
    return {str(row.get("userid", "")) for row in _rows(payload, "userlist")}


def _rows(payload: dict[str, Any], *path: str) -> list[dict[str, Any]]:
    return [row for row in _list(payload, path) if isinstance(row, dict)]


def _numbers(payload: dict[str, Any], *path: str) -> list[int]:
    return [number for number in _list(payload, path) if isinstance(number, int)]


def _list(payload: dict[str, Any], path: tuple[str, ...]) -> list[Any]:
    """What stands at `path`; nothing where WeCom left a part out."""
    found: Any = payload
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, list) else []
