"""Batches on disk while the database is away: appended with fsync, replayed in order.

A frame is a mark, its length and checksum, then itself. What a crash left half written is passed
over and counted; what a full disk left half written is taken back at once.
"""

import fcntl
import os
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import Final

import structlog
from prometheus_client import Counter

log = structlog.get_logger(__name__)

MARK: Final = b"YTS1"
_HEAD: Final = Struct(">4sII")
SEGMENT_BYTES: Final = 64 << 20
MOST_FRAME_BYTES: Final = 4 << 20

SPOOLED = Counter("yutang_collect_spooled_total", "Batches kept on disk, the database being away")
TORN = Counter("yutang_collect_spool_torn_total", "Places of a spool file that could not be read")


class SpoolFullError(Exception):
    """The folder holds as much as it may."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What lies in the folder."""

    files: int
    bytes: int


class Spool:
    """The files of one process in a folder that several share; whoever writes one holds its lock.

    A file that nobody holds, its process being dead, is anybody's to replay.
    """

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.folder = folder
        self._most_bytes = most_bytes
        self._fd = -1
        self._size = 0

    def append(self, frames: Sequence[bytes]) -> None:
        """Keep them all, or none. Raises SpoolFullError, OSError; blocks until they are on disk."""
        data = b"".join(
            part
            for frame in frames
            for part in (_HEAD.pack(MARK, len(frame), zlib.crc32(frame)), frame)
        )
        if self.standing().bytes + len(data) > self._most_bytes:
            raise SpoolFullError
        if self._fd < 0 or self._size > SEGMENT_BYTES:
            self._open()
        try:
            _write_all(self._fd, data)
            os.fsync(self._fd)
        except OSError:
            # Half a batch is none; were even this refused, replaying would pass over it.
            os.ftruncate(self._fd, self._size)
            raise
        self._size += len(data)
        SPOOLED.inc(len(frames))

    def standing(self) -> Standing:
        """How much lies there, of all processes."""
        sizes = [size for path in self.files() if (size := _size_of(path)) is not None]
        return Standing(len(sizes), sum(sizes))

    def files(self) -> list[Path]:
        """The files, oldest first."""
        return sorted(self.folder.glob("*.spool")) if self.folder.is_dir() else []

    def let_go(self) -> None:
        """Write no more into the file of this process, so that it can be replayed."""
        if self._fd >= 0:
            os.close(self._fd)
        self._fd, self._size = -1, 0

    @contextmanager
    def taken(self, path: Path) -> Iterator[bool]:
        """Hold a file to replay it; False where another process does, or it is gone."""
        try:
            fd = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            yield False
            return
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            # Replayed and removed by another between the opening and the lock?
            yield path.exists()
        finally:
            os.close(fd)

    def remove(self, path: Path) -> None:
        """Its frames are in the database."""
        path.unlink(missing_ok=True)
        _sync_folder(self.folder)

    def _open(self) -> None:
        self.let_go()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{time.time_ns():020d}-{os.getpid()}.spool"
        fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o600)
        fcntl.flock(fd, fcntl.LOCK_EX)
        _sync_folder(self.folder)
        self._fd = fd


def read_frames(path: Path) -> Iterator[bytes]:
    """The frames of a file in order; what is torn is passed over and counted."""
    with path.open("rb") as file:
        data = file.read()
    place = 0
    while place < len(data):
        frame = _frame_at(data, place)
        if frame is not None:
            yield frame
            place += _HEAD.size + len(frame)
            continue
        following = data.find(MARK, place + 1)
        TORN.inc()
        log.warning("spool.torn", file=path.name, place=place, ends=following < 0)
        if following < 0:
            return
        place = following


def _frame_at(data: bytes, place: int) -> bytes | None:
    if place + _HEAD.size > len(data):
        return None
    mark, length, checksum = _HEAD.unpack_from(data, place)
    begin = place + _HEAD.size
    if mark != MARK or length > MOST_FRAME_BYTES or begin + length > len(data):
        return None
    frame = data[begin : begin + length]
    return frame if zlib.crc32(frame) == checksum else None


def _write_all(fd: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(fd, left) :]


def _size_of(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
