"""Files for messages (documents 90253, 95098, 96219): a media id lives three days.

It is good in all apps of the corp, but only for what it was uploaded for: messages, moments and
the product album each have their own upload.
"""

import re
from collections.abc import AsyncIterator
from typing import Final, Literal
from urllib.parse import urljoin, urlsplit

import httpx2

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.errors import (
    DownloadError,
    FileSizeError,
    ForeignAddressError,
)
from yutang.wecom.measuring import check_any, check_that
from yutang.wecom.transport import Download, Repeat, Transport
from yutang.wecom.wire import bounded

MediaKind = Literal["image", "voice", "video", "file"]
AttachmentKind = Literal["image", "video", "file"]
Scene = Literal["moment", "album"]

MIN_BYTES: Final = 6
MAX_BYTES: Final[dict[MediaKind, int]] = {
    "image": 10 * 1024 * 1024,
    "voice": 2 * 1024 * 1024,
    "video": 10 * 1024 * 1024,
    "file": 20 * 1024 * 1024,
}
MAX_ATTACHMENT_BYTES: Final = 10 * 1024 * 1024
MAX_PERMANENT_BYTES: Final = 2 * 1024 * 1024
MAX_DOWNLOAD_BYTES: Final = 20 * 1024 * 1024
MAX_PICTURE_BYTES: Final = 1024 * 1024
_MAX_REDIRECTS: Final = 3
_SCENES: Final[dict[Scene, int]] = {"moment": 1, "album": 2}
_KINDS: Final[dict[Scene, frozenset[str]]] = {
    "moment": frozenset({"image", "video"}),
    "album": frozenset({"image"}),
}
_WELCOME_SCENE: Final = 1
_MD5: Final = re.compile(r"[0-9a-f]{32}")
_PICTURE_HOSTS: Final = (".qpic.cn", ".qq.com")


class MediaRef(Answer):
    """An uploaded file; ``created_at`` is unix seconds (WeCom sends it as text)."""

    type: str = ""
    media_id: str = ""
    created_at: Int = 0


class UploadedByUrl(Lenient):
    """What a finished job uploaded, or why it failed."""

    errcode: Int = 0
    errmsg: str = ""
    media_id: str = ""
    created_at: Int = 0


class UploadJob(Answer):
    """How far an upload by address is; ``status`` 1 running, 2 done, 3 failed."""

    status: Int = 0
    detail: UploadedByUrl = UploadedByUrl()


class _Picture(Answer):
    url: str = ""


class _Job(Answer):
    jobid: str = ""


