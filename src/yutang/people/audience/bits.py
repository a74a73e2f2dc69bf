"""Bitmaps as ClickHouse writes the state of `groupBitmap` over UInt32, byte for byte."""

import struct
from collections.abc import Iterator, Sequence
from typing import Final

from pyroaring import BitMap

_FEW: Final = 32
"""Up to so many ids stand one by one; of more the portable form of Roaring follows."""
_MORE: Final = 0x80
_SEVEN: Final = 7
SHARD_BITS: Final = 20


def _read_number(told: bytes, place: int) -> tuple[int, int]:
    found = shift = 0
    while True:
        byte = told[place]
        place += 1
        found |= (byte & 0x7F) << shift
        shift += _SEVEN
        if byte < _MORE:
            return found, place


def _number(value: int) -> bytes:
    found = bytearray()
    while value >= _MORE:
        found.append(value & 0x7F | _MORE)
        value >>= _SEVEN
    found.append(value)
    return bytes(found)


def take(told: bytes, place: int = 0) -> tuple[BitMap, int]:
    """The state that begins at `place`, and where the next thing begins."""
    few = told[place] == 0
    size, place = _read_number(told, place + 1)
    if few:
        return BitMap(struct.unpack_from(f"<{size}I", told, place)), place + 4 * size
    return BitMap.deserialize(told[place : place + size]), place + size


def decode(told: bytes) -> BitMap:
    """One state."""
    return take(told)[0]


def families(told: bytes) -> dict[int, BitMap]:
    """Rows of (UInt32, state)."""
    found: dict[int, BitMap] = {}
    place = 0
    while place < len(told):
        (key,) = struct.unpack_from("<I", told, place)
        found[key], place = take(told, place + 4)
    return found


def encode(ids: BitMap) -> bytes:
    """A state that ClickHouse reads."""
    if len(ids) <= _FEW:
        return b"\0" + _number(len(ids)) + struct.pack(f"<{len(ids)}I", *ids)
    told = ids.serialize()
    return b"\1" + _number(len(told)) + told


def weight(ids: BitMap) -> int:
    """About how many bytes it takes in memory."""
    told = ids.get_statistics()
    held = (
        told["n_bytes_array_containers"]
        + told["n_bytes_run_containers"]
        + told["n_bytes_bitset_containers"]
    )
    return int(held) + 8 * int(told["n_containers"]) + 64


def shards_of(ids: BitMap) -> Iterator[tuple[int, BitMap]]:
    """Parts of 2^20 ids each, ascending, as rows keep them; empty ones are left out."""
    if not ids:
        return
    for shard in range(ids.min() >> SHARD_BITS, (ids.max() >> SHARD_BITS) + 1):
        part = ids & BitMap(range(shard << SHARD_BITS, (shard + 1) << SHARD_BITS))
        if part:
            part.run_optimize()
            yield shard, part


def meet(parts: Sequence[BitMap]) -> BitMap:
    """Who is in all of one or more, the smallest first: what comes of it only shrinks."""
    first, *others = sorted(parts, key=len)
    return BitMap.intersection(first, *others)
