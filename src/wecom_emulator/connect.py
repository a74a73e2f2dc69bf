"""The pages that tell an app who opens it (documents 91022, 98151): a code in the address.

WeCom knows who opens it, a member or somebody in WeChat, and asks nothing unless the app wants
more of a member than his name; a browser with the phone page in it says who he is by a cookie.
Without the cookie one chooses. At a desk a member
scans a code to log in: here one always chooses who that was.
"""

import re
from html import escape
from itertools import islice
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from .areas.auth.state import PRIVATE, new_oauth_code
from .control.pages import is_web_address
from .control.plumbing import world_of
from .control.reading import PEOPLE_LOOKED_AT
from .state import App, Corp

COOKIE = "wecom_emulator_member"
STRANGER = "openid:"
"""Before the openid of one whom the company does not know: the phone names him so."""
MEMBERS_SHOWN = 20
BASE = "snsapi_base"
_STATE = re.compile(r"[a-zA-Z0-9]{0,128}")

_WORDS = {
    "zh": {
        "lang": "zh-CN",
        "refused": "企业微信模拟器：打不开这个授权链接",
        "choose": "你是哪位员工",
        "hint": "这个页面由企业微信模拟器给出。从演示手机的员工端打开就不用选。",
        "search": "姓名或账号",
        "find": "查找",
        "people": "或者是谁在微信里打开：客户",
        "nobody": "没有这样的员工，换个名字试试",
        "appid": "appid 不是这里的公司",
        "agentid": "agentid 不是这家公司的应用",
        "redirect_uri": "redirect_uri 要是 http 或 https 地址",
        "domain": "redirect_uri 的域名不是这个应用的可信域名（50001）",
        "response_type": "response_type 只能是 code",
        "scope": "scope 只能是 snsapi_base 或 snsapi_privateinfo",
        "login_type": "login_type 只能是 CorpApp",
        "consent": "这个应用想看你的头像、性别、手机、邮箱和地址",
        "allow": "允许",
        "state": "state 只能是字母和数字，最多 128 个",
    },
    "en": {
        "lang": "en",
        "refused": "WeCom emulator: this sign-in link does not work",
        "choose": "Which member are you",
        "hint": "The WeCom emulator asks. From the staff side of the demo phone it knows.",
        "search": "Name or account",
        "find": "Find",
        "people": "Or a customer who opens it in WeChat",
        "nobody": "Nobody is called that. Try another name",
        "appid": "appid is no company in here",
        "agentid": "agentid is no app of this company",
        "redirect_uri": "redirect_uri has to be an http or https address",
        "domain": "redirect_uri is not on a trusted domain of the app (50001)",
        "response_type": "response_type has to be code",
        "scope": "scope has to be snsapi_base or snsapi_privateinfo",
        "login_type": "login_type has to be CorpApp",
        "consent": "This app asks for your picture, gender, mobile, e-mail and address",
        "allow": "Allow",
        "state": "state may hold letters and digits only, 128 at most",
    },
}


async def authorize(request: Request) -> Response:
    """Send the browser back with a code of whom the cookie names, or let one choose.

    In WeChat the page is also opened by people who work elsewhere: the code then tells an openid,
    and an external_userid of who is a customer.
    """
    query, corp = request.query_params, _corp(request)
    wrong = _wrong(corp, query) or _wrong_grant(query)
    if corp is None or wrong is not None:
        return _refused(request, wrong or "appid")
    chosen = query.get("member")
    who = chosen if chosen is not None else _from_cookie(request, corp)
    if who.startswith(STRANGER):
        return _sent_back(request, corp, "openid", who.removeprefix(STRANGER), keep=False)
    if who in corp.persons:
        # Who is no member of the company is asked nothing: WeCom tells of him what it tells at all.
        return _sent_back(request, corp, "external_userid", who, keep=chosen is not None)
    member = corp.member(who)
    if member is None:
        return _page(request, "choose", _choice(request, corp, people=True))
    if query["scope"] == PRIVATE and query.get("consent") != "1":
        return _page(request, "consent", _asked_to_allow(request, member.userid))
    return _sent_back(request, corp, "userid", member.userid, keep=chosen is not None)


