"""The page of a page code, drawn: whose code it is, why him, and the code itself."""

from collections.abc import Sequence
from html import escape
from typing import Final
from urllib.parse import urlencode

import segno

from yutang.act.pagecodes.service import OpenPage, Shown

from .pressing import pressable
from .shell import framed
from .wording import OTHER, Language, knows, say

BELOW: Final = "/h/c/"
_SIDE: Final = 240
_STYLE: Final = (
    "<style>.qr{display:block;width:240px;height:240px;margin:0 auto 12px;"
    "image-rendering:pixelated}.mid{text-align:center}.cities{display:grid;"
    "grid-template-columns:1fr 1fr;gap:12px}.cities .wide{grid-column:1/-1}</style>"
)


def address_of(page: OpenPage, language: Language, **more: str) -> str:
    """The page, or what one asks of it."""
    return f"{BELOW}{page.slug}?{urlencode({'lang': language, **more})}"


def code_page(
    page: OpenPage, shown: Shown, language: Language, *, in_wechat: bool, reader: str = ""
) -> str:
    """Whom the rule picked; the picture is one of its own so that a long press finds the code.

    `reader` is what stands in for the long press on a demo phone.
    """
    rule = page.rule
    name = shown.name if rule.show_name else ""
    who = {"name": name, "city": shown.city, "corp": page.corp}
    title = escape(rule.title) or say(
        "code.title" if name else "code.title_nameless", language, **who
    )
    key = f"code.why_{shown.why}" if name else f"code.nameless_{shown.why}"
    why = say(
        key if knows(key) else "code.why_rule" if name else "code.nameless_rule", language, **who
    )
    hint = escape(rule.hint) or say("code.press" if in_wechat else "code.scan", language)
    alt = say("code.alt" if name else "code.alt_nameless", language, **who)
    preview = (
        f'<p class="done" role="status">{say("code.preview", language)}</p>'
        if shown.is_preview
        else ""
    )
    elsewhere = (
        f'<p class="mid"><a class="link" href="{escape(address_of(page, language, ask="1"))}">'
        f"{say('code.other_city', language, **who)}</a></p>"
        if rule.by_city
        else ""
    )
    picture = (
        f'<img class="qr" src="{_picture(shown.qr_content)}" width="{_SIDE}" height="{_SIDE}"'
        f' alt="{alt}">'
    )
    picture = pressable(picture, shown.qr_content, reader)
    inner = (
        f'{_STYLE}{preview}<div class="card"><p class="who">{escape(page.corp)}</p>'
        f"<h1>{title}</h1><p>{why}</p>{picture}"
        f'<p class="mid"><b>{hint}</b></p>{elsewhere}</div>'
        f'<p class="note">{say("code.kept", language, **who)}</p>'
    )
    return framed(title, inner, language, other=address_of(page, OTHER[language]))


def city_page(page: OpenPage, cities: Sequence[str], language: Language) -> str:
    """Where are you: WeCom does not tell."""
    buttons = "".join(
        f'<a class="button plain" href="{escape(address_of(page, language, city=city))}">'
        f"{escape(city)}</a>"
        for city in cities
    )
    elsewhere = address_of(page, language, city="-")
    title = say("code.where_title", language)
    inner = (
        f'{_STYLE}<div class="card"><p class="who">{escape(page.corp)}</p><h1>{title}</h1>'
        f"<p>{say('code.where', language)}</p>"
        f'<div class="cities">{buttons}'
        f'<a class="button plain wide" href="{escape(elsewhere)}">'
        f"{say('code.elsewhere', language)}</a></div></div>"
    )
    return framed(title, inner, language, other=address_of(page, OTHER[language]))


def _picture(content: str) -> str:
    code = segno.make(content, error="m", micro=False)
    side, _ = code.symbol_size(border=2)
    return str(code.png_data_uri(scale=max(2, round(2 * _SIDE / side)), border=2))
