"""Read the customers of the corp's links; WeCom shows whether each of them ever wrote."""

from typing import Final

import structlog

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.activation import service as activation
from yutang.people.activation.jobs import JudgeSilence
from yutang.people.activation.schemas import LinkWord
from yutang.people.corps import service as corps
from yutang.people.visits import service as visits
from yutang.people.visits.schemas import Came, split_state
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import RefusedError

log = structlog.get_logger(__name__)

CHUNK: Final = 1_000
_SILENT, _SPOKE = 0, 1
"""WeCom's `chat_status`; 2 says that it does not know."""


async def read_link_customers(runtime: Runtime, corp_id: int) -> int:
    """Read all links an app may see; returns how many relations were told of.

    A refusal is kept as the reason why nothing is known. Then silence is judged, so that it is
    judged by what was read this night. Raises NoQuotaError and what is no refusal.
    """
    client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
    told, reason = 0, None
    try:
        async for link_id in client.acquisition_links.list():
            told += await _read(runtime, corp_id, client, link_id)
    except NoQuotaError:
        raise
    except RefusedError as error:
        reason = f"{error.errcode}: {error.errmsg}"[:200]
        log.info("links.refused", corp_id=corp_id, errcode=error.errcode)
    async with runtime.database.owner() as session:
        if told or reason is None:
            await activation.note_reading(session, corp_id, runtime.clock(), reason)
        await enqueue(session, JudgeSilence(corp_id=corp_id))
    return told


async def _read(runtime: Runtime, corp_id: int, client: WeCom, link_id: str) -> int:
    # What is told later than this moment is newer than the reading.
    asked_at = runtime.clock()
    told = 0
    words: list[LinkWord] = []
    came: list[Came] = []
    async for one in client.acquisition_links.customers(link_id):
        if one.chat_status in {_SILENT, _SPOKE}:
            words.append(LinkWord(one.external_userid, one.userid, one.chat_status == _SPOKE))
        carried = split_state(one.state)
        if carried.channel and carried.visit:
            who = (one.external_userid, one.userid)
            came.append(Came(carried.visit, carried.channel, *who))
        if max(len(words), len(came)) >= CHUNK:
            told += len(words)
            async with runtime.database.owner() as session:
                await activation.record_read(session, corp_id, words, asked_at)
                # A callback that never came would have told it.
                await visits.record_adds(session, corp_id, came)
            words, came = [], []
    async with runtime.database.owner() as session:
        await activation.record_read(session, corp_id, words, asked_at)
        await visits.record_adds(session, corp_id, came)
    return told + len(words)
