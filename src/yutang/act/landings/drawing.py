"""A landing page drawn: three templates, one frame, no script, both languages."""

from html import escape
from typing import Final
from urllib.parse import urlencode

from yutang.kernel.languages import Language
from yutang.kernel.notices.schemas import Words

from .schemas import PageTexts, ShownPage

_OTHER: Final[dict[Language, Language]] = {"zh": "en", "en": "zh"}
_TAGS: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}
_WORDS: Final = {
    "add": Words("加企业微信好友", "Add us on WeChat"),
    "other": Words("English", "中文"),
    "hold": Words("长按识别二维码，加好友", "Press and hold the code to add us"),
    "scan": Words("用微信扫一扫，加好友", "Scan it with WeChat to add us"),
    "when": Words("时间", "When"),
    "where": Words("地点", "Where"),
    "not_yet": Words(
        "这个页面的二维码还没准备好，请稍后再来。", "The code is not ready yet; come again soon."
    ),
    "kept": Words(
        "本页不用 Cookie，不记手机型号和网络地址；会记下打开和点按钮的时间、网址里的来源参数和"
        "广告点击编号，最多保存 180 天。你加好友之后，这次来源会记在你的资料里，点击编号可能会"
        "告诉投放平台。",
        "This page sets no cookie and keeps neither your device nor your address. It keeps when you"
        " opened it and tapped the button, and the source and click number in the address, for at"
        " most 180 days. Once you add us they are kept with you, and the platform of the ad may be"
        " told the click number.",
    ),
    "privacy": Words("我的资料与退订", "My data, and refusing messages"),
}
_STYLE: Final = (
    "*{box-sizing:border-box}body{margin:0;background:#f5f6f7;color:#1B2429;overflow-wrap:anywhere;"
    "font:17px/1.7 system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif}"
    "main{max-width:30rem;margin:0 auto;background:#fff;min-height:100vh;min-height:100dvh;"
    "padding:0 0 calc(24px + env(safe-area-inset-bottom))}.in{padding:0 20px}"
    "nav{display:flex;justify-content:space-between;align-items:center;padding:4px 20px;"
    "min-height:48px;font-size:14px;color:#4F5C63}a{color:#0B7A75}nav a{padding:12px 4px}"
    "img{display:block;max-width:100%;height:auto}h1{font-size:25px;line-height:1.35;"
    "margin:20px 0 8px}p{margin:0 0 16px}.lead{color:#4F5C63}"
    "ul{list-style:none;margin:0 0 20px;padding:0}li{padding:10px 0 10px 28px;position:relative;"
    "border-top:1px solid #E3E7EA}li:first-child{border-top:0}li::before{content:'';left:4px;"
    "top:20px;width:10px;height:6px;border-left:2px solid #0B7A75;border-bottom:2px solid #0B7A75;"
    "transform:rotate(-45deg);position:absolute}"
    ".go{display:block;background:#0B7A75;color:#fff;text-align:center;text-decoration:none;"
    "font-weight:600;border-radius:8px;min-height:52px;padding:12px 16px;margin:8px 0 16px}"
    ".go:focus-visible,a:focus-visible{outline:3px solid #0B7A75;outline-offset:2px}"
    ".code{margin:8px auto;width:240px}.under{text-align:center;color:#4F5C63}"
    ".who{display:flex;gap:16px;align-items:center;margin:20px 0 12px}.who img{width:96px;"
    "height:96px;object-fit:cover;border-radius:12px}.who h1{margin:0;font-size:22px}"
    ".who p{margin:0;color:#4F5C63}dl{display:grid;grid-template-columns:max-content 1fr;"
    "gap:8px 16px;margin:0 0 20px;padding:16px;background:#F0F6F5;border-radius:8px}"
    "dt{color:#4F5C63}dd{margin:0;font-weight:600}"
    "footer{font-size:13px;line-height:1.6;color:#4F5C63;border-top:1px solid #E3E7EA;"
    "margin-top:24px;padding-top:16px}footer a{display:inline-block;padding:10px 0}"
)


def draw(page: ShownPage, language: Language, token: str | None, *, phone: bool) -> str:
    """The whole page for one visitor; `phone`: a code is held, not scanned."""
    spoken: Language = language if language in page.texts else "zh"
    return _Drawing(page, spoken, token, phone=phone).whole()


