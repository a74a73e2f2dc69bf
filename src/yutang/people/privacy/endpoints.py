"""Privacy over HTTP: the register of purposes, people's rights, and what they ask for."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import FileResponse, HTMLResponse
from pydantic import BaseModel

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.consents import service as consents
from yutang.people.consents.schemas import (
    ConsenterPage,
    NoticeRead,
    Purpose,
    PurposeChange,
    PurposeRead,
)
from yutang.people.exports import service as exports
from yutang.people.exports.schemas import ExportPage

from . import service
from .schemas import (
    ErasureConfirmation,
    ErasurePage,
    ErasureRead,
    ErasureWish,
    Kind,
    MinorMark,
    PersonExport,
    PersonPrivacy,
    PersonWish,
    PrivacyRead,
    PrivacyRequestPage,
    Proof,
    RequestDecline,
    RequestDone,
    RetentionChange,
)
from .wording import Language

router = APIRouter(prefix="/privacy", tags=["privacy"])
READS = [Depends(needs("privacy.read"))]
WRITES = [Depends(needs("privacy.write"))]
ERASES = [Depends(needs("privacy.erase"))]
Languages = Annotated[Language, Query()]


class PurposeList(BaseModel):
    """Every purpose."""

    items: list[PurposeRead]


class NoticeList(BaseModel):
    """Every notice of a purpose, newest first."""

    items: list[NoticeRead]


@router.get("", dependencies=READS)
async def read_privacy(principal: CurrentPrincipal, runtime: CurrentRuntime) -> PrivacyRead:
    """How long each kind of data is kept, how much goes next, and how many people stay erased."""
    return await service.read_privacy(runtime, principal.corp_id)


@router.put("/retentions/{kind}", status_code=204, dependencies=WRITES)
async def set_retention(
    kind: Kind,
    change: RetentionChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Keep a kind of data for so many days, null for good. 422 `privacy.retention`."""
    await service.set_retention(
        session,
        principal.corp_id,
        kind,
        change.days,
        runtime.settings,
        principal.actor,
        runtime.clock(),
    )


@router.get("/purposes", dependencies=[Depends(needs("customers.read"))])
async def list_purposes(principal: CurrentPrincipal, session: CorpSession) -> PurposeList:
    """What people may agree to, with how many do."""
    return PurposeList(items=await consents.list_purposes(session, principal.corp_id))


