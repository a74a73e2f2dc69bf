"""My data and privacy: what a signed-in customer sees and decides himself."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Final, Literal, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from yutang.kernel import origins
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CurrentRuntime
from yutang.people.customer_sessions import service as customer_sessions
from yutang.people.customer_sessions.errors import CustomerSignedOutError, StaleFormError
from yutang.people.customer_sessions.schemas import SignedInCustomer
from yutang.people.customer_sessions.service import SIGN_IN
from yutang.people.customers.errors import UnknownCustomerError
from yutang.people.privacy import service as privacy
from yutang.people.privacy.schemas import Asked, OwnPage

from .answering import language_of, lead, lets, show, tell
from .asking import BELOW
from .own_pages import erase_page, own_page
from .signing_in import COOKIE, ME
from .wording import Language

router = APIRouter()
ERASE: Final = "/h/me/erase"
Done = Literal[
    "refused", "allowed", "withdrawn", "copy_asked", "erase_asked", "taken_back", "nothing"
]


async def _me(request: Request, runtime: Runtime) -> SignedInCustomer:
    """Who asks; raises CustomerSignedOutError."""
    async with runtime.database.owner() as session:
        me = await customer_sessions.find(session, request.cookies.get(COOKIE, ""), runtime.clock())
    origins.known_as(origins.SESSION)
    return me


@router.get(BELOW, include_in_schema=False)
async def to_own_page() -> Response:
    """The short address."""
    return RedirectResponse(ME, 307)


@router.get(ME, include_in_schema=False)
async def show_own_page(
    request: Request, runtime: CurrentRuntime, lang: str | None = None, done: str = ""
) -> Response:
    """Everything on one page; `done` says which act led here."""
    language = language_of(request, lang)
    return await _page(
        request, runtime, language, lambda page, mark: own_page(page, language, mark, done=done)
    )


@router.get(ERASE, include_in_schema=False)
async def show_erasing(
    request: Request, runtime: CurrentRuntime, lang: str | None = None
) -> Response:
    """What asking to be erased means; nothing is asked for by opening it."""
    language = language_of(request, lang)
    return await _page(
        request, runtime, language, lambda page, mark: erase_page(page, language, mark)
    )


@router.post(ME, include_in_schema=False)
async def act_on_own_page(
    request: Request,
    runtime: CurrentRuntime,
    act: Annotated[str, Form(max_length=20)] = "",
    mark: Annotated[str, Form(max_length=100)] = "",
    what: Annotated[str, Form(max_length=40)] = "",
    lang: str | None = None,
) -> Response:
    """Do one thing, once however often it is sent; leads back to the page."""
    language = language_of(request, lang)
    if not lets(runtime, request):
        return tell("busy", language, 429)
    try:
        me = await _me(request, runtime)
        customer_sessions.check_form(runtime.vault, me, mark)
        if act in {"sign_out", "sign_out_all"}:
            return await _sign_out(runtime, me, language, everywhere=act == "sign_out_all")
        done = await ACTS[act](runtime, me, what) if act in ACTS else "nothing"
    except (CustomerSignedOutError, StaleFormError, UnknownCustomerError) as error:
        return _refused(error, language)
    return lead(f"{ME}?{urlencode({'lang': language, 'done': done})}")


async def _page(
    request: Request,
    runtime: Runtime,
    language: Language,
    draw: Callable[[OwnPage, str], str],
) -> Response:
    if not lets(runtime, request):
        return tell("busy", language, 429)
    try:
        me = await _me(request, runtime)
        async with runtime.database.corp(me.corp_id) as session:
            page = await privacy.own_page(session, me.corp_id, me.customer_id)
    except (CustomerSignedOutError, UnknownCustomerError) as error:
        return _refused(error, language)
    return show(draw(page, customer_sessions.form_mark(runtime.vault, me)))


def _refused(error: DomainError, language: Language) -> Response:
    if isinstance(error, StaleFormError):
        return tell("stale_form", language, error.status, again=f"{ME}?lang={language}", to="me")
    to = urlencode({"to": f"{ME}?lang={language}"})
    answer = tell("signed_out", language, 401, again=f"{SIGN_IN}?{to}", to="sign_in")
    answer.delete_cookie(COOKIE, path=BELOW)
    return answer


async def _sign_out(
    runtime: Runtime, me: SignedInCustomer, language: Language, *, everywhere: bool
) -> Response:
    async with runtime.database.corp(me.corp_id) as session:
        await customer_sessions.end(session, me, everywhere=everywhere)
    answer = tell("bye", language, 200, again=f"{SIGN_IN}?{urlencode({'to': ME})}", to="sign_in")
    answer.delete_cookie(COOKIE, path=BELOW)
    return answer


async def _refuse(runtime: Runtime, me: SignedInCustomer, _: str) -> Done:
    return await _set_refusal(runtime, me, refused=True)


async def _allow(runtime: Runtime, me: SignedInCustomer, _: str) -> Done:
    return await _set_refusal(runtime, me, refused=False)


async def _set_refusal(runtime: Runtime, me: SignedInCustomer, *, refused: bool) -> Done:
    async with runtime.database.corp(me.corp_id) as session:
        await privacy.set_own_refusal(
            session, me.corp_id, me.customer_id, refused=refused, now=runtime.clock()
        )
    return "refused" if refused else "allowed"


async def _withdraw(runtime: Runtime, me: SignedInCustomer, what: str) -> Done:
    async with runtime.database.corp(me.corp_id) as session:
        done = await privacy.end_consent(
            session, me.corp_id, me.customer_id, what, me.actor, runtime.clock()
        )
    return "withdrawn" if done else "nothing"


async def _ask(runtime: Runtime, me: SignedInCustomer, what: str) -> Done:
    if what not in {"copy", "erase"}:
        return "nothing"
    kind = cast("Asked", what)
    await privacy.ask(runtime, me.corp_id, me.customer_id, kind)
    return "copy_asked" if kind == "copy" else "erase_asked"


async def _take_back(runtime: Runtime, me: SignedInCustomer, what: str) -> Done:
    if what not in {"copy", "erase"}:
        return "nothing"
    async with runtime.database.corp(me.corp_id) as session:
        done = await privacy.take_back(
            session, me.corp_id, me.customer_id, cast("Asked", what), runtime.clock()
        )
    return "taken_back" if done else "nothing"


Act = Callable[[Runtime, SignedInCustomer, str], Awaitable[Done]]
ACTS: Final[dict[str, Act]] = {
    "refuse": _refuse,
    "allow": _allow,
    "withdraw": _withdraw,
    "ask": _ask,
    "take_back": _take_back,
}


@router.get(BELOW + "/{path:path}", include_in_schema=False)
async def find_nothing(request: Request, path: str) -> Response:  # noqa: ARG001 - the route's
    """Any other address below /h/."""
    return tell("lost", language_of(request, None), 404, again=ME, to="me")
