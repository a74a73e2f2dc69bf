"""Robots in group chats (消息推送, document 91770): a key stands for the robot, no token is needed.

Twenty messages a minute and robot (FrequencyError).
"""

from typing import Any, Final, Literal

from yutang.wecom.answers import Answer
from yutang.wecom.errors import FileSizeError
from yutang.wecom.measuring import check_that
from yutang.wecom.media import MAX_BYTES, MediaRef
from yutang.wecom.messages import CardMessage, RobotMessage
from yutang.wecom.template_cards import NewsNotice, TextNotice
from yutang.wecom.transport import Repeat, Transport

MIN_FILE_BYTES: Final = 5
_ROOT: Final = "/cgi-bin/webhook"


class Robots:
    """Verbs of a robot, by its key."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def send(self, key: str, message: RobotMessage) -> None:
        """Write into the robot's chat; not repeated by itself, WeCom knows no duplicates here.

        Raises TextTooLongError, InvalidRequestError, UnknownIdError (93000: the robot is gone),
        ForbiddenError (93004), FrequencyError, MediaError.
        """
        check_that(
            not isinstance(message, CardMessage)
            or isinstance(message.card, TextNotice | NewsNotice),
            "a robot sends notices only",
        )
        body: dict[str, Any] = {"msgtype": message.msgtype, message.msgtype: message.json()}
        await self._transport.post(
            f"{_ROOT}/send",
            Answer,
            body,
            repeat=Repeat.NEVER,
            query={"key": key},
            needs_token=False,
        )

    async def upload(
        self,
        key: str,
        kind: Literal["file", "voice"],
        file_name: str,
        data: bytes,
        content_type: str,
    ) -> MediaRef:
        """Upload a file (20 MB) or voice (2 MB AMR) for this robot; its id lives three days.

        Raises FileSizeError, MediaError.
        """
        if not MIN_FILE_BYTES <= len(data) <= MAX_BYTES[kind]:
            message = f"{kind} has {len(data)} bytes, WeCom takes 5 to {MAX_BYTES[kind]}"
            raise FileSizeError(message)
        return await self._transport.upload(
            f"{_ROOT}/upload_media",
            MediaRef,
            {"key": key, "type": kind},
            (file_name, data, content_type),
            needs_token=False,
        )
