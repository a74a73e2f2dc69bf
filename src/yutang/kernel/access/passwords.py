"""Passwords: hashed with argon2, compared in the same time whether or not there is one."""

import functools
import secrets

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from .errors import WeakPasswordError

PASSWORD_CHARACTERS = 8
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without what people take for one another when they read it to someone."""

hasher = PasswordHash((Argon2Hasher(),))


@functools.cache
def _nobody() -> str:
    """Hashed against when the login is unknown, so that both refusals take the same time."""
    return hasher.hash(secrets.token_urlsafe(16))


def check_password(password: str) -> None:
    """Raise WeakPasswordError for a password that is too short."""
    if len(password) < PASSWORD_CHARACTERS:
        raise WeakPasswordError(PASSWORD_CHARACTERS)


def hashed(password: str) -> str:
    """What may be stored of it."""
    return hasher.hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether it is the one; None: there is none, and it takes as long to say so."""
    return hasher.verify(password, kept if kept is not None else _nobody()) and kept is not None


def new_password() -> str:
    """A first password of 79 bits, made to be read out: four groups of four."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
