"""A corp's preferences over HTTP."""

from fastapi import APIRouter, Depends

from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs

from . import service
from .schemas import PreferencesChange, PreferencesRead

router = APIRouter(prefix="/settings/preferences", tags=["settings"])


@router.get("", dependencies=[Depends(needs("settings.read"))])
async def read_preferences(principal: CurrentPrincipal, session: CorpSession) -> PreferencesRead:
    """What the corp chose, with WeCom's figures where it chose nothing."""
    return await service.read_preferences(session, principal.corp_id)


@router.patch("", dependencies=[Depends(needs("settings.write"))])
async def change_preferences(
    body: PreferencesChange, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> PreferencesRead:
    """Change what is given; obeyed everywhere within five seconds, and audited.

    409 `corps.preferences_changed` when somebody else changed them since `version`; 422
    `corps.bad_preference` for a value that cannot be.
    """
    async with runtime.database.owner() as session:
        return await service.change_preferences(session, principal.corp_id, body, principal.actor)
