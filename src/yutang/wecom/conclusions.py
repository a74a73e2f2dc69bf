"""What a temporary chat says to the customer when it ends (document 92228)."""

from dataclasses import dataclass
from typing import Any, Final

from yutang.wecom.answers import Lenient
from yutang.wecom.attachments import (
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
    SentImage,
    SentLink,
    SentMiniProgram,
    SentText,
    flat,
)
from yutang.wecom.measuring import check_any, check_bytes

MAX_TEXT_BYTES: Final = 4000


@dataclass(frozen=True, slots=True)
class Conclusions:
    """A text of up to 4,000 bytes, one attachment, or both as two messages.

    WeCom would take several attachments and send one of them, so there is room for one only.
    Raises NothingToSendError, TextTooLongError when made.
    """

    text: str = ""
    attachment: ImageAttachment | LinkAttachment | MiniProgramAttachment | None = None

    def __post_init__(self) -> None:
        """Measure the text in bytes."""
        check_any("conclusions need a text or an attachment", self.text, self.attachment)
        check_bytes("text of the conclusions", self.text, MAX_TEXT_BYTES)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        text = {"text": {"content": self.text}} if self.text else {}
        return {**text, **flat(self.attachment)}


class ConclusionsFound(Lenient):
    """Conclusions as WeCom has them; a picture comes by its address, not its media id."""

    text: SentText | None = None
    image: SentImage | None = None
    link: SentLink | None = None
    miniprogram: SentMiniProgram | None = None