class _Drawing:
    """One page for one visitor."""

    def __init__(
        self, page: ShownPage, language: Language, token: str | None, *, phone: bool
    ) -> None:
        self.page = page
        self.language = language
        self.texts: PageTexts = page.texts[language]
        self.visit = {"v": token} if token else {}
        self.phone = phone

    def say(self, key: str) -> str:
        """Words of ours, fit to stand in a page."""
        words = _WORDS[key]
        return escape(words.en if self.language == "en" else words.zh)

    def whole(self) -> str:
        """The page from its first sign to its last."""
        templates = {"offer": self.offer, "guide": self.guide, "event": self.event}
        middle = templates[self.page.template]()
        return (
            f'<!doctype html><html lang="{_TAGS[self.language]}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">'
            '<meta name="robots" content="noindex,nofollow">'
            f"<title>{escape(self.texts.title)}</title><style>{_STYLE}</style></head>"
            f"<body><main>{self.head()}{middle}{self.foot()}</main></body></html>"
        )

    def head(self) -> str:
        """Whose page it is, and the other language where it is written."""
        other = _OTHER[self.language]
        query = urlencode({"lang": other, **self.visit})
        turn = f'<a href="?{escape(query)}" lang="{_TAGS[other]}">{self.say("other")}</a>'
        return (
            f"<nav><span>{escape(self.page.corp)}</span>"
            f"{turn if other in self.page.texts else ''}</nav>"
        )

    def offer(self) -> str:
        """What one gets: picture, points, button."""
        return f'{self.picture()}<div class="in">{self.opening()}{self.points()}{self.way()}'

    def guide(self) -> str:
        """A person: who he is, what he helps with."""
        name = self.texts.person or self.texts.title
        role = f"<p>{escape(self.texts.role)}</p>" if self.texts.role else ""
        who = f'<div class="who">{self.picture()}<div><h1>{escape(name)}</h1>{role}</div></div>'
        title = f"<p><b>{escape(self.texts.title)}</b></p>" if self.texts.person else ""
        return f'<div class="in">{who}{title}{self.lead()}{self.points()}{self.way()}'

    def event(self) -> str:
        """What happens when and where."""
        rows = "".join(
            f"<dt>{self.say(key)}</dt><dd>{escape(word)}</dd>"
            for key, word in (("when", self.texts.when), ("where", self.texts.where))
            if word
        )
        facts = f"<dl>{rows}</dl>" if rows else ""
        inner = f"{self.opening()}{facts}{self.points()}{self.way()}"
        return f'{self.picture()}<div class="in">{inner}'

    def opening(self) -> str:
        """Title and what stands under it."""
        return f"<h1>{escape(self.texts.title)}</h1>{self.lead()}"

    def lead(self) -> str:
        """What stands under the title."""
        return f'<p class="lead">{escape(self.texts.lead)}</p>' if self.texts.lead else ""

    def points(self) -> str:
        """What speaks for it."""
        found = "".join(f"<li>{escape(one)}</li>" for one in self.texts.points if one)
        return f"<ul>{found}</ul>" if found else ""

    def picture(self) -> str:
        """With its measures, so that nothing jumps."""
        if self.page.picture is None:
            return ""
        width, height, version = self.page.picture
        source = f"/p/{self.page.slug}/picture.webp?{version}"
        return f'<img src="{source}" width="{width}" height="{height}" alt="">'

    def way(self) -> str:
        """The button or the code; where WeCom has none yet the page says so."""
        if not self.page.is_ready:
            return f'<p class="under" role="status">{self.say("not_yet")}</p>'
        asked = escape(urlencode(self.visit))
        code = (
            f'<img class="code" src="/p/{self.page.slug}/code.png?{asked}" width="240"'
            f' height="240" alt="{self.say("scan")}">'
            f'<p class="under">{self.say("hold" if self.phone else "scan")}</p>'
        )
        if self.page.opens == "qr":
            return code
        words = escape(self.texts.button) or self.say("add")
        button = f'<a class="go" href="/p/{self.page.slug}/go?{asked}">{words}</a>'
        # Where there is no WeChat beside the page, a phone reads the code of the same link.
        return button if self.phone else f"{button}{code}"

    def foot(self) -> str:
        """Terms, what is kept of whoever opens it, and the way to refuse."""
        query = urlencode({"to": f"/h/me?lang={_TAGS[self.language]}", "corp": self.page.corpid})
        terms = f"<p>{escape(self.texts.terms)}</p>" if self.texts.terms else ""
        return (
            f"<footer>{terms}<p>{self.say('kept')}</p>"
            f'<a href="/h/sign-in?{escape(query)}">{self.say("privacy")}</a></footer></div>'
        )
