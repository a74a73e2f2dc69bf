"""What a member reads in WeCom: a text of one or several notices, or a card with buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from yutang.wecom.messages import MAX_TEXT_BYTES, CardMessage, TextMessage
from yutang.wecom.template_cards import Button, ButtonCard, CardAction, Source, Title

LINES: Final = 8
TITLE_CHARACTERS: Final = 36
TEXT_CHARACTERS: Final = 160
BUTTON_CHARACTERS: Final = 10
_SPARE_BYTES: Final = 320
"""Kept for the link to all notices, and for how many more there are."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that waits for its member, as much of it as is said."""

    id: int
    staff_id: int
    kind: str
    title: str
    body: str
    link: str | None
    staff_link: str | None
    has_account: bool
    urgent: bool
    bundle: str | None
    buttons: list[dict[str, str]] | None


@dataclass(frozen=True, slots=True)
class Places:
    """Where links lead: this installation's address, and the app whose member follows them."""

    address: str
    corpid: str
    agent_id: int

    def of(self, notice: Waiting) -> str | None:
        """The page of a notice that its member can open, in full."""
        if notice.staff_link is not None:
            return self.staff_page(notice.staff_link)
        return self.address + notice.link if notice.link and notice.has_account else None

    def staff_page(self, path: str, **more: str) -> str:
        """A page of the staff app, which must know whose member asks."""
        query = urlencode({"corp": self.corpid, "agent": self.agent_id, **more})
        return f"{self.address}{path}{'&' if '?' in path else '?'}{query}"


def text_of(notices: Sequence[Waiting], places: Places) -> dict[str, Any]:
    """The words of one message for all of them, as they are kept; see `message_of`."""
    if len(notices) == 1:
        [one] = notices
        lines = [_plain(one.title)]
        if one.body:
            lines.append(_plain(one.body))
        url = places.of(one)
        return {"lines": lines, "more": ["看详情", url] if url else None}
    lines = [f"你有 {len(notices)} 条新通知："]
    bundles: dict[str, list[Waiting]] = {}
    for one in notices:
        bundles.setdefault(one.bundle or f"#{one.id}", []).append(one)
    left = len(notices)
    size = len(lines[0].encode())
    for same in list(bundles.values())[:LINES]:
        line = _line(same, places)
        size += len(line.encode()) + 1
        if size > MAX_TEXT_BYTES - _SPARE_BYTES:
            break
        lines.append(line)
        left -= len(same)
    if left:
        lines.append(f"还有 {left} 条")
    return {"lines": lines, "more": None}


def _line(same: Sequence[Waiting], places: Places) -> str:
    """One line for what belongs together: its newest title, and how many there are."""
    newest = same[-1]
    title, url = _plain(newest.title), places.of(newest)
    named = f'<a href="{url}">{title}</a>' if url else title
    return f"· {named}" + (f"（共 {len(same)} 条）" if len(same) > 1 else "")


def _plain(words: str) -> str:
    """Without what WeCom would read as a link: a customer may be called anything."""
    return words.replace("<", "＜").replace(">", "＞")


def card_of(notice: Waiting, places: Places) -> dict[str, Any]:
    """A card with the buttons of one notice, as it is kept."""
    return {
        "title": notice.title[:TITLE_CHARACTERS],
        "body": notice.body[:TEXT_CHARACTERS],
        "url": places.of(notice),
        "buttons": [
            {"key": one["key"], "text": one["zh"][:BUTTON_CHARACTERS]}
            for one in notice.buttons or ()
        ],
    }


def message_of(kept: dict[str, Any], send_id: UUID, places: Places) -> TextMessage | CardMessage:
    """The same words as a message of WeCom's.

    Each text names its own send in its last link: WeCom drops what it takes for a repetition,
    and two messages may well have the same words.
    """
    if "buttons" in kept:
        return CardMessage(_card(kept, send_id))
    words, url = kept["more"] or ("全部通知", places.staff_page("/m/notices"))
    mark = send_id.hex[:12]
    link = f'<a href="{url}{"&" if "?" in url else "?"}from={mark}">{words}</a>'
    room = MAX_TEXT_BYTES - len(link.encode()) - 1
    body = "\n".join(kept["lines"]).encode()[:room].decode(errors="ignore")
    return TextMessage(f"{body}\n{link}")


def _card(kept: dict[str, Any], send_id: UUID, told: str | None = None) -> ButtonCard:
    return ButtonCard(
        # A card that takes the place of another one needs an id of its own (42017).
        task_id=send_id.hex if told is None else f"{send_id.hex}-{token_hex(4)}",
        source=Source(desc="鱼塘"),
        main_title=Title(title=kept["title"], desc=told),
        sub_title_text=kept["body"] or None,
        button_list=[Button(text=one["text"], key=one["key"]) for one in kept["buttons"]],
        card_action=CardAction(url=kept["url"]) if kept["url"] else None,
    )


def send_of(task_id: str) -> UUID | None:
    """The send of a card by its task id; None of another program's card."""
    try:
        return UUID(task_id.partition("-")[0])
    except ValueError:
        return None


def answered_card(
    kept: dict[str, Any], send_id: UUID, answer: str, by: str, at: datetime, zone: str
) -> ButtonCard:
    """The card after a button was pressed: what was done, by whom and when."""
    return _card(kept, send_id, f"{answer} · {by} · {at.astimezone(ZoneInfo(zone)):%m-%d %H:%M}")


def failed_card(kept: dict[str, Any], send_id: UUID) -> ButtonCard:
    """The card after a button that could not do its work; it can be pressed again."""
    return _card(kept, send_id, "没有做成，打开看看或稍后再点一次")
