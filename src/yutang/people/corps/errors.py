"""What can be wrong with a corp's connection."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownCorpError(NotFoundError):
    """No such corp or app here."""

    code = "corps.unknown"


class AlreadyAddedError(DomainError):
    """The corp is here already."""

    code = "corps.already_added"

    def __init__(self, corpid: str) -> None:
        super().__init__(f"the corp {corpid} is already here; nothing was changed")


class BadCallbackKeyError(InvalidError):
    """WeCom's console shows a key of 43 letters and digits."""

    code = "corps.bad_callback_key"


class BadCallbackTokenError(InvalidError):
    """WeCom's console takes a token of up to 32 letters and digits."""

    code = "corps.bad_callback_token"


class NothingToReplaceError(InvalidError):
    """No key was given."""

    code = "corps.nothing_to_replace"


class BadPreferenceError(InvalidError):
    """A preference has a value that it cannot have."""

    code = "corps.bad_preference"


class PreferencesChangedError(DomainError):
    """Somebody else changed the preferences since they were read."""

    code = "corps.preferences_changed"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"the preferences were changed since you read them (version {given}, now {now});"
            " read them again and change what you meant"
        )
