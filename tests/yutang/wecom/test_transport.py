"""Tokens, repetition, limits and errors of the one way to WeCom."""

import asyncio
import logging
import traceback

import httpx2
import pytest

from tests.yutang.wecom.miniature import CREDENTIALS, SECRET, Miniature, Reply, connected
from yutang.wecom.answers import Answer
from yutang.wecom.contact_ways import ContactWays
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    CredentialsError,
    DownloadError,
    ForbiddenError,
    FrequencyError,
    MediaError,
    NotFriendError,
    RefusedError,
    UnexpectedStatusError,
    UnknownContactWayError,
    UnknownOutcomeError,
    UnreachableError,
    UnreadableAnswerError,
    WeComError,
    refusal,
)
from yutang.wecom.tokens import MemoryTokenStore
from yutang.wecom.transport import Repeat, Transport

PATH = "/cgi-bin/externalcontact/get"
WRITE = "/cgi-bin/externalcontact/mark_tag"


class Named(Answer):
    """An answer with one field."""

    name: str = "none"
    count: int = 0


@pytest.mark.parametrize("errcode", [-1, 6000, 81026, 90304, 45033, 45035])
@pytest.mark.parametrize("repeat", [Repeat.READ, Repeat.WRITE])
async def test_busy_is_tried_three_times(errcode: int, repeat: Repeat) -> None:
    wecom = Miniature()
    busy = {"errcode": errcode, "errmsg": "system error"}
    wecom.answer(WRITE, busy, busy, {"errcode": 0, "name": "done"})
    async with connected(wecom) as transport:
        assert (await transport.post(WRITE, Named, {}, repeat=repeat)).name == "done"
    assert len(wecom.calls(WRITE)) == 3


async def test_busy_thrice_is_an_error() -> None:
    wecom = Miniature()
    wecom.answer(WRITE, {"errcode": -1, "errmsg": "system error"})
    async with connected(wecom) as transport:
        with pytest.raises(BusyError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE)
    assert len(wecom.calls(WRITE)) == 3


async def test_busy_is_not_repeated_where_repeating_harms() -> None:
    wecom = Miniature()
    wecom.answer(WRITE, {"errcode": -1, "errmsg": "system error"}, {"errcode": 0})
    async with connected(wecom) as transport:
        with pytest.raises(BusyError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.NEVER)
    assert len(wecom.calls(WRITE)) == 1


async def test_waits_double_between_tries() -> None:
    wecom = Miniature()
    wecom.answer(WRITE, {"errcode": -1, "errmsg": "system error"})
    began = asyncio.get_running_loop().time()
    async with connected(wecom, backoff_seconds=0.05) as transport:
        with pytest.raises(BusyError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE)
    assert 0.15 <= asyncio.get_running_loop().time() - began < 1.0


@pytest.mark.parametrize(("repeat", "most"), [(Repeat.READ, 8), (Repeat.WRITE, 4)])
async def test_calls_in_flight_are_bounded_for_each_path(repeat: Repeat, most: int) -> None:
    wecom, store = Miniature(delay_seconds=0.01), MemoryTokenStore()
    wecom.valid_tokens.add("t")
    await store.put(CREDENTIALS, "t", 7200)
    async with connected(wecom, store) as transport:
        await asyncio.gather(*(transport.post(WRITE, Answer, {}, repeat=repeat) for _ in range(20)))
    assert wecom.most_in_flight == most
    assert len(wecom.calls(WRITE)) == 20


async def test_bounds_are_settings() -> None:
    wecom, store = Miniature(delay_seconds=0.01), MemoryTokenStore()
    wecom.valid_tokens.add("t")
    await store.put(CREDENTIALS, "t", 7200)
    async with connected(wecom, store, reads=2, gates={WRITE: 3}) as transport:
        await asyncio.gather(*(transport.get(PATH, Answer) for _ in range(9)))
        assert wecom.most_in_flight == 2
        await asyncio.gather(
            *(transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE) for _ in range(9))
        )
    assert wecom.most_in_flight == 3


async def test_json_is_literal_utf8() -> None:
    wecom = Miniature()
    async with connected(wecom) as transport:
        await transport.post(WRITE, Answer, {"remark": "鱼塘"}, repeat=Repeat.WRITE)
    call = wecom.calls(WRITE)[0]
    assert call.body == '{"remark":"鱼塘"}'.encode()
    assert call.headers["content-type"] == "application/json; charset=utf-8"


