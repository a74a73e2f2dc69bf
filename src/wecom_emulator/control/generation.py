"""A generated company, and what changes in it: ticks that give a sync something to find."""

import asyncio
import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Annotated, Any

from pydantic import Field
from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.handover import state as handover
from wecom_emulator.capacity import room_of
from wecom_emulator.generating import give_company
from wecom_emulator.population.mixing import Permutation
from wecom_emulator.population.words import GIVEN, SURNAMES
from wecom_emulator.state import Corp, Relation, Staff
from wecom_emulator.world import World

from .declaring import Answer, Body, declare
from .plumbing import Act, BadRequestError

KINDS = ("adds", "losses", "tags", "moves")
MOST_SILENT, MOST_TOLD = 300_000, 20_000
"""Changes of one call: what is kept of a change is about a kilobyte, of one that is told more."""
IDS_TOLD = 1_000
_AT_ONCE = 100
"""Changes between two looks at what else there is to do."""
_PAIR = ("userid", "external_userid")
_TRIES = 20
"""Members looked at for one who has room."""
_WAYS = (1, 1, 1, 2, 16, 3)


Weight = Annotated[float, Field(ge=0)]


class Size(Body):
    """How large the company is, and which of all."""

    staff: int | None = None
    customers: int | None = None
    groups: int | None = None
    tags: int | None = None
    seed: int = 1
    until: int | None = None
    """The moment it grew until, unix seconds; last midnight of Shanghai without it."""


class Share(Body):
    """How much changes, and what."""

    share: Annotated[float, Field(ge=0, le=1)]
    """Of all customers."""
    adds: Weight = 1
    losses: Weight = 1
    tags: Weight = 1
    moves: Weight = 1
    callbacks: bool = False
    seed: int = 1


class CompanyPlan(Answer):
    """What the company is made from."""

    seed: int
    staff: int
    customers: int
    groups: int
    tags: int
    until: int


class Counts(Answer):
    """How many of each."""

    adds: int
    losses: int
    tags: int
    moves: int


class ChangedPair(Answer):
    """Whom it concerns."""

    userid: str
    external_userid: str
    by: str = ""
    """Who deleted the other."""
    to: str = ""
    """Who took the customer over."""


class Changes(Answer):
    """What changed; of each kind the first thousand are named."""

    changed: Counts
    adds: list[ChangedPair]
    losses: list[ChangedPair]
    tags: list[ChangedPair]
    moves: list[ChangedPair]