@router.put("/purposes/{key}", dependencies=WRITES)
async def set_purpose(
    key: Purpose,
    wanted: PurposeChange,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> PurposeList:
    """Set a purpose, or make one; another notice becomes its next version.

    422 `consents.built_in` (those of Yutang itself cannot be archived).
    """
    corp_id = principal.corp_id
    await consents.set_purpose(session, corp_id, key, wanted, principal.actor, runtime.clock())
    return PurposeList(items=await consents.list_purposes(session, corp_id))


@router.get("/purposes/{key}/notices", dependencies=READS)
async def list_notices(
    key: Purpose, principal: CurrentPrincipal, session: CorpSession
) -> NoticeList:
    """What people were told when they agreed, version by version."""
    return NoticeList(items=await consents.list_notices(session, principal.corp_id, key))


@router.get("/purposes/{key}/people", dependencies=READS)
async def list_consenters(
    key: Purpose,
    principal: CurrentPrincipal,
    session: CorpSession,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> ConsenterPage:
    """Who agreed to a purpose, newest first, withdrawn consents too. 422 `consents.bad_cursor`."""
    return await consents.list_consenters(session, principal.corp_id, key, after, limit)


@router.get("/exports", dependencies=READS)
async def list_exports(
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ExportPage:
    """The register of exports, for who supervises: who took how many out, when, with what."""
    return await exports.list_exports(
        runtime, session, principal.corp_id, principal.actor, before, limit
    )


@router.get("/exports/{export_id}/file", dependencies=ERASES, response_class=FileResponse)
async def fetch_person(
    export_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> FileResponse:
    """The file of one person's data; each fetching is on record. 410 `exports.no_file`."""
    path, name, _ = await exports.fetch_person(
        runtime, session, principal.corp_id, export_id, principal.actor
    )
    return FileResponse(path, filename=name, media_type="application/zip")


@router.get("/customers/{customer_id}", dependencies=[Depends(needs("customers.read"))])
async def read_person(
    customer_id: int, principal: CurrentPrincipal, session: CorpSession, runtime: CurrentRuntime
) -> PersonPrivacy:
    """What a person allows and refuses, and his own link. 404 `customers.unknown`."""
    return await service.person_privacy(session, runtime, principal.corp_id, customer_id)


@router.put(
    "/customers/{customer_id}/minor",
    status_code=204,
    dependencies=[Depends(needs("customers.write"))],
)
async def mark_minor(
    customer_id: int,
    mark: MinorMark,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Mark a person as younger than 14: nothing that advertises goes to him."""
    await service.mark_minor(
        session,
        principal.corp_id,
        customer_id,
        minor=mark.minor,
        by=principal.actor,
        now=runtime.clock(),
    )


@router.post("/customers/{customer_id}/export", status_code=202, dependencies=ERASES)
async def hand_out(
    customer_id: int,
    wish: PersonWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> PersonExport:
    """Ask for a file of all that is known of a person. 404 `customers.unknown`."""
    export_id = await service.hand_out(session, customer_id, wish, principal, runtime.clock())
    return PersonExport(export_id=export_id)


@router.post("/customers/{customer_id}/erasure", status_code=201, dependencies=ERASES)
async def plan_erasure(
    customer_id: int,
    wish: ErasureWish,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ErasureRead:
    """The dry run: what would be erased, what would stay and why. Nothing is erased yet.

    404 `customers.unknown`, 409 `privacy.already_asked`.
    """
    corp_id = principal.corp_id
    found = await service.plan(session, corp_id, customer_id, wish.reason, principal, runtime)
    return await service.read_erasure(session, corp_id, found)


@router.get("/erasures", dependencies=READS)
async def list_erasures(
    principal: CurrentPrincipal,
    session: CorpSession,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> ErasurePage:
    """Requests to erase somebody, newest first."""
    return await service.list_erasures(session, principal.corp_id, before, limit)


@router.get("/erasures/{erasure_id}", dependencies=READS)
async def read_erasure(
    erasure_id: int, principal: CurrentPrincipal, session: CorpSession
) -> ErasureRead:
    """One request with its progress. 404 `privacy.unknown_erasure`."""
    return await service.read_erasure(session, principal.corp_id, erasure_id)


@router.post("/erasures/{erasure_id}/confirm", status_code=202, dependencies=ERASES)
async def confirm_erasure(
    erasure_id: int,
    body: ErasureConfirmation,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> ErasureRead:
    """Erase him: cannot be taken back. His name is typed, so that nobody confirms another.

    404 `privacy.unknown_erasure`, 409 `privacy.erasure_state`, 422 `privacy.wrong_name`.
    """
    corp_id, actor = principal.corp_id, principal.actor
    await service.confirm(session, runtime, corp_id, erasure_id, body.name, actor)
    return await service.read_erasure(session, corp_id, erasure_id)


@router.delete("/erasures/{erasure_id}", status_code=204, dependencies=ERASES)
async def drop_erasure(erasure_id: int, principal: CurrentPrincipal, session: CorpSession) -> None:
    """Give a planned request up. 409 `privacy.erasure_state`."""
    await service.drop(session, principal.corp_id, erasure_id, principal.actor)


@router.get("/erasures/{erasure_id}/proof", dependencies=READS)
async def read_proof(erasure_id: int, principal: CurrentPrincipal, session: CorpSession) -> Proof:
    """What was erased, when and by whom. 409 `privacy.no_proof` until it has ended."""
    return await service.proof_of(session, principal.corp_id, erasure_id)


@router.get("/erasures/{erasure_id}/proof.html", dependencies=READS, response_class=HTMLResponse)
async def show_proof(
    erasure_id: int, principal: CurrentPrincipal, session: CorpSession, lang: Languages = "zh-CN"
) -> HTMLResponse:
    """The same as a page for printing."""
    proof = await service.proof_of(session, principal.corp_id, erasure_id)
    return HTMLResponse(service.proof_page(proof, lang))


@router.get("/requests", dependencies=READS)
async def list_privacy_requests(
    principal: CurrentPrincipal,
    session: CorpSession,
    after: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> PrivacyRequestPage:
    """What customers asked for on their own page and wait for, the oldest first."""
    return await service.list_waiting(session, principal.corp_id, after, limit)


@router.post("/requests/{request_id}/done", status_code=204, dependencies=ERASES)
async def finish_privacy_request(
    request_id: int,
    told: RequestDone,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """The customer has his copy; he reads `words`. A request to be erased ends by erasing him.

    404 `privacy.unknown_request`, 409 `privacy.request_ended`, `privacy.done_by_erasing`.
    """
    await service.answer(
        session,
        principal.corp_id,
        request_id,
        done=True,
        words=told.words,
        actor=principal.actor,
        now=runtime.clock(),
    )


@router.post("/requests/{request_id}/decline", status_code=204, dependencies=ERASES)
async def decline_privacy_request(
    request_id: int,
    refusal: RequestDecline,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
) -> None:
    """Decline what a customer asked for; he reads why. 404 and 409 as for `done`."""
    await service.answer(
        session,
        principal.corp_id,
        request_id,
        done=False,
        words=refusal.words,
        actor=principal.actor,
        now=runtime.clock(),
    )
