"""Group welcome templates (入群欢迎语素材, document 92366): 100 a corp, own ones can be changed."""

from typing import Any, Final

from yutang.wecom.answers import Answer
from yutang.wecom.attachments import (
    Attachment,
    SentFile,
    SentImage,
    SentLink,
    SentMiniProgram,
    SentText,
    flat,
)
from yutang.wecom.errors import UnknownIdError
from yutang.wecom.measuring import check_any, check_bytes
from yutang.wecom.transport import Repeat, Transport

MAX_TEXT_BYTES: Final = 3000
NICKNAME: Final = "%NICKNAME%"
"""In the text it stands for the name of who joins."""
_ROOT: Final = "/cgi-bin/externalcontact/group_welcome_template"


class GroupWelcome(Answer):
    """A template; the picture is told by address only."""

    text: SentText = SentText()
    image: SentImage = SentImage()
    link: SentLink = SentLink()
    miniprogram: SentMiniProgram = SentMiniProgram()
    file: SentFile = SentFile()
    video: SentFile = SentFile()


class _Made(Answer):
    template_id: str = ""


class GroupWelcomes:
    """Verbs on group welcome templates."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def add(
        self, text: str = "", attachment: Attachment | None = None, *, notify: bool = True
    ) -> str:
        """Make a template of 3,000 bytes of text and one attachment; return its id.

        ``notify`` tells the members to use it. Not repeated by itself: no list shows templates,
        so one whose answer is lost counts against the 100 until somebody deletes it by hand.
        Raises NothingToSendError, TextTooLongError, QuotaError, MediaError.
        """
        body = {**_content(text, attachment), "notify": int(notify)}
        made = await self._transport.post(f"{_ROOT}/add", _Made, body, repeat=Repeat.NEVER)
        return made.template_id

    async def edit(
        self, template_id: str, text: str = "", attachment: Attachment | None = None
    ) -> None:
        """Replace an own template; raises UnknownIdError, ForbiddenError (41058), as ``add``."""
        body = {"template_id": template_id, **_content(text, attachment)}
        await self._transport.post(f"{_ROOT}/edit", Answer, body, repeat=Repeat.WRITE)

    async def get(self, template_id: str) -> GroupWelcome:
        """Read a template; raises UnknownIdError."""
        body = {"template_id": template_id}
        return await self._transport.post(f"{_ROOT}/get", GroupWelcome, body, repeat=Repeat.READ)

    async def delete(self, template_id: str) -> None:
        """Delete an own template; raises UnknownIdError, ForbiddenError (41058)."""
        body = {"template_id": template_id}
        gone = (UnknownIdError,)
        path = f"{_ROOT}/del"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, gone=gone)


def _content(text: str, attachment: Attachment | None) -> dict[str, Any]:
    check_any("a group welcome needs a text or an attachment", text, attachment)
    check_bytes("text", text, MAX_TEXT_BYTES)
    return {**({"text": {"content": text}} if text else {}), **flat(attachment)}
