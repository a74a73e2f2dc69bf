"""Secrets and phone numbers: sealed with AES-256-GCM, found again by a keyed hash."""

import hashlib
import hmac
import os
import time
from pathlib import Path

from cryptography.exceptions import InvalidTag

from .errors import DomainError
from .keyring import KEY_BYTES, PREFIX_BYTES, Keyring, SealKey

_NONCE_BYTES = 12
LOOK_SECONDS = 1.0
"""So long a process may go on sealing with a key after another was put before it."""


class UnsealError(DomainError):
    """The value was sealed with another master key."""

    code = "vault.unseal"
    status = 500


class Vault:
    """Seals bytes with the first of the installation's master keys, and reads those of all.

    A sealed value names its key (`SealKey.prefix`); one without a name was sealed before keys had
    names and is tried with each. With a `path` the file is looked at again, so that a key that
    another process put there is used without a restart.
    """

    def __init__(self, keys: Keyring | bytes, path: Path | None = None) -> None:
        self._keys = Keyring.single(keys) if isinstance(keys, bytes) else keys
        self._path = path
        self._stamp = _stamp_of(path)
        self._looked = time.monotonic()

    @property
    def keys(self) -> Keyring:
        """The keys as they are now."""
        self._look()
        return self._keys

    @property
    def path(self) -> Path | None:
        """The file they were read from; None where the environment holds them."""
        return self._path

    def seal(self, value: str, context: str) -> bytes:
        """Encrypt `value`; `context` (table and column) must be given again to unseal."""
        if time.monotonic() - self._looked > LOOK_SECONDS:
            self._look()
        key = self._keys.current
        nonce = os.urandom(_NONCE_BYTES)
        return key.prefix + nonce + key.cipher.encrypt(nonce, value.encode(), context.encode())

    def unseal(self, sealed: bytes, context: str) -> str:
        """Decrypt; raises UnsealError when no key or another context fits."""
        # Of driver and column this may be a view of memory, which knows no comparison.
        sealed = bytes(sealed)
        found = self._open(sealed, context)
        if found is None and self._look():
            found = self._open(sealed, context)
        if found is None:
            message = f"a value of {context} cannot be read with this installation's master key"
            raise UnsealError(message)
        return found

    def _open(self, sealed: bytes, context: str) -> str | None:
        named = self._keys.named(sealed[:PREFIX_BYTES])
        if named is not None:
            found = _decrypt(named, sealed[PREFIX_BYTES:], context)
            if found is not None:
                return found
        for key in self._keys.seals:
            found = _decrypt(key, sealed, context)
            if found is not None:
                return found
        return None

    def _look(self) -> bool:
        """Read the file again if it is another than it was; whether it was."""
        self._looked = time.monotonic()
        stamp = _stamp_of(self._path)
        if self._path is None or stamp is None or stamp == self._stamp:
            return False
        self._keys = Keyring.parse(self._path.read_bytes(), str(self._path))
        self._stamp = stamp
        return True

    def fingerprint(self, value: str) -> str:
        """Keyed SHA-256 in hex, equal for equal values: finds a phone without storing it.

        Its key is one for the life of the installation, whatever becomes of the master key.
        """
        return hmac.new(self._keys.find, value.encode(), hashlib.sha256).hexdigest()


def _decrypt(key: SealKey, sealed: bytes, context: str) -> str | None:
    nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return key.cipher.decrypt(nonce, body, context.encode()).decode()
    except (InvalidTag, ValueError):
        # ValueError: shorter than anything that was ever sealed.
        return None


def _stamp_of(path: Path | None) -> tuple[int, int, int] | None:
    if path is None:
        return None
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_ino, told.st_size


def key_path(home: Path, file: Path | None = None) -> Path:
    """Where the master keys are when no variable of the environment holds them."""
    return file or home / "master.key"


def open_vault(home: Path, keys: str | None = None, file: Path | None = None) -> Vault:
    """With the keys of `keys` (the environment's), else of `file`, else of `<home>/master.key`.

    The last is made on the first start, a file that was named is not. Raises BadKeysError.
    """
    if keys:
        return Vault(Keyring.parse(keys.encode(), "YUTANG_MASTER_KEY"))
    path = key_path(home, file)
    if file is None and not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        _write_private(draft, os.urandom(KEY_BYTES))
        try:
            # A link fails when another process was first, so that two keys can never exist.
            os.link(draft, path)
        except FileExistsError:
            return Vault(Keyring.parse(path.read_bytes(), str(path)), path)
        finally:
            draft.unlink()
    return Vault(Keyring.parse(path.read_bytes(), str(path)), path)


def write_keys(path: Path, keys: Keyring) -> None:
    """Put `keys` into the file, whole or not at all, readable for its owner only."""
    told = path.stat()
    draft = path.with_suffix(f".{os.getpid()}")
    _write_private(draft, keys.render().encode())
    if os.geteuid() == 0:
        os.chown(draft, told.st_uid, told.st_gid)
    draft.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _write_private(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