@declare(takes=Size, answers=CompanyPlan)
async def fill(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Give the corp a generated company: `staff, customers, groups, tags, seed, until`."""
    return give_company(world, corp, body)


@dataclass(slots=True)
class Tick:
    """What one call changes."""

    world: World
    corp: Corp
    chance: random.Random
    name: str
    """Of this tick among all: whoever it adds is somebody else than those of others."""
    callbacks: bool
    able: list[Staff]
    tags: list[str]
    told: dict[str, list[dict[str, str]]] = field(default_factory=lambda: {k: [] for k in KINDS})
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))

    def note(self, kind: str, *ids: str, **more: str) -> None:
        """One more changed."""
        self.counts[kind] += 1
        if len(self.told[kind]) < IDS_TOLD:
            self.told[kind].append(dict(zip(_PAIR, ids, strict=True)) | more)


@declare(
    takes=Share,
    answers=Changes,
    tells=(
        "add_external_contact",
        "del_follow_user",
        "del_external_contact",
        "edit_external_contact",
    ),
)
async def tick(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Change a share of the company at once.

    `share` of all customers is dealt to `adds, losses, tags, moves` by their weights, 1 each where
    none is named. `callbacks` tells the apps, `seed` chooses whom. Answers the counts and the
    first ids of each.
    """
    wanted = _dealt(corp, body)
    most = MOST_TOLD if body.get("callbacks") else MOST_SILENT
    if sum(wanted.values()) > most:
        message = f"one tick changes at most {most}, this one {sum(wanted.values())}"
        raise BadRequestError(message)
    corp.ticks += 1
    name = f"{corp.corpid}|{int(body.get('seed', 1))}|{corp.ticks}"
    run = Tick(
        world,
        corp,
        random.Random(name),  # noqa: S311 - repeatable, no secrets
        name,
        bool(body.get("callbacks", False)),
        [member for member in corp.staff.values() if member.contact and member.status == 1],
        [tag.id for group in corp.tag_groups.values() for tag in group.tags],
    )
    friends = _friends(corp, run.chance.getrandbits(60))
    for kind, count in wanted.items():
        for place in range(count):
            if place % _AT_ONCE == 0:
                # Others are answered meanwhile, and news goes out as it comes.
                await asyncio.sleep(0)
            codes = len(corp.codes)
            with world.deliveries.quiet(on=not run.callbacks):
                if not _CHANGES[kind](run, friends):
                    break
            while not run.callbacks and len(corp.codes) > codes:
                # Nobody is told of the code, so nobody will ever use it.
                corp.codes.popitem()
    world.changed()
    return {"changed": run.counts, **run.told}


def _dealt(corp: Corp, body: dict[str, Any]) -> dict[str, int]:
    """How many of each kind."""
    share = float(body["share"])
    if not 0 <= share <= 1:
        message = "share is a number from 0 to 1"
        raise BadRequestError(message)
    named = {kind: float(body[kind]) for kind in KINDS if kind in body}
    weights = named or dict.fromkeys(KINDS, 1.0)
    whole = sum(weights.values())
    if any(not 0 <= weight < float("inf") for weight in weights.values()) or not whole:
        message = f"{', '.join(KINDS)} are weights from 0, one of them above it"
        raise BadRequestError(message)
    count = round(share * len(corp.persons))
    found, before, part = dict[str, int](), 0, 0.0
    for kind, weight in weights.items():
        part += weight
        upto = round(count * part / whole)
        found[kind], before = upto - before, upto
    return found


def _friends(corp: Corp, key: int) -> Iterator[Relation]:
    """Living relations of those who are here now by chance, one of each person."""
    derived = corp.derived
    others = [id_ for id_ in corp.relations if derived is None or not derived.knows(id_)]
    generated = derived.people() if derived is not None else 0
    order = Permutation(generated + len(others), key)

    def external(n: int) -> str:
        if derived is not None and n < generated:
            return derived.external(n)
        return others[n - generated]

    def living(external_userid: str) -> Relation | None:
        for relation in corp.between(external_userid).values():
            if relation.state == "whole" and relation.userid in corp.staff:
                return relation
        return None

    found = (living(external(order.at(place))) for place in range(generated + len(others)))
    return (relation for relation in found if relation is not None)


def _add(run: Tick, _: Iterator[Relation]) -> bool:
    """Somebody new finds a member who has room for him."""
    roomy = (run.chance.choice(run.able) for _ in range(_TRIES))
    member = next((m for m in roomy if room_of(run.world, run.corp, m.userid)), None)
    if member is None:
        return False
    number, chance = run.counts["adds"], run.chance
    digest = hashlib.sha256(f"{run.name}|{number}".encode()).hexdigest()
    name = chance.choice(SURNAMES) + chance.choice(GIVEN)
    told = {"unionid": f"oTick{digest[:23]}", "name": name, "gender": chance.randrange(3)}
    person = acts.meet(run.corp, told)
    try:
        relation, _code = acts.befriend(
            run.world, run.corp, member.userid, person, add_way=chance.choice(_WAYS)
        )
    except ImpossibleActError:
        run.corp.persons.pop(person.external_userid, None)
        return False
    run.note("adds", relation.userid, relation.external_userid)
    return True


def _lose(run: Tick, friends: Iterator[Relation]) -> bool:
    """One side deletes the other."""
    relation = next(friends, None)
    if relation is None:
        return False
    by = run.chance.choice(("customer", "staff"))
    acts.part(run.world, run.corp, relation, by)
    run.note("losses", relation.userid, relation.external_userid, by=by)
    return True


def _mark(run: Tick, friends: Iterator[Relation]) -> bool:
    """A member sets a tag that was not there, or takes one away."""
    relation = next(friends, None) if run.tags else None
    if relation is None:
        return False
    if relation.tags and run.chance.randrange(2):
        leaving = run.chance.choice(relation.tags)
        relation.tags = [tag for tag in relation.tags if tag != leaving]
    else:
        start = run.chance.randrange(len(run.tags))
        ring = (run.tags[(start + at) % len(run.tags)] for at in range(len(run.tags)))
        new = next((tag for tag in ring if tag not in relation.tags), None)
        # Who carries the whole library can only lose one.
        relation.tags = [*relation.tags, new] if new is not None else relation.tags[1:]
    acts.edited(run.world, run.corp, relation)
    run.note("tags", relation.userid, relation.external_userid)
    return True


def _move(run: Tick, friends: Iterator[Relation]) -> bool:
    """A member hands a customer over to another one, at once."""
    for relation in islice(friends, _TRIES):
        external, old = relation.external_userid, relation.userid
        known = run.corp.between(external)
        for _ in range(_TRIES):
            taker = run.chance.choice(run.able).userid
            if taker not in known and room_of(run.world, run.corp, taker):
                now = run.world.clock.now()
                transfer = handover.Transfer(old, taker, external, now, now, on_job=True)
                handover.start(run.world, run.corp, transfer)
                handover.complete(run.world, run.corp, transfer)
                run.note("moves", old, external, to=taker)
                return True
    return False


_CHANGES: dict[str, Callable[[Tick, Iterator[Relation]], bool]] = {
    "adds": _add,
    "losses": _lose,
    "tags": _mark,
    "moves": _move,
}
ACTS: dict[str, Act] = {"generate": fill, "tick": tick}
