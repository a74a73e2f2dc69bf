"""The page behind a person's link: small, without scripts, for any phone."""

import html
from typing import Final

from .wording import Language, say

_STYLE: Final = (
    "*{box-sizing:border-box}body{margin:0;min-height:100vh;background:#f5f6f7;color:#1B2429;"
    "font:16px/1.7 system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif}"
    "main{max-width:26rem;margin:0 auto;padding:24px 16px}.card{background:#fff;border-radius:12px;"
    "padding:24px 20px}h1{font-size:20px;line-height:1.4;margin:0 0 8px}p{margin:0 0 20px;"
    "color:#4F5C63}.card p:last-child{margin-bottom:0}button{width:100%;min-height:48px;border:0;"
    "border-radius:8px;font:inherit;font-weight:600;cursor:pointer;background:#0B7A75;color:#fff}"
    "button.plain{background:#fff;color:#0B7A75;border:1px solid #0B7A75}"
    "button:focus-visible,a:focus-visible{outline:3px solid #0B7A75;outline-offset:2px}"
    "nav{text-align:right;margin-bottom:12px}a{color:#0B7A75;display:inline-block;padding:10px 4px}"
    ".who{color:#4F5C63;font-size:14px;margin:0 0 4px}"
)


def refusal_page(corp: str, language: Language, *, refused: bool) -> str:
    """What a person decides, as it stands."""
    if refused:
        parts = _words("refused", "refused_what", corp, language)
        button = _button("allow", "allow", language, plain=True)
    else:
        parts = _words("ask", "what", corp, language)
        button = _button("refuse", "refuse", language, plain=False)
    return _page(f"{parts}{button}", corp, language)


def plain_page(title: str, words: str, corp: str, language: Language) -> str:
    """A page that only says something; `title` and `words` name it."""
    return _page(_words(title, words, corp, language), corp, language)


def _words(title: str, words: str, corp: str, language: Language) -> str:
    return (
        f"<h1>{html.escape(say(f'page.{title}', language, corp=corp))}</h1>"
        f"<p>{html.escape(say(f'page.{words}', language, corp=corp))}</p>"
    )


def _button(act: str, words: str, language: Language, *, plain: bool) -> str:
    style = ' class="plain"' if plain else ""
    called = html.escape(say(f"page.{words}", language))
    return (
        f'<form method="post" action="?lang={language}">'
        f'<button name="act" value="{act}"{style}>{called}</button></form>'
    )


def _page(inner: str, corp: str, language: Language) -> str:
    other: Language = "en" if language == "zh-CN" else "zh-CN"
    who = f'<p class="who">{html.escape(corp)}</p>' if corp else ""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex,nofollow">'
        f"<title>{html.escape(say('page.title', language))}</title>"
        f"<style>{_STYLE}</style></head><body><main>"
        f'<nav><a href="?lang={other}" lang="{other}">'
        f"{html.escape(say('page.other', language))}</a></nav>"
        f'<div class="card">{who}{inner}</div></main></body></html>'
    )
