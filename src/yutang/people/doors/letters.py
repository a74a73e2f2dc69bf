"""What a person reads in a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from yutang.kernel.mailing import Mail

LINES: Final = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that waits for its person, with where he is reached."""

    id: int
    receiver: str
    title: str
    title_en: str
    body: str
    body_en: str
    link: str | None
    staff_link: str | None
    bundle: str | None
    created_at: datetime
    address: str | None
    language: str | None
    hour: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class Places:
    """Where links lead; pages of members must know whose member asks."""

    address: str
    corpid: str
    agent_id: int | None

    def of(self, notice: Waiting) -> str | None:
        """The page of a notice, in full."""
        if notice.link is not None:
            return self.address + notice.link
        if notice.staff_link is None or self.agent_id is None:
            return None
        query = urlencode({"corp": self.corpid, "agent": self.agent_id})
        return f"{self.address}{notice.staff_link}{'&' if '?' in notice.staff_link else '?'}{query}"


@dataclass(frozen=True, slots=True)
class _Line:
    title: str
    body: str
    url: str | None


def letter(mail_id: UUID, to: str, notices: Sequence[Waiting], places: Places) -> Mail:
    """One mail for all of them, in the person's language."""
    is_english = notices[0].language == "en"
    lines, left = _lines(notices, places, is_english=is_english)
    count = len(notices)
    if count == 1:
        subject = head = lines[0].title
    elif is_english:
        subject = f"{count} new notices: {lines[0].title}"
        head = f"You have {count} new notices"
    else:
        subject = f"{count} 条新通知：{lines[0].title}"
        head = f"你有 {count} 条新通知"
    more = (f"and {left} more" if is_english else f"还有 {left} 条") if left else ""
    foot = "Choose what you get by mail" if is_english else "选哪些通知发邮件"
    choices = f"{places.address}/settings/notices"
    texts = [head, ""] if count > 1 else []
    for line in lines:
        texts += [f"· {line.title}" if count > 1 else line.title]
        texts += [one for one in (line.body, line.url) if one]
        texts.append("")
    texts += [more, ""] if more else []
    texts.append(f"{foot}: {choices}" if is_english else f"{foot}：{choices}")
    return Mail(
        to=to,
        subject=subject,
        text="\n".join(texts) + "\n",
        html=_html(lines, head if count > 1 else "", more, foot, choices, is_english=is_english),
        reference=f"notices-{mail_id.hex}",
    )


def _lines(
    notices: Sequence[Waiting], places: Places, *, is_english: bool
) -> tuple[list[_Line], int]:
    """A line for what belongs together, by its newest; and how many notices are in none."""
    bundles: dict[str, list[Waiting]] = {}
    for one in notices:
        bundles.setdefault(one.bundle or f"#{one.id}", []).append(one)
    lines, left = [], len(notices)
    for same in list(bundles.values())[:LINES]:
        newest, count = same[-1], len(same)
        title = newest.title_en if is_english else newest.title
        if count > 1:
            title += f" ({count} of them)" if is_english else f"（共 {count} 条）"
        body = newest.body_en if is_english else newest.body
        lines.append(_Line(title, body, places.of(newest)))
        left -= count
    return lines, left


def _html(
    lines: Sequence[_Line], head: str, more: str, foot: str, choices: str, *, is_english: bool
) -> str:
    """No pictures, no styles: every program shows it, and none asks before it does."""
    parts = [f"<p>{escape(head)}</p>"] if head else []
    for line in lines:
        title = escape(line.title)
        named = f'<a href="{escape(line.url)}">{title}</a>' if line.url else title
        body = f"<br>{escape(line.body)}" if line.body else ""
        parts.append(f"<p>{named}{body}</p>")
    parts += [f"<p>{escape(more)}</p>"] if more else []
    parts.append(f'<p><small><a href="{escape(choices)}">{escape(foot)}</a></small></p>')
    language = "en" if is_english else "zh-CN"
    return f'<html lang="{language}"><body>{"".join(parts)}</body></html>'


def confirming(to: str, language: str, link: str) -> Mail:
    """The link that proves an address; whoever did not ask for it needs to do nothing."""
    if language == "en":
        subject = "Confirm this address for notices of Yutang"
        asks = "Somebody wants notices of Yutang to be sent to this address. If it was you, open:"
        calm = "The link works for a day. If it was not you, do nothing: no further mail will come."
        named = "Confirm this address"
    else:
        subject = "确认用这个邮箱接收鱼塘的通知"
        asks = "有人想让鱼塘把通知发到这个邮箱。如果是你，打开："
        calm = "链接一天内有效。不是你的话不用管，不会再有通知发来。"
        named = "确认这个邮箱"
    html = (
        f'<html lang="{language}"><body><p>{escape(asks)}</p>'
        f'<p><a href="{escape(link)}">{escape(named)}</a></p><p>{escape(calm)}</p></body></html>'
    )
    return Mail(to=to, subject=subject, text=f"{asks}\n\n{link}\n\n{calm}\n", html=html)
