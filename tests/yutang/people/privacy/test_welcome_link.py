"""A welcome carries the newcomer's own link, though it goes out before he is stored."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.yutang.act.loop import Loop, open_loop
from yutang.people.privacy import service


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


async def test_a_welcome_brings_the_link_by_which_he_refuses(loop: Loop) -> None:
    welcome = {"text": "你好，不想收到活动消息点这里 {refuse_link} 谢谢", "attachments": []}
    too_long = {"text": "{refuse_link}" * 16, "attachments": []}
    refused = await loop.post_channel(welcome=too_long)
    assert (refused.status_code, refused.json()["type"]) == (422, "channels.welcome_too_long")
    channel = await loop.channel(welcome=welcome)
    await loop.scan(channel, "小满")
    [add] = await loop.ended(1, tags=2)
    assert add["outcome"] == "sent"
    [text] = await loop.texts()
    link = next(word for word in text.split() if word.startswith("http"))
    path = link.removeprefix("http://yutang.test")
    page = await loop.yutang.http.get(path)
    assert (page.status_code, "不再接收" in page.text) == (200, True)
    assert (await loop.yutang.http.post(path)).status_code == 303
    me = add["customer"]["id"]
    runtime, corp_id = loop.yutang.runtime, loop.yutang.corp_id
    async with runtime.database.corp(corp_id) as session:
        assert await service.may_market(session, corp_id, [me], runtime.clock()) == []
    read = (await loop.yutang.http.get(f"/api/customers/{me}")).json()
    assert (read["name"], read["state"]) == ("小满", "friend")
