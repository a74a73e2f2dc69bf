"""The page behind a group code: the code that leads into a group at this moment."""

import base64
import io
from html import escape
from typing import Annotated, Final
from zoneinfo import ZoneInfo

import segno
from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from yutang.act.groupcodes import service
from yutang.act.groupcodes.schemas import PublicPage
from yutang.kernel.web import CurrentRuntime

from .answering import language_of, lets, show, tell
from .pressing import let_show, pressable, reader_of
from .shell import framed
from .wording import OTHER, Language, say

router = APIRouter()
Slug = Annotated[str, Path(max_length=40)]
_SCALE: Final = 8
_MIDDLE: Final = 'style="text-align:center;margin:0 0 12px"'


@router.get(service.PATH + "{slug}", include_in_schema=False)
async def show_group_code(
    slug: Slug, request: Request, runtime: CurrentRuntime, lang: str | None = None
) -> Response:
    """What its visitor finds now: a group's code, a member's, or an honest word."""
    language = language_of(request, lang)
    if not lets(runtime, request):
        return tell("busy", language, 429)
    page = await service.show(runtime, slug)
    if page is None:
        return let_show(runtime, tell("no_group_code", language, 404))
    reader = reader_of(runtime, request)
    drawn = draw(page, language, f"{service.PATH}{slug}", reader=reader)
    return let_show(runtime, show(drawn))


def draw(page: PublicPage, language: Language, path: str, *, reader: str = "") -> str:
    """All of it, without a script; `reader` stands in for the long press on a demo phone."""
    known = {"corp": page.corp}
    parts = [f'<p class="who">{escape(page.corp)}</p><h1>{escape(page.title)}</h1>']
    if page.content is not None:
        alt = say(f"group_code.{page.shown}_alt", language, **known)
        picture = (
            f'<img alt="{alt}" width="260" height="260"'
            f' src="data:image/png;base64,{_picture(page.content)}">'
        )
        parts.append(
            f"<p>{say(f'group_code.{page.shown}', language, **known)}</p>"
            f"<p {_MIDDLE}>{pressable(picture, page.content, reader)}</p>"
            f'<p class="note" {_MIDDLE}>{say("group_code.press", language)}</p>'
        )
    else:
        parts.append(f"<p>{say('group_code.none', language, **known)}</p>")
    if page.until is not None:
        here = page.until.astimezone(ZoneInfo(page.timezone))
        until = say("group_code.until", language, until=f"{here:%m-%d %H:%M}")
        parts.append(f'<p class="note" {_MIDDLE}>{until}</p>')
    inner = f'<div class="card">{"".join(parts)}</div>'
    return framed(escape(page.title), inner, language, other=f"{path}?lang={OTHER[language]}")


def _picture(content: str) -> str:
    """One bit a pixel and nothing in the middle: WeChat reads it by a long press."""
    buffer = io.BytesIO()
    segno.make(content, error="m", micro=False).save(buffer, kind="png", scale=_SCALE, border=4)
    return base64.b64encode(buffer.getvalue()).decode()