async def log_in(request: Request) -> Response:
    """Web login at a desk: whoever is chosen scanned the code of the page."""
    query, corp = request.query_params, _corp(request)
    wrong = _wrong(corp, query)
    if wrong is None and not query.get("agentid"):
        wrong = "agentid"
    # Pages of the older kind have no login_type.
    if wrong is None and query.get("login_type", "CorpApp") != "CorpApp":
        wrong = "login_type"
    if corp is None or wrong is not None:
        return _refused(request, wrong or "appid")
    member = corp.member(query.get("member", ""))
    if member is None:
        return _page(request, "choose", _choice(request, corp))
    return _sent_back(request, corp, "userid", member.userid, keep=False)


def _corp(request: Request) -> Corp | None:
    return world_of(request).corp(request.query_params.get("appid", ""))


def _sent_back(request: Request, corp: Corp, kind: str, who: str, *, keep: bool) -> Response:
    query = request.query_params
    agentid = query.get("agentid", "")
    told = {
        kind: who,
        "scope": query.get("scope", BASE),
        "agentid": int(agentid) if agentid else None,
    }
    code = new_oauth_code(world_of(request), corp, told)
    answer = RedirectResponse(_back(query["redirect_uri"], code, query.get("state", "")), 302)
    if keep:
        answer.set_cookie(COOKIE, f"{corp.corpid}|{who}", path="/", samesite="lax")
    return answer


def _wrong(corp: Corp | None, query: Any) -> str | None:
    if corp is None:
        return "appid"
    agentid, redirect_uri = query.get("agentid", ""), query.get("redirect_uri", "")
    apps = [app for app in corp.apps if agentid in {"", str(app.agentid)}]
    if not apps:
        return "agentid"
    if not is_web_address(redirect_uri):
        return "redirect_uri"
    if not any(_trusts(app, urlsplit(redirect_uri)) for app in apps):
        return "domain"
    return None if _STATE.fullmatch(query.get("state", "")) else "state"


def _trusts(app: App, target: SplitResult) -> bool:
    trusted = [domain for domain in [*app.trusted_domains, app.redirect_domain] if domain]
    return not trusted or target.hostname in trusted or target.netloc in trusted


def _wrong_grant(query: Any) -> str | None:
    if query.get("response_type") != "code":
        return "response_type"
    if query.get("scope") not in {BASE, PRIVATE}:
        return "scope"
    return "agentid" if query["scope"] == PRIVATE and not query.get("agentid") else None


def _from_cookie(request: Request, corp: Corp) -> str:
    corpid, _, userid = unquote(request.cookies.get(COOKIE, "")).partition("|")
    return userid if corpid == corp.corpid else ""


def _back(redirect_uri: str, code: str, state: str) -> str:
    parts = urlsplit(redirect_uri)
    kept = parse_qsl(parts.query, keep_blank_values=True)
    return urlunsplit(parts._replace(query=urlencode([*kept, ("code", code), ("state", state)])))


def _asked_to_allow(request: Request, userid: str) -> str:
    again = dict(request.query_params) | {"member": userid, "consent": "1"}
    link = escape(urlencode(again))
    return f'<ul><li><a href="?{link}">{_words(request)["allow"]}</a></li></ul>'


def _choice(request: Request, corp: Corp, *, people: bool = False) -> str:
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
        + (_people(request, corp, wanted, asked) if people else "")
    )


def _people(request: Request, corp: Corp, wanted: str, asked: dict[str, str]) -> str:
    """The newest persons of that name; of a large company only so many are looked at."""
    newest = islice(reversed(corp.persons.values()), PEOPLE_LOOKED_AT)
    named = (person for person in newest if wanted.lower() in person.name.lower())
    rows = "".join(
        f'<li><a href="?{escape(urlencode({**asked, "member": person.external_userid}))}">'
        f"{escape(person.name)} <small>{escape(person.external_userid)}</small></a></li>"
        for person in islice(named, MEMBERS_SHOWN)
    )
    return f"<h2>{_words(request)['people']}</h2><ul>{rows}</ul>" if rows else ""


def _words(request: Request) -> dict[str, str]:
    english = request.headers.get("accept-language", "").lower().startswith("en")
    return _WORDS["en" if english else "zh"]


def _refused(request: Request, wrong: str) -> Response:
    return _page(request, "refused", f"<p>{_words(request)[wrong]}</p>", 400)


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


ROUTES = [
    Route("/connect/oauth2/authorize", authorize, methods=["GET"]),
    Route("/wwlogin/sso/login", log_in, methods=["GET"]),
    Route("/wwopen/sso/qrConnect", log_in, methods=["GET"]),
]