async def test_a_missing_errcode_is_success_and_odd_fields_are_read() -> None:
    wecom = Miniature()
    wecom.answer(PATH, {"name": 12, "count": "7", "new": {"x": 1}}, {"errcode": "0", "name": None})
    async with connected(wecom) as transport:
        first, second = await transport.get(PATH, Named), await transport.get(PATH, Named)
    assert (first.name, first.count) == ("12", 7)
    assert (second.name, second.count) == ("none", 0)


async def test_refusals_keep_errcode_text_and_hint_apart() -> None:
    wecom = Miniature()
    errmsg = "not external contact, hint: [1700_3_ab], from ip: 1.2.3.4, more info at https://x"
    wecom.answer(PATH, {"errcode": 84061, "errmsg": errmsg, "follow_user": []})
    async with connected(wecom) as transport:
        with pytest.raises(NotFriendError) as refused:
            await transport.get(PATH, Answer)
    assert (
        refused.value.errcode,
        refused.value.errmsg,
        refused.value.hint,
        refused.value.path,
    ) == (
        84061,
        "not external contact",
        "1700_3_ab",
        PATH,
    )
    assert str(refused.value) == f"{PATH} answered 84061: not external contact"


@pytest.mark.parametrize(
    ("errcode", "family"),
    [
        (48002, ForbiddenError),
        (60011, ForbiddenError),
        (60020, ForbiddenError),
        (45009, FrequencyError),
        (45036, ConcurrencyError),
        (40013, CredentialsError),
        (99999, RefusedError),
    ],
)
def test_codes_belong_to_classes(errcode: int, family: type[RefusedError]) -> None:
    assert type(refusal(errcode, "", "/")) is family


def families(root: type[RefusedError]) -> list[type[RefusedError]]:
    return [root, *(found for child in root.__subclasses__() for found in families(child))]


def test_no_code_belongs_to_two_classes() -> None:
    codes = [code for family in families(RefusedError) for code in family.codes]
    assert len(codes) == len(set(codes))


async def raised(http: httpx2.AsyncClient, seconds: float | None = None) -> WeComError:
    """Call with a known token, and return the error with all that a log would show of it."""
    store = MemoryTokenStore()
    await store.put(CREDENTIALS, "t0ken-never-shown", 7200)
    transport = Transport(
        "http://wecom.test", http, store, CREDENTIALS, backoff_seconds=0.0, answer_seconds=0.1
    )
    with pytest.raises(WeComError) as failed:
        await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE, seconds=seconds)
    shown = "".join(traceback.format_exception(failed.value)) + repr(failed.value)
    assert "t0ken" not in shown
    assert SECRET not in shown
    return failed.value


@pytest.mark.parametrize(
    ("cause", "family"),
    [
        (httpx2.ConnectError, UnreachableError),
        (httpx2.ConnectTimeout, UnreachableError),
        (httpx2.PoolTimeout, UnreachableError),
        (httpx2.ProxyError, UnreachableError),
        (httpx2.ReadTimeout, UnknownOutcomeError),
        (httpx2.WriteTimeout, UnknownOutcomeError),
        (httpx2.ReadError, UnknownOutcomeError),
        (httpx2.WriteError, UnknownOutcomeError),
        (httpx2.RemoteProtocolError, UnknownOutcomeError),
    ],
)
async def test_unsent_and_unanswered_are_different_errors(
    cause: type[httpx2.TransportError], family: type[WeComError]
) -> None:
    seen: list[httpx2.Request] = []

    def fail(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        message = f"failed at {request.url}"
        raise cause(message, request=request)

    async with httpx2.AsyncClient(transport=httpx2.MockTransport(fail)) as http:
        error = await raised(http)
    assert type(error) is family
    assert str(error).endswith(cause.__name__)
    # What was never sent is for the caller to ask again; a lost answer to a write is asked anew.
    assert len(seen) == (3 if family is UnknownOutcomeError else 1)


async def test_real_sockets_nobody_listening_and_a_peer_that_hangs_up() -> None:
    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    store = MemoryTokenStore()
    await store.put(CREDENTIALS, "t", 7200)
    async with httpx2.AsyncClient() as http:
        transport = Transport(address, http, store, CREDENTIALS)
        with pytest.raises(UnknownOutcomeError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE)
        server.close()
        await server.wait_closed()
        with pytest.raises(UnreachableError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE)


async def test_a_deadline_tells_whether_the_request_was_sent() -> None:
    wecom = Miniature(delay_seconds=1.0)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(wecom)) as http:
        error = await raised(http, seconds=0.05)
    assert type(error) is UnknownOutcomeError
    assert len(wecom.calls(WRITE)) == 1
    async with connected(Miniature(delay_seconds=1.0)) as transport:
        with pytest.raises(UnreachableError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE, seconds=0.05)


