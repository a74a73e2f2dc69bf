"""The claim page of a gift for adding: what it is, his code, or why he has none."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from yutang.act.gifts import service as gifts
from yutang.act.gifts.errors import ClaimRefusedError, UnknownGiftError
from yutang.kernel import origins
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CurrentRuntime
from yutang.people.customer_sessions import service as customer_sessions
from yutang.people.customer_sessions.errors import CustomerSignedOutError, StaleFormError
from yutang.people.customer_sessions.schemas import SignedInCustomer
from yutang.people.customer_sessions.service import SIGN_IN

from .answering import HEADERS, language_of, lead, lets, show, tell
from .gift_pages import COPY_HASH, gift_page
from .signing_in import COOKIE, ME
from .wording import Language

router = APIRouter()
GIFT: Final = f"{gifts.PATH}{{slug}}"
_POLICY: Final = "Content-Security-Policy"
_HEADERS: Final = {_POLICY: f"{HEADERS[_POLICY]}; script-src '{COPY_HASH}'"}
"""The script that copies the code, and no other."""


async def _who(request: Request, runtime: Runtime, corp_id: int) -> SignedInCustomer | None:
    """Who is signed in to this corp; None else."""
    try:
        async with runtime.database.owner() as session:
            token = request.cookies.get(COOKIE, "")
            me = await customer_sessions.find(session, token, runtime.clock())
    except CustomerSignedOutError:
        return None
    if me.corp_id != corp_id:
        return None
    origins.known_as(origins.SESSION)
    return me


@router.get(GIFT, include_in_schema=False)
async def show_gift(
    request: Request, runtime: CurrentRuntime, slug: str, lang: str | None = None, done: str = ""
) -> Response:
    """The page; opening it takes nothing."""
    language = language_of(request, lang)
    if not lets(runtime, request):
        return tell("busy", language, 429)
    try:
        async with runtime.database.owner() as session:
            corp_id, gift_id, corpid = await gifts.find_by_slug(session, slug)
        me = await _who(request, runtime, corp_id)
        async with runtime.database.corp(corp_id) as session:
            page = await gifts.read_page(
                session, runtime, corp_id, gift_id, me.customer_id if me else None
            )
    except UnknownGiftError:
        return tell("lost", language, 404, again=ME, to="me")
    path = f"{gifts.PATH}{slug}"
    sign_in = f"{SIGN_IN}?{urlencode({'to': f'{path}?lang={language}', 'corp': corpid})}"
    mark = customer_sessions.form_mark(runtime.vault, me) if me else None
    drawn = gift_page(page, language, path, mark=mark, sign_in=sign_in, just=done == "yes")
    answer = show(drawn)
    answer.headers.update(_HEADERS)
    return answer


@router.post(GIFT, include_in_schema=False)
async def claim_gift(
    request: Request,
    runtime: CurrentRuntime,
    slug: str,
    mark: Annotated[str, Form(max_length=100)] = "",
    lang: str | None = None,
) -> Response:
    """Take it, once however often it is sent; leads back to the page, which says the rest."""
    language = language_of(request, lang)
    if not lets(runtime, request):
        return tell("busy", language, 429)
    path = f"{gifts.PATH}{slug}"
    try:
        async with runtime.database.owner() as session:
            corp_id, gift_id, _ = await gifts.find_by_slug(session, slug)
        me = await _who(request, runtime, corp_id)
        if me is None:
            return lead(_back(path, language))
        customer_sessions.check_form(runtime.vault, me, mark)
        await gifts.claim(runtime, corp_id, gift_id, me.customer_id)
    except UnknownGiftError:
        return tell("lost", language, 404, again=ME, to="me")
    except StaleFormError as error:
        again = _back(path, language)
        return tell("stale_form", language, error.status, again=again)
    except ClaimRefusedError as error:
        if error.why == "busy":
            return tell("busy", language, 503, again=_back(path, language))
        return lead(_back(path, language))
    return lead(f"{_back(path, language)}&done=yes")


def _back(path: str, language: Language) -> str:
    return f"{path}?lang={language}"
