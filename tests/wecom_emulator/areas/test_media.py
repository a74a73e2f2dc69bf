"""Files: their tables, how long they live, ranges, voices, and files fetched from addresses."""

import asyncio
import base64
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tests.wecom_emulator.areas.sending import (
    DAY,
    FEBRUARY,
    film,
    friend,
    impossible,
    media,
    png,
    send_file,
    travel,
    voice,
)
from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.areas.media import formats
from wecom_emulator.limits import Limits

MEGABYTE = 1 << 20
UPLOAD, ATTACH = "media/upload", "media/upload_attachment"
FETCH, RESULT = "media/upload_by_url", "media/get_upload_by_url_result"
OK = {"errcode": 0, "errmsg": "ok"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as one:
        yield one


async def get(emulator: Emulator, media_id: str, asked: str = "") -> httpx2.Response:
    return await emulator.http.get(
        "/cgi-bin/media/get",
        params={"access_token": emulator.token, "media_id": media_id},
        headers={"Range": asked} if asked else {},
    )


@pytest.mark.parametrize(
    ("kind", "content"),
    [("image", png()), ("voice", voice(60)), ("video", film()), ("file", b"sixsix")],
)
async def test_a_file_lives_three_days(emulator: Emulator, kind: str, content: bytes) -> None:
    await travel(emulator, FEBRUARY)
    answer = (await send_file(emulator, UPLOAD, content, "价目.bin", type=kind)).json()
    media_id = answer["media_id"]
    at = answer["created_at"]
    assert answer == {**OK, "type": kind, "media_id": media_id, "created_at": at}
    assert isinstance(at, str)
    assert 0 <= int(at) - FEBRUARY < 60
    got = await get(emulator, media_id)
    assert (got.status_code, got.content) == (200, content)
    assert got.headers["accept-ranges"] == "bytes"
    await emulator.advance(3 * DAY - 100)
    await emulator.sign_in()
    assert (await get(emulator, media_id)).content == content
    await emulator.advance(200)
    gone = await get(emulator, media_id)
    assert (gone.json()["errcode"], gone.headers["error-code"]) == (40007, "40007")
    assert gone.headers["content-type"].startswith("application/json")
    await emulator.act("switches", expired_media=40145)
    assert (await get(emulator, media_id)).json()["errcode"] == 40145


@pytest.mark.parametrize(
    ("kind", "content", "errcode"),
    [
        ("song", png(), 40005),
        ("", png(), 40005),
        ("image", b"\x89PNG\r", 40009),
        ("image", png() + bytes(10 * MEGABYTE), 40009),
        ("image", b"GIF89a....", 40123),
        ("voice", b"RIFF....WAVE", 301017),
        ("voice", voice() + bytes(2 * MEGABYTE), 40006),
        ("voice", voice(60.1), 45007),
        ("video", film() + bytes(10 * MEGABYTE), 40011),
        ("video", b"no film at all", 40004),
        ("file", b"five!", 40006),
        ("file", bytes(20 * MEGABYTE + 1), 40006),
    ],
)
async def test_what_is_not_in_the_table_is_not_kept(
    emulator: Emulator, kind: str, content: bytes, errcode: int
) -> None:
    answer = (await send_file(emulator, UPLOAD, content, type=kind)).json()
    assert (answer["errcode"], "media_id" in answer) == (errcode, False)
    assert emulator.app.state.world.state.media == {}


async def test_without_a_file_there_is_nothing_to_keep(emulator: Emulator) -> None:
    assert await emulator.code(UPLOAD, {}, type="image") == 44001
    assert await emulator.code("media/uploadimg", {}) == 44001
    assert await emulator.code(ATTACH, {}, media_type="image", attachment_type=1) == 44001


async def test_ranges_and_pieces() -> None:
    async with open_emulator(Limits(piece_bytes=8)) as emulator:
        media_id = await media(emulator, "file", b"0123456789abcdef")
        assert (await get(emulator, media_id)).json()["errcode"] == 830002
        first = await get(emulator, media_id, "bytes=0-7")
        assert (first.status_code, first.content) == (206, b"01234567")
        assert first.headers["content-range"] == "bytes 0-7/16"
        rest = await get(emulator, media_id, "bytes=8-99")
        assert (rest.content, rest.headers["content-range"]) == (b"89abcdef", "bytes 8-15/16")
        assert (await get(emulator, media_id, "bytes=-4")).content == b"cdef"
        assert (await get(emulator, media_id, "bytes=12-")).content == b"cdef"
        # What is too large, or no range at all.
        for asked in ("bytes=0-8", "bytes=4-", "bytes=16-", "bytes=5-3", "bytes=-", "lines=0-1"):
            assert (await get(emulator, media_id, asked)).json()["errcode"] == 830002


async def test_names_come_back_as_they_went(emulator: Emulator) -> None:
    for name, told in (
        ("a b.pdf", 'attachment; filename="a b.pdf"'),
        ("价目.pdf", 'attachment; filename="价目.pdf"'),
        ("a\\b.pdf", 'attachment; filename="a_b.pdf"'),
    ):
        answer = (await send_file(emulator, UPLOAD, b"%PDF-1.7", name, type="file")).json()
        got = await get(emulator, answer["media_id"])
        assert got.headers["content-disposition"] == told


async def test_a_picture_for_ever_has_an_address_and_a_share() -> None:
    async with open_emulator(Limits(pictures_a_day=2, pictures_a_month=3)) as emulator:
        await travel(emulator, FEBRUARY)
        answer = (await send_file(emulator, "media/uploadimg", png())).json()
        assert answer == {**OK, "url": answer["url"]}
        await emulator.advance(4 * DAY)
        await emulator.sign_in()
        assert (await emulator.http.get(answer["url"])).content == png()
        media_id = answer["url"].rsplit("/", 1)[1]
        assert (await get(emulator, media_id)).json()["errcode"] == 40007
        one = await friend(emulator)
        image = {"msgtype": "image", "image": {"pic_url": answer["url"]}}
        message = {"external_userid": [one], "attachments": [image]}
        assert await emulator.code("externalcontact/add_msg_template", message) == 0
        for errcode in (0, 0, 45009):
            answer = (await send_file(emulator, "media/uploadimg", png())).json()
            assert answer["errcode"] == errcode
        await emulator.advance(DAY)
        await emulator.sign_in()
        answer = (await send_file(emulator, "media/uploadimg", png())).json()
        # The day is new, the month is full.
        assert answer["errcode"] == 45009
        await emulator.advance(32 * DAY)
        await emulator.sign_in()
        assert (await send_file(emulator, "media/uploadimg", png())).json()["errcode"] == 0
        for wrong, errcode in ((b"GIF89a....", 40123), (png() + bytes(2 * MEGABYTE), 40009)):
            answer = (await send_file(emulator, "media/uploadimg", wrong)).json()
            assert answer["errcode"] == errcode


@pytest.mark.parametrize(
    ("purpose", "kind", "content", "errcode"),
    [
        ("1", "image", png(10_800, 1080), 0),
        ("1", "image", png(10_801, 8), 41081),
        ("1", "image", png(1081, 1081), 41081),
        ("1", "image", png()[:40], 40123),
        ("1", "image", b"tiny", 41080),
        ("1", "image", png() + bytes(10 * MEGABYTE), 41080),
        ("1", "video", film(30), 0),
        ("1", "video", film(30.5), 41082),
        ("1", "video", film(3, b"hvc1"), 41090),
        ("1", "video", b"no film at all", 41090),
        ("1", "video", film()[:60], 41090),
        ("1", "file", b"%PDF-1.7", 41072),
        ("2", "image", png(1440, 1440), 0),
        ("2", "image", png(1441, 8), 41081),
        ("2", "video", film(), 41072),
        ("3", "image", png(), 41072),
        ("", "image", png(), 41072),
    ],
)
async def test_attachments_have_a_table_of_their_own(
    emulator: Emulator, purpose: str, kind: str, content: bytes, errcode: int
) -> None:
    answer = (
        await send_file(emulator, ATTACH, content, media_type=kind, attachment_type=purpose)
    ).json()
    assert answer["errcode"] == errcode
    if errcode == 0:
        assert (answer["type"], isinstance(answer["created_at"], int)) == (kind, True)
        assert (await get(emulator, answer["media_id"])).content == content
    else:
        assert emulator.app.state.world.state.media == {}


async def test_only_apps_that_may_call_customer_contact_attach(emulator: Emulator) -> None:
    await emulator.act("console/apps/1", may_call_contact=False)
    told = {"media_type": "image", "attachment_type": "1"}
    assert (await send_file(emulator, ATTACH, png(), **told)).json()["errcode"] == 48002


async def test_a_voice_of_a_page_has_two_qualities(emulator: Emulator) -> None:
    low, high = voice(), b"Speex   wide"
    said = {"amr": base64.b64encode(low).decode(), "speex": base64.b64encode(high).decode()}
    media_id = (await emulator.act("voices", **said))["media_id"]
    assert (await get(emulator, media_id)).content == low
    query = {"access_token": emulator.token, "media_id": media_id}
    better = await emulator.ask("media/get/jssdk", **query)
    assert (better.content, better.headers["content-type"]) == (high, "voice/speex")
    other = query | {"media_id": await media(emulator)}
    assert (await emulator.ask("media/get/jssdk", **other)).json()["errcode"] == 40007
    assert (await impossible(emulator, "voices", amr="%", speex=""))[0] == 400


FILES = {"film.mp4": film(), "price.pdf": b"%PDF-1.7 prices", "empty": b""}


async def _serve(request: Request) -> Response:
    name = request.path_params["name"]
    if name == "moved":
        return RedirectResponse("/price.pdf")
    return Response(FILES[name]) if name in FILES else Response("", 404)


@pytest.fixture
async def fetching(tmp_path: Path) -> AsyncIterator[Emulator]:
    """One that reaches a server of files."""
    limits = Limits(linked_file_bytes=1000)
    async with open_emulator(limits, tmp_path / "state.json") as one:
        target = Starlette(
            routes=[
                Route("/callback", one.receiver.answer, methods=["GET", "POST"]),
                Route("/{name}", _serve),
            ]
        )
        await one.app.state.world.http.aclose()
        one.app.state.world.http = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=target))
        yield one


