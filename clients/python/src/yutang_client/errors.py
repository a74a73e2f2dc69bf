"""What the API refuses."""

import json
from typing import Any


class ProblemError(Exception):
    """A refusal or a failure; `type` is stable and made for programs, `detail` is for people."""

    def __init__(self, status: int, body: bytes) -> None:
        told = _read(body)
        self.status = status
        self.type = str(told.get("type", f"http.{status}"))
        self.detail = str(told.get("detail", ""))
        self.errors: list[dict[str, str]] = told.get("errors") or []
        super().__init__(f"{status} {self.type}: {self.detail}")


def _read(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        # A proxy between may answer in its own words.
        return {}
    return told if isinstance(told, dict) else {}
