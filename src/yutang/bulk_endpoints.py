"""Acts on many customers over HTTP: what a list is asked chooses them, so it stands above."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse

from yutang.customer_questions import Question, as_filter
from yutang.kernel.access.schemas import Principal
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.bulk import service as bulk
from yutang.people.bulk.schemas import (
    BulkActPage,
    BulkActRead,
    BulkWish,
    Confirmation,
    Doer,
    Language,
)

router = APIRouter(
    prefix="/bulk-acts", tags=["bulk"], dependencies=[Depends(needs("customers.bulk"))]
)


def _doer(principal: Principal) -> Doer:
    return Doer(principal.actor, principal.name)


@router.post("", status_code=201)
async def ask_for_act(
    body: BulkWish,
    asked: Question,
    request: Request,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BulkActRead:
    """Begin the dry run of an act on customers; nothing is changed before it is confirmed.

    With `ids` (at most 10,000) on those, else on all that the query's conditions find, the same
    as of the list. Read the act until it is `planned`. 404 `channels.unknown`; 422
    `bulk.unknown_kind`, `bulk.bad_arguments`, `bulk.nobody`, `bulk.too_many_ids`, and what the act
    refuses.
    """
    act_id = await bulk.ask(
        session,
        principal.corp_id,
        body,
        wanted=await as_filter(session, principal.corp_id, asked),
        question=request.url.query,
        doer=_doer(principal),
        now=runtime.clock(),
    )
    return await bulk.read_act(session, runtime, principal.corp_id, act_id)


@router.get("")
async def list_acts(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> BulkActPage:
    """Acts of the last 30 days, newest first; samples are told with the single act only."""
    return await bulk.list_acts(session, runtime, principal.corp_id, after, limit)


@router.get("/{act_id}")
async def read_act(
    act_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BulkActRead:
    """One act, with up to five people of each outcome of its dry run. 404 `bulk.unknown`."""
    return await bulk.read_act(session, runtime, principal.corp_id, act_id)


@router.post("/{act_id}/confirmation")
async def confirm_act(
    act_id: int,
    body: Confirmation,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> BulkActRead:
    """Let a planned act begin, for the people its dry run found.

    A dry run older than a minute is counted anew; where that is more than 1 % off, the act is
    `planned` again with `shown`, and waits for another confirmation. 404 `bulk.unknown`; 409
    `bulk.not_now`, `bulk.numbers_moved`, `bulk.nothing_to_do`.
    """
    corp_id = principal.corp_id
    await bulk.confirm(session, corp_id, act_id, body.changes, _doer(principal), runtime.clock())
    return await bulk.read_act(session, runtime, corp_id, act_id)


@router.post("/{act_id}/pause")
async def pause_act(
    act_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BulkActRead:
    """Stop behind the chunk under way. 404 `bulk.unknown`; 409 `bulk.not_now`."""
    corp_id = principal.corp_id
    await bulk.pause(session, corp_id, act_id, _doer(principal), runtime.clock())
    return await bulk.read_act(session, runtime, corp_id, act_id)


@router.post("/{act_id}/resume")
async def resume_act(
    act_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BulkActRead:
    """Go on from where a paused or failed act stands. 404 `bulk.unknown`; 409 `bulk.not_now`."""
    corp_id = principal.corp_id
    await bulk.resume(session, corp_id, act_id, _doer(principal), runtime.clock())
    return await bulk.read_act(session, runtime, corp_id, act_id)


@router.post("/{act_id}/cancel")
async def cancel_act(
    act_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BulkActRead:
    """End an act where it stands, or give up its dry run; what is done stays done.

    404 `bulk.unknown`; 409 `bulk.not_now`.
    """
    corp_id = principal.corp_id
    await bulk.cancel(session, corp_id, act_id, _doer(principal), runtime.clock())
    return await bulk.read_act(session, runtime, corp_id, act_id)


@router.post("/{act_id}/undo", status_code=201)
async def take_act_back(
    act_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> BulkActRead:
    """Undo an act that is over for those whom it changed: the answer is the act that does it.

    Possible for 30 days where `undo_until` says so. 404 `bulk.unknown`; 409 `bulk.not_now`,
    `bulk.no_way_back`.
    """
    corp_id = principal.corp_id
    undoing_id = await bulk.take_back(session, corp_id, act_id, _doer(principal), runtime.clock())
    return await bulk.read_act(session, runtime, corp_id, undoing_id)


@router.get("/{act_id}/file", response_class=StreamingResponse)
async def download_results(
    act_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    language: Language = "zh-CN",
) -> StreamingResponse:
    """CSV: customer id, name, outcome, reason. Before the act ran: what it would do.

    404 `bulk.unknown`.
    """
    corp_id = principal.corp_id
    await bulk.read_act(session, runtime, corp_id, act_id)
    return StreamingResponse(
        bulk.write_file(runtime, corp_id, act_id, language),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="yutang-bulk-{act_id}.csv"'},
    )
