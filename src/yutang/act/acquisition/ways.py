"""Contact ways at WeCom, of direct codes and of page codes' members."""

from dataclasses import dataclass
from typing import Final

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import InvalidRequestError, RefusedError, UnknownContactWayError

from .ending import Seen
from .qr import UnreadableQrError, decode

log = structlog.get_logger(__name__)

LASTING: Final = (RefusedError, InvalidRequestError, UnreadableQrError)
"""What `make_way` ends with for good; what is PASSING is among it and goes first."""


@dataclass(frozen=True, slots=True)
class MadeWay:
    """A way of WeCom's; one that is not fresh may hold what an earlier try asked for."""

    config_id: str
    qr_content: str
    is_fresh: bool


async def make_way(runtime: Runtime, seen: Seen, key: str, new: NewContactWay) -> MadeWay:
    """Have WeCom make a way, exactly one for a key; a spare is deleted."""
    made = await _perform(runtime, seen, key, new)
    client = await corps.connect(runtime, seen.corp_id, seen.agent_id)
    content = decode(await client.qr_picture(made.result["qr_code"]))
    return MadeWay(made.result["config_id"], content, made.is_fresh)


async def find_way(runtime: Runtime, seen: Seen, key: str, new: NewContactWay) -> str:
    """What WeCom made for a key, of which no answer was ever written; made now if it never was."""
    made = await _perform(runtime, seen, key, new)
    return str(made.result["config_id"])


async def _perform(runtime: Runtime, seen: Seen, key: str, new: NewContactWay) -> deeds.Outcome:
    deed = deeds.ContactWayDeed(new)
    return await deeds.perform(runtime, seen.corp_id, key, deed, agent_id=seen.agent_id)


async def drop_way(runtime: Runtime, seen: Seen, config_id: str) -> None:
    """Have WeCom delete a way; one it does not know is gone already."""
    client = await corps.connect(runtime, seen.corp_id, seen.agent_id)
    try:
        await client.contact_ways.delete(config_id)
    except UnknownContactWayError:
        log.info("channel.way_was_gone", channel_id=seen.id)