class Media:
    """Verbs on files."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def upload(
        self, kind: MediaKind, file_name: str, data: bytes, content_type: str
    ) -> MediaRef:
        """Upload: image 10 MB JPG or PNG, voice 2 MB AMR, video 10 MB MP4, file 20 MB.

        Uploading again makes another id and harms nothing. Raises FileSizeError, MediaError.
        """
        _check_size(kind, data, MAX_BYTES[kind])
        return await self._transport.upload(
            "/cgi-bin/media/upload", MediaRef, {"type": kind}, (file_name, data, content_type)
        )

    async def upload_picture(self, file_name: str, data: bytes, content_type: str) -> str:
        """Upload a JPG or PNG of 2 MB for good; return its address, which only WeCom shows.

        1,000 a day and 3,000 a month. Raises FileSizeError, MediaError, FrequencyError.
        """
        _check_size("picture", data, MAX_PERMANENT_BYTES)
        file = (file_name, data, content_type)
        return (await self._transport.upload("/cgi-bin/media/uploadimg", _Picture, {}, file)).url

    async def upload_attachment(
        self, scene: Scene, kind: AttachmentKind, file_name: str, data: bytes, content_type: str
    ) -> MediaRef:
        """Upload for moments (image, video) or the album (image), 10 MB each.

        A moment's picture has 10,800 pixels at its long and 1,080 at its short side, its film 30
        seconds. Raises InvalidRequestError, FileSizeError, MediaError.
        """
        check_that(kind in _KINDS[scene], f"{scene} takes no {kind}")
        _check_size(kind, data, MAX_ATTACHMENT_BYTES)
        query = {"media_type": kind, "attachment_type": str(_SCENES[scene])}
        file = (file_name, data, content_type)
        path = "/cgi-bin/media/upload_attachment"
        return await self._transport.upload(path, MediaRef, query, file)

    async def upload_by_url(
        self, kind: Literal["video", "file"], file_name: str, url: str, md5: str
    ) -> str:
        """Have WeCom fetch a file of up to 200 MB, for group welcomes; return the job's id.

        The address answers ranges; ``md5`` is of the whole file, in lower-case hex. The event
        ``upload_media_job_finish`` tells the end. Beginning again makes another job and harms
        nothing. Raises InvalidRequestError, MediaError (830001, 830003).
        """
        check_any("a file needs a name", file_name)
        check_that(_MD5.fullmatch(md5), "an MD5 has 32 digits of lower-case hex")
        body = {
            "scene": _WELCOME_SCENE,
            "type": kind,
            "filename": file_name,
            "url": url,
            "md5": md5,
        }
        path = "/cgi-bin/media/upload_by_url"
        return (await self._transport.post(path, _Job, body, repeat=Repeat.WRITE)).jobid

    async def upload_result(self, jobid: str) -> UploadJob:
        """Return how far an upload by address is; raises UnknownIdError."""
        path = "/cgi-bin/media/get_upload_by_url_result"
        return await self._transport.post(path, UploadJob, {"jobid": jobid}, repeat=Repeat.READ)

    async def get(self, media_id: str) -> Download:
        """Download up to 20 MB; raises MediaError, DownloadError."""
        return await self._transport.download(
            "/cgi-bin/media/get", MAX_DOWNLOAD_BYTES, media_id=media_id
        )

    async def pieces(
        self, media_id: str, piece_bytes: int = MAX_DOWNLOAD_BYTES
    ) -> AsyncIterator[Download]:
        """Yield a file of any size in order, in pieces of up to 20 MB; raises as ``get``."""
        check_that(0 < piece_bytes <= MAX_DOWNLOAD_BYTES, "a piece has 1 byte to 20 MB")
        start = 0
        while True:
            piece = await self._transport.download(
                "/cgi-bin/media/get",
                MAX_DOWNLOAD_BYTES,
                span=(start, start + piece_bytes - 1),
                media_id=media_id,
            )
            yield piece
            start += len(piece.data)
            # An answer without the whole length holds the whole file.
            if piece.total_bytes is None or not piece.data or start >= piece.total_bytes:
                return

    async def get_voice(self, media_id: str) -> Download:
        """Download a recording of the JS-SDK as Speex of 16 kHz, finer than the AMR of ``get``."""
        return await self._transport.download(
            "/cgi-bin/media/get/jssdk", MAX_DOWNLOAD_BYTES, media_id=media_id
        )

    async def qr_picture(self, url: str) -> bytes:
        """Download the picture of a contact way, up to 1 MiB.

        Only WeCom's picture hosts and the API's own address are asked, redirects included, so
        that no answer can make Yutang read a neighbour's pages. Raises ForeignAddressError,
        DownloadError.
        """
        for _ in range(_MAX_REDIRECTS + 1):
            self._check_address(url)
            request = self._transport.http.build_request("GET", url, timeout=10.0)
            try:
                response = await self._transport.http.send(
                    request, stream=True, follow_redirects=False
                )
                try:
                    content = await bounded(response, MAX_PICTURE_BYTES)
                finally:
                    await response.aclose()
            except httpx2.HTTPError as error:
                message = f"the QR picture did not arrive: {type(error).__name__}"
                raise DownloadError(message) from None
            if not response.is_redirect:
                if response.status_code != httpx2.codes.OK:
                    message = f"the QR picture answered HTTP {response.status_code}"
                    raise DownloadError(message)
                return content
            url = urljoin(url, response.headers["location"])
        message = "the QR picture redirects too often"
        raise DownloadError(message)

    def _check_address(self, url: str) -> None:
        try:
            wanted, own = urlsplit(url), urlsplit(self._transport.base_url)
            is_own = (wanted.scheme, wanted.hostname, wanted.port) == (
                own.scheme,
                own.hostname,
                own.port,
            )
        except ValueError:
            message = "the QR picture's address cannot be read"
            raise ForeignAddressError(message) from None
        is_wecom = (
            wanted.scheme in {"http", "https"}
            and wanted.port in {None, 80, 443}
            and (wanted.hostname or "").endswith(_PICTURE_HOSTS)
        )
        if wanted.username is not None or not (is_own or is_wecom):
            message = "the QR picture's address is not WeCom's"
            raise ForeignAddressError(message)


def _check_size(what: str, data: bytes, limit: int) -> None:
    if not MIN_BYTES <= len(data) <= limit:
        message = f"{what} has {len(data)} bytes, WeCom takes {MIN_BYTES} to {limit}"
        raise FileSizeError(message)
