"""Events against the register, in memory: a hot path, so it asks nothing and waits for nothing."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from .builtin import usual_handling
from .cleaning import (
    GONE,
    LEAST_PHONE,
    SUSPECT,
    UnfitError,
    clean_items,
    clean_list,
    clean_text,
    convert,
    example_of,
    is_personal_number,
    is_time,
    mend,
    property_name,
)
from .register import KindRules, Register, Rules
from .schemas import (
    DEPTH,
    HELD_BYTES,
    NAME_CHARS,
    PROPERTIES,
    QUARANTINED,
    UNKNOWN_NAMES,
    Said,
    Verdict,
)

AHEAD: Final = timedelta(days=1)
BEHIND: Final = timedelta(days=3653)
_VERSION: Final = "_v"
_SHORT: Final = 2_000
_NAMED: Final = {str: "a string", bool: "yes or no", int: "a number", float: "a number"}


@dataclass(frozen=True, slots=True)
class Fresh:
    """A property that nobody sent before: its first value decides on its type."""

    kind: str
    name: str
    rules: Rules
    example: str | None
    source_id: int


@dataclass(frozen=True, slots=True)
class Held:
    """An event for the quarantine."""

    said: Said
    kind: str | None
    reason: str
    property: str
    detail: str
    raw: str


@dataclass(slots=True)
class Pending:
    """An accepted event with parts that need its person's consent."""

    place: int
    customer_id: int
    whole: str | None
    """The purpose of its kind."""
    parts: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """Purpose and value by property."""


class _RefusedError(Exception):
    def __init__(self, words: str, code: str, name: str) -> None:
        super().__init__(words)
        self.code, self.name, self.words = code, name, words


@dataclass(slots=True)
class _Event:
    """One event under the hand."""

    said: Said
    kind: KindRules
    known: dict[str, Rules]
    props: dict[str, Any] = field(default_factory=dict)
    fresh: dict[str, Fresh] = field(default_factory=dict)
    parts: dict[str, tuple[str, Any]] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """What to count: an outcome and its property."""


