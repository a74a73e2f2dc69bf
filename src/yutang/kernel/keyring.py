"""The master keys: which one seals, which ones only read, and the one that finds."""

import hmac
import os
import re
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
MARK = b"\x01"
"""In front of a sealed value that names its key."""
_ID_BYTES = 7
PREFIX_BYTES = len(MARK) + _ID_BYTES
_HEX = re.compile(r"[0-9a-fA-F]{64}")
_FIND = "find:"


class BadKeysError(ValueError):
    """What should hold the master keys holds something else."""


@dataclass(frozen=True)
class SealKey:
    """One master key: 32 bytes, of which cipher and name are derived."""

    secret: bytes = field(repr=False)

    @cached_property
    def cipher(self) -> AESGCM:
        """AES-256-GCM under a key derived from the secret."""
        return AESGCM(hmac.digest(self.secret, b"seal", "sha256"))

    @cached_property
    def prefix(self) -> bytes:
        """Mark and name, the first 8 bytes of what it seals. The name tells nothing of the key.

        A value without a name begins with chance: one in 2^64 looks as if it had this one.
        """
        return MARK + hmac.digest(self.secret, b"name", "sha256")[:_ID_BYTES]

    @property
    def name(self) -> str:
        """For people: 14 hex digits."""
        return self.prefix[len(MARK) :].hex()


@dataclass(frozen=True)
class Keyring:
    """`seals`: the first seals, all read. `find`: 32 bytes, the key of fingerprints."""

    seals: tuple[SealKey, ...]
    find: bytes = field(repr=False)

    @classmethod
    def single(cls, secret: bytes) -> "Keyring":
        """Of one master key, as long as it was never changed."""
        return cls((SealKey(secret),), hmac.digest(secret, b"find", "sha256"))

    @classmethod
    def parse(cls, content: bytes, source: str) -> "Keyring":
        """Of 32 raw bytes, or of keys in hex with blanks, commas or lines between them.

        The first seals; `find:HEX` is the key of fingerprints, which is otherwise derived from the
        oldest, the last one. Raises BadKeysError, which names `source` and no key.
        """
        if len(content) == KEY_BYTES:
            return cls.single(content)
        try:
            words = re.split(r"[\s,]+", content.decode("ascii").strip())
        except UnicodeDecodeError as error:
            message = f"{source}: neither 32 bytes nor keys in hex"
            raise BadKeysError(message) from error
        finds = [word.removeprefix(_FIND) for word in words if word.startswith(_FIND)]
        seals = [word for word in words if not word.startswith(_FIND)]
        if not seals or len(finds) > 1 or not all(map(_HEX.fullmatch, [*seals, *finds])):
            message = (
                f"{source}: keys of 64 hex digits are expected, the sealing one first, and at most"
                f" one {_FIND}… of 64"
            )
            raise BadKeysError(message)
        ring = cls.single(bytes.fromhex(seals[-1]))
        find = bytes.fromhex(finds[0]) if finds else ring.find
        return cls(tuple(SealKey(bytes.fromhex(word)) for word in seals), find)

    @property
    def current(self) -> SealKey:
        """The one that seals."""
        return self.seals[0]

    def named(self, prefix: bytes) -> SealKey | None:
        """The key whose values begin with `prefix`."""
        return next((key for key in self.seals if key.prefix == prefix), None)

    def with_new(self) -> "Keyring":
        """The same behind a new key; values of the old ones can still be read."""
        return Keyring((SealKey(os.urandom(KEY_BYTES)), *self.seals), self.find)

    def only_current(self) -> "Keyring":
        """Without the old keys."""
        return Keyring(self.seals[:1], self.find)

    def render(self, between: str = "\n") -> str:
        """As a file, or with `,` as a variable of the environment."""
        words = [*(key.secret.hex() for key in self.seals), _FIND + self.find.hex()]
        return between.join(words) + ("\n" if between == "\n" else "")
