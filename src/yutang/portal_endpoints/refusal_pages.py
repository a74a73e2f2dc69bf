"""The page behind a person's link."""

from html import escape

from .shell import framed
from .wording import OTHER, Language, say


def refusal_page(corp: str, language: Language, *, refused: bool) -> str:
    """What a person decides, as it stands."""
    if refused:
        parts = _words("refused", "refused_what", corp, language)
        button = _button("allow", "plain", language)
    else:
        parts = _words("ask", "what", corp, language)
        button = _button("refuse", "", language)
    return _page(f"{parts}{button}", corp, language)


def plain_page(title: str, words: str, corp: str, language: Language) -> str:
    """A page that only says something; `title` and `words` name it."""
    return _page(_words(title, words, corp, language), corp, language)


def _words(title: str, words: str, corp: str, language: Language) -> str:
    return (
        f"<h1>{say(f'page.{title}', language, corp=corp)}</h1>"
        f"<p>{say(f'page.{words}', language, corp=corp)}</p>"
    )


def _button(act: str, style: str, language: Language) -> str:
    return (
        f'<form method="post" action="?lang={language}">'
        f'<button name="act" value="{act}" class="{style}">{say(f"page.{act}", language)}'
        "</button></form>"
    )


def _page(inner: str, corp: str, language: Language) -> str:
    who = f'<p class="who">{escape(corp)}</p>' if corp else ""
    card = f'<div class="card">{who}{inner}</div>'
    return framed(say("page.title", language), card, language, other=f"?lang={OTHER[language]}")