class Sorter:
    """Sorts one batch. What it learns stays in it until the register has taken it."""

    def __init__(self, register: Register, now: datetime) -> None:
        self.register = register
        self.latest, self.earliest = now + AHEAD, now - BEHIND
        self.verdicts: list[Verdict] = []
        self.pending: list[Pending] = []
        self.held: list[Held] = []
        self.fresh: list[Fresh] = []
        self.unknown: dict[str, int] = {}
        """New names of kinds, with the source that was first."""
        self.counts: dict[tuple[str, str, str], int] = {}
        self._known: dict[str, dict[str, Rules]] = {}

    def sort(self, said: Sequence[Said]) -> None:
        """Judge each in order."""
        verdicts, counts, known = self.verdicts, self.counts, self._known
        resolve, latest, earliest = self.register.resolve, self.latest, self.earliest
        for one in said:
            kind = resolve(one.kind)
            if kind is None or not earliest <= one.at <= latest:
                verdicts.append(self._without_kind(one, kind))
                continue
            rules = known.get(kind.name)
            if rules is None:
                rules = known[kind.name] = kind.properties
            event = _Event(one, kind, rules)
            try:
                self._read(event, one.props, "", 1)
            except _RefusedError as error:
                words = f"「{error.name}」: {error.words}" if error.name else error.words
                verdicts.append(self._refuse(one, kind.name, error.code, error.name, words))
                continue
            verdicts.append(self._accept(event))
            key = (kind.name, "accepted", "")
            counts[key] = counts.get(key, 0) + 1

    def settle(self, agreed: Collection[tuple[int, str]]) -> None:
        """Finish what needed a consent: who agreed to what, by customer and purpose."""
        for one in self.pending:
            verdict = self.verdicts[one.place]
            if one.whole is not None and (one.customer_id, one.whole) not in agreed:
                self._count(verdict.kind, "accepted", "", -1)
                self._count(verdict.kind, "no_consent", "")
                words = f"the person did not agree to 「{one.whole}」"
                self.verdicts[one.place] = Verdict(verdict.kind, {}, "no_consent", words)
                continue
            for name, (purpose, value) in one.parts.items():
                if (one.customer_id, purpose) in agreed:
                    verdict.props[name] = value
                else:
                    self._count(verdict.kind, "no_consent", name)
                    told = f"left out 「{name}」: the person did not agree to 「{purpose}」"
                    words = f"{verdict.words}; {told}" if verdict.words else told
                    verdict = Verdict(verdict.kind, verdict.props, None, words)
                    self.verdicts[one.place] = verdict

    def _count(self, kind: str, outcome: str, name: str, events: int = 1) -> None:
        key = (kind, outcome, name)
        self.counts[key] = self.counts.get(key, 0) + events

    def _accept(self, event: _Event) -> Verdict:
        kind, said = event.kind, event.said
        if event.fresh:
            known = self._known[kind.name]
            if known is kind.properties:
                # The register is everybody's: what this batch learns stands beside it.
                known = self._known[kind.name] = dict(known)
            known.update((name, fresh.rules) for name, fresh in event.fresh.items())
            self.fresh += event.fresh.values()
        if kind.version > 1:
            event.props[_VERSION] = kind.version
        words = None
        if event.notes:
            left_out = []
            for outcome, name in event.notes:
                self._count(kind.name, outcome, name)
                if name and outcome != "converted":
                    left_out.append(f"「{name}」 ({outcome.replace('_', ' ')})")
            words = f"left out {', '.join(left_out)}" if left_out else None
        if event.parts or kind.purpose is not None:
            if said.customer_id is None:
                # Refused below as everybody else who did not agree: zero is nobody's number.
                pending = Pending(len(self.verdicts), 0, kind.purpose, event.parts)
            else:
                pending = Pending(len(self.verdicts), said.customer_id, kind.purpose, event.parts)
            self.pending.append(pending)
        return Verdict(kind.name, event.props, None, words)

    def _without_kind(self, said: Said, kind: KindRules | None) -> Verdict:
        """Refused for its time, or for a kind that is not known."""
        name = kind.name if kind is not None else ""
        if said.at > self.latest:
            words = f"its time {said.at.isoformat()} is over a day ahead; mend the sender's clock"
            return self._refuse(said, name, "future", "", words)
        if said.at < self.earliest:
            words = f"its time {said.at.isoformat()} is over ten years ago"
            return self._refuse(said, name, "too_old", "", words)
        called = said.kind
        if not called.strip() or len(called) > NAME_CHARS or mend(called) != called:
            words = f"a kind's name has 1 to {NAME_CHARS} characters that can be written"
            return self._refuse(said, "", "bad_kind", "", words)
        if self.register.is_refused(called):
            words = f"「{called}」 was refused for good; it can be taken up again on its page"
            return self._refuse(said, called, "refused_kind", "", words)
        if not self.register.is_waiting(called) and called not in self.unknown:
            if len(self.unknown) + len(self.register.waiting) >= UNKNOWN_NAMES:
                words = f"over {UNKNOWN_NAMES:,} names of kinds wait for a decision"
                return self._refuse(said, "", "too_many_kinds", "", words)
            self.unknown[called] = said.source_id
        words = f"there is no kind 「{called}」; it waits until somebody accepts it"
        return self._refuse(said, called, "unknown_kind", "", words)

    def _refuse(self, said: Said, kind: str, code: str, name: str, words: str) -> Verdict:
        if code in QUARANTINED:
            raw = _raw(said.props)
            if raw is None:
                code, words = "too_large", f"{words}; over {HELD_BYTES:,} bytes, so not kept"
            else:
                resolved = None if code == "unknown_kind" else kind
                self.held.append(Held(said, resolved, code, mend(name)[:200], mend(words), raw))
        counted = name if code == "wrong_type" else ""
        self._count(kind, code, counted)
        return Verdict(kind or mend(said.kind)[:NAME_CHARS], {}, code, mend(words))

    def _read(self, event: _Event, said: dict[str, Any], before: str, depth: int) -> None:
        known, props = event.known, event.props
        for name, value in said.items():
            if before:
                name = f"{before}{name}"  # noqa: PLW2901 - the name of what stands in an object
            rules = known.get(name)
            if rules is None:
                if value is not None and value != "" and name != _VERSION:
                    self._read_new(event, name, value, depth)
                continue
            quick = rules.quick
            if quick is not None:
                found = type(value)
                if found is quick:
                    if found is str:
                        if len(value) <= _SHORT and (SUSPECT.search(value) is None):
                            props[name] = value
                            continue
                    elif found is not float or value - value == 0:
                        props[name] = value
                        continue
                elif found is int and quick is float and (rules.plain or value < LEAST_PHONE):
                    props[name] = value
                    continue
            self._read_known(event, name, value, rules)

    def _read_known(self, event: _Event, name: str, value: Any, rules: Rules) -> None:
        """A value that is not plainly what it should be."""
        if value is None or rules.handling == "ignore":
            return
        if rules.handling == "personal":
            event.notes.append(("redacted", name))
            return
        if rules.handling == "sensitive" and rules.purpose is None:
            event.notes.append(("sensitive_without_purpose", name))
            return
        try:
            cleaned = self._fit(event, name, value, rules)
        except UnfitError as error:
            raise _RefusedError(error.words, error.code, name) from error
        if cleaned is None:
            return
        if rules.handling == "sensitive":
            event.parts[name] = (rules.purpose or "", cleaned)
        else:
            event.props[name] = cleaned

    def _fit(self, event: _Event, name: str, value: Any, rules: Rules) -> Any:
        """The value in its type; null where nothing is left. Raises UnfitError, _RefusedError."""
        if value == "" and rules.type != "string":
            return None
        if not _is_of(value, rules.type):
            converted = convert(value, rules.type) if rules.converts else None
            if converted is None:
                was = _NAMED.get(type(value), "a list" if type(value) is list else "an object")
                told = f"is {_TYPE_WORDS[rules.type]} by its first event, this is {was}"
                raise UnfitError(told, "wrong_type")
            event.notes.append(("converted", name))
            value = converted
        cleaned, redacted = _clean(value, rules)
        if redacted:
            event.notes.append(("redacted", name))
        return None if cleaned == GONE else cleaned

    def _read_new(self, event: _Event, said: str, value: Any, depth: int) -> None:
        """A property nobody sent yet, or one under another spelling, or an object."""
        name = property_name(said)
        if name is None:
            if event.kind.closed:
                event.notes.append(("ignored", ""))
                return
            words = f"a name has 1 to {NAME_CHARS} letters, digits, _ . -"
            raise _RefusedError(words, "bad_name", said)
        if name != said:
            rules = event.known.get(name)
            if rules is not None:
                self._read_known(event, name, value, rules)
                return
        if isinstance(value, dict):
            if depth >= DEPTH:
                words = f"deeper than {DEPTH} levels"
                raise _RefusedError(words, "too_deep", said)
            self._read(event, value, f"{name}.", depth + 1)
            return
        kind = _type_of(value)
        if kind is None:
            return
        if event.kind.closed:
            event.notes.append(("ignored", ""))
            return
        if name not in event.fresh:
            if len(event.known) + len(event.fresh) >= PROPERTIES:
                words = f"a kind has at most {PROPERTIES} properties"
                raise _RefusedError(words, "too_many_properties", name)
            handling = usual_handling(name)
            rules = Rules(kind, handling)
            example = example_of(name, value) if handling == "keep" else None
            event.fresh[name] = Fresh(event.kind.name, name, rules, example, event.said.source_id)
        self._read_known(event, name, value, event.fresh[name].rules)


