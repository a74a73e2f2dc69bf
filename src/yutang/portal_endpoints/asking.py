"""Lead a browser to WeCom, which says who sits before it and sends it back."""

from fastapi.responses import RedirectResponse

from yutang.kernel.runtime import Runtime
from yutang.kernel.web import keep_cookie
from yutang.people.corps import service as corps
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.service import Pages

from .answering import HEADERS

BELOW = "/h"


async def ask_wecom(
    runtime: Runtime, corp_id: int, to: str, *, pages: Pages, back: str, cookie: str
) -> RedirectResponse:
    """Off to WeCom; it leads to the path `back`, where `cookie` holds that it goes on to `to`.

    Raises UnknownCorpError.
    """
    async with runtime.database.owner() as session:
        facts = await corps.read_facts(session, corp_id)
        agent_id = await corps.first_agent_id(session, corp_id)
    invitation, sealed = sessions.invite(
        runtime.vault, corp_id, agent_id, to, runtime.clock(), pages
    )
    address = sessions.authorize_url(
        runtime.settings,
        facts.corpid,
        agent_id,
        invitation.state,
        f"{runtime.settings.address}{back}",
    )
    answer = RedirectResponse(address, 302, headers=HEADERS)
    lasting = sessions.INVITATION_SECONDS
    keep_cookie(answer, runtime, cookie, sealed, seconds=lasting, path=BELOW)
    return answer
