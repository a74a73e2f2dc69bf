"""The page behind a person's link: one tap refuses marketing, one allows it again."""

from typing import Annotated

from fastapi import APIRouter, Form, Path, Request
from fastapi.responses import HTMLResponse, Response

from yutang.kernel.web import CurrentRuntime
from yutang.people.customers.errors import UnknownCustomerError
from yutang.people.privacy import service
from yutang.people.privacy.errors import BadLinkError

from .answering import language_of, lead, lets, show
from .refusal_pages import plain_page, refusal_page
from .wording import Language

router = APIRouter()
Token = Annotated[str, Path(max_length=200)]


@router.get(service.PATH + "{token}", include_in_schema=False)
async def show_refusal(
    token: Token, request: Request, runtime: CurrentRuntime, lang: str | None = None
) -> Response:
    """The page behind a person's link. To open it changes nothing: scanners open links too."""
    language = language_of(request, lang)
    if not lets(runtime, request):
        return _plain("busy_title", "busy", language, 429)
    try:
        who = service.read_token(runtime.vault, token)
        corp, refused = await service.standing_of(runtime, who)
    except BadLinkError:
        return _plain("bad_title", "bad", language, 404)
    if refused is None:
        return show(plain_page("gone_title", "gone", corp, language))
    return show(refusal_page(corp, language, refused=refused))


@router.post(service.PATH + "{token}", include_in_schema=False)
async def change_refusal(
    token: Token,
    request: Request,
    runtime: CurrentRuntime,
    act: Annotated[str, Form(max_length=20)] = "refuse",
    one_click: Annotated[str | None, Form(alias="List-Unsubscribe", max_length=40)] = None,
    lang: str | None = None,
) -> Response:
    """Refuse, or allow again, once however often it is sent.

    Also what mail programs send for `List-Unsubscribe-Post: List-Unsubscribe=One-Click`.
    """
    language = language_of(request, lang)
    if not lets(runtime, request):
        return _plain("busy_title", "busy", language, 429)
    try:
        who = service.read_token(runtime.vault, token)
        corp, _ = await service.standing_of(runtime, who)
        await service.refuse_by_link(runtime, who, refused=act != "allow" or one_click is not None)
    except BadLinkError:
        return _plain("bad_title", "bad", language, 404)
    except UnknownCustomerError:
        return show(plain_page("gone_title", "gone", corp, language))
    if one_click is not None:
        return show(refusal_page(corp, language, refused=True))
    return lead(f"{service.PATH}{token}?lang={language}")


def _plain(title: str, words: str, language: Language, status: int) -> HTMLResponse:
    return show(plain_page(title, words, "", language), status)
