"""The claim page, drawn: one thing, his code in the middle of it."""

import base64
import hashlib
from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from yutang.act.gifts.schemas import GiftPage

from .shell import framed
from .wording import OTHER, Language, say

# Without it, or where the clipboard is closed, a long press on the code selects all of it.
_COPY: Final = (
    "var b=document.getElementById('copy'),c=document.getElementById('code');"
    "if(b&&navigator.clipboard){b.hidden=false;b.onclick=function(){"
    "navigator.clipboard.writeText(c.textContent).then(function(){"
    "b.textContent=b.getAttribute('data-done')},function(){"
    "b.textContent=b.getAttribute('data-by-hand')})}}"
)
COPY_HASH: Final = f"sha256-{base64.b64encode(hashlib.sha256(_COPY.encode()).digest()).decode()}"
_STYLE: Final = (
    "<style>.code{font:600 24px/1.4 ui-monospace,Menlo,Consolas,monospace;text-align:center;"
    "background:#E6F3F2;border-radius:8px;padding:16px;margin:0 0 12px;user-select:all;"
    "-webkit-user-select:all;color:#1B2429}.lines{white-space:pre-line}</style>"
)


def gift_page(
    page: GiftPage,
    language: Language,
    path: str,
    *,
    mark: str | None,
    sign_in: str,
    just: bool,
) -> str:
    """All of it; `mark` proves the form of who is signed in, None: nobody is."""
    draw = _Drawing(page, language, path)
    parts = (_STYLE, draw.head(), draw.standing(mark, sign_in, just=just), draw.rules())
    other = f"{path}?{urlencode({'lang': OTHER[language]})}"
    script = f"<script>{_COPY}</script>" if page.code is not None else ""
    return framed(escape(page.name), "".join(parts) + script, language, other=other)


class _Drawing:
    """One page for one reader."""

    def __init__(self, page: GiftPage, language: Language, path: str) -> None:
        self.page = page
        self.language = language
        self.path = path
        self.zone = ZoneInfo(page.timezone)

    def say(self, key: str, **values: str) -> str:
        """Words with the corp's name at hand."""
        return say(f"gift.{key}", self.language, corp=self.page.corp, **values)

    def moment(self, at: datetime | None) -> str:
        """A day and minute as the reader writes it, in the corp's zone."""
        if at is None:
            return ""
        here = at.astimezone(self.zone)
        if self.language == "en":
            return f"{here.day} {here:%B %Y, %H:%M}"
        return f"{here.year} 年 {here.month} 月 {here.day} 日 {here:%H:%M}"

    def head(self) -> str:
        """Of whom, what it is, until when, and what the ledger counts as left."""
        page = self.page
        about = f'<p class="lines">{escape(page.about)}</p>' if page.about else ""
        until = (
            self.say("until", end=self.moment(page.ends_at))
            if page.ends_at is not None
            else self.say("open_end")
        )
        left = "" if page.left is None else f" {self.say('left', n=f'{page.left:,}')}"
        return (
            f'<div class="card"><p class="who">{escape(page.corp)}</p>'
            f'<h1>{escape(page.name)}</h1>{about}<p class="note">{until}{left}</p></div>'
        )

    def standing(self, mark: str | None, sign_in: str, *, just: bool) -> str:
        """His code, the button that takes one, or why there is none."""
        page = self.page
        if page.code is not None:
            told = self.say("just" if just else "yours", at=self.moment(page.claimed_at))
            inner = (
                f'<h2 role="status">{told}</h2>'
                f'<p class="code" id="code">{escape(page.code)}</p>'
                f'<button id="copy" hidden data-done="{self.say("copied")}"'
                f' data-by-hand="{self.say("by_hand")}">{self.say("copy")}</button>'
                f'<p class="note">{self.say("keep")}</p>'
            )
        elif mark is None:
            inner = (
                f"<h2>{self.say('who')}</h2><p>{self.say('who_what')}</p>"
                f'<a class="button" href="{escape(sign_in)}">{self.say("sign_in")}</a>'
            )
        elif page.refusal is not None:
            inner = self._refusal(page.refusal)
        else:
            where = f"{self.path}?{urlencode({'lang': self.language})}"
            inner = (
                f"<h2>{self.say('ready')}</h2><p>{self.say('ready_what')}</p>"
                f'<form method="post" action="{escape(where)}">'
                f'<input type="hidden" name="mark" value="{mark}">'
                f"<button>{self.say('take')}</button></form>"
            )
        return f'<div class="card">{inner}</div>'

    def _refusal(self, why: str) -> str:
        told = (
            f'<h2 role="status">{self.say(f"no_{why}")}</h2>'
            f"<p>{self.say(f'no_{why}_what', since=self.moment(self.page.since))}</p>"
        )
        if why in {"not_known", "early", "busy"}:
            where = f"{self.path}?{urlencode({'lang': self.language})}"
            told += f'<a class="button" href="{escape(where)}">{self.say("look_again")}</a>'
        return told

    def rules(self) -> str:
        """Who gets one, and what the operator adds."""
        page = self.page
        more = f'<p class="lines">{escape(page.rules)}</p>' if page.rules else ""
        return (
            f'<div class="card"><h2>{self.say("rules")}</h2>'
            f"<p>{self.say('rules_ours', start=self.moment(page.starts_at))}</p>{more}</div>"
        )
