"""One's own account: password, second factor, signed-in browsers."""

from typing import Annotated

import segno
from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, Field

from yutang.kernel.access import service as access
from yutang.kernel.access.schemas import (
    MOST,
    FactorOffer,
    PasswordChange,
    Principal,
    RecoveryCodes,
    SessionList,
)
from yutang.kernel.asking import client_ip
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CurrentPerson, CurrentRuntime, SignedIn

router = APIRouter(prefix="/session", tags=["session"])


class PasswordProof(BaseModel):
    """The password proves that it is he, not somebody at his open browser."""

    password: str = Field(max_length=1000)


class CodeProof(BaseModel):
    """What the authenticator app shows now."""

    code: str = Field(max_length=40)


class FactorEnd(PasswordProof, CodeProof):
    """Both; `code` may be a recovery code."""


class FactorOffered(FactorOffer):
    """The secret, and a picture of it to scan."""

    picture: str
    """An SVG as a data URI."""


async def _demand_calm(request: Request, runtime: Runtime, principal: Principal) -> None:
    """Count a guess at the password of who is signed in; raises TooManyTriesError."""
    tried = access.rates.buckets(principal.login, client_ip(request, runtime.settings))
    async with runtime.database.owner() as session:
        refused = await access.rates.take(session, tried, runtime.clock())
    if refused is not None:
        raise refused


async def _calm(request: Request, runtime: Runtime, principal: Principal) -> None:
    """He knew it."""
    tried = access.rates.buckets(principal.login, client_ip(request, runtime.settings))
    async with runtime.database.owner() as session:
        await access.rates.give_back(session, tried)


@router.post("/password", status_code=204)
async def change_password(
    body: PasswordChange, request: Request, principal: SignedIn, runtime: CurrentRuntime
) -> None:
    """Set a new password (8 characters or more); ends the person's other sessions."""
    await _demand_calm(request, runtime, principal)
    async with runtime.database.owner() as session:
        await access.change_password(session, principal, body.current, body.new)
    await _calm(request, runtime, principal)


@router.get("/sessions")
async def list_own_sessions(principal: CurrentPerson, runtime: CurrentRuntime) -> SessionList:
    """Your signed-in browsers, last seen first (to the minute)."""
    async with runtime.database.owner() as session:
        return SessionList(
            items=await access.list_sessions(
                session, principal.user_id, runtime.clock(), principal.session_id
            )
        )


@router.delete("/sessions", status_code=204)
async def end_other_sessions(principal: CurrentPerson, runtime: CurrentRuntime) -> None:
    """Sign out all your other browsers."""
    async with runtime.database.owner() as session:
        await access.end_sessions(
            session,
            principal.corp_id,
            principal.user_id,
            principal.actor,
            but=principal.session_id,
        )


@router.delete("/sessions/{session_id}", status_code=204)
async def end_own_session(
    session_id: Annotated[int, Path(ge=1, le=MOST)],
    principal: CurrentPerson,
    runtime: CurrentRuntime,
) -> None:
    """Sign out one of your browsers; 404 `access.unknown_session`."""
    async with runtime.database.owner() as session:
        await access.end_sessions(
            session, principal.corp_id, principal.user_id, principal.actor, only=session_id
        )


@router.post("/second-factor")
async def begin_second_factor(
    body: PasswordProof,
    request: Request,
    response: Response,
    principal: CurrentPerson,
    runtime: CurrentRuntime,
) -> FactorOffered:
    """Begin a second factor: a secret for an authenticator app. Nothing is asked for yet.

    401 `access.wrong_credentials`; 409 `access.second_factor_on`, `access.no_password`.
    """
    await _demand_calm(request, runtime, principal)
    async with runtime.database.owner() as session:
        offer = await access.second_factor.begin(session, runtime.vault, principal, body.password)
    await _calm(request, runtime, principal)
    response.headers["Cache-Control"] = "no-store"
    picture = segno.make(offer.uri, error="m").svg_data_uri(scale=5, border=2)
    return FactorOffered(secret=offer.secret, uri=offer.uri, picture=picture)


@router.post("/second-factor/confirm")
async def confirm_second_factor(
    body: CodeProof, response: Response, principal: CurrentPerson, runtime: CurrentRuntime
) -> RecoveryCodes:
    """Turn the second factor on with a code of the app; answers ten recovery codes, this once.

    401 `access.wrong_code`; 409 `access.second_factor_off` when none was begun.
    """
    async with runtime.database.owner() as session:
        codes = await access.second_factor.confirm(
            session, runtime.vault, principal, body.code, runtime.clock()
        )
    response.headers["Cache-Control"] = "no-store"
    return codes


@router.post("/second-factor/recovery-codes")
async def renew_recovery_codes(
    body: PasswordProof,
    request: Request,
    response: Response,
    principal: CurrentPerson,
    runtime: CurrentRuntime,
) -> RecoveryCodes:
    """Ten new recovery codes; the old ones are void from now on."""
    await _demand_calm(request, runtime, principal)
    async with runtime.database.owner() as session:
        codes = await access.second_factor.renew_codes(session, principal, body.password)
    await _calm(request, runtime, principal)
    response.headers["Cache-Control"] = "no-store"
    return codes


@router.post("/second-factor/off", status_code=204)
async def turn_second_factor_off(
    body: FactorEnd, request: Request, principal: CurrentPerson, runtime: CurrentRuntime
) -> None:
    """Ask for no codes any more; needs the password and a code, of the app or for recovery."""
    await _demand_calm(request, runtime, principal)
    async with runtime.database.owner() as session:
        await access.second_factor.turn_off(
            session, runtime.vault, principal, body.password, body.code, runtime.clock()
        )
    await _calm(request, runtime, principal)
