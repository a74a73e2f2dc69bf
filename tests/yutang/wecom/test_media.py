"""Files and QR pictures: what is sent and read, and which addresses are never asked."""

import httpx2
import pytest

from tests.yutang.wecom.miniature import CREDENTIALS, Miniature, Reply
from tests.yutang.wecom.verbs import READ, WRITE, Act, Verb, collect, refused_by_wecom, refused_here
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    DownloadError,
    FileSizeError,
    ForeignAddressError,
    InvalidRequestError,
    MediaError,
    NothingToSendError,
    RefusedError,
    UnknownIdError,
)
from yutang.wecom.media import Media
from yutang.wecom.tokens import MemoryTokenStore
from yutang.wecom.transport import Transport


async def test_upload_names_the_file_in_raw_utf8(server: Miniature, wecom: WeCom) -> None:
    path = "/cgi-bin/media/upload"
    answer = {"errcode": 0, "type": "image", "media_id": "m1", "created_at": "1770000000"}
    server.answer(path, answer)
    made = await wecom.media.upload("image", "鱼塘.png", b"123456", "image/png")
    assert (made.media_id, made.created_at) == ("m1", 1770000000)
    call = server.calls(path)[0]
    assert call.query == {"type": "image", "access_token": "t0ken-number-1"}
    assert 'name="media"; filename="鱼塘.png"'.encode() in call.body
    assert b"Content-Type: image/png\r\n\r\n123456\r\n" in call.body


async def test_media_is_downloaded_or_refused(server: Miniature, wecom: WeCom) -> None:
    headers = {"content-type": "image/png", "content-disposition": 'attachment; filename="a.png"'}
    path = "/cgi-bin/media/get"
    server.answer(path, Reply(b"png", 200, headers), {"errcode": 40007, "errmsg": "invalid"})
    found = await wecom.media.get("m1")
    assert (found.data, found.media_type, found.file_name) == (b"png", "image/png", "a.png")
    with pytest.raises(MediaError):
        await wecom.media.get("m1")


async def test_qr_picture_comes_without_a_token(server: Miniature, wecom: WeCom) -> None:
    server.answer("/wwpic/1/0", Reply(b"png"))
    server.answer("/moved", Reply(b"", 302, {"location": "/wwpic/1/0"}))
    assert await wecom.qr_picture("http://wecom.test/wwpic/1/0") == b"png"
    assert await wecom.qr_picture("https://wework.qpic.cn/wwpic/1/0") == b"png"
    assert await wecom.qr_picture("https://p.qpic.cn/moved") == b"png"
    assert [request.query for request in server.requests] == [{}, {}, {}, {}]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "http://wecom.test:81/x",
        "https://wecom.test/x",
        "https://evil.test/x",
        "https://qpic.cn.evil.test/x",
        "https://evilqq.com/x",
        "https://x@wework.qpic.cn/x",
        "https://wework.qpic.cn:8443/x",
        "https://wework.qpic.cn:port/x",
        "https://[/x",
        "gopher://wework.qpic.cn/x",
    ],
)
async def test_other_addresses_are_not_fetched(server: Miniature, wecom: WeCom, url: str) -> None:
    with pytest.raises(ForeignAddressError):
        await wecom.qr_picture(url)
    assert server.requests == []


async def test_qr_picture_follows_no_redirect_to_others(server: Miniature, wecom: WeCom) -> None:
    server.answer("/moved", Reply(b"", 302, {"location": "http://127.0.0.1:5432/"}))
    server.answer("/round", Reply(b"", 302, {"location": "/round"}))
    with pytest.raises(ForeignAddressError):
        await wecom.qr_picture("https://p.qpic.cn/moved")
    with pytest.raises(DownloadError):
        await wecom.qr_picture("https://p.qpic.cn/round")
    assert [request.path for request in server.requests] == ["/moved"] + ["/round"] * 4


