"""Our client sends each sample's request, and every answered value comes out of it."""

import inspect
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import yutang.wecom
from tests.yutang.wecom.miniature import Miniature, connected
from yutang.wecom.client import WeCom

from .calling import company, customers, sending
from .calling.calling import Calls
from .sampling import SAMPLES, leaves

CALLS: Calls = {**customers.CALLS, **sending.CALLS, **company.CALLS}
TOKEN = "auth/gettoken"
"""It is sampled too; the transport asks for it by itself, before any other call."""
ENVELOPE = {"errcode", "errmsg", "next_cursor"}
"""What no caller asks for: the client raises by the first two and walks on by the third."""
NOT_SAMPLED = {
    "media.get": "answers a file, no JSON",
    "media.get_voice": "answers a file, no JSON",
    "media.pieces": "answers a file, no JSON",
    "media.qr_picture": "fetches a picture by its address, which is no call of the API",
    "member_ids.to_provider": "of service providers' tokens only",
    "relations.pages": "customers.batch_by_user for a whole company; their fields are compared",
}


async def answered(result: Any) -> Any:
    """What a verb answers, pages as a list."""
    if inspect.isasyncgen(result):
        return [each async for each in result]
    return await result


def plain(value: Any) -> Any:
    """The typed answer as JSON would be."""
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def ends_alike(one: str, other: str) -> bool:
    """Whether one way is the end of the other: verbs hand out what is inside an answer."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if shorter.isdecimal():
        # Rows of one value each are handed out as that value.
        return f".{shorter}." in f".{longer}."
    return shorter in {"", longer} or longer.endswith(f".{shorter}")


def same(one: Any, other: Any) -> bool:
    """Whether values are equal once they are typed: 1 is also true, and "1" a number."""
    if str(one) == str(other):
        return True
    try:
        return float(one) == float(other)
    except (TypeError, ValueError):
        return False


def unreachable(answer: Mapping[str, Any], result: Any) -> set[str]:
    """Ways to answered values that are nowhere in the result: `x.y[].z`."""
    held = list(leaves(plain(result)))
    return {
        re.sub(r"\.\d+", "[]", way)
        for way, value in leaves(answer)
        if way not in ENVELOPE
        and not any(same(value, kept) and ends_alike(way, where) for where, kept in held)
    }


def _page(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The last page: a cursor that goes on would be asked for."""
    return {**answer, "next_cursor": ""} if "next_cursor" in answer else dict(answer)


@pytest.mark.parametrize("key", sorted(SAMPLES.keys() - {TOKEN}))
async def test_the_client_sends_the_sample_and_keeps_its_answer(key: str) -> None:
    sample, server = SAMPLES[key], Miniature()
    path = f"/cgi-bin/{sample.call}"
    server.answer(path, _page(sample.answer))
    if "key" in sample.query:
        # A robot has no token.
        server.valid_tokens.add("")
    sent = sample.query if sample.body is None else sample.body
    async with connected(server) as transport:
        result = await answered(CALLS[key](WeCom(transport), sent))
    [request] = [request for request in server.requests if request.path == path]
    request.query.pop("access_token", None)
    assert request.query == {name: str(value) for name, value in sample.query.items()}
    if sample.body is not None:
        assert request.method == "POST"
        kept = {name: v for name, v in sample.body.items() if name not in sample.unsent}
        assert request.json() == kept
    elif sample.file:
        assert b'name="media"' in request.body
    else:
        assert request.method == "GET"
    assert unreachable(sample.answer, result) == set(sample.dropped)


async def test_the_token_of_the_sample_is_used() -> None:
    sample, server = SAMPLES[TOKEN], Miniature()
    server.answer("/cgi-bin/gettoken", sample.answer)
    server.valid_tokens.add(sample.answer["access_token"])
    async with connected(server) as transport:
        await WeCom(transport).auth.api_addresses()
    first, second = server.requests
    assert first.query.keys() == sample.query.keys()
    assert second.query["access_token"] == sample.answer["access_token"]


class Noticing:
    """A client that notices which verbs are called."""

    def __init__(self, wecom: WeCom, called: set[str], name: str = "") -> None:
        self._wecom, self._called, self._name = wecom, called, name

    def __getattr__(self, name: str) -> Any:
        """A verb, or all verbs of an area."""
        found = getattr(self._wecom, name)
        if inspect.ismethod(found):
            self._called.add(f"{self._name}.{name}")
            return found
        return Noticing(found, self._called, name)


async def test_every_verb_of_the_client_is_sampled() -> None:
    called: set[str] = set()
    async with connected(Miniature()) as transport:
        wecom = WeCom(transport)
        for key, call in CALLS.items():
            sample = SAMPLES[key]
            noticing: Any = Noticing(wecom, called)
            result = call(noticing, sample.query if sample.body is None else sample.body)
            (result.aclose if inspect.isasyncgen(result) else result.close)()
        verbs = {
            f"{area}.{name}"
            for area, api in vars(wecom).items()
            for name, _ in inspect.getmembers(api, inspect.ismethod)
            if not name.startswith("_")
        }
    assert verbs == called | NOT_SAMPLED.keys()
    assert not called & NOT_SAMPLED.keys()


def test_every_call_of_the_client_has_a_sample_and_the_reverse() -> None:
    assert CALLS.keys() | {TOKEN} == SAMPLES.keys()


def test_every_path_in_the_client_is_sampled() -> None:
    folder = Path(yutang.wecom.__file__).parent
    written = {
        path
        for file in folder.glob("*.py")
        for path in re.findall(r'f?"/cgi-bin/([a-zA-Z_/]+)"', file.read_text(encoding="utf-8"))
    }
    sampled = {sample.call for sample in SAMPLES.values()}
    files = {"media/get", "media/get/jssdk", "batch/userid_to_openuserid"}
    beginnings = {path for path in written if any(s.startswith(f"{path}/") for s in sampled)}
    assert written <= sampled | files | beginnings