def wanted(name: str = "price.pdf", **change: Any) -> dict[str, Any]:
    """A body of upload_by_url."""
    return {
        "scene": 1,
        "type": "file",
        "filename": "价目.pdf",
        "url": f"http://localhost/{name}",
        "md5": hashlib.md5(FILES.get(name, b""), usedforsecurity=False).hexdigest(),
    } | change


async def finished(emulator: Emulator, jobid: str) -> dict[str, Any]:
    """The answer once a job ended."""
    async with asyncio.timeout(60):
        while True:
            told = await emulator.call(RESULT, {"jobid": jobid})
            assert told["errcode"] == 0, told
            if told["status"] != 1:
                return dict(told)
            await asyncio.sleep(0.01)


async def test_a_file_is_fetched_and_the_app_is_told(fetching: Emulator) -> None:
    jobid = (await fetching.call(FETCH, wanted()))["jobid"]
    told = await finished(fetching, jobid)
    detail = told["detail"]
    assert told == {
        **OK,
        "status": 2,
        "detail": {
            "errcode": 0,
            "errmsg": "ok",
            "media_id": detail["media_id"],
            "created_at": detail["created_at"],
        },
    }
    got = await get(fetching, detail["media_id"])
    assert (got.content, "价目.pdf" in got.headers["content-disposition"]) == (
        FILES["price.pdf"],
        True,
    )
    await fetching.delivered(1)
    [xml] = fetching.receiver.xml
    assert "<Event><![CDATA[upload_media_job_finish]]></Event>" in xml
    assert f"<JobId><![CDATA[{jobid}]]></JobId>" in xml
    # It is for welcomes into groups; in a broadcast it is another place's.
    template = {"file": {"media_id": detail["media_id"]}}
    path = "externalcontact/group_welcome_template/add"
    assert await fetching.code(path, template) == 0
    file = {"msgtype": "file", "file": {"media_id": detail["media_id"]}}
    message = {"external_userid": [await friend(fetching)], "attachments": [file]}
    assert await fetching.code("externalcontact/add_msg_template", message) == 41072
    clip = (await fetching.call(FETCH, wanted("film.mp4", type="video")))["jobid"]
    assert (await finished(fetching, clip))["status"] == 2


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        (wanted(md5="0" * 32), 301019),
        (wanted("missing"), 830003),
        (wanted("moved"), 830003),
        (wanted(url="http://elsewhere.example/price.pdf"), 830003),
        (wanted("empty"), 40004),
        (wanted("price.pdf", type="video"), 40004),
        (wanted("film.mp4", url="http://localhost/large"), 45001),
    ],
)
async def test_a_fetch_that_fails_is_told_too(
    fetching: Emulator, body: dict[str, Any], errcode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FILES, "large", bytes(1001))
    jobid = (await fetching.call(FETCH, body))["jobid"]
    told = await finished(fetching, jobid)
    assert (told["status"], told["detail"]["errcode"], told["detail"]["media_id"]) == (
        3,
        errcode,
        "",
    )
    await fetching.delivered(1)
    assert jobid in fetching.receiver.xml[0]


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"scene": 2}, 40058),
        ({"scene": None}, 40058),
        ({"type": "image"}, 40005),
        ({"filename": None}, 40058),
        ({"filename": "../x"}, 40058),
        ({"url": None}, 830001),
        ({"url": "ftp://localhost/a"}, 830001),
        ({"url": "http://[::1"}, 830001),
        ({"url": "http://localhost:99999/a"}, 830001),
        ({"md5": "short"}, 301019),
        ({"md5": None}, 40058),
    ],
)
async def test_a_fetch_that_cannot_begin(
    fetching: Emulator, change: dict[str, Any], errcode: int
) -> None:
    answer = await fetching.call(FETCH, wanted() | change)
    assert (answer["errcode"], "jobid" in answer) == (errcode, False)
    assert await fetching.code(RESULT, {"jobid": "job0"}) == 40088
    assert await fetching.code(RESULT, {}) == 40088


async def test_a_job_takes_the_time_of_its_switch(fetching: Emulator) -> None:
    await fetching.act("switches", jobs_take_seconds=60.0)
    jobid = (await fetching.call(FETCH, wanted()))["jobid"]
    assert await fetching.call(RESULT, {"jobid": jobid}) == {**OK, "status": 1}
    await fetching.advance(61)
    assert (await finished(fetching, jobid))["status"] == 2


@pytest.mark.parametrize("cut", range(0, len(film()), 7))
def test_a_film_that_is_cut_is_read_to_its_end(cut: int) -> None:
    told = formats.film(film()[:cut])
    assert told is None or told[0] == 3.0
    assert formats.film(b"\0\0\0\1ftyp" + bytes(cut)) is None


def test_voices_are_as_long_as_their_frames() -> None:
    assert formats.voice_seconds(voice(1.5)) == pytest.approx(1.5)
    assert formats.voice_seconds(b"#!AMR\n") == 0
    assert formats.voice_seconds(png()) is None
