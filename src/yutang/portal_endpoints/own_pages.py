"""My data and privacy, drawn: the way out of marketing first."""

from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from yutang.people.consents.schemas import OwnConsent
from yutang.people.privacy.schemas import Asked, OwnPage, OwnRequest

from .shell import framed
from .wording import OTHER, Language, knows, say

ME: Final = "/h/me"
ERASE: Final = "/h/me/erase"


def own_page(page: OwnPage, language: Language, mark: str, *, done: str) -> str:
    """All of it; `mark` proves the forms."""
    draw = _Drawing(page, language, mark)
    told = f'<p class="done" role="status">{draw.say(f"did.{done}")}</p>' if _is_did(done) else ""
    parts = (told, draw.head(), draw.consents(), draw.asking(), draw.leaving())
    other = f"{ME}?{urlencode({'lang': OTHER[language]})}"
    return framed(draw.say("me.title"), "".join(parts), language, other=other)


def erase_page(page: OwnPage, language: Language, mark: str) -> str:
    """What asking to be erased means, and the button that asks."""
    draw = _Drawing(page, language, mark)
    back = f"{ME}?{urlencode({'lang': language})}"
    inner = (
        f'<div class="card"><p class="who">{escape(page.corp)}</p>'
        f"<h1>{draw.say('erase.title')}</h1>"
        f"<p>{draw.say('erase.what')}</p><p>{draw.say('erase.stays')}</p>"
        f"<p>{draw.say('erase.when')}</p>{draw.form('ask', 'erase.yes', 'danger', what='erase')}"
        f'<a class="button plain" href="{escape(back)}">{draw.say("erase.no")}</a></div>'
    )
    other = f"{ERASE}?{urlencode({'lang': OTHER[language]})}"
    return framed(draw.say("erase.title"), inner, language, other=other)


def _is_did(done: str) -> bool:
    return bool(done) and knows(f"did.{done}")


class _Drawing:
    """One page for one reader."""

    def __init__(self, page: OwnPage, language: Language, mark: str) -> None:
        self.page = page
        self.language = language
        self.mark = mark
        self.zone = ZoneInfo(page.timezone)

    def say(self, key: str, **values: str) -> str:
        """Words with the corp's name at hand."""
        return say(key, self.language, corp=self.page.corp, **values)

    def day(self, at: datetime) -> str:
        """A day as the reader writes it, in the corp's zone."""
        here = at.astimezone(self.zone)
        if self.language == "en":
            return f"{here.day} {here:%B %Y}"
        return f"{here.year} 年 {here.month} 月 {here.day} 日"

    def join(self, *sentences: str) -> str:
        """Sentences in a row: Chinese ones leave no gap."""
        return (" " if self.language == "en" else "").join(sentences)

    def form(self, act: str, words: str, style: str = "", *, what: str = "") -> str:
        """A button that does one thing."""
        where = f"{ME}?{urlencode({'lang': self.language})}"
        more = f'<input type="hidden" name="what" value="{escape(what)}">' if what else ""
        return (
            f'<form method="post" action="{escape(where)}">'
            f'<input type="hidden" name="mark" value="{self.mark}">{more}'
            f'<button name="act" value="{act}" class="{style}">{self.say(words)}</button></form>'
        )

    def head(self) -> str:
        """Who keeps what since when, and the way out of marketing."""
        page = self.page
        if page.refused_at is None:
            words, button = self.say("me.open"), self.form("refuse", "me.refuse")
        else:
            words = self.say("me.refused", day=self.day(page.refused_at))
            button = self.form("allow", "me.allow", "plain")
        name = self.say("me.you", name=page.name) if page.name else self.say("me.nameless")
        return (
            f'<div class="card"><p class="who">{escape(page.corp)}</p>'
            f"<h1>{self.say('me.title')}</h1>"
            f"<p>{self.join(name, self.say('me.since', day=self.day(page.known_since)))}</p>"
            f"<h2>{self.say('me.marketing')}</h2><p>{words}</p>{button}</div>"
        )

    def consents(self) -> str:
        """What he agreed to, each with the button that takes it back."""
        found = "".join(map(self._consent, self.page.consents))
        inner = found or f"<p>{self.say('me.no_consents')}</p>"
        return f'<div class="card"><h2>{self.say("me.consents")}</h2>{inner}</div>'

    def _consent(self, one: OwnConsent) -> str:
        english = self.language == "en"
        name = one.name_en if english else one.name_zh
        notice = (one.notice_en or one.notice_zh) if english else (one.notice_zh or one.notice_en)
        until = (
            self.say("me.until", day=self.day(one.until))
            if one.until is not None
            else self.say("me.until_withdrawn")
        )
        told = (
            f"<details><summary>{self.say('me.notice')}</summary><p>{escape(notice)}</p></details>"
            if notice
            else ""
        )
        given = self.say("me.given", day=self.day(one.given_at))
        key = f"ends.{one.purpose}"
        ends = self.say(key if knows(key) else "ends.other")
        return (
            f'<div class="row"><h3>{escape(name)}</h3>'
            f'<p class="note">{self.join(given, until)}</p>{told}'
            f'<p class="note">{ends}</p>'
            f"{self.form('withdraw', 'me.withdraw', 'plain', what=one.purpose)}</div>"
        )

    def asking(self) -> str:
        """A copy, or to be erased: how it stands, and the button that asks."""
        newest = {one.kind: one for one in self.page.requests}
        return (
            f'<div class="card"><h2>{self.say("me.data")}</h2>'
            f"{self._asked('copy', newest.get('copy'))}{self._asked('erase', newest.get('erase'))}"
            "</div>"
        )

    def _asked(self, kind: Asked, one: OwnRequest | None) -> str:
        stand = f"<p>{self.say(f'{kind}.about')}</p>"
        if one is not None and one.state != "taken_back":
            day = self.day(one.ended_at or one.due_at)
            asked = self.day(one.asked_at)
            stand = f"<p>{self.say(f'{kind}.{one.state}', asked=asked, day=day)}</p>"
            if one.words:
                stand += f"<p>{self.say('me.answer', words=one.words)}</p>"
        if one is not None and one.state == "waiting":
            button = self.form("take_back", "me.take_back", "plain", what=kind)
        elif kind == "copy":
            button = self.form("ask", "copy.ask", "plain", what="copy")
        else:
            where = f"{ERASE}?{urlencode({'lang': self.language})}"
            button = f'<a class="button danger" href="{escape(where)}">{self.say("erase.ask")}</a>'
        return f'<div class="row"><h3>{self.say(f"{kind}.name")}</h3>{stand}{button}</div>'

    def leaving(self) -> str:
        """Out of this browser, or of all."""
        return (
            f'<div class="card">{self.form("sign_out", "me.sign_out", "plain")}'
            f"{self.form('sign_out_all', 'me.sign_out_all', 'plain')}</div>"
        )
