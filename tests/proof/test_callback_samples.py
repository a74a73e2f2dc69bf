"""Each sampled callback becomes its typed event, and the emulator tells it, element for element."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from yutang.wecom.callbacks import parse
from yutang.wecom.events import UnknownEvent, typed
from yutang.wecom.events.messages import MESSAGES
from yutang.wecom.events.reading import _MAKERS as EVENTS

from .cast.happenings import HAPPENINGS
from .cast.stage import open_stage
from .sampling import FOLDER

XML = {file.stem: file.read_text(encoding="utf-8") for file in (FOLDER / "callbacks").glob("*.xml")}
HEAD = {"FromUserName", "MsgType", "Event", "ChangeType", "UpdateDetail"}
"""They say which event it is, so the type holds them."""
DROPPED = {
    ("create_party", "Order"): "departments are read anew after such an event",
    ("upload_media_job_finish", "AgentID"): "the address of the callback names the app",
}
NOT_TOLD = {
    "tag_update_of_rule_group": "only the system app of customer contact is told a StrategyId",
    "update_user_new_id": "only an id that WeCom made may change, and nobody here has one",
}
_LEAF = re.compile(r"<(\w+)>(<!\[CDATA\[.*?\]\]>|[^<]*)</\1>", re.DOTALL)


def values(part: Any) -> Iterator[str]:
    """All texts and numbers of a typed event."""
    if isinstance(part, dict):
        for inner in part.values():
            yield from values(inner)
    elif isinstance(part, list | tuple):
        yield ",".join(str(inner) for inner in part)
        for inner in part:
            yield from values(inner)
    else:
        yield str(part)


def elements(xml: str) -> dict[str, bool]:
    """The elements that hold a text, and whether they are written as CDATA."""
    return {name: text.startswith("<![CDATA[") for name, text in _LEAF.findall(xml)}


def which(xml: str) -> tuple[str, ...]:
    """What tells one callback from another."""
    callback = parse(xml.encode())
    names = ("MsgType", "Event", "ChangeType", "UpdateDetail", "TagType", "Source")
    return tuple(callback.get(name) for name in names)


@pytest.mark.parametrize("name", sorted(XML))
def test_a_callback_becomes_its_typed_event_and_loses_nothing(name: str) -> None:
    callback = parse(XML[name].encode())
    event = typed(callback)
    assert type(event) is not UnknownEvent
    held = set(values(asdict(event)))
    told = {(at, text) for at, text in callback.fields if at not in HEAD and text}
    lost = {at for at, text in told if text not in held}
    assert lost == {at for file, at in DROPPED if file == name}


@pytest.mark.parametrize("name", sorted(XML.keys() - NOT_TOLD.keys()))
async def test_the_emulator_tells_it_with_the_same_elements(name: str) -> None:
    async with open_stage() as stage:
        await HAPPENINGS[name](stage)
        await stage.wecom.events()
        log = [row["xml"] for row in await stage.wecom.tell("callbacks")]
    told = [xml for xml in log if which(xml) == which(XML[name])]
    assert told, [which(xml) for xml in log]
    assert elements(told[-1]) == elements(XML[name])


def test_every_event_of_the_client_is_sampled() -> None:
    sampled = {which(xml)[:3] for xml in XML.values()}
    assert {("event", *names) for names in EVENTS} | {
        (kind, "", "") for kind in MESSAGES
    } == sampled


def test_every_sample_happens_in_the_emulator_or_has_a_reason() -> None:
    assert not HAPPENINGS.keys() & NOT_TOLD.keys()
    assert HAPPENINGS.keys() | NOT_TOLD.keys() == XML.keys()
