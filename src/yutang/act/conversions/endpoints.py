"""The webhook of conversions over HTTP."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import HookMade, HookRead, HookWish, SendRead

router = APIRouter(
    prefix="/conversions", tags=["conversions"], dependencies=[Depends(needs("settings.read"))]
)
_WRITES = [Depends(needs("settings.write"))]


@router.get("/webhook")
async def read_conversion_hook(principal: CurrentPrincipal, session: CorpSession) -> HookRead:
    """Where conversions are told, what is sent, and how the last twenty went."""
    return await service.read_hook(session, principal.corp_id)


@router.put("/webhook", dependencies=_WRITES)
async def save_conversion_hook(
    body: HookWish, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> HookMade:
    """Say where conversions are told. The first answer holds the secret, once.

    422 `fetch.refused` for an address that may not be called, `conversions.unknown_placeholder`.
    """
    return await service.save_hook(runtime, principal.corp_id, body, principal.actor)


@router.post("/webhook/secret", dependencies=_WRITES)
async def renew_conversion_secret(principal: CurrentPrincipal, runtime: CurrentRuntime) -> HookMade:
    """Another secret; the former one stops at once. 409 `conversions.no_hook`."""
    return await service.renew_secret(runtime, principal.corp_id, principal.actor)


@router.post("/webhook/test", dependencies=_WRITES)
async def test_conversion_hook(principal: CurrentPrincipal, runtime: CurrentRuntime) -> SendRead:
    """Tell something made up now; the answer says what came of it. 409 `conversions.no_hook`."""
    return await service.send_test(runtime, principal.corp_id, principal.actor)
