"""A State is read in one place: ours with a visitor apart, anybody else's as it is."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yutang.people.visits.schemas import (
    STATE_BYTES,
    Carried,
    channel_of,
    join_state,
    new_token,
    origin_of,
    split_state,
)

OURS = "yt0123456789abcdef"
TOKEN = "Abc-_0123456789Abcdefg"


@pytest.mark.parametrize(
    ("state", "carried"),
    [
        (None, Carried(None)),
        ("", Carried(None)),
        (OURS, Carried(OURS)),
        (f"{OURS}.{TOKEN}", Carried(OURS, TOKEN)),
        # A tail that nobody made is no visit; the channel is right all the same.
        (f"{OURS}.", Carried(OURS)),
        (f"{OURS}.{TOKEN[:-1]}", Carried(OURS)),
        (f"{OURS}.{TOKEN}x", Carried(OURS)),
        (f"{OURS}.' or 1=1 --", Carried(OURS)),
        # Of others: plain, with a dot, like ours and yet not.
        ("fair-2026-a", Carried("fair-2026-a")),
        ("fair.2026", Carried("fair.2026")),
        (f"yt0123456789abcde.{TOKEN}", Carried(f"yt0123456789abcde.{TOKEN}")),
        (f"YT0123456789ABCDEF.{TOKEN}", Carried(f"YT0123456789ABCDEF.{TOKEN}")),
        (f".{OURS}", Carried(f".{OURS}")),
        ("渠道一", Carried("渠道一")),
    ],
)
def test_a_state_is_split_or_stays_whole(state: str | None, carried: Carried) -> None:
    assert split_state(state) == carried
    assert channel_of(state) == carried.channel


@given(st.text(max_size=80))
def test_what_is_none_of_ours_stays_as_it_is(state: str) -> None:
    assert split_state(state).channel == (state or None)


def test_what_is_joined_comes_apart_and_fits_into_wecoms_bytes() -> None:
    for _ in range(200):
        channel, token = f"yt{secrets.token_hex(8)}", new_token()
        state = join_state(channel, token)
        assert len(state.encode()) == 41 <= STATE_BYTES
        assert split_state(state) == Carried(channel, token)


def test_of_an_address_only_sources_and_clicks_are_kept() -> None:
    query = {
        "utm_source": " 小红书\n",
        "utm_campaign": "x" * 300,
        "utm_id": "7",
        "gclid": "Cj0K-_x",
        "clickid": "有空格",
        "bd_vid": "",
        "phone": "13800000000",
    }
    origin = origin_of(query, "https://www.xiaohongshu.com/explore/1?user=me")
    assert origin.utm == {"source": "小红书", "campaign": "x" * 100}
    assert origin.clicks == {"gclid": "Cj0K-_x"}
    assert origin.referrer == "www.xiaohongshu.com"
    assert origin_of({}, "http://[broken").referrer == ""
