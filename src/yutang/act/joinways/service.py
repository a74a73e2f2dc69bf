"""Have WeCom make a code into groups, put another list in it, forget it.

WeCom has no list of join ways, so a lost answer of the making may leave a spare that counts
(design.md §6); the deed of the key knows how many.
"""

from dataclasses import dataclass
from typing import Final, Literal

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    ForbiddenError,
    FrequencyError,
    InvalidRequestError,
    QuotaError,
    RefusedError,
    UnknownContactWayError,
    UnknownGroupError,
    WeComError,
)
from yutang.wecom.join_ways import NewJoinWay

__all__ = ("PASSING", "REFUSED", "MadeWay", "Problem", "forget", "make", "overwrite", "problem_of")

Problem = Literal["quota", "not_ours", "gone", "refused"]
PASSING: Final = (BusyError, ConcurrencyError, FrequencyError)
"""WeCom wants to be asked again later."""
REFUSED: Final = (RefusedError, InvalidRequestError)
"""WeCom said no: nothing was made or changed. Some of them are `PASSING`: look at those first."""


@dataclass(frozen=True, slots=True)
class MadeWay:
    """A code at WeCom; one that is not fresh may hold what an earlier try asked for."""

    config_id: str
    qr_code: str
    """The address of WeCom's picture."""
    is_fresh: bool


async def make(runtime: Runtime, corp_id: int, key: str, new: NewJoinWay, agent_id: int) -> MadeWay:
    """Have WeCom make it, once for this `key`, and read where its picture is.

    Raises what `deeds.perform` raises, NotKnownYetError before all.
    """
    made = await deeds.perform(runtime, corp_id, key, deeds.JoinWayDeed(new), agent_id=agent_id)
    config_id: str = made.result["config_id"]
    client = await corps.connect(runtime, corp_id, agent_id)
    told = await client.join_ways.get(config_id)
    return MadeWay(config_id, told.qr_code, made.is_fresh)


async def overwrite(
    runtime: Runtime, corp_id: int, agent_id: int, config_id: str, way: NewJoinWay
) -> None:
    """Put all of `way` in the place of what it is; its picture stays, a repeat changes nothing."""
    client = await corps.connect(runtime, corp_id, agent_id)
    await client.join_ways.update(config_id, way)


async def forget(runtime: Runtime, corp_id: int, agent_id: int, config_id: str) -> bool:
    """Have WeCom forget it; False where it did not know it any more."""
    client = await corps.connect(runtime, corp_id, agent_id)
    try:
        await client.join_ways.delete(config_id)
    except UnknownContactWayError:
        return False
    return True


def problem_of(error: WeComError) -> Problem:
    """Why WeCom said no, in one word."""
    match error:
        case QuotaError():
            return "quota"
        case ForbiddenError():
            return "not_ours"
        case UnknownGroupError() | UnknownContactWayError():
            return "gone"
    return "refused"
