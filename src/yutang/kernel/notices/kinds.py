"""What can be told, and what the buttons of notices do: each domain registers its own."""

from collections.abc import Iterable

from .errors import UnknownKindError
from .schemas import Handler, Kind

_KINDS: dict[str, Kind] = {}
_BUTTONS: dict[tuple[str, str], Handler] = {}


class TakenNameError(ValueError):
    """Two domains want the same name."""


def register_kind(kind: Kind) -> Kind:
    """Make a kind known to this process. Raises TakenNameError."""
    if _KINDS.setdefault(kind.name, kind) != kind:
        raise TakenNameError(kind.name)
    return kind


def register_button(kind: str, key: str, handler: Handler) -> None:
    """Say what a button of a kind does. Raises TakenNameError."""
    if _BUTTONS.setdefault((kind, key), handler) is not handler:
        message = f"{kind}/{key}"
        raise TakenNameError(message)


def known_kinds() -> list[Kind]:
    """Every kind of this process, by name."""
    return [_KINDS[name] for name in sorted(_KINDS)]


def kind_of(name: str) -> Kind:
    """A kind by name; raises UnknownKindError."""
    try:
        return _KINDS[name]
    except KeyError:
        raise UnknownKindError(name) from None


def check_kinds(names: Iterable[str]) -> None:
    """Raise UnknownKindError for the first that is none."""
    for name in names:
        kind_of(name)


def handler_of(kind: str, key: str) -> Handler | None:
    """What a button does; None where this version does not know it any more."""
    return _BUTTONS.get((kind, key))
