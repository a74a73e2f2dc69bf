"""The callback cipher against every published vector, and against tampering."""

import base64
import dataclasses

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from hypothesis import given
from hypothesis import strategies as st

from tests.yutang.wecom import vectors
from tests.yutang.wecom.vectors import VECTORS, Vector
from yutang.wecom.crypto import CallbackCipher, extract_encrypt
from yutang.wecom.errors import (
    AesKeyError,
    CallbackRefusedError,
    DecryptionError,
    EnvelopeError,
    ReceiverError,
    SignatureError,
)

by_name = pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
CIPHER = vectors.CIPHER_A
TEXT = st.text(max_size=40)


def raw(cipher: CallbackCipher, plain: bytes) -> bytes:
    """Encrypt exactly these bytes, padding and all, as a broken sender would."""
    key = base64.b64decode(cipher.encoding_aes_key + "=")
    encryptor = Cipher(AES(key), CBC(key[:16])).encryptor()
    return base64.b64encode(encryptor.update(plain) + encryptor.finalize())


@by_name
def test_opens_every_vector(vector: Vector) -> None:
    assert (
        vector.cipher.open(vector.signature, vector.timestamp, vector.nonce, vector.encrypted)
        == vector.plain
    )


@by_name
def test_signs_every_vector(vector: Vector) -> None:
    assert vector.cipher.sign(vector.timestamp, vector.nonce, vector.encrypted) == vector.signature


@pytest.mark.parametrize(
    "vector", [found for found in VECTORS if found.random], ids=lambda vector: vector.name
)
def test_encrypts_byte_for_byte(vector: Vector) -> None:
    assert vector.cipher.encrypt(vector.plain, vector.random) == vector.encrypted


def test_encrypts_chinese_byte_for_byte() -> None:
    cipher = vectors.CIPHER_E
    assert cipher.encrypt(vectors.E_PLAIN, vectors.E_RANDOM) == vectors.E_ENCRYPTED
    assert cipher.decrypt(vectors.E_ENCRYPTED) == vectors.E_PLAIN


def test_published_lengths() -> None:
    assert [len(vectors.A2.plain), len(vectors.C2.plain), len(vectors.D2.plain)] == [284, 269, 281]


def test_seals_the_reply_of_the_vector() -> None:
    vector = vectors.D3
    sealed = vector.cipher.seal(vector.plain, vector.timestamp, vector.nonce, vector.random)
    assert sealed == (
        "<xml>\n"
        f"<Encrypt><![CDATA[{vector.encrypted.decode()}]]></Encrypt>\n"
        "<MsgSignature><![CDATA[407518b7649e86ef23978113f92d27afa9296533]]></MsgSignature>\n"
        "<TimeStamp>1411525903</TimeStamp>\n"
        "<Nonce><![CDATA[461056294]]></Nonce>\n"
        "</xml>"
    )
    assert extract_encrypt(sealed.encode()) == vector.encrypted


