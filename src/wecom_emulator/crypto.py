"""How WeCom seals a callback: AES-256-CBC, padded to 32, and a signature over four sorted words."""

import base64
import hashlib
import os

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32


class Seal:
    """One callback configuration."""

    def __init__(self, token: str, encoding_aes_key: str, receiver: str) -> None:
        self._token = token
        self._key = base64.b64decode(encoding_aes_key + "=")
        self._receiver = receiver.encode()

    def encrypt(self, message: bytes) -> str:
        """16 random bytes, the length, the message, the receiver; padded, sealed, in base64."""
        plain = os.urandom(16) + len(message).to_bytes(4, "big") + message + self._receiver
        gap = BLOCK - len(plain) % BLOCK
        sealer = Cipher(algorithms.AES(self._key), modes.CBC(self._key[:16])).encryptor()
        sealed = sealer.update(plain + bytes([gap]) * gap) + sealer.finalize()
        return base64.b64encode(sealed).decode()

    def sign(self, timestamp: str, nonce: str, encrypted: str) -> str:
        """Lower-case hex SHA-1 of the four words in byte order."""
        words = sorted((self._token, timestamp, nonce, encrypted))
        return hashlib.sha1("".join(words).encode(), usedforsecurity=False).hexdigest()
