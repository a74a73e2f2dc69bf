"""Structured logs on standard error, without secrets."""

import logging
import re
import sys
from typing import Any

import structlog

_SECRET_KEYS = re.compile(
    r"token|secret|password|aes_key|welcome_code|cookie|authorization|phone|mobile", re.IGNORECASE
)
_SECRET_IN_URL = re.compile(r"((?:access_token|corpsecret|code|ticket)=)[^&\s\"']+")


def hide_secrets(_: object, __: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Blank values whose key names a secret, and secrets inside addresses."""
    for key, value in entry.items():
        if _SECRET_KEYS.search(key):
            entry[key] = "•••"
        elif isinstance(value, str):
            entry[key] = _SECRET_IN_URL.sub(r"\1•••", value)
    return entry


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
    for noisy in ("httpx2", "httpcore2", "procrastinate", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
