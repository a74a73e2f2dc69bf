"""One welcome: said as its add needs it, sent once, and what WeCom's answer means for the add."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.privacy import service as privacy
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import DueWelcome, Verdict
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.attachments import (
    Attachment,
    FileAttachment,
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
    VideoAttachment,
)
from yutang.wecom.client import WeCom
from yutang.wecom.customers import CustomerDetail
from yutang.wecom.errors import (
    AlreadyChattingError,
    BusyError,
    ConcurrencyError,
    ConsentMissingError,
    FrequencyError,
    InvalidRequestError,
    MediaError,
    RefusedError,
    TokenError,
    UnknownOutcomeError,
    UnreachableError,
    WeComError,
    WelcomeGoneError,
    WelcomeInFlightError,
)

from .addressing import Plan
from .checking import Needed, file_of, files_of
from .media import is_alive
from .schemas import (
    LINK_PLACE,
    NAME_PLACE,
    CoveredLinkPart,
    FilePart,
    MiniProgramPart,
    Part,
    VideoPart,
    WelcomeText,
)
from .wording import render

CODE_SECONDS: Final = 20.0
"""WeCom's life of a welcome code."""
CLOCKS_APART: Final = 2.0
"""How far WeCom's clock may run ahead of ours before we misjudge why a code is gone."""
NAME_SECONDS: Final = 1.5
CALL_SECONDS: Final = 6.0
FILE_SECONDS: Final = 10.0
"""So long an add waits for an upload that is on its way; after that it is welcomed without it."""
FILE_PAUSE: Final = timedelta(seconds=0.5)
UNKNOWN: Final = "unknown"
"""The reason of a row whose last try may have reached WeCom."""
WAITING: Final = "file_waiting"
REFUSED: Final = "file_refused"
"""The reasons of rows that wait for an upload: that is on its way, that WeCom had forgotten."""
_FORGOTTEN: Final = frozenset({40007, 40145})


@dataclass(slots=True)
class Aside:
    """What sending a batch leaves to be written with its outcomes."""

    readings: list[welcomes.Reading] = field(default_factory=list)
    wanted: set[tuple[int, Needed]] = field(default_factory=set)
    """Uploads, by corp, to be made ready."""
    forgotten: set[tuple[int, str]] = field(default_factory=set)
    """Media ids, by corp, that WeCom knows no more."""


async def send_one(runtime: Runtime, row: DueWelcome, plan: Plan, aside: Aside) -> Verdict:
    """Send one welcome, or say why not."""
    verdict = await _try_one(runtime, row, plan, aside)
    return replace(verdict, greeting_id=plan.greeting_id, standing=plan.standing)


async def _try_one(runtime: Runtime, row: DueWelcome, plan: Plan, aside: Aside) -> Verdict:
    if row.code is None:
        return Verdict("impossible", "no_code")
    content = plan.content
    if content is None:
        return Verdict("impossible", "no_welcome")
    now = runtime.clock()
    age = (now - row.received_at).total_seconds()
    if now > row.next_at:
        # Another claimer has it by now; this verdict will not be written.
        return Verdict("due", row.reason, retry_at=now)
    if age > CODE_SECONDS:
        return Verdict("late", "expired", f"its turn came {age:.1f} s after the callback")
    if waiting := _wait_for_files(row, plan, content, now, aside):
        return waiting
    attachments, left_out = _attach(plan, content, now)
    if not content.text and not attachments:
        return Verdict("failed", "files_missing", _said(left_out))
    try:
        client = await corps.connect(runtime, row.corp_id, row.agent_id, urgency=Urgency.WELCOME)
        text = await _say(runtime, client, row, plan, content, aside)
        await client.welcome.send(
            row.code, text, attachments, timeout=min(CALL_SECONDS, CODE_SECONDS - age + 1)
        )
    except MediaError as error:
        if error.errcode in _FORGOTTEN and row.reason != REFUSED and _upload_anew(row, plan, aside):
            return Verdict("due", REFUSED, retry_at=now + FILE_PAUSE)
        return _judge(error, row, runtime.clock())
    except WeComError as error:
        return _judge(error, row, runtime.clock())
    return Verdict("sent", detail=_said(left_out))


def _wait_for_files(
    row: DueWelcome, plan: Plan, content: WelcomeText, now: datetime, aside: Aside
) -> Verdict | None:
    """Not yet, where an upload is on its way and there is time: none is made in this second."""
    lacking = [
        one
        for one in files_of(content.attachments)
        if (known := plan.files.get(one)) is None
        or (known.handle is not None and not is_alive(known.handle, known.expires_at, now))
    ]
    # A link goes out without its picture; all else is what the welcome is made of.
    awaited = [one for one in lacking if one[0] != "cover"]
    if row.reason not in {WAITING, REFUSED}:
        aside.wanted |= {(row.corp_id, one) for one in lacking}
    if not awaited or (now - row.received_at).total_seconds() > FILE_SECONDS:
        return None
    reason = row.reason if row.reason in {REFUSED, UNKNOWN} else WAITING
    return Verdict("due", reason, retry_at=now + FILE_PAUSE)


