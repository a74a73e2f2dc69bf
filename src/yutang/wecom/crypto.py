"""Signature and cipher of WeCom's callbacks (document 90968): AES-256-CBC padded to 32 bytes."""

import binascii
import hmac
import re
import secrets
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from yutang.wecom.errors import (
    AesKeyError,
    DecryptionError,
    EnvelopeError,
    ReceiverError,
    SignatureError,
)

_KEY: Final = re.compile(r"[A-Za-z0-9]{43}", re.ASCII)
_BLOCK: Final = 32
_RANDOM_BYTES: Final = 16
_HEAD: Final = _RANDOM_BYTES + 4
_PADS: Final = (b"", *(bytes([length]) * length for length in range(1, _BLOCK + 1)))
_OPEN: Final = b"<Encrypt>"
_CLOSE: Final = b"</Encrypt>"
_CDATA_OPEN: Final = b"<![CDATA["
_CDATA_CLOSE: Final = b"]]>"


def extract_encrypt(body: bytes) -> bytes:
    """Return the text of the Encrypt element of an outer envelope.

    The body comes from anybody, so it is searched and never parsed: no entity can grow.
    Raises EnvelopeError when there is no such element.
    """
    start = body.find(_OPEN)
    end = body.find(_CLOSE, start)
    if start < 0 or end < 0:
        reason = "the body has no Encrypt element"
        raise EnvelopeError(reason)
    text = body[start + len(_OPEN) : end].strip()
    if text.startswith(_CDATA_OPEN) and text.endswith(_CDATA_CLOSE):
        return text[len(_CDATA_OPEN) : -len(_CDATA_CLOSE)]
    return text


@dataclass(frozen=True, slots=True)
class CallbackCipher:
    """Opens and seals the callbacks of one callback address.

    ``receive_id`` is the corp id for apps of the corp, the suite id for suite commands, empty
    for robots. Raises AesKeyError when the key is not 43 letters and digits.
    """

    token: str = field(repr=False)
    encoding_aes_key: str = field(repr=False)
    receive_id: str
    _token: bytes = field(init=False, repr=False, compare=False)
    _receiver: bytes = field(init=False, repr=False, compare=False)
    _cipher: Cipher[CBC] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Derive the key once: a new Cipher for each message would double its cost."""
        if not _KEY.fullmatch(self.encoding_aes_key):
            reason = "EncodingAESKey must be 43 letters and digits"
            raise AesKeyError(reason)
        # The 43rd character carries two spare bits; WeCom's own tools ignore them, so does this.
        key = binascii.a2b_base64(self.encoding_aes_key + "=")
        object.__setattr__(self, "_token", self.token.encode())
        object.__setattr__(self, "_receiver", self.receive_id.encode())
        object.__setattr__(self, "_cipher", Cipher(AES(key), CBC(key[:16])))

    def sign(self, timestamp: str, nonce: str, encrypted: bytes) -> str:
        """Return the lower-case hexadecimal SHA-1 of the four strings, sorted by bytes."""
        parts = sorted((self._token, _octets(timestamp), _octets(nonce), encrypted))
        return sha1(b"".join(parts), usedforsecurity=False).hexdigest()

    def verify(self, signature: str, timestamp: str, nonce: str, encrypted: bytes) -> None:
        """Raise SignatureError unless the signature was made with this token."""
        expected = self.sign(timestamp, nonce, encrypted).encode()
        if not hmac.compare_digest(expected, _octets(signature)):
            reason = "msg_signature does not match"
            raise SignatureError(reason)

    def decrypt(self, encrypted: bytes) -> bytes:
        """Return the message.

        Raises DecryptionError when base64, length, padding or the length field are wrong, and
        ReceiverError when it is meant for another receiver.
        """
        try:
            sealed = binascii.a2b_base64(encrypted, strict_mode=True)
        except ValueError:
            reason = "the text is not base64"
            raise DecryptionError(reason) from None
        if not sealed or len(sealed) % _BLOCK:
            reason = "the length is no multiple of 32 bytes"
            raise DecryptionError(reason)
        plain = self._cipher.decryptor().update(sealed)
        pad = plain[-1]
        if not 1 <= pad <= _BLOCK or not plain.endswith(_PADS[pad]):
            reason = "the padding is wrong"
            raise DecryptionError(reason)
        stop = len(plain) - pad
        split = _HEAD + int.from_bytes(plain[_RANDOM_BYTES:_HEAD], "big")
        if split > stop:
            reason = "the length field is wrong"
            raise DecryptionError(reason)
        if plain[split:stop] != self._receiver:
            reason = "the message is for another receiver"
            raise ReceiverError(reason)
        return plain[_HEAD:split]

    def open(self, msg_signature: str, timestamp: str, nonce: str, encrypted: bytes) -> bytes:
        """Verify, then decrypt; raises what these two raise."""
        self.verify(msg_signature, timestamp, nonce, encrypted)
        return self.decrypt(encrypted)

    def encrypt(self, message: bytes, random: bytes | None = None) -> bytes:
        """Return the base64 text of a message; ``random`` is 16 bytes, given only by tests."""
        prefix = secrets.token_bytes(_RANDOM_BYTES) if random is None else random
        if len(prefix) != _RANDOM_BYTES:
            reason = "random must have 16 bytes"
            raise ValueError(reason)
        plain = b"".join((prefix, len(message).to_bytes(4, "big"), message, self._receiver))
        encryptor = self._cipher.encryptor()
        padded = plain + _PADS[_BLOCK - len(plain) % _BLOCK]
        return binascii.b2a_base64(encryptor.update(padded) + encryptor.finalize(), newline=False)

    def seal(self, message: bytes, timestamp: str, nonce: str, random: bytes | None = None) -> str:
        """Return the envelope of a passive reply; ``timestamp`` is unix seconds.

        Raises ValueError when timestamp or nonce are not letters and digits.
        """
        if not (timestamp.isascii() and timestamp.isdigit()):
            reason = "timestamp must be unix seconds"
            raise ValueError(reason)
        if not (nonce.isascii() and nonce.isalnum()):
            reason = "nonce must be letters and digits"
            raise ValueError(reason)
        encrypted = self.encrypt(message, random)
        return (
            "<xml>\n"
            f"<Encrypt><![CDATA[{encrypted.decode()}]]></Encrypt>\n"
            f"<MsgSignature><![CDATA[{self.sign(timestamp, nonce, encrypted)}]]></MsgSignature>\n"
            f"<TimeStamp>{timestamp}</TimeStamp>\n"
            f"<Nonce><![CDATA[{nonce}]]></Nonce>\n"
            "</xml>"
        )


def _octets(text: str) -> bytes:
    # A query string may decode to lone surrogates, which plain UTF-8 would raise on.
    return text.encode("utf-8", "surrogatepass")
