"""Structured logs on standard error, without secrets."""

import logging
import re
import sys
from typing import Any

import structlog

_SECRET_KEYS = re.compile(
    r"token|secret|password|aes_key|welcome_code|cookie|authorization|phone|mobile", re.IGNORECASE
)
HIDDEN = "•••"
_SECRET_PARTS = (
    (re.compile(r"((?:access_token|corpsecret|code|ticket|secret)=)[^&\s\"']+"), rf"\1{HIDDEN}"),
    # What PostgreSQL adds to a refusal: keys and whole rows.
    (re.compile(r"(DETAIL:\s*).*"), rf"\1{HIDDEN}"),
    (re.compile(r"(?<![0-9a-zA-Z])(?:\+?86[- ]?)?1[3-9]\d{9}(?![0-9a-zA-Z])"), HIDDEN),
)


def hide_secrets(_: object, __: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Blank values whose key names a secret, secrets inside addresses, and phone numbers.

    An error's text is looked through as well: a server tells the row that it would not take.
    """
    for key, value in entry.items():
        entry[key] = HIDDEN if _SECRET_KEYS.search(key) else _hide(value)
    return entry


def _hide(value: Any) -> Any:
    if isinstance(value, str):
        for pattern, instead in _SECRET_PARTS:
            value = pattern.sub(instead, value)
        return value
    if isinstance(value, dict):
        return {
            key: HIDDEN if _SECRET_KEYS.search(str(key)) else _hide(one)
            for key, one in value.items()
        }
    return [_hide(one) for one in value] if isinstance(value, list | tuple) else value


TELLTALE = ("sqlalchemy", "psycopg", "aiohttp", "asyncio")
"""Below a warning these tell statements with their values, rows and addresses."""


def configure(level: str, *, json: bool) -> None:
    """Send structlog and the standard library's records through one chain."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide_secrets,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for noisy in ("httpx2", "httpcore2", "procrastinate", "uvicorn.access", *TELLTALE):
        logging.getLogger(noisy).setLevel(logging.WARNING)