def _upload_anew(row: DueWelcome, plan: Plan, aside: Aside) -> bool:
    """WeCom no longer knows a media id and says not which: all of them are made anew."""
    kept = {
        key: one.handle
        for key, one in plan.files.items()
        if one.handle is not None and key[0] != "cover"
    }
    aside.forgotten |= {(row.corp_id, handle) for handle in kept.values()}
    aside.wanted |= {(row.corp_id, key) for key in kept}
    return bool(kept)


def _attach(
    plan: Plan, content: WelcomeText, now: datetime
) -> tuple[list[Attachment], list[Needed]]:
    """What goes along, and the uploads that are left out because WeCom does not have them."""
    made: list[Attachment] = []
    left_out: list[Needed] = []
    for part in content.attachments:
        needed = file_of(part)
        known = plan.files.get(needed) if needed is not None else None
        handle = known.handle if known and is_alive(known.handle, known.expires_at, now) else None
        if needed is not None and handle is None:
            left_out.append(needed)
        if handle is not None or isinstance(part, CoveredLinkPart):
            made.append(_made(part, handle or ""))
    return made, left_out


def _made(part: Part, handle: str) -> Attachment:
    match part:
        case CoveredLinkPart():
            return LinkAttachment(
                title=part.title,
                url=str(part.url),
                desc=part.description,
                picurl=handle or str(part.picture_url or ""),
            )
        case MiniProgramPart():
            return MiniProgramAttachment(part.title, handle, part.appid, part.page)
        case VideoPart():
            return VideoAttachment(handle)
        case FilePart():
            return FileAttachment(handle)
    return ImageAttachment(handle)


def _said(left_out: list[Needed]) -> str | None:
    if not left_out:
        return None
    names = ", ".join(f"{kind} {file_id}" for kind, file_id in left_out)
    return f"without what WeCom did not have: {names}"


async def _say(
    runtime: Runtime,
    client: WeCom,
    row: DueWelcome,
    plan: Plan,
    content: WelcomeText,
    aside: Aside,
) -> str:
    """The text; who has no name here is asked for once."""
    name = plan.customer_name
    if not name and NAME_PLACE in content.text:
        asked_at = runtime.clock()
        detail = await _read(client, row)
        if detail is not None:
            aside.readings.append(welcomes.Reading(row.corp_id, row.inbox_id, asked_at, detail))
            name = detail.external_contact.name
    words = {
        "name": name,
        "staff": plan.staff_name,
        "store": plan.store_name,
        "channel": plan.channel_name,
    }
    if LINK_PLACE in content.text + content.text_nameless:
        words["refuse_link"] = privacy.refusal_link(
            runtime.settings, runtime.vault, row.corp_id, plan.customer_id or 0
        )
    return render(content, words)


async def _read(client: WeCom, row: DueWelcome) -> CustomerDetail | None:
    """Who he is, by one question of at most 1.5 s; None where there is no answer."""
    try:
        async with asyncio.timeout(NAME_SECONDS):
            return await client.customers.get(row.external_id)
    except (WeComError, TimeoutError):
        return None


def _judge(error: WeComError, row: DueWelcome, now: datetime) -> Verdict:
    """What a refusal means for the add."""
    # The code's 20 s run from the add, and a callback may come seconds after it.
    since_add = (now - row.occurred_at).total_seconds()
    maybe_sent = row.reason == UNKNOWN
    match error:
        case AlreadyChattingError() if maybe_sent:
            return Verdict("sent", detail="WeCom had it from an earlier try (41051)")
        case AlreadyChattingError():
            return Verdict("impossible", "already_chatting")
        case WelcomeGoneError() if maybe_sent and since_add <= CODE_SECONDS - CLOCKS_APART:
            return Verdict("sent", detail="WeCom had used the code at an earlier try (41050)")
        case WelcomeGoneError():
            perhaps = "; an earlier try may have reached him" if maybe_sent else ""
            said = f"WeCom no longer knew the code {since_add:.1f} s after the add{perhaps}"
            return Verdict("late", "expired", said)
        case ConsentMissingError():
            return Verdict("impossible", "no_consent")
        case UnknownOutcomeError():
            return _again(row, now, UNKNOWN)
        case NoQuotaError():
            return _again(row, now, UNKNOWN if maybe_sent else "no_quota")
        case UnreachableError():
            return _again(row, now, UNKNOWN if maybe_sent else "unreachable")
        case BusyError() | ConcurrencyError() | FrequencyError() | WelcomeInFlightError():
            return _again(row, now, UNKNOWN if maybe_sent else f"refused:{error.errcode}")
        case MediaError() | TokenError() | RefusedError():
            return Verdict("failed", f"refused:{error.errcode}", error.errmsg[:300])
        case InvalidRequestError():
            return Verdict("failed", "invalid", str(error)[:300])
    return Verdict("failed", type(error).__name__, str(error)[:300])


def _again(row: DueWelcome, now: datetime, reason: str) -> Verdict:
    """Another try while the code lives; after that it failed for the reason it could not go."""
    pause = min(0.2 * 2 ** min(row.attempts, 4), 2.0)
    if (now - row.received_at).total_seconds() + pause > CODE_SECONDS:
        return Verdict("failed", reason, "no try reached WeCom within the code's 20 s")
    return Verdict("due", reason, retry_at=now + timedelta(seconds=pause))