async def test_a_deadline_during_the_wait_after_busy_means_not_done() -> None:
    wecom = Miniature()
    wecom.answer(WRITE, {"errcode": -1, "errmsg": "system error"})
    async with connected(wecom, backoff_seconds=5.0) as transport:
        with pytest.raises(UnreachableError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE, seconds=0.05)


@pytest.mark.parametrize(
    ("reply", "family"),
    [
        (Reply(b"<html>", 200), UnreadableAnswerError),
        (Reply(b"[]", 200), UnreadableAnswerError),
        (Reply(b'{"errcode":"many"}', 200), UnreadableAnswerError),
        (Reply(b'{"errcode":0,"count":"many"}', 200), UnreadableAnswerError),
        (Reply(b"", 404), UnexpectedStatusError),
        (Reply(b"", 302, {"location": "http://elsewhere.test/"}), UnexpectedStatusError),
    ],
)
async def test_what_is_no_answer_of_wecom(reply: Reply, family: type[WeComError]) -> None:
    wecom = Miniature()
    wecom.answer(PATH, reply)
    async with connected(wecom) as transport:
        with pytest.raises(WeComError) as failed:
            await transport.get(PATH, Named)
    assert type(failed.value) is family
    assert "many" not in str(failed.value)
    assert len(wecom.calls(PATH)) == 1


async def test_a_gettoken_without_a_token_is_no_answer() -> None:
    wecom = Miniature()
    wecom.answer("/cgi-bin/gettoken", {"errcode": 0})
    async with connected(wecom) as transport:
        with pytest.raises(UnreachableError):
            await transport.get(PATH, Answer)


async def test_the_log_of_httpx_shows_no_token(caplog: pytest.LogCaptureFixture) -> None:
    # By name: a process that set up its logs silences it.
    with caplog.at_level(logging.DEBUG, "httpx2"):
        async with connected(Miniature()) as transport:
            await transport.get(PATH, Answer, external_userid="wm01")
    assert "access_token=***" in caplog.text
    assert "corpsecret=***" in caplog.text
    assert "t0ken" not in caplog.text
    assert SECRET not in caplog.text


async def test_downloads_are_bounded_and_refusals_recognised() -> None:
    wecom = Miniature()
    headers = {"content-type": "image/png", "content-disposition": 'attachment; filename="鱼.png"'}
    picture = Reply(b"12345", 200, headers)
    wecom.answer(PATH, picture, picture, {"errcode": 40007, "errmsg": "invalid media_id"})
    async with connected(wecom) as transport:
        with pytest.raises(DownloadError):
            await transport.download(PATH, 4)
        found = await transport.download(PATH, 5)
        with pytest.raises(MediaError):
            await transport.download(PATH, 1000)
    assert (found.data, found.media_type, found.file_name) == (b"12345", "image/png", "鱼.png")


LOST = Reply(b"bad gateway", 502)


@pytest.mark.parametrize(
    ("repeat", "tries"),
    [(Repeat.READ, 3), (Repeat.WRITE, 3), (Repeat.CALLER, 1), (Repeat.NEVER, 1)],
)
async def test_a_lost_answer_is_asked_for_again_where_that_has_the_same_effect(
    repeat: Repeat, tries: int
) -> None:
    wecom = Miniature()
    wecom.answer(WRITE, LOST)
    async with connected(wecom) as transport:
        with pytest.raises(UnreadableAnswerError):
            await transport.post(WRITE, Answer, {}, repeat=repeat)
    assert len(wecom.calls(WRITE)) == tries


async def test_a_deletion_that_a_lost_try_did_is_done() -> None:
    gone = {"errcode": 41044, "errmsg": "invalid config_id"}
    wecom = Miniature()
    wecom.answer(WRITE, LOST, gone)
    async with connected(wecom) as transport:
        ways = ContactWays(transport)
        wecom.answer("/cgi-bin/externalcontact/del_contact_way", LOST, gone)
        await ways.delete("c1")
        with pytest.raises(UnknownContactWayError):
            await ways.delete("c1")
        with pytest.raises(UnknownContactWayError):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.WRITE)


async def test_a_lost_token_leaves_the_call_unsent() -> None:
    seen: list[str] = []

    def fail(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.url.path)
        message = "no answer"
        raise httpx2.ReadTimeout(message, request=request)

    async with httpx2.AsyncClient(transport=httpx2.MockTransport(fail)) as http:
        transport = Transport(
            "http://wecom.test", http, MemoryTokenStore(), CREDENTIALS, backoff_seconds=0.0
        )
        with pytest.raises(UnreachableError, match="no token"):
            await transport.post(WRITE, Answer, {}, repeat=Repeat.NEVER)
    assert seen == ["/cgi-bin/gettoken"] * 3
