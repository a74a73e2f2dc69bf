"""The language in which a command answers."""

import os
from typing import Literal

import typer


def spoken(given: str | None) -> Literal["zh", "en"]:
    """What `--lang` says, else the terminal's language. Raises BadParameter."""
    if given in {"zh", "en"}:
        return "zh" if given == "zh" else "en"
    if given is not None:
        message = "--lang is zh or en"
        raise typer.BadParameter(message)
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken_here = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "zh" if spoken_here.lower().startswith("zh") else "en"
