"""Refusals before any call: what is too long, too many or missing."""

from collections.abc import Sized

from yutang.wecom.errors import (
    InvalidRequestError,
    NothingToSendError,
    TextTooLongError,
    TooManyError,
)


def check_bytes(field: str, text: str | None, limit: int) -> None:
    """Raise TextTooLongError for more bytes of UTF-8 than the limit; None is not there."""
    length = len((text or "").encode())
    if length > limit:
        raise TextTooLongError(field, length, limit, "bytes")


def check_characters(field: str, text: str | None, limit: int) -> None:
    """Raise TextTooLongError for more characters than the limit; None is not there."""
    length = len(text or "")
    if length > limit:
        raise TextTooLongError(field, length, limit, "characters")


def check_count(what: str, parts: Sized, most: int, least: int = 0) -> None:
    """Raise TooManyError where there are more parts, or fewer, than WeCom takes."""
    if not least <= len(parts) <= most:
        message = f"{what}: {len(parts)}, WeCom takes {least} to {most}"
        raise TooManyError(message)


def check_any(message: str, *parts: object) -> None:
    """Raise NothingToSendError where all the parts are empty."""
    if not any(parts):
        raise NothingToSendError(message)


def check_that(is_right: object, message: str) -> None:
    """Raise InvalidRequestError unless the condition holds."""
    if not is_right:
        raise InvalidRequestError(message)


def check_window(start: int, end: int, most_days: int) -> None:
    """Raise InvalidRequestError unless start and end, in unix seconds, are that close."""
    check_that(start <= end, "the window ends before it starts")
    check_that(end - start <= most_days * 86_400, f"the window is longer than {most_days} days")
