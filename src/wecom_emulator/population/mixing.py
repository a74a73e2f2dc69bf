"""Numbers from numbers: a hash, permutations that can be undone, ids that nobody can guess."""

import base64
import binascii
import math
import struct
from collections.abc import Iterable

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_MASK = (1 << 64) - 1
_BLOCK = struct.Struct("<Q8s")
_WIDTH = 22
"""Characters of one block of 16 bytes."""


def mix(number: int) -> int:
    """64 bits that look like chance (splitmix64)."""
    x = (number + 0x9E3779B97F4A7C15) & _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


class Permutation:
    """0 to n-1 in another order, a straight line modulo n: it can be undone, and solved."""

    __slots__ = ("_back", "shift", "size", "step")

    def __init__(self, size: int, key: int) -> None:
        self.size = max(1, size)
        step = 1 + mix(key) % self.size
        while math.gcd(step, self.size) != 1:
            step += 1
        self.step, self.shift = step % self.size, mix(key + 1) % self.size
        self._back = pow(step, -1, self.size) if self.size > 1 else 0

    def at(self, place: int) -> int:
        """What stands at a place; a place beyond n counts on from the beginning."""
        return (place * self.step + self.shift) % self.size

    def place(self, value: int) -> int:
        """Where a value stands, below n."""
        return (value - self.shift) * self._back % self.size


class Ids:
    """Opaque ids of one kind: a block of AES in base64url behind a head; each leads back."""

    __slots__ = ("_decrypt", "_encrypt", "_kind", "head", "length")

    def __init__(self, key: bytes, kind: bytes, head: str) -> None:
        # One block each, never a text: the order of AES's blocks hides nothing here.
        cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 - as above
        self._encrypt, self._decrypt = cipher.encryptor(), cipher.decryptor()
        self._kind, self.head = kind.ljust(8, b"\0"), head
        self.length = len(head) + _WIDTH

    def body(self, number: int) -> str:
        """The id of a number, without its head."""
        block = self._encrypt.update(_BLOCK.pack(number, self._kind))
        return base64.urlsafe_b64encode(block)[:_WIDTH].decode()

    def bodies(self, numbers: Iterable[int]) -> list[str]:
        """The same of many at once."""
        kind, pack = self._kind, _BLOCK.pack
        blocks = self._encrypt.update(b"".join([pack(number, kind) for number in numbers]))
        encode = base64.urlsafe_b64encode
        return [encode(blocks[at : at + 16])[:_WIDTH].decode() for at in range(0, len(blocks), 16)]

    def of(self, number: int) -> str:
        """The id of a number."""
        return self.head + self.body(number)

    def number(self, id_: str, head: str = "") -> int | None:
        """The number of an id with this head; None of one that was never given."""
        head = head or self.head
        body = id_[len(head) :]
        if len(body) != _WIDTH or not id_.startswith(head):
            return None
        try:
            block = base64.urlsafe_b64decode(body.encode("ascii") + b"==")
        except (UnicodeEncodeError, binascii.Error):
            return None
        if len(block) != _BLOCK.size:
            return None
        number, kind = _BLOCK.unpack(self._decrypt.update(block))
        # Four texts decode to one block, as base64 has bits to spare; one of them is the id.
        return int(number) if kind == self._kind and self.body(number) == body else None
