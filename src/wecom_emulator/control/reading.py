"""What the emulator tells of a corp."""

import itertools
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator.areas.acquisition_links.state import Links
from wecom_emulator.areas.broadcasts.state import Broadcasts
from wecom_emulator.areas.intercepts.state import Intercepts
from wecom_emulator.areas.join_ways.state import JoinWays
from wecom_emulator.areas.moments.state import Moments
from wecom_emulator.areas.products.state import Products
from wecom_emulator.capacity import scale_limit
from wecom_emulator.company import Staff
from wecom_emulator.delivery import Delivery
from wecom_emulator.greeting import GroupWelcomes
from wecom_emulator.state import ContactWay, Corp, Message, Person, Received, Relation
from wecom_emulator.switches import Switches
from wecom_emulator.world import World

from .console import ShownApp, shown_app
from .declaring import Answer, Query, declare
from .plumbing import Act
from .shapes import After, OfPair, Search

IDS_SHOWN = 10_000
PEOPLE_LOOKED_AT = 10_000
NAMES_SHOWN = 3
T = TypeVar("T")


class Company(Answer):
    """A company; above 10,000 ids only their count is told."""

    corpid: str
    name: str
    apps: list[ShownApp]
    switches: Switches
    contact_scale: int
    """How many customers it may have."""
    departments: list[int]
    staff: list[str] | int
    customers: list[str] | int
    contact_ways: list[str] | int
    join_ways: list[str] | int
    acquisition_links: list[str] | int
    groups: list[str] | int
    tags: list[str] | int
    broadcasts: list[str] | int
    moments: list[str] | int
    group_welcomes: list[str] | int
    products: list[str] | int
    intercept_rules: list[str] | int


class OfAnybody(Query):
    """Whose."""

    external_userid: str | None = None


class Newest(After):
    """What is new."""

    limit: int | None = None
    """Only the newest of them."""


class IssuedCode(Answer):
    """A welcome code."""

    index: int
    welcome_code: str
    userid: str
    external_userid: str
    kind: str
    issued_at: float
    """By the emulator's clock."""
    event_at: float
    """Real time, like those below."""
    first_delivery_at: float | None
    sent_at: float | None
    attempts: int
    last_errcode: int | None


@dataclass
class Known(Person):
    """A person with those who know him."""

    relations: list[Relation] = field(default_factory=list)


@dataclass
class NamedWay(ContactWay):
    """A code with some of those behind it."""

    names: list[str] = field(default_factory=list)


def _ids(found: Collection[str]) -> list[str] | int:
    return list(found) if len(found) <= IDS_SHOWN else len(found)


@declare(answers=Company)
async def read_corp(world: World, corp: Corp, _: dict[str, Any], __: Request) -> Any:
    """Counts and ids of everything in it, the apps with all that the console set."""
    return {
        "corpid": corp.corpid,
        "name": corp.name,
        "apps": [shown_app(corp, app) for app in corp.apps],
        "switches": asdict(corp.switches),
        "contact_scale": scale_limit(world, corp),
        "departments": list(corp.departments),
        "staff": _ids(list(corp.staff)),
        "customers": _ids(corp.persons),
        "contact_ways": _ids(list(corp.contact_ways)),
        "join_ways": _ids(list(corp.of(JoinWays).ways)),
        "acquisition_links": _ids(list(corp.of(Links).links)),
        "groups": _ids([group.chat_id for group in corp.groups.values() if not group.dismissed]),
        "tags": _ids([tag.id for group in corp.tag_groups.values() for tag in group.tags]),
        "broadcasts": _ids(list(corp.of(Broadcasts).kept)),
        "moments": _ids([m.moment_id for m in corp.of(Moments).kept.values() if not m.deleted]),
        "group_welcomes": _ids(list(corp.of(GroupWelcomes).kept)),
        "products": _ids([each.product_id for each in corp.of(Products).living()]),
        "intercept_rules": _ids([each.rule_id for each in corp.of(Intercepts).living()]),
    }


@declare(asks=OfPair, answers=list[Message])
async def read_messages(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Chat messages between two people, oldest first."""
    del world
    pair = {request.query_params["userid"], request.query_params["external_userid"]}
    return [asdict(m) for m in corp.messages if {m.sender, m.to} == pair]


@declare(asks=OfAnybody, answers=list[Received])
async def read_received(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """All that a person received, oldest first."""
    del world
    wanted = request.query_params.get("external_userid")
    return [asdict(r) for r in corp.received if wanted in {None, r.external_userid}]


@declare(asks=After, answers=list[IssuedCode])
async def read_codes(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Welcome codes after an index, oldest first, with their moments in real time."""
    del world
    after = int(request.query_params.get("after", "0"))
    rows = []
    for code in list(corp.codes.values())[after:]:
        row = asdict(code)
        row["welcome_code"] = row.pop("code")
        rows.append(row)
    return rows


@declare(asks=Newest, answers=list[Delivery])
async def read_callbacks(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """The log of deliveries after an index."""
    query = request.query_params
    found = world.deliveries.rows(corp.corpid, int(query.get("after", "0")))
    return found[-int(query["limit"]) :] if "limit" in query else found


@declare(asks=Search, answers=list[Known])
async def read_people(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """The newest persons with their relations, for the phone; `q` looks in their names.

    Of a generated company it looks at so many of them as take a moment.
    """
    del world
    limit = int(request.query_params.get("limit", "50"))
    wanted = request.query_params.get("q", "").strip().lower()
    newest = itertools.islice(reversed(corp.persons.values()), PEOPLE_LOOKED_AT)
    named = (person for person in newest if wanted in person.name.lower())
    people = list(itertools.islice(named, max(0, limit)))
    return [
        {
            **asdict(person),
            "relations": [asdict(r) for r in corp.between(person.external_userid).values()],
        }
        for person in people
    ]


@declare(asks=Search, answers=list[NamedWay])
async def read_ways(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Codes that can be scanned, newest first, with the names of the first few behind each.

    `q` looks in remark, state and id; `limit` ends the list.
    """
    del world
    wanted = request.query_params.get("q", "").strip().lower()
    found = (
        way
        for way in reversed(corp.contact_ways.values())
        if wanted in f"{way.remark}\n{way.state}\n{way.config_id}".lower()
    )
    return [
        asdict(way)
        | {"names": [corp.staff[u].name for u in way.user[:NAMES_SHOWN] if u in corp.staff]}
        for way in _first(found, request)
    ]


@declare(asks=Search, answers=list[Staff])
async def read_staff(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Members by id; `q` looks in name and id, `limit` ends the list."""
    del world
    wanted = request.query_params.get("q", "").strip().lower()
    found = (m for m in corp.staff.values() if wanted in f"{m.name}\n{m.userid}".lower())
    return [asdict(member) for member in _first(found, request)]


def _first(found: Iterable[T], request: Request) -> Iterable[T]:
    limit = request.query_params.get("limit")
    return found if limit is None else itertools.islice(found, max(0, int(limit)))


async def refuse_unknown(request: Request) -> JSONResponse:
    """A call that is not here, or not with this method."""
    hint = f"{request.method} {request.url.path} is no call of this emulator's control API"
    return JSONResponse({"error": hint}, 404)


VIEWS: dict[str, Act] = {
    "received": read_received,
    "welcome_codes": read_codes,
    "callbacks": read_callbacks,
    "people": read_people,
    "contact_ways": read_ways,
    "staff": read_staff,
    "messages": read_messages,
}