async def test_qr_picture_is_bounded_and_must_be_there(server: Miniature, wecom: WeCom) -> None:
    server.answer("/big", Reply(b"x" * (1024 * 1024 + 1)))
    server.answer("/gone", Reply(b"", 404))
    for path in ("/big", "/gone"):
        with pytest.raises(DownloadError):
            await wecom.qr_picture(f"http://wecom.test{path}")


async def test_a_qr_picture_that_does_not_arrive_is_told() -> None:
    def fail(request: httpx2.Request) -> httpx2.Response:
        message = "gone"
        raise httpx2.ReadTimeout(message, request=request)

    async with httpx2.AsyncClient(transport=httpx2.MockTransport(fail)) as http:
        media = Media(Transport("http://wecom.test", http, MemoryTokenStore(), CREDENTIALS))
        with pytest.raises(DownloadError, match="ReadTimeout"):
            await media.qr_picture("http://wecom.test/qr")


MD5 = "83e4a96aed96436c621b9809e258b309"
VERBS = {
    "upload_by_url": Verb(
        lambda wecom: wecom.media.upload_by_url("video", "开业.mp4", "https://cdn.test/v", MD5),
        "/cgi-bin/media/upload_by_url",
        WRITE,
        {
            "scene": 1,
            "type": "video",
            "filename": "开业.mp4",
            "url": "https://cdn.test/v",
            "md5": MD5,
        },
    ),
    "upload_result": Verb(
        lambda wecom: wecom.media.upload_result("j1"),
        "/cgi-bin/media/get_upload_by_url_result",
        READ,
        {"jobid": "j1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_picture_for_good(server: Miniature, wecom: WeCom) -> None:
    path = "/cgi-bin/media/uploadimg"
    server.answer(path, {"errcode": 0, "errmsg": "", "url": "https://p.qpic.cn/pic_wework/7/0"})
    made = await wecom.media.upload_picture("a.png", b"123456", "image/png")
    assert made == "https://p.qpic.cn/pic_wework/7/0"
    (call,) = server.calls(path)
    assert call.query == {"access_token": "t0ken-number-1"}
    assert b'name="media"; filename="a.png"' in call.body


async def test_files_for_moments_and_the_album(server: Miniature, wecom: WeCom) -> None:
    path = "/cgi-bin/media/upload_attachment"
    # Here WeCom sends the time as a number.
    server.answer(path, {"errcode": 0, "type": "video", "media_id": "m1", "created_at": 1770300000})
    made = await wecom.media.upload_attachment("moment", "video", "a.mp4", b"123456", "video/mp4")
    await wecom.media.upload_attachment("album", "image", "a.jpg", b"123456", "image/jpeg")
    assert (made.media_id, made.created_at) == ("m1", 1_770_300_000)
    asked = [
        (call.query["media_type"], call.query["attachment_type"]) for call in server.calls(path)
    ]
    assert asked == [("video", "1"), ("image", "2")]


async def test_an_upload_by_address_is_followed(server: Miniature, wecom: WeCom) -> None:
    server.answer("/cgi-bin/media/upload_by_url", {"errcode": 0, "jobid": "j1"})
    detail = {"errcode": 0, "errmsg": "ok", "media_id": "m1", "created_at": "1770300000"}
    server.answer(
        "/cgi-bin/media/get_upload_by_url_result",
        {"errcode": 0, "status": 1},
        {"errcode": 0, "status": 2, "detail": detail},
        {"errcode": 0, "status": 3, "detail": {"errcode": 830003, "errmsg": "no"}},
    )
    job = await wecom.media.upload_by_url("file", "a.pdf", "https://cdn.test/a", MD5)
    results = [await wecom.media.upload_result(job) for _ in range(3)]
    assert [(found.status, found.detail.media_id, found.detail.errcode) for found in results] == [
        (1, "", 0),
        (2, "m1", 0),
        (3, "", 830003),
    ]


def piece(data: bytes, start: int, total: int) -> Reply:
    headers = {
        "content-type": "video/mp4",
        "content-disposition": 'attachment; filename="a.mp4"',
        "content-range": f"bytes {start}-{start + len(data) - 1}/{total}",
    }
    return Reply(data, 206, headers)


async def test_a_large_file_comes_in_pieces(server: Miniature, wecom: WeCom) -> None:
    path = "/cgi-bin/media/get"
    server.answer(path, piece(b"abcd", 0, 10), piece(b"efgh", 4, 10), piece(b"ij", 8, 10))
    pieces = await collect(wecom.media.pieces("m1", 4))
    assert b"".join(part.data for part in pieces) == b"abcdefghij"
    assert [part.total_bytes for part in pieces] == [10, 10, 10]
    assert pieces[0].file_name == "a.mp4"
    asked = [(call.query["media_id"], call.headers["range"]) for call in server.calls(path)]
    assert asked == [("m1", "bytes=0-3"), ("m1", "bytes=4-7"), ("m1", "bytes=8-11")]


async def test_a_file_that_comes_whole_ends_the_pieces(server: Miniature, wecom: WeCom) -> None:
    headers = {"content-type": "image/png", "content-disposition": "attachment"}
    server.answer("/cgi-bin/media/get", Reply(b"abcdefgh", 200, headers))
    (only,) = await collect(wecom.media.pieces("m1", 4))
    assert (only.data, only.total_bytes) == (b"abcdefgh", None)
    server.answers["/cgi-bin/media/get"].clear()
    server.answer("/cgi-bin/media/get", {"errcode": 830002, "errmsg": "too large"})
    with pytest.raises(MediaError):
        await collect(wecom.media.pieces("m1"))


async def test_a_fine_recording(server: Miniature, wecom: WeCom) -> None:
    headers = {"content-type": "voice/speex", "content-disposition": "attachment"}
    server.answer("/cgi-bin/media/get/jssdk", Reply(b"speex", 200, headers))
    assert (await wecom.media.get_voice("m1")).data == b"speex"
    assert server.calls("/cgi-bin/media/get/jssdk")[0].query["media_id"] == "m1"


MB = 1024 * 1024


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.media.upload_picture("a", b"12345", "image/png"), FileSizeError),
        (
            lambda wecom: wecom.media.upload_picture("a", b"1" * (2 * MB + 1), "image/png"),
            FileSizeError,
        ),
        (
            lambda wecom: wecom.media.upload_attachment(
                "moment", "image", "a", b"1" * (10 * MB + 1), "image/png"
            ),
            FileSizeError,
        ),
        (
            lambda wecom: wecom.media.upload_attachment("moment", "file", "a", b"123456", "a/b"),
            InvalidRequestError,
        ),
        (
            lambda wecom: wecom.media.upload_attachment("album", "video", "a", b"123456", "a/b"),
            InvalidRequestError,
        ),
        (
            lambda wecom: wecom.media.upload_by_url("file", "", "https://c.test", MD5),
            NothingToSendError,
        ),
        (
            lambda wecom: wecom.media.upload_by_url("file", "a", "https://c.test", MD5.upper()),
            InvalidRequestError,
        ),
        (lambda wecom: collect(wecom.media.pieces("m1", 0)), InvalidRequestError),
        (lambda wecom: collect(wecom.media.pieces("m1", 20 * MB + 1)), InvalidRequestError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("upload_by_url", 830001, MediaError),
        ("upload_by_url", 830003, MediaError),
        ("upload_by_url", 301019, MediaError),
        ("upload_result", 40088, UnknownIdError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family


@pytest.mark.parametrize("errcode", [40004, 40005, 40123, 41072, 41080, 41081, 41082, 41090, 44001])
async def test_refused_files(server: Miniature, wecom: WeCom, errcode: int) -> None:
    act: Act = lambda client: client.media.upload_attachment(  # noqa: E731 - as in the tables above
        "moment", "image", "a.png", b"123456", "image/png"
    )
    path = "/cgi-bin/media/upload_attachment"
    assert await refused_by_wecom(server, wecom, act, path, errcode) is MediaError
