"""Gifts for adding over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .errors import TooManyCodesError
from .schemas import (
    CODES_BYTES,
    ClaimPage,
    CodesFound,
    GiftChange,
    GiftList,
    GiftRead,
    NewGift,
    NewOutsider,
    OutsiderList,
    Reason,
    TakerPage,
    TakerRules,
    TakerRulesRead,
)

router = APIRouter(prefix="/gifts", tags=["gifts"], dependencies=[Depends(needs("channels.read"))])
_WRITES = [Depends(needs("gifts.write"))]
_PEOPLE = [Depends(needs("customers.read"))]
_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
After = Annotated[str | None, Query(max_length=40)]
Limit = Annotated[int, Query(ge=1, le=200)]


class GiftVersion(BaseModel):
    """Of the gift as it was read."""

    version: int


@router.get("")
async def list_gifts(
    principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GiftList:
    """Gifts, the newest first, with stock and what came of them."""
    return await service.list_gifts(session, runtime, principal.corp_id)


@router.post("", status_code=201, dependencies=_WRITES)
async def create_gift(
    body: NewGift, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GiftRead:
    """Make a draft. 422 `gifts.bad`."""
    made = await service.create_gift(session, principal.corp_id, body, principal.actor)
    return await service.read_gift(session, runtime, principal.corp_id, made)


@router.get("/outsiders", dependencies=_PEOPLE)
async def list_outsiders(principal: CurrentPrincipal, session: CorpSession) -> OutsiderList:
    """Customers who are members, their families or test accounts."""
    return await service.list_outsiders(session, principal.corp_id)


@router.put("/outsiders/{customer_id}", status_code=204, dependencies=[*_PEOPLE, *_WRITES])
async def mark_outsider(
    customer_id: int, body: NewOutsider, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """Let him claim nothing from now on; what he has stays his. 404 `gifts.unknown_person`."""
    await service.mark_outsider(session, principal.corp_id, customer_id, body.why, principal.actor)


@router.delete("/outsiders/{customer_id}", status_code=204, dependencies=[*_PEOPLE, *_WRITES])
async def clear_outsider(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession
) -> None:
    """He may claim as others do. 404 `gifts.unknown_person`."""
    await service.clear_outsider(session, principal.corp_id, customer_id, principal.actor)


@router.get("/takers", dependencies=_PEOPLE)
async def list_takers(
    principal: CurrentPrincipal,
    session: CorpSession,
    reason: Reason | None = None,
    after: After = None,
    limit: Limit = 50,
) -> TakerPage:
    """Who only takes, with the reason, as last night found it. 422 `gifts.bad_cursor`."""
    return await service.list_takers(session, principal.corp_id, reason, after, limit)


@router.get("/taker-rules")
async def read_taker_rules(principal: CurrentPrincipal, session: CorpSession) -> TakerRulesRead:
    """From when on somebody only takes."""
    return await service.read_rules(session, principal.corp_id)


@router.put("/taker-rules", dependencies=_WRITES)
async def change_taker_rules(
    body: TakerRules, principal: CurrentPrincipal, session: CorpSession
) -> TakerRulesRead:
    """Change it from the next night on. 422 `gifts.unknown_tag`."""
    return await service.change_rules(session, principal.corp_id, body, principal.actor)


@router.get("/{gift_id}")
async def read_gift(
    gift_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GiftRead:
    """One gift. 404 `gifts.unknown`."""
    return await service.read_gift(session, runtime, principal.corp_id, gift_id)


@router.put("/{gift_id}", dependencies=_WRITES)
async def change_gift(
    gift_id: int,
    body: GiftChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GiftRead:
    """Change a draft; what is published stays as it is.

    404 `gifts.unknown`; 409 `gifts.frozen`, `gifts.changed_meanwhile`; 422 `gifts.bad`.
    """
    await service.change_gift(session, principal.corp_id, gift_id, body, principal.actor)
    return await service.read_gift(session, runtime, principal.corp_id, gift_id)


@router.post("/{gift_id}/publish", dependencies=_WRITES)
async def publish_gift(
    gift_id: int,
    body: GiftVersion,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> GiftRead:
    """Open its page from its start on; its rules stay from now on.

    404 `gifts.unknown`; 409 `gifts.frozen`, `gifts.changed_meanwhile`, `gifts.not_ready`.
    """
    await service.publish_gift(
        session, principal.corp_id, gift_id, body.version, principal.actor, runtime.clock()
    )
    return await service.read_gift(session, runtime, principal.corp_id, gift_id)


@router.post("/{gift_id}/stop", dependencies=_WRITES)
async def stop_gift(
    gift_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> GiftRead:
    """Give no more out, for good. 404 `gifts.unknown`, 409 `gifts.wrong_state`."""
    await service.stop_gift(session, principal.corp_id, gift_id, principal.actor, runtime.clock())
    return await service.read_gift(session, runtime, principal.corp_id, gift_id)


@router.post("/{gift_id}/codes", dependencies=_WRITES, openapi_extra=_FILE)
async def add_codes(
    gift_id: int,
    request: Request,
    principal: CurrentPrincipal,
    runtime: CurrentRuntime,
    name: Annotated[str, Query(min_length=1, max_length=200)],
) -> CodesFound:
    """Send a list as the body: a code a line, or CSV or .xlsx with codes in the first column.

    Up to 1,000,000 lines. What is in already, twice, empty or no code is counted and left out, so
    a file can be sent again. 404 `gifts.unknown`; 413 `gifts.codes_too_many`; 422
    `gifts.bad_codes`, `gifts.bad`.
    """
    content = bytearray()
    async for block in request.stream():
        content += block
        if len(content) > CODES_BYTES:
            message = f"the file is larger than {CODES_BYTES >> 20} MB; split it"
            raise TooManyCodesError(message)
    return await service.add_codes(
        runtime, principal.corp_id, gift_id, name, bytes(content), principal.actor
    )


@router.get("/{gift_id}/claims", dependencies=_PEOPLE)
async def list_claims(
    gift_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: After = None,
    limit: Limit = 50,
) -> ClaimPage:
    """Who claimed, by number of the code from the last.

    404 `gifts.unknown`, 422 `gifts.bad_cursor`.
    """
    return await service.list_claims(session, principal.corp_id, gift_id, after, limit)


@router.get("/{gift_id}/claims.csv", dependencies=[Depends(needs("customers.export"))])
async def export_claims(
    gift_id: int, principal: CurrentPrincipal, session: CorpSession
) -> Response:
    """The same as CSV, without codes; on record. 404 `gifts.unknown`."""
    content = await service.export_claims(session, principal.corp_id, gift_id, principal.actor)
    return Response(
        content,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="gift-{gift_id}-claims.csv"'},
    )
