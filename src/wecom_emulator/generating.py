"""A corp is given a generated company, by the control API or at the start of the server."""

import base64
import hashlib
from dataclasses import asdict, dataclass, replace
from typing import Any

from . import fields
from .acts import ImpossibleActError
from .capacity import scale_limit
from .derivation import Plan
from .population import generate
from .state import App, Corp
from .world import World

AGENTID = 1_000_002
"""Of the app that a company made at the start has: the first one WeCom gives a corp."""


@dataclass(frozen=True, slots=True)
class Most:
    """How large a generated company may be."""

    staff: int = 100_000
    customers: int = 100_000_000
    groups: int = 200_000
    tags: int = 10_000


MOST = Most()


def plan_of(world: World, wanted: dict[str, Any]) -> Plan:
    """The plan that numbers describe; raises ValueError where one is too large or none.

    Without `until` the company grew until last midnight of Shanghai.
    """
    sizes = {name: int(wanted.get(name) or 0) for name in asdict(MOST)}
    for name, most in asdict(MOST).items():
        if not 0 <= sizes[name] <= most:
            message = f"{name} is a number from 0 to {most}"
            raise ValueError(message)
    if sizes["staff"] == 0 and (sizes["customers"] or sizes["groups"]):
        message = "customers and groups need staff whose they are"
        raise ValueError(message)
    given = wanted.get("until")
    until = fields.midnight(world.clock.now()) if given is None else int(given)
    if not 0 < until <= world.clock.now():
        message = "until is a moment that is over, in unix seconds"
        raise ValueError(message)
    return Plan(
        int(wanted.get("seed", 1)),
        sizes["staff"],
        sizes["customers"],
        sizes["groups"],
        sizes["tags"],
        until,
    )


def give_company(world: World, corp: Corp, wanted: dict[str, Any]) -> dict[str, Any]:
    """Let a corp have the generated company that `wanted` describes; told is what it is.

    The same again changes nothing, another one raises ImpossibleActError.
    """
    plan = plan_of(world, wanted)
    if corp.plan is None:
        generate(corp, plan, world.limits.customers_of_a_member)
        if plan.customers >= scale_limit(world, corp):
            corp.contact_scale = 2 * plan.customers
        world.changed()
    else:
        kept = replace(corp.plan, gone_tags=[])
        if kept != (plan if "until" in wanted else replace(plan, until=kept.until)):
            message = f"{corp.corpid} has another generated company already"
            raise ImpossibleActError(message)
    return {name: value for name, value in asdict(corp.plan or plan).items() if name != "gone_tags"}


def open_company(world: World, wanted: dict[str, Any], corpid: str, secret: str) -> Corp:
    """A corp with one app and a generated company; without a name both come from the seed."""
    digest = hashlib.sha256(f"company|{wanted.get('seed', 1)}".encode()).digest()
    corpid = corpid or f"ww{digest.hex()[:16]}"
    secret = secret or base64.urlsafe_b64encode(digest)[:43].decode()
    corp = world.corp(corpid)
    if corp is None:
        corp = Corp(corpid, f"青禾 {wanted.get('seed', 1)} 号", [App(AGENTID, secret)])
    give_company(world, corp, wanted)
    world.state.corps[corpid] = corp
    return corp
