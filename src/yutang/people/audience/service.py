"""The engine's front door: who is meant by a tree, asked from any process."""

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from pyroaring import BitMap

from yutang.kernel.runtime import Runtime
from yutang.people.conditions.schemas import Tested

from . import questions  # so that they are known  # noqa: F401
from .asking import desk
from .bits import decode as decoded
from .bits import encode as encoded
from .bits import shards_of
from .engine import Engine
from .errors import AudienceAwayError
from .marks import WANTED
from .registry import names_rfm_run, question
from .schemas import Counted, Profile, Status, TagShare

__all__ = (
    "Engine",
    "ask",
    "count",
    "crosstab",
    "decoded",
    "desk",
    "encoded",
    "explain",
    "ids",
    "names_rfm_run",
    "profile",
    "question",
    "rebuild",
    "sample",
    "shards_of",
    "status",
    "waiting",
)

Members = Sequence[int] | None
"""Whose customers the asker sees (`kernel.db.staff_in_scope`); None: everybody's."""


async def ask(
    runtime: Runtime, corp_id: int, question: str, body: dict[str, Any]
) -> dict[str, Any]:
    """Ask whoever owns the store.

    Raises AudienceAwayError, AudienceBuildingError, AudienceTimeoutError.
    """
    return await desk(runtime).ask(corp_id, question, body)


def _asked(tree: Mapping[str, Any], members: Members, **more: Any) -> dict[str, Any]:
    return {"tree": tree, "members": None if members is None else list(members), **more}


async def count(
    runtime: Runtime, corp_id: int, tree: Mapping[str, Any], members: Members
) -> Counted:
    """How many there are, node by node, of those whom one sees. Raises as `ask`."""
    return Counted.model_validate(await ask(runtime, corp_id, "count", _asked(tree, members)))


async def ids(
    runtime: Runtime, corp_id: int, tree: Mapping[str, Any], members: Members = None
) -> BitMap:
    """Who they are. Raises as `ask`."""
    told = await ask(runtime, corp_id, "ids", _asked(tree, members))
    return BitMap.deserialize(base64.b64decode(told["ids"]))


async def sample(
    runtime: Runtime,
    corp_id: int,
    tree: Mapping[str, Any],
    members: Members,
    size: int,
    seed: int = 0,
) -> list[int]:
    """Some of them, ascending; the same for the same seed while nothing changes. As `ask`."""
    told = await ask(runtime, corp_id, "sample", _asked(tree, members, size=size, seed=seed))
    return [int(one) for one in told["ids"]]


async def profile(
    runtime: Runtime, corp_id: int, tree: Mapping[str, Any], members: Members
) -> Profile:
    """What they are like. Raises as `ask`."""
    return Profile.model_validate(await ask(runtime, corp_id, "profile", _asked(tree, members)))


async def crosstab(
    runtime: Runtime, corp_id: int, tree: Mapping[str, Any], members: Members
) -> list[TagShare]:
    """How they overlap with each tag that anybody whom one sees wears. Raises as `ask`."""
    told = await ask(runtime, corp_id, "crosstab", _asked(tree, members))
    return [TagShare.model_validate(one) for one in told["tags"]]


async def explain(
    runtime: Runtime,
    corp_id: int,
    tree: Mapping[str, Any],
    customer_id: int,
    members: Members,
) -> Tested | None:
    """Why he is in or out, leaf by leaf; None where one may not see him. Raises as `ask`."""
    told = await ask(runtime, corp_id, "explain", _asked(tree, members, customer_id=customer_id))
    return None if told["tested"] is None else Tested.model_validate(told["tested"])


async def status(runtime: Runtime) -> Status:
    """How the engine stands; `away` where it does not answer."""
    try:
        return Status.model_validate(await ask(runtime, 0, "status", {}))
    except AudienceAwayError as error:
        return Status(state="away", why=error.detail)


async def rebuild(runtime: Runtime, corp_id: int | None = None) -> list[int]:
    """Have a corp, or all of them, read again as a whole; which. Raises as `ask`."""
    told = await ask(runtime, 0 if corp_id is None else corp_id, "rebuild", {})
    return [int(one) for one in told["corps"]]


async def waiting(runtime: Runtime) -> list[int]:
    """Corps that are to be read again and are not begun."""
    async with runtime.database.owner() as session:
        return list(await session.scalars(WANTED))
