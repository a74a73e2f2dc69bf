"""Nothing that wechatpy offers is left out, and each call ends as it would at WeCom."""

import inspect
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from wechatpy.client.api.base import BaseWeChatAPI
from wechatpy.enterprise import WeChatClient
from wechatpy.exceptions import APILimitedException, WeChatClientException

from wecom_emulator.limits import Limits
from wecom_emulator.scope import is_outside
from wecom_emulator.testing import EmulatedWeCom, serve

from . import apps, contacts, customers
from .outside import OUT_OF_SCOPE, Outside
from .stage import IN_SCOPE, Stage, refused, set_up

assert [apps, contacts, customers]
OF_THE_CLIENT = {"fetch_access_token", "get", "post"}
"""What all calls go through; the tests at the end are theirs."""


@pytest.fixture(scope="module")
def running() -> Iterator[EmulatedWeCom]:
    """One emulator on a port for all of them; each test begins with an empty one."""
    with serve() as wecom:
        yield wecom


@pytest.fixture
def stage(running: EmulatedWeCom, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The stranger knows one address of WeCom: what it sends there goes to the port."""
    sends = requests.adapters.HTTPAdapter.send

    def detour(self: Any, request: Any, **how: Any) -> Any:
        there = urlsplit(request.url)
        assert (there.scheme, there.netloc) == ("https", "qyapi.weixin.qq.com")
        request.url = f"{running.url}{there.path}?{there.query}"
        return sends(self, request, **{**how, "proxies": None})

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", detour)
    return set_up(running)


def offered() -> set[str]:
    """Every public method of every attribute of the client."""
    return {
        f"{name}.{method}"
        for name, api in inspect.getmembers(WeChatClient)
        if isinstance(api, BaseWeChatAPI)
        for method, _ in inspect.getmembers(type(api), inspect.isfunction)
        if not method.startswith("_")
    }


def test_every_method_is_called_or_left_out_for_a_reason() -> None:
    assert not IN_SCOPE.keys() & OUT_OF_SCOPE.keys()
    assert offered() == IN_SCOPE.keys() | OUT_OF_SCOPE.keys()
    own = inspect.getmembers(WeChatClient, inspect.isfunction)
    assert {name for name, _ in own if not name.startswith("_")} == OF_THE_CLIENT


@pytest.mark.parametrize("name", sorted(IN_SCOPE))
def test_a_call_in_scope_ends_as_it_would_at_wecom(stage: Stage, name: str) -> None:
    IN_SCOPE[name](stage)


@pytest.mark.parametrize("name", sorted(OUT_OF_SCOPE))
def test_a_call_out_of_scope_is_refused_as_the_list_says(stage: Stage, name: str) -> None:
    outside = OUT_OF_SCOPE[name]
    assert outside.why
    answer = _refusal(stage, outside)
    assert answer == outside.answer
    [asked] = stage.wecom.journal()[1:]
    assert is_outside(asked["path"].removeprefix("/cgi-bin/")) is (answer == 48002)


def _refusal(stage: Stage, outside: Outside) -> int:
    """The errcode, or the HTTP status where there is no envelope."""
    try:
        answer: Any = outside.call(stage.app)
    except WeChatClientException as error:
        return int(error.errcode or error.response.status_code)
    return int(answer.status_code)


def test_the_client_has_a_token_and_fetches_another_when_it_ends(stage: Stage) -> None:
    told = stage.app.fetch_access_token()
    assert (told["errcode"], told["expires_in"]) == (0, 7200)
    first = stage.app.access_token
    assert first == told["access_token"]
    path = "console/apps/1000002/tokens"
    for kind in ("revoke", "expire"):
        stage.wecom.act(path, kind=kind)
        assert stage.app.get("externalcontact/get_follow_user_list")["errcode"] == 0
    assert stage.app.access_token != first
    assert len(stage.wecom.journal("gettoken")) == 3


def test_a_wrong_secret_gets_no_token(stage: Stage) -> None:
    stranger = WeChatClient(stage.wecom.company.corpid, "wrong")
    with refused(40001):
        stranger.fetch_access_token()


@pytest.fixture
def two_calls_a_minute(stage: Stage) -> Iterator[Stage]:
    """A reset keeps the limits, so they are put back."""
    stage.wecom.lower(calls_a_minute=2)
    yield stage
    stage.wecom.lower(calls_a_minute=Limits().calls_a_minute)


def test_a_call_above_the_quota_is_told_so(two_calls_a_minute: Stage) -> None:
    app = two_calls_a_minute.app
    for _ in range(2):
        assert app.post("externalcontact/get_corp_tag_list", data={})["errcode"] == 0
    with pytest.raises(APILimitedException) as caught:
        app.post("externalcontact/get_corp_tag_list", data={})
    assert caught.value.errcode == 45009
    two_calls_a_minute.wecom.advance(61)
    assert app.post("externalcontact/get_corp_tag_list", data={})["errcode"] == 0
