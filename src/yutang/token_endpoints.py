"""Tokens over HTTP: made, listed and revoked by persons only, never by another token."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from yutang.kernel.tokens import service as tokens
from yutang.kernel.tokens.schemas import (
    Kind,
    NewServiceToken,
    NewToken,
    TokenMade,
    TokenPage,
)
from yutang.kernel.web import CurrentPerson, CurrentRuntime, needs

router = APIRouter(prefix="/tokens", tags=["tokens"])


@router.get("")
async def list_tokens(
    person: CurrentPerson,
    runtime: CurrentRuntime,
    kind: Kind = "personal",
    after: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
) -> TokenPage:
    """Your own tokens, or with the permission tokens.write those of services; newest first.

    Those that expired or were revoked stay in the list.
    """
    async with runtime.database.owner() as session:
        return await tokens.list_tokens(session, person, kind, runtime.clock(), after)


@router.post("", status_code=201)
async def make_personal_token(
    body: NewToken, response: Response, person: CurrentPerson, runtime: CurrentRuntime
) -> TokenMade:
    """Make a token that acts as you; `token` is shown in this answer only.

    403 `tokens.too_wide` for a permission you lack, 409 `tokens.too_many` at 20 live ones.
    """
    response.headers["Cache-Control"] = "no-store"
    async with runtime.database.owner() as session:
        return await tokens.make_personal(session, person, body, runtime.clock())


@router.post("/services", status_code=201, dependencies=[Depends(needs("tokens.write"))])
async def make_service_token(
    body: NewServiceToken, response: Response, person: CurrentPerson, runtime: CurrentRuntime
) -> TokenMade:
    """Make a token of a program, which sees whom `scopes` name; `token` is shown here only.

    403 `tokens.too_wide` where it could do or see more than you, 422 `tokens.unknown_scope`,
    409 `tokens.too_many` at 200 live ones of the company.
    """
    response.headers["Cache-Control"] = "no-store"
    async with runtime.database.owner() as session:
        return await tokens.make_service(session, person, body, runtime.clock())


@router.delete("/{token_id}", status_code=204)
async def revoke_token(token_id: int, person: CurrentPerson, runtime: CurrentRuntime) -> None:
    """Revoke a token of yours, or with the permission tokens.write a service's; at once.

    404 `tokens.unknown`; revoking twice is no error.
    """
    async with runtime.database.owner() as session:
        await tokens.revoke(session, person, token_id, runtime.clock())