_TYPE_WORDS: Final = {
    "string": "a string",
    "number": "a number",
    "boolean": "yes or no",
    "time": "a time",
    "list": "a list",
    "items": "a list of objects",
}


def _type_of(value: Any) -> Any:
    """The type that a first value gives its property; null where it says nothing."""
    if isinstance(value, str):
        return "time" if is_time(value) else "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number" if value - value == 0 else None
    return "list" if value else None


def _is_of(value: Any, kind: str) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "time":
            return isinstance(value, str) and is_time(value)
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case _:
            return isinstance(value, list)


def _clean(value: Any, rules: Rules) -> tuple[Any, bool]:
    if rules.type == "items":
        return clean_items(value)
    if isinstance(value, str):
        return clean_text(value, plain=rules.plain)
    if isinstance(value, list):
        kept, redacted = clean_list(value, plain=rules.plain)
        return kept or None, redacted
    if isinstance(value, bool):
        return value, False
    if isinstance(value, float) and value - value != 0:
        return None, False
    personal = not rules.plain and is_personal_number(value)
    return (None if personal else value), personal


def _raw(props: dict[str, Any]) -> str | None:
    """As it came, in ASCII; null where it is too large to be kept."""
    try:
        raw = json.dumps(props)
    except (TypeError, ValueError, RecursionError):
        return None
    return raw if len(raw) <= HELD_BYTES else None
