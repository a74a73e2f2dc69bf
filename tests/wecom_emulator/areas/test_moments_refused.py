"""Moments that WeCom refuses or makes wait: nothing is made and nobody has anything to do."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import (
    DAY,
    FEBRUARY,
    attachment,
    friend,
    impossible,
    media,
    travel,
)
from tests.wecom_emulator.areas.test_moments import (
    ADD,
    COMMENTS,
    CUSTOMERS,
    JOB,
    LIST,
    OK,
    REACHED,
    TASKS,
    TEXT,
    started,
)
from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.limits import Limits


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One on a Monday in February."""
    async with open_emulator() as one:
        await travel(one, FEBRUARY)
        yield one


def _images(count: int, media_id: str = "3none") -> list[dict[str, Any]]:
    return [{"msgtype": "image", "image": {"media_id": media_id}}] * count


LINK = {"msgtype": "link", "link": {"url": "u", "media_id": "3none"}}


@pytest.mark.parametrize(
    ("body", "errcode", "head"),
    [
        ({}, 41089, "text and attachments are both empty"),
        ({"text": {"content": "x" * 2001}}, 40058, "invalid text size"),
        ({"text": {"content": "鱼" * 1334}}, 40058, "invalid text size"),
        ({"text": TEXT, "attachments": _images(10)}, 41064, "invalid attachments size"),
        ({"attachments": [LINK, LINK]}, 41064, "invalid attachments size"),
        ({"attachments": [*_images(1), LINK]}, 41065, "invalid attachments msgtype"),
        ({"attachments": [{"msgtype": "file", "file": {}}]}, 41065, "invalid attachments msgtype"),
        ({"attachments": [{"msgtype": 5}]}, 41065, "invalid attachments msgtype"),
        ({"attachments": [{"msgtype": "video", "video": {}}]}, 40058, "invalid msg"),
        ({"attachments": [{"msgtype": "video"}]}, 40058, "invalid msg"),
        ({"attachments": [{"msgtype": "link", "link": {"media_id": "3"}}]}, 40058, "invalid msg"),
        ({"attachments": _images(1)}, 40007, "invalid media_id"),
        ({"text": TEXT, "visible_range": 3}, 40058, "field `visible_range`"),
        (
            {"text": TEXT, "visible_range": {"sender_list": {"user_list": ["nobody"]}}},
            60011,
            "no privilege",
        ),
        (
            {"text": TEXT, "visible_range": {"external_contact_list": {"tag_list": ["et0"]}}},
            40068,
            "invalid tagid",
        ),
    ],
)
async def test_what_is_refused_makes_nothing(
    emulator: Emulator, body: dict[str, Any], errcode: int, head: str
) -> None:
    answer = await emulator.call(ADD, body)
    assert (answer["errcode"], answer["errmsg"].startswith(head)) == (errcode, True)
    assert await emulator.tell("todos", userid="ann") == []


async def test_pictures_of_messages_are_none_of_moments(emulator: Emulator) -> None:
    picture = await media(emulator)
    assert await emulator.code(ADD, {"attachments": _images(1, picture)}) == 41072
    album = await attachment(emulator, 2)
    assert await emulator.code(ADD, {"attachments": _images(1, album)}) == 41072
    await emulator.act("switches", media_of_another_scene=40007)
    assert await emulator.code(ADD, {"attachments": _images(1, picture)}) == 40007
    moment = await attachment(emulator)
    one = await friend(emulator)
    message = {"text": TEXT, "external_userid": [one], "attachments": _images(1, moment)}
    assert await emulator.code("externalcontact/add_msg_template", message) == 40007


async def test_ten_a_minute_and_so_many_a_month() -> None:
    async with open_emulator(Limits(moments_a_month=11)) as emulator:
        await travel(emulator, FEBRUARY)
        for _ in range(10):
            await started(emulator)
        assert await emulator.code(ADD, {"text": TEXT}) == 45009
        await emulator.advance(61)
        await started(emulator)
        await emulator.advance(61)
        assert await emulator.code(ADD, {"text": TEXT}) == 41210
        await travel(emulator, FEBRUARY + 28 * DAY)
        await started(emulator)


async def test_a_corp_without_moments(emulator: Emulator) -> None:
    await emulator.act("switches", moments_open=False)
    assert await emulator.code(ADD, {"text": TEXT}) == 41211


async def test_a_job_takes_its_time_and_is_forgotten_after_a_day() -> None:
    async with open_emulator(Limits(moment_jobs=1)) as emulator:
        await emulator.act("switches", jobs_take_seconds=20.0, dispatch_takes_seconds=20.0)
        jobid = await started(emulator)
        running = {**OK, "type": "add_moment_task"}
        assert await emulator.call(JOB, jobid=jobid) == running | {"status": 1}
        assert await emulator.code(ADD, {"text": TEXT}) == 41078
        await emulator.advance(11)
        assert await emulator.call(JOB, jobid=jobid) == running | {"status": 2}
        await emulator.advance(10)
        moment_id = (await emulator.call(JOB, jobid=jobid))["result"]["moment_id"]
        who = {"moment_id": moment_id, "userid": "ann"}
        for name in (TASKS, CUSTOMERS, REACHED, COMMENTS):
            assert await emulator.code(name, who) == 41079
        assert (await impossible(emulator, "confirm", **who))[0] == 409
        await emulator.advance(20)
        assert await emulator.code(TASKS, who) == 0
        assert await emulator.code(JOB, jobid="job0") == 40088
        await emulator.advance(DAY)
        await emulator.sign_in()
        assert await emulator.code(JOB, jobid=jobid) == 40089


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"end_time": FEBRUARY - 90}, 40058),
        ({"end_time": FEBRUARY + 31 * DAY}, 40058),
        ({"start_time": None}, 40058),
        ({"filter_type": -1}, 40058),
        ({"cursor": "x"}, 50100),
    ],
)
async def test_a_list_that_cannot_be(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    window = {"start_time": FEBRUARY - 60, "end_time": FEBRUARY + 60}
    answer = await emulator.call(LIST, window | change)
    assert (answer["errcode"], answer["moment_list"]) == (errcode, [])
