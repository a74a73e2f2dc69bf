"""Access tokens: fetched once, refreshed early, fetched anew when WeCom refuses one."""

import asyncio

import pytest

from tests.yutang.wecom.miniature import CREDENTIALS, SECRET, Miniature, connected
from yutang.wecom.answers import Answer
from yutang.wecom.errors import CredentialsError, TokenError
from yutang.wecom.tokens import Credentials, MemoryTokenStore
from yutang.wecom.transport import Repeat

PATH = "/cgi-bin/externalcontact/get"
WRITE = "/cgi-bin/externalcontact/mark_tag"


class Named(Answer):
    """An answer with one field."""

    name: str = "none"


async def test_a_token_is_fetched_once_and_sent_in_the_query() -> None:
    wecom = Miniature()
    async with connected(wecom) as transport:
        for _ in range(3):
            await transport.get(PATH, Answer, external_userid="wm01")
    assert [request.path for request in wecom.requests] == ["/cgi-bin/gettoken", PATH, PATH, PATH]
    assert wecom.requests[0].query == {"corpid": "ww01", "corpsecret": SECRET}
    assert wecom.requests[1].query == {
        "access_token": "t0ken-number-1",
        "external_userid": "wm01",
    }


async def test_eight_calls_at_once_fetch_one_token() -> None:
    wecom = Miniature(delay_seconds=0.01)
    async with connected(wecom) as transport:
        await asyncio.gather(*(transport.get(PATH, Answer) for _ in range(8)))
    assert wecom.tokens_issued == 1
    assert len(wecom.calls(PATH)) == 8


async def test_two_processes_with_one_store_fetch_one_token() -> None:
    wecom, store = Miniature(delay_seconds=0.01), MemoryTokenStore()
    async with connected(wecom, store) as first, connected(wecom, store) as second:
        await asyncio.gather(first.get(PATH, Answer), second.get(PATH, Answer))
    assert wecom.tokens_issued == 1


@pytest.mark.parametrize("errcode", [40001, 40014, 42001])
async def test_a_refused_token_is_fetched_anew_once_and_the_call_repeated(errcode: int) -> None:
    wecom = Miniature()
    wecom.answer(PATH, {"errcode": errcode, "errmsg": "no"}, {"errcode": 0, "name": "Lin"})
    async with connected(wecom) as transport:
        assert (await transport.get(PATH, Named)).name == "Lin"
    assert wecom.tokens_issued == 2
    assert [call.query["access_token"] for call in wecom.calls(PATH)] == [
        "t0ken-number-1",
        "t0ken-number-2",
    ]


async def test_eight_calls_with_an_expired_token_fetch_one_new() -> None:
    wecom, store = Miniature(delay_seconds=0.01), MemoryTokenStore()
    await store.put(CREDENTIALS, "expired", 7200)
    async with connected(wecom, store) as transport:
        await asyncio.gather(*(transport.get(PATH, Answer) for _ in range(8)))
    assert wecom.tokens_issued == 1
    assert len(wecom.calls(PATH)) == 16


async def test_a_token_refused_twice_is_an_error() -> None:
    wecom = Miniature()
    wecom.answer(PATH, {"errcode": 42001, "errmsg": "expired"})
    async with connected(wecom) as transport:
        with pytest.raises(TokenError) as refused:
            await transport.get(PATH, Answer)
    assert (refused.value.errcode, wecom.tokens_issued, len(wecom.calls(PATH))) == (42001, 2, 2)


async def test_even_a_call_that_is_never_repeated_survives_an_expired_token() -> None:
    wecom, store = Miniature(), MemoryTokenStore()
    await store.put(CREDENTIALS, "expired", 7200)
    async with connected(wecom, store) as transport:
        await transport.post(WRITE, Answer, {}, repeat=Repeat.NEVER)
    assert len(wecom.calls(WRITE)) == 2


