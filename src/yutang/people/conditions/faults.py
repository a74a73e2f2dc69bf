"""What is wrong with a condition, and where, in words."""

import json
from collections.abc import Mapping
from itertools import takewhile
from typing import Final

from yutang.kernel.languages import LANGUAGES, Language

from .errors import ConditionError, Fault, Told
from .schemas import Names
from .speaking import Speech, joined, number

_SHOWN: Final = 40


def refusal(path: str, key: str, **values: object) -> ConditionError:
    """What to raise: `key` is one of the words of faults, `values` are what they name."""
    told = {
        language: Told(_place(path, language), _fault(key, values, language))
        for language in LANGUAGES
    }
    return ConditionError(path, Fault(key, values), told)


def seen_from(path: str, error: ConditionError) -> ConditionError:
    """The same, seen from a node above."""
    whole = ".".join(filter(None, (path, error.path)))
    return refusal(whole, error.fault.key, **error.fault.values)


def _fault(key: str, values: Mapping[str, object], language: Language) -> str:
    """What is wrong and what to do."""
    speech = Speech(Names(), language)
    return speech.say(
        "faults",
        key,
        **{
            name: _found(value, speech) if name == "found" else _said(value, speech)
            for name, value in values.items()
        },
    )


def _place(path: str, language: Language) -> str:
    """Where it is: conditions are counted from 1, the fields of one are named."""
    speech = Speech(Names(), language)
    parts = path.split(".") if path else []
    nodes = len(list(takewhile(str.isdecimal, parts)))
    told = [
        speech.say("places", "node" if place < nodes else "item", n=int(part) + 1)
        if part.isdecimal()
        else speech.say("places", "field", name=_said(part, speech))
        for place, part in enumerate(parts)
    ]
    return joined(told, speech.say("places", "join")) or speech.say("places", "root")


def _said(value: object, speech: Speech) -> str:
    if isinstance(value, list | tuple):
        return joined((_said(one, speech) for one in value), speech.say("lists", "join"))
    if isinstance(value, str):
        for group in ("terms", "names", "values"):
            if speech.language != "en" and speech.has(group, value):
                return speech.say(group, value)
        return value
    return number(value)


def _found(value: object, speech: Speech) -> str:
    """What somebody wrote, as he wrote it, of something long the beginning."""
    told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    told = told if len(told) <= _SHOWN else f"{told[: _SHOWN - 1]}…"
    return speech.quoted(told) if isinstance(value, str) else told
