"""The frame of customers' pages, with its style inside: one answer shows all."""

from html import escape
from typing import Final

from .wording import OTHER, Language, say

_STYLE: Final = (
    "*{box-sizing:border-box}body{margin:0;min-height:100vh;background:#f5f6f7;color:#1B2429;"
    "font:16px/1.7 system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;"
    "overflow-wrap:anywhere}"
    "main{max-width:26rem;margin:0 auto;padding:24px 16px}.card{background:#fff;border-radius:12px;"
    "padding:24px 20px;margin-bottom:12px}h1,h2{font-size:20px;line-height:1.4;margin:0 0 8px}"
    "h2{font-size:17px}p{margin:0 0 20px;color:#4F5C63}.card>:last-child{margin-bottom:0}"
    "button,.button{width:100%;min-height:48px;border:0;border-radius:8px;font:inherit;"
    "font-weight:600;cursor:pointer;background:#0B7A75;color:#fff;display:block;text-align:center;"
    "padding:10px 16px;text-decoration:none}"
    ".plain{background:#fff;color:#0B7A75;border:1px solid #0B7A75}"
    ".danger{background:#fff;color:#B42318;border:1px solid #B42318}"
    "button:focus-visible,a:focus-visible,summary:focus-visible"
    "{outline:3px solid #0B7A75;outline-offset:2px}"
    "nav{text-align:right;margin-bottom:12px}nav a,.link{color:#0B7A75;display:inline-block;"
    "padding:10px 4px}form{margin:0 0 12px}form:last-child{margin:0}"
    ".who{color:#4F5C63;font-size:14px;margin:0 0 4px}"
    ".note{font-size:14px}.row{border-top:1px solid #E3E7EA;padding:16px 0}"
    ".row:last-child{padding-bottom:0}"
    ".row h3{font-size:16px;line-height:1.5;margin:0}.row p{margin:0 0 12px}"
    "summary{color:#0B7A75;padding:10px 0;cursor:pointer}"
    ".done{background:#E8F4F2;color:#1B2429;border-radius:12px;padding:12px 20px;margin:0 0 12px}"
)


def framed(title: str, inner: str, language: Language, *, other: str | None = None) -> str:
    """A whole page of fit words; `other` leads to the same in the other language."""
    turn = OTHER[language]
    nav = (
        f'<nav><a href="{escape(other)}" lang="{turn}">{say("shell.other", language)}</a></nav>'
        if other is not None
        else ""
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex,nofollow">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><main>{nav}{inner}</main></body></html>"
    )


def told_page(
    what: str, language: Language, *, corp: str = "", again: str = "", to: str = "again"
) -> str:
    """What went wrong and what to do, in both languages: its address cannot be opened again.

    `again` leads out of it, under the words `shell.<to>`.
    """
    parts = []
    for one in (language, OTHER[language]):
        tag = "h1" if one == language else "h2"
        title = say(f"told.{what}_title", one, corp=corp)
        button = f'<a class="button" href="{escape(again)}">{say(f"shell.{to}", one)}</a>'
        parts.append(
            f'<div class="card" lang="{one}"><{tag}>{title}</{tag}>'
            f"<p>{say(f'told.{what}', one, corp=corp)}</p>{button if again else ''}</div>"
        )
    return framed(say(f"told.{what}_title", language, corp=corp), "".join(parts), language)