@pytest.mark.parametrize("errcode", [40001, 40013, 40091])
async def test_wrong_credentials_are_told_at_once(errcode: int) -> None:
    wecom = Miniature()
    wecom.answer("/cgi-bin/gettoken", {"errcode": errcode, "errmsg": f"invalid {SECRET}"})
    async with connected(wecom) as transport:
        with pytest.raises(CredentialsError) as refused:
            await transport.get(PATH, Answer)
    assert refused.value.errcode == errcode
    assert str(refused.value) == f"/cgi-bin/gettoken answered {errcode}: invalid ***"
    assert len(wecom.requests) == 1


def test_credentials_do_not_print_the_secret() -> None:
    assert repr(CREDENTIALS) == "Credentials(corpid='ww01')"


class Clock:
    """Seconds that pass when told to."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


async def test_a_token_is_due_300_seconds_before_its_end_and_works_until_10() -> None:
    clock = Clock()
    store = MemoryTokenStore(clock)
    assert await store.is_due(CREDENTIALS)
    await store.put(CREDENTIALS, "t", 7200)
    clock.now += 6899
    assert (await store.get(CREDENTIALS), await store.is_due(CREDENTIALS)) == ("t", False)
    clock.now += 1
    assert (await store.get(CREDENTIALS), await store.is_due(CREDENTIALS)) == ("t", True)
    clock.now += 290
    assert await store.get(CREDENTIALS) is None


async def test_a_short_lived_token_is_due_after_half_its_life() -> None:
    clock = Clock()
    store = MemoryTokenStore(clock)
    await store.put(CREDENTIALS, "t", 60)
    clock.now += 29
    assert not await store.is_due(CREDENTIALS)
    clock.now += 1
    assert (await store.get(CREDENTIALS), await store.is_due(CREDENTIALS)) == ("t", True)
    clock.now += 24
    assert await store.get(CREDENTIALS) is None


async def due(clock: Clock, wecom: Miniature, seconds_left: int) -> MemoryTokenStore:
    """A store whose token works and ends in so many seconds."""
    store = MemoryTokenStore(clock)
    wecom.valid_tokens.add("old")
    await store.put(CREDENTIALS, "old", 7200)
    clock.now += 7200 - seconds_left
    return store


async def test_while_one_renews_early_the_others_use_what_they_have() -> None:
    clock, wecom = Clock(), Miniature(delay_seconds=0.02)
    store = await due(clock, wecom, 200)
    async with connected(wecom, store) as first, connected(wecom, store) as second:
        await asyncio.gather(*(one.get(PATH, Answer) for one in (first, second) * 4))
        await first.get(PATH, Answer)
    assert wecom.tokens_issued == 1
    used = [call.query["access_token"] for call in wecom.calls(PATH)]
    # Two callers of the one that renews may have waited for it; nobody else did.
    assert used.count("old") >= 6
    assert used[-1] == "t0ken-number-1"


async def test_a_failed_early_renewal_fails_no_call() -> None:
    clock, wecom = Clock(), Miniature()
    store = await due(clock, wecom, 200)
    wecom.answer("/cgi-bin/gettoken", *({"errcode": -1, "errmsg": "system error"},) * 3)
    async with connected(wecom, store) as transport:
        await transport.get(PATH, Answer)
        assert wecom.calls(PATH)[0].query["access_token"] == "old"
        wecom.answers.clear()
        await transport.get(PATH, Answer)
    assert wecom.calls(PATH)[1].query["access_token"] == "t0ken-number-1"


async def test_dropping_an_old_token_keeps_the_new_one() -> None:
    store = MemoryTokenStore()
    await store.put(CREDENTIALS, "old", 7200)
    await store.put(CREDENTIALS, "new", 7200)
    await store.drop(CREDENTIALS, "old")
    assert await store.get(CREDENTIALS) == "new"
    await store.drop(CREDENTIALS, "new")
    assert await store.get(CREDENTIALS) is None


async def test_each_secret_has_its_own_token() -> None:
    store = MemoryTokenStore()
    await store.put(CREDENTIALS, "t", 7200)
    assert await store.get(Credentials("ww01", "other")) is None
