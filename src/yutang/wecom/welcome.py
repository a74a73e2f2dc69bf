"""The welcome message of a new friend (document 92137): within 20 s of the event, once a code."""

from collections.abc import Sequence
from typing import Any, Final

from yutang.wecom.answers import Answer
from yutang.wecom.attachments import Attachment, message_attachments
from yutang.wecom.measuring import check_any, check_bytes
from yutang.wecom.transport import Repeat, Transport

MAX_TEXT_BYTES: Final = 4000


class Welcome:
    """Sends welcome messages."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(
        self,
        code: str,
        text: str = "",
        attachments: Sequence[Attachment] = (),
        timeout: float | None = None,  # noqa: ASYNC109 - the error must say if it was sent
    ) -> None:
        """Send the text (4,000 bytes of UTF-8) and up to nine attachments.

        ``timeout`` in seconds bounds the whole call, waits for token and turn included. After
        UnknownOutcomeError it may be sent again: AlreadyChattingError then means it had arrived.
        Raises NothingToSendError, TextTooLongError, TooManyError, WelcomeGoneError,
        AlreadyChattingError, WelcomeInFlightError, ConsentMissingError, MediaError.
        """
        check_any("a welcome needs a text or an attachment", text, attachments)
        check_bytes("text", text, MAX_TEXT_BYTES)
        body: dict[str, Any] = {"welcome_code": code}
        if text:
            body["text"] = {"content": text}
        if attachments:
            body["attachments"] = message_attachments(attachments)
        path = "/cgi-bin/externalcontact/send_welcome_msg"
        await self._transport.post(path, Answer, body, repeat=Repeat.CALLER, seconds=timeout)