@pytest.mark.parametrize(
    ("timestamp", "nonce"), [("12x", "a"), ("", "a"), ("\u0661", "a"), ("1", "a]]>"), ("1", "")]
)
def test_seal_refuses_what_would_break_the_envelope(timestamp: str, nonce: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        CIPHER.seal(b"x", timestamp, nonce)


def test_encrypt_refuses_a_random_part_of_another_length() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        CIPHER.encrypt(b"x", b"short")


@by_name
@pytest.mark.parametrize("change", ["signature", "timestamp", "nonce", "encrypted", "token"])
def test_one_changed_character_breaks_the_signature(vector: Vector, change: str) -> None:
    def flipped(text: str) -> str:
        return text[:-1] + ("1" if text[-1] != "1" else "0")

    given = {
        "signature": vector.signature,
        "timestamp": vector.timestamp,
        "nonce": vector.nonce,
        "encrypted": vector.encrypted.decode(),
    }
    cipher = vector.cipher
    if change == "token":
        cipher = CallbackCipher(flipped(cipher.token), cipher.encoding_aes_key, cipher.receive_id)
    else:
        given[change] = flipped(given[change])
    with pytest.raises(SignatureError):
        cipher.open(
            given["signature"], given["timestamp"], given["nonce"], given["encrypted"].encode()
        )


def test_the_published_negatives_are_refused() -> None:
    b1, d1 = vectors.B1, vectors.D1
    with pytest.raises(SignatureError):
        b1.cipher.verify(
            "1ba3cb09c0d2c2b3ed6900d37f91a6efae6cb010", b1.timestamp, b1.nonce, b1.encrypted
        )
    with pytest.raises(SignatureError):
        d1.cipher.verify(d1.signature, d1.timestamp, "437374424", d1.encrypted)


@pytest.mark.parametrize("signature", ["", "5C45FF5E", "é", "\udcff", vectors.A1.signature.upper()])
def test_odd_signatures_are_refused(signature: str) -> None:
    vector = vectors.A1
    with pytest.raises(SignatureError):
        vector.cipher.verify(signature, vector.timestamp, vector.nonce, vector.encrypted)


@pytest.mark.parametrize(
    "key",
    [
        "",
        CIPHER.encoding_aes_key[:-1],
        CIPHER.encoding_aes_key + "A",
        CIPHER.encoding_aes_key[:-1] + "=",
        CIPHER.encoding_aes_key[:-1] + "$",
        CIPHER.encoding_aes_key[:-1] + "\n",
        CIPHER.encoding_aes_key[:-1] + "é",
    ],
)
def test_wrong_keys_are_refused(key: str) -> None:
    with pytest.raises(AesKeyError) as refused:
        CallbackCipher("token", key, "ww")
    assert refused.value.code == "aes_key"


def test_spare_bits_of_a_key_are_ignored() -> None:
    key = CIPHER.encoding_aes_key
    strange = CallbackCipher(CIPHER.token, key[:-1] + "D", CIPHER.receive_id)
    assert key.endswith("C")
    assert strange.decrypt(vectors.A1.encrypted) == vectors.A1.plain


def test_another_receiver_is_refused() -> None:
    vector = vectors.A1
    for receive_id in ("", "wx5823bf96d3bd56c", "wx5823bf96d3bd56c77"):
        cipher = dataclasses.replace(vector.cipher, receive_id=receive_id)
        with pytest.raises(ReceiverError):
            cipher.open(vector.signature, vector.timestamp, vector.nonce, vector.encrypted)


def test_another_key_is_refused() -> None:
    cipher = dataclasses.replace(CIPHER, encoding_aes_key=vectors.CIPHER_B.encoding_aes_key)
    for vector in (vectors.A1, vectors.A2):
        with pytest.raises((DecryptionError, ReceiverError)):
            cipher.decrypt(vector.encrypted)


@pytest.mark.parametrize(
    "encrypted",
    [
        b"",
        b"====",
        b"not base64!",
        vectors.A1.encrypted[:-1],
        vectors.A1.encrypted + b"A",
        vectors.A1.encrypted.replace(b"+", b" "),
        b"\n" + vectors.A1.encrypted,
        "密文".encode(),
        base64.b64encode(base64.b64decode(vectors.A1.encrypted)[:-16]),
        base64.b64encode(base64.b64decode(vectors.A1.encrypted)[:-1]),
    ],
)
def test_broken_base64_and_lengths_are_refused(encrypted: bytes) -> None:
    with pytest.raises(DecryptionError):
        CIPHER.decrypt(encrypted)


@pytest.mark.parametrize("pad", [0, 33, 255])
def test_pad_lengths_outside_1_to_32_are_refused(pad: int) -> None:
    body = b"r" * 16 + (1).to_bytes(4, "big") + b"m" + CIPHER.receive_id.encode()
    plain = body.ljust(63, b"x") + bytes([pad])
    with pytest.raises(DecryptionError):
        CIPHER.decrypt(raw(CIPHER, plain))


def test_padding_of_mixed_bytes_is_refused() -> None:
    body = b"r" * 16 + (1).to_bytes(4, "big") + b"m" + CIPHER.receive_id.encode()
    pad = 64 - len(body)
    assert CIPHER.decrypt(raw(CIPHER, body + bytes([pad]) * pad)) == b"m"
    with pytest.raises(DecryptionError):
        CIPHER.decrypt(raw(CIPHER, body + b"\0" * (pad - 1) + bytes([pad])))


@pytest.mark.parametrize("length", [45, 2**31, 2**32 - 1])
def test_a_length_field_beyond_the_end_is_refused(length: int) -> None:
    plain = b"r" * 16 + length.to_bytes(4, "big") + b"x" * 40 + b"\x04" * 4
    with pytest.raises(DecryptionError):
        CIPHER.decrypt(raw(CIPHER, plain))


def test_nothing_but_padding_is_refused() -> None:
    with pytest.raises(DecryptionError):
        CIPHER.decrypt(raw(CIPHER, b"\x20" * 32))


def test_all_refusals_are_one_family() -> None:
    family = {AesKeyError, DecryptionError, EnvelopeError, ReceiverError, SignatureError}
    assert all(issubclass(error, CallbackRefusedError) for error in family)
    assert {error.code for error in family} == {
        "aes_key",
        "decryption",
        "envelope",
        "receiver",
        "signature",
    }


def test_secrets_stay_out_of_the_repr() -> None:
    assert repr(CIPHER) == "CallbackCipher(receive_id='wx5823bf96d3bd56c7')"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"<xml><Encrypt><![CDATA[abc=]]></Encrypt></xml>", b"abc="),
        (b"<xml>\n<AgentID/>\n<Encrypt>\n<![CDATA[abc=]]>\n</Encrypt></xml>", b"abc="),
        (b"<xml><Encrypt>abc=</Encrypt></xml>", b"abc="),
        (b"<xml><Encrypt></Encrypt></xml>", b""),
        (b"<xml><Encrypt>&lol;</Encrypt></xml>", b"&lol;"),
    ],
)
def test_finds_the_encrypted_text(body: bytes, text: bytes) -> None:
    assert extract_encrypt(body) == text


@pytest.mark.parametrize(
    "body",
    [b"", b"<xml></xml>", b"<Encrypt>abc", b"</Encrypt><Encrypt>", b'{"encrypt":"abc"}'],
)
def test_a_body_without_encrypt_is_refused(body: bytes) -> None:
    with pytest.raises(EnvelopeError):
        extract_encrypt(body)


@given(message=st.binary(max_size=300), receive_id=TEXT, nonce=TEXT)
def test_what_is_encrypted_opens_again(message: bytes, receive_id: str, nonce: str) -> None:
    cipher = dataclasses.replace(CIPHER, receive_id=receive_id)
    encrypted = cipher.encrypt(message)
    assert len(base64.b64decode(encrypted)) % 32 == 0
    assert cipher.open(cipher.sign("1", nonce, encrypted), "1", nonce, encrypted) == message


@given(data=st.binary(max_size=200), position=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_a_tampered_text_never_opens(data: bytes, position: int, flip: int) -> None:
    sealed = bytearray(base64.b64decode(CIPHER.encrypt(data)))
    sealed[position % len(sealed)] ^= flip
    signature = CIPHER.sign("1", "n", base64.b64encode(sealed))
    sealed[position % len(sealed)] ^= flip
    with pytest.raises(SignatureError):
        CIPHER.open(signature, "1", "n", base64.b64encode(sealed))
