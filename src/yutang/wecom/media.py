"""Files for messages (document 90253): a media id lives three days, in all apps of the corp."""

from typing import Final, Literal
from urllib.parse import urljoin, urlsplit

import httpx2

from yutang.wecom.answers import Answer, Int
from yutang.wecom.errors import (
    DownloadError,
    FileSizeError,
    ForeignAddressError,
)
from yutang.wecom.transport import Download, Transport, bounded

MediaKind = Literal["image", "voice", "video", "file"]

MIN_BYTES: Final = 6
MAX_BYTES: Final[dict[MediaKind, int]] = {
    "image": 10 * 1024 * 1024,
    "voice": 2 * 1024 * 1024,
    "video": 10 * 1024 * 1024,
    "file": 20 * 1024 * 1024,
}
MAX_DOWNLOAD_BYTES: Final = 20 * 1024 * 1024
MAX_PICTURE_BYTES: Final = 1024 * 1024
_MAX_REDIRECTS: Final = 3
_PICTURE_HOSTS: Final = (".qpic.cn", ".qq.com")


class MediaRef(Answer):
    """An uploaded file; ``created_at`` is unix seconds (WeCom sends it as text)."""

    type: str = ""
    media_id: str = ""
    created_at: Int = 0


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
        if not MIN_BYTES <= len(data) <= MAX_BYTES[kind]:
            message = f"{kind} has {len(data)} bytes, WeCom takes {MIN_BYTES} to {MAX_BYTES[kind]}"
            raise FileSizeError(message)
        return await self._transport.upload(
            "/cgi-bin/media/upload", MediaRef, {"type": kind}, (file_name, data, content_type)
        )

    async def get(self, media_id: str) -> Download:
        """Download up to 20 MB; raises MediaError, DownloadError."""
        return await self._transport.download(
            "/cgi-bin/media/get", MAX_DOWNLOAD_BYTES, media_id=media_id
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
