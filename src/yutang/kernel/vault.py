"""Secrets and phone numbers: sealed with AES-256-GCM, found again by a keyed hash."""

import hashlib
import hmac
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .errors import DomainError

_NONCE_BYTES = 12


class UnsealError(DomainError):
    """The value was sealed with another master key."""

    code = "vault.unseal"
    status = 500


class Vault:
    """Seals bytes with the installation's master key.

    The master key is 32 bytes in `<home>/master.key`; whoever loses it loses every sealed value,
    so a backup of the database alone is not a backup.
    """

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(hmac.digest(key, b"seal", "sha256"))
        self._hash_key = hmac.digest(key, b"find", "sha256")

    def seal(self, value: str, context: str) -> bytes:
        """Encrypt `value`; `context` (table and column) must be given again to unseal."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, value.encode(), context.encode())

    def unseal(self, sealed: bytes, context: str) -> str:
        """Decrypt; raises UnsealError when key or context differ."""
        nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, body, context.encode()).decode()
        except InvalidTag as error:
            message = f"a value of {context} cannot be read with this installation's master key"
            raise UnsealError(message) from error

    def fingerprint(self, value: str) -> str:
        """Keyed SHA-256 in hex, equal for equal values: finds a phone without storing it."""
        return hmac.new(self._hash_key, value.encode(), hashlib.sha256).hexdigest()


def open_vault(home: Path) -> Vault:
    """Read the master key of `home`, making it on the first start."""
    path = home / "master.key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(32))
            os.fsync(file.fileno())
        try:
            # A link fails when another process was first, so that two keys can never exist.
            os.link(draft, path)
        except FileExistsError:
            return Vault(path.read_bytes())
        finally:
            draft.unlink()
    return Vault(path.read_bytes())
