"""What the gateway to WeCom does now, together with the age of the corp's tokens."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CurrentPrincipal, CurrentRuntime, needs
from yutang.people.corps import service as corps
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import QuotaRead

router = APIRouter(prefix="/wecom/quota", tags=["quota"])


@router.get("", dependencies=[Depends(needs("settings.read"))])
async def read_quota(principal: CurrentPrincipal, runtime: CurrentRuntime) -> QuotaRead:
    """Use of WeCom's quotas in this minute, hour and day, and what follows from it.

    Per API: calls used and free, calls that wait by class, lockouts with their reason and end.
    Then bulk runs with progress and when they will be through, and each token's age. Never asks
    WeCom; to be asked anew every few seconds.
    """
    async with runtime.database.owner() as session:
        tokens = await corps.list_token_ages(session, principal.corp_id)
        return await gateway.read_quota(
            session, runtime, principal.corp_id, tokens, runtime.clock()
        )
