"""The page that tells an app who opens it (document 91022): a code in the address, no questions.

WeCom knows its member; a browser with the phone page in it says so by a cookie. Without the cookie
one chooses.
"""

import re
from html import escape
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from .control.pages import is_web_address
from .control.plumbing import world_of
from .state import Corp, new_id

COOKIE = "wecom_emulator_member"
MEMBERS_SHOWN = 20
_STATE = re.compile(r"[a-zA-Z0-9]{0,128}")

_WORDS = {
    "zh": {
        "lang": "zh-CN",
        "refused": "企业微信模拟器：打不开这个授权链接",
        "choose": "你是哪位员工",
        "hint": "这个页面由企业微信模拟器给出。从演示手机的员工端打开就不用选。",
        "search": "姓名或账号",
        "find": "查找",
        "nobody": "没有这样的员工，换个名字试试",
        "appid": "appid 不是这里的公司",
        "agentid": "agentid 不是这家公司的应用",
        "redirect_uri": "redirect_uri 要是 http 或 https 地址",
        "response_type": "response_type 只能是 code",
        "scope": "这里只支持 scope=snsapi_base",
        "state": "state 只能是字母和数字，最多 128 个",
    },
    "en": {
        "lang": "en",
        "refused": "WeCom emulator: this sign-in link does not work",
        "choose": "Which member are you",
        "hint": "The WeCom emulator asks. From the staff side of the demo phone it knows.",
        "search": "Name or account",
        "find": "Find",
        "nobody": "Nobody is called that. Try another name",
        "appid": "appid is no company in here",
        "agentid": "agentid is no app of this company",
        "redirect_uri": "redirect_uri has to be an http or https address",
        "response_type": "response_type has to be code",
        "scope": "only scope=snsapi_base is known here",
        "state": "state may hold letters and digits only, 128 at most",
    },
}


async def authorize(request: Request) -> Response:
    """Send the browser back with a code of the member the cookie names, or let one choose."""
    world = world_of(request)
    query = request.query_params
    corp = world.corp(query.get("appid", ""))
    wrong = _wrong(corp, query)
    if corp is None or wrong is not None:
        return _page(request, "refused", f"<p>{_words(request)[wrong or 'appid']}</p>", 400)
    chosen = query.get("member")
    member = corp.member(chosen if chosen is not None else _from_cookie(request, corp))
    if member is None:
        return _page(request, "choose", _choice(request, corp))
    code = new_id("", 43)
    world.oauth[code] = {
        "userid": member.userid,
        "corpid": corp.corpid,
        "expires_at": world.clock.now() + world.limits.code_seconds,
    }
    answer = RedirectResponse(_back(query["redirect_uri"], code, query.get("state", "")), 302)
    if chosen is not None:
        answer.set_cookie(COOKIE, f"{corp.corpid}|{member.userid}", path="/", samesite="lax")
    return answer


def _wrong(corp: Corp | None, query: Any) -> str | None:
    if corp is None:
        return "appid"
    agentid = query.get("agentid", "")
    if agentid and agentid not in {str(app.agentid) for app in corp.apps}:
        return "agentid"
    if not is_web_address(query.get("redirect_uri", "")):
        return "redirect_uri"
    if query.get("response_type") != "code":
        return "response_type"
    if query.get("scope") != "snsapi_base":
        return "scope"
    return None if _STATE.fullmatch(query.get("state", "")) else "state"


def _from_cookie(request: Request, corp: Corp) -> str:
    corpid, _, userid = unquote(request.cookies.get(COOKIE, "")).partition("|")
    return userid if corpid == corp.corpid else ""


def _back(redirect_uri: str, code: str, state: str) -> str:
    parts = urlsplit(redirect_uri)
    kept = parse_qsl(parts.query, keep_blank_values=True)
    return urlunsplit(parts._replace(query=urlencode([*kept, ("code", code), ("state", state)])))


def _choice(request: Request, corp: Corp) -> str:
    words, query = _words(request), request.query_params
    wanted = query.get("q", "").strip()
    asked = {k: v for k, v in query.items() if k not in {"q", "member"}}
    found = [
        member
        for member in corp.staff.values()
        if wanted.lower() in f"{member.name}\n{member.userid}".lower()
    ]
    rows = "".join(
        f'<li><a href="?{escape(urlencode({**asked, "member": member.userid}))}">'
        f"{escape(member.name)} <small>{escape(member.userid)}</small></a></li>"
        for member in found[:MEMBERS_SHOWN]
    )
    hidden = "".join(
        f'<input type="hidden" name="{escape(k)}" value="{escape(v)}">' for k, v in asked.items()
    )
    search = escape(words["search"])
    return (
        f"<p>{escape(corp.name)} · {words['hint']}</p><form>{hidden}"
        f'<input name="q" value="{escape(wanted)}" placeholder="{search}" aria-label="{search}">'
        f"<button>{words['find']}</button></form>"
        + (f"<ul>{rows}</ul>" if rows else f"<p>{words['nobody']}</p>")
    )


def _words(request: Request) -> dict[str, str]:
    english = request.headers.get("accept-language", "").lower().startswith("en")
    return _WORDS["en" if english else "zh"]


def _page(request: Request, title: str, body: str, status: int = 200) -> Response:
    words = _words(request)
    return HTMLResponse(
        f'<!doctype html><html lang="{words["lang"]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>{words[title]}</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="/phone/connect.css"></head>'
        f"<body><main><h1>{words[title]}</h1>{body}</main></body></html>",
        status,
        headers={"Cache-Control": "no-store"},
    )


ROUTES = [Route("/connect/oauth2/authorize", authorize, methods=["GET"])]
