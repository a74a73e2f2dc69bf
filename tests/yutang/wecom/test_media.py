"""Files and QR pictures: what is sent and read, and which addresses are never asked."""

import httpx2
import pytest

from tests.yutang.wecom.miniature import CREDENTIALS, Miniature, Reply
from yutang.wecom.client import WeCom
from yutang.wecom.errors import DownloadError, ForeignAddressError, MediaError
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
